"""An approach built from a run's settings, and one with a run's weights, ready to adapt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, problem_title
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import View, view_of
from workbench.operations.runs.record import find_run
from workbench.operations.runs.run_settings import RunSettings, episode_shape, options_of, run_view
from workbench.operations.runs.unusable_run import because_of
from workbench.store.models import CheckpointKind, Run
from workbench.store.project import Project

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Approach, Classifier
    from workbench.learning.episode import Support
    from workbench.learning.problems.problem import Problem
    from workbench.learning.traits import TraitScheme

PRETRAINED = "pretrained"


@dataclass(frozen=True)
class Trained:
    """An approach ready to adapt, in evaluation mode; `run` is None for the shipped network, which no run made.

    `traits` is how it reads the traits of classes, None where it uses none. With `centred_on_examples` the features
    are centred anew whenever it adapts, on the examples alone.
    """

    approach: "Approach"
    run: int | None
    view: View
    traits: "TraitScheme | None" = None
    centred_on_examples: bool = False

    @property
    def shown(self) -> int | str:
        """The run as a person names it."""
        return PRETRAINED if self.run is None else self.run

    @property
    def called(self) -> Fact:
        """The run as the subject of a sentence."""
        if self.run is None:
            return fact("subject.pretrained")
        return fact("subject.run", run=str(self.run))

    @property
    def needs_calibration(self) -> bool:
        """Whether its features are not centred yet, because no run trained it."""
        return self.run is None

    @property
    def embeds_first(self) -> bool:
        """Whether each image can be embedded once, before adapting, as neither examples nor other images change it."""
        return self.approach.capabilities.adapts_embeddings and not self.needs_calibration

    def adapt(self, support: "Support") -> "Classifier":
        """Adapt to a support."""
        if self.centred_on_examples:
            self.calibrate(support.images)
        return self.approach.adapt(support)

    def on_inputs(self) -> "Approach":
        """Return the approach that takes what `inputs` returns."""
        return learning.on_embeddings(self.approach) if self.embeds_first else self.approach

    def inputs(self, values: "Tensor", batch: int = 256) -> "Tensor":
        """Return embeddings (n, dimension) if they can be made before adapting, else the values (n, ...) themselves."""
        if not self.embeds_first:
            return values
        if not len(values):
            return torch.empty(0, self.approach.encoder.dimension, device=values.device)
        with torch.no_grad():
            return torch.cat([self.approach.encoder(part) for part in torch.split(values, batch)])

    def calibrate(self, images: "Tensor") -> None:
        """Centre the features on these images, without their labels."""
        self.approach.encoder.calibrate(images)


def build_approach(settings: RunSettings, problem: "Problem | None" = None) -> "Approach":
    """Build an approach with fresh weights from torch's random state. Raises UserError when it cannot be built.

    `problem` is what it learns in place of images, on its data.
    """
    if problem is not None:
        return problem.build(settings.approach, episode_shape(settings), settings.options)
    kind = learning.approach_named(settings.approach)
    encoder = learning.build_encoder(learning.encoder_kind(settings.encoder), settings.image_size, settings.channels)
    return kind(encoder, episode_shape(settings), options_of(settings))


def load_trained(project: Project, run: str, device: str, *, transductive: bool = False) -> Trained:
    """Return the approach of a run (its id or `latest`), with its best weights, or the `pretrained` network.

    With `transductive`, which is for tests alone, it may see an episode's queries together if its options say so.
    Draws no random numbers, as those of a training under way would no longer be the same. Raises UserError when there
    is no such run or it has no checkpoint yet.
    """
    if run == PRETRAINED:
        return _pretrained(device)
    record = find_run(project, run, with_checkpoint=True)
    settings = record.facts().settings
    if settings.problem is not None:
        raise UserError(fact("run.learned_a_problem", run=record.id, problem=problem_title(settings.problem)))
    stored = record.checkpoint(CheckpointKind.BEST) or record.require_checkpoint()
    with torch.device("meta"):
        approach = build_approach(settings)
    approach = approach.to_empty(device="cpu")
    try:
        learning.load_approach(approach, stored.weights)
    except UserError as error:
        # What was saved of this very approach fitted it.
        raise UserError(error.text) from because_of(Run.__tablename__, record.id)
    approach = (approach if transductive else approach.inductive()).to(device).eval()
    return Trained(approach, record.id, run_view(settings), settings.trait_scheme)


def _pretrained(device: str) -> Trained:
    """Return the shipped network as it is, with the classifier of transfer learning on its features."""
    view = view_of("efficientnet-lite0", None, None)
    kind = learning.approach_named("transfer")
    encoder = learning.build_encoder(learning.encoder_kind(view.encoder), view.size, view.channels)
    approach = kind(encoder, learning.EpisodeShape(way=5, shot=1, query=15), kind.options_kind())
    return Trained(approach.to(device).eval(), None, view)
