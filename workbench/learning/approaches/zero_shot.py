"""Zero-shot learning: the prototype of a class is predicted from its traits, and the nearest prototype wins.

Snell, Swersky & Zemel, 2017, "Prototypical Networks for Few-shot Learning", section 2.7: the prototype of a class is an
embedding of its traits, and an image belongs to the nearest by squared Euclidean distance. As in section 3.3 a linear
layer embeds the traits, scaled to length 1, and another one the encoder's vectors (features of a frozen network already
have one). Departures: distances are multiplied by a learned scale; the encoder is trained too, where the paper's is
fixed; learning rate and decay are this program's. Beyond the paper, a class with examples lies between its traits'
embedding and the mean of its n examples, both of length 1, the examples weighted n / (n + k) with a learned k, so that
one run serves from no examples to many. So that classes of both kinds can be compared, `mixed=yes` gives meta-training
at least one example of each class and hides at random the traits of a third of the classes and the examples of another
third; `mixed=no` with 0 examples is the paper's. Left out: Romera-Paredes & Torr, 2015, whose bilinear map from images
to traits is solved in closed form for a fixed encoder; here the encoder learns.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.learning.approach import (
    Accumulated,
    Approach,
    Capabilities,
    Classifier,
    Outcome,
    outcome,
    squared_distances,
)
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.one_pass import fit_in_one_pass
from workbench.learning.options import Options, option
from workbench.learning.tracing.flattening import placed, with_prototypes, with_trait_places
from workbench.learning.tracing.trace import Distances, Embedded, Trace, TraceStep
from workbench.words import Message, marked

_READER_WIDTH = 128
_SHARE_HIDDEN = 1 / 3


@dataclass(frozen=True, kw_only=True)
class ZeroShotOptions(Options):
    """The options of zero-shot learning."""

    mixed: bool = option(True, marked("Mix classes with and without examples in training"), basic=True)
    reader: str = option(
        "linear",
        marked("Trait encoder"),
        choices={
            "linear": marked("Linear, each trait on its own"),
            "network": marked("Neural network, traits in combination"),
        },
        basic=True,
    )
    train_way: int = option(
        0, marked("Classes per training episode (0: as in testing)"), least=0, most=1000, basic=True
    )


class ZeroShot(Approach):
    """Learns an encoder, and an embedding of traits that places a class where its images lie."""

    name = "zero-shot"
    family = "metric"
    paper = "Snell, Swersky & Zemel, 2017, Prototypical Networks for Few-shot Learning, section 2.7"
    summary = marked(
        "Learns from a table of traits, such as size, colour or shape, where the images of a class lie in "
        "the embedding. A new class needs no examples: its row in the table is enough, and examples make it "
        "more accurate."
    )
    choose_when = marked("Choose it when experts can describe the classes in a table and some have no images yet.")
    cannot = marked(
        "It cannot tell apart classes with the same traits, and needs a table that describes the training classes."
    )
    options_kind = ZeroShotOptions
    capabilities = Capabilities(uses_traits=True, adapts_embeddings=True)

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: ZeroShotOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        bends = encoder.takes == "images"
        self.place = nn.Linear(encoder.dimension, encoder.dimension) if bends else nn.Identity()
        self.reader = _reader(shape.traits, encoder.dimension, options.reader)
        self.log_scale = nn.Parameter(torch.zeros(()))
        self.log_strength = nn.Parameter(torch.zeros(()))  # weight of the traits relative to one example

    @classmethod
    def training_shape(cls, shape: EpisodeShape, options: Options) -> EpisodeShape:
        if not isinstance(options, ZeroShotOptions):
            return shape
        shot = max(1, shape.shot) if options.mixed else shape.shot
        return replace(shape, way=options.train_way or shape.way, shot=shot)

    def adapt(self, support: Support) -> Classifier:
        prototypes = self._prototypes(self._examples(support), support)
        return lambda images: self._logits(self.embed(images), prototypes)

    def trace(self, episode: Episode) -> Trace:
        with torch.no_grad():
            examples, queries = self._examples(episode.support), self.embed(episode.queries)
            prototypes = self._prototypes(examples, episode.support)
            seen = Embedded(episode.support, examples, queries, self._logits(queries, prototypes))
            distances = TraceStep(Distances(squared_distances(queries, prototypes)), seen.logits)
            # Prototypes have length 1, and so are drawn among the directions of the images.
            drawn = replace(seen, examples=functional.normalize(examples), queries=functional.normalize(queries))
            has_any = episode.support.traits is not None
            described = [with_trait_places(drawn, self._of_traits(episode.support))] if has_any else []
            return Trace((placed(drawn), *described, with_prototypes(drawn, prototypes), distances))

    def embed(self, images: Tensor) -> Tensor:
        return self.place(self.encoder(images))

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        return fit_in_one_pass(self.encoder, episodes, self._outcome)

    @classmethod
    def unsupported_reason(cls, shape: EpisodeShape, options: Options) -> Message | None:
        if shape.traits:
            return None
        text = marked(
            "Zero-shot learning needs a table of traits: a CSV file with one row per class and one column "
            "per trait. Choose one for the project first."
        )
        return Message(text)

    def _outcome(self, examples: Tensor, queries: Tensor, episode: Episode) -> Outcome:
        examples, queries, support = self.place(examples), self.place(queries), episode.support
        if self.training and self.chosen.mixed:
            examples, support = some_hidden(examples, support)
        return outcome(self._logits(queries, self._prototypes(examples, support)), episode.answers)

    def _examples(self, support: Support) -> Tensor:
        support.require_images_or_traits()
        # Not every layer takes an empty batch.
        none = self.log_scale.new_zeros(0, self.encoder.dimension)
        return self.embed(support.images) if len(support.images) else none

    def _of_traits(self, support: Support) -> Tensor:
        """Return the directions (way, dimension) in which the traits place the classes, NaN for one without."""
        traits = cast("Tensor", support.traits).to(self.log_scale.dtype)
        return functional.normalize(self.reader(traits), dim=1)

    def _prototypes(self, examples: Tensor, support: Support) -> Tensor:
        """Return the prototypes (way, dimension) from the examples' vectors (n, dimension) and the traits."""
        members = functional.one_hot(support.labels, support.way).to(examples.dtype)
        of_examples = members.sum(0)[:, None] * functional.normalize(members.T @ examples, dim=1)
        if support.traits is None:
            return functional.normalize(of_examples, dim=1)
        known = support.has_traits()[:, None]
        traits = torch.where(known, support.traits, 0.0).to(examples.dtype)
        of_traits = self.log_strength.exp() * functional.normalize(self.reader(traits), dim=1)
        return functional.normalize(of_examples + known * of_traits, dim=1)

    def _logits(self, vectors: Tensor, prototypes: Tensor) -> Tensor:
        return -squared_distances(vectors, prototypes) * self.log_scale.exp()


def some_hidden(examples: Tensor, support: Support) -> tuple[Tensor, Support]:
    """Hide the traits of a third of the classes and the examples of another third, drawn at random.

    Classes that do not have both stay as they are. Returns the vectors (kept, dimension) of `examples` (n, dimension)
    that are kept, and their support.
    """
    if support.traits is None:
        return examples, support
    draw = torch.rand(support.way).to(support.labels.device)
    both = support.has_traits() & (torch.bincount(support.labels, minlength=support.way) > 0)
    untold, unshown = both & (draw < _SHARE_HIDDEN), both & (draw > 1 - _SHARE_HIDDEN)
    kept = ~unshown[support.labels]
    traits = support.traits.masked_fill(untold[:, None], float("nan"))
    return examples[kept], Support(support.images[kept], support.labels[kept], support.way, traits)


def _reader(traits: int, dimension: int, kind: str) -> nn.Module:
    if kind == "linear":
        return nn.Linear(traits, dimension)
    return nn.Sequential(nn.Linear(traits, _READER_WIDTH), nn.ReLU(), nn.Linear(_READER_WIDTH, dimension))
