"""What a run adapts to when a person labels: the examples of the classes, and the person's decisions since."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench import learning
from workbench.errors import UserError
from workbench.operations.attributes.trait_tables import project_traits
from workbench.operations.deferred import torch
from workbench.operations.labelling.decisions_used import NEWEST_OF_A_CLASS, decided_to_learn_from
from workbench.operations.labelling.examples import examples_by_class
from workbench.operations.labelling.labelling_rows import OUTSIDE, set_id_of
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.run_traits import named_traits, support_traits
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.tasks.images import ImageFacts
from workbench.store.models import LabellingClass
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.approach import Classifier

_NO_EXAMPLES = Message(marked("At least two classes need a readable example. Add examples first."))
_NEITHER_EXAMPLES_NOR_TRAITS = Message(
    marked("At least two classes need a row in the table of traits, or a readable example. Name such classes first.")
)


@dataclass(frozen=True)
class Supports:
    """The images to adapt to, each content once, with the number of its class in `classes`; examples come first.

    Those that are `unused`, as most that were accepted in bulk, are there to be judged alone: none is adapted to.
    """

    classes: tuple[int, ...]
    names: tuple[str, ...]  # of the classes
    images: tuple[ImageFacts, ...]
    labels: tuple[int, ...]
    examples: int  # how many of the images are examples
    left_out: tuple[str, ...] = ()  # the names of further classes, without an image
    in_bulk: frozenset[int] = frozenset()  # indices of the images accepted in bulk
    unused: frozenset[int] = frozenset()  # indices of some of those

    def usable(self, can_load: Callable[[ImageFacts], bool], described: Collection[str] | None = None) -> "Supports":
        """Leave out images that cannot be loaded, as when their files are gone, and classes without an image.

        Classes whose names are `described`, by their traits, need none; None where traits do not count. Raises
        UserError when fewer than two are left.
        """
        loaded = [index for index, image in enumerate(self.images) if can_load(image)]
        described_numbers = {number for number, name in enumerate(self.names) if name in (described or ())}
        present = sorted({self.labels[index] for index in loaded if index not in self.unused} | described_numbers)
        if len(present) < 2:
            raise UserError(_NO_EXAMPLES if described is None else _NEITHER_EXAMPLES_NOR_TRAITS)
        new_number = {number: index for index, number in enumerate(present)}
        kept = self.only([index for index in loaded if self.labels[index] in new_number])
        return replace(
            kept,
            classes=tuple(self.classes[number] for number in present),
            names=tuple(self.names[number] for number in present),
            labels=tuple(new_number[label] for label in kept.labels),
            left_out=tuple(name for number, name in enumerate(self.names) if number not in new_number),
        )

    def only(self, indices: Sequence[int]) -> "Supports":
        """Return the same classes with only those images, in that order; `indices` are in ascending order."""
        return replace(
            self,
            images=tuple(self.images[index] for index in indices),
            labels=tuple(self.labels[index] for index in indices),
            examples=sum(index < self.examples for index in indices),
            in_bulk=frozenset(new for new, index in enumerate(indices) if index in self.in_bulk),
            unused=frozenset(new for new, index in enumerate(indices) if index in self.unused),
        )

    def settings(self, run: int | str, *, uses_pile: bool, learns: bool) -> ProposalSettings:
        """Return the settings of what a run proposes once it has adapted to these images."""
        in_bulk = len(self.in_bulk)
        by_hand = len(self.images) - self.examples - in_bulk
        return ProposalSettings(run, uses_pile, learns, self.examples, by_hand, in_bulk)


def load_supports(
    project: Project, stored: Supports, features: SessionFeatures, reporter: Reporter
) -> tuple[Supports, dict[str, Cells]]:
    """Load the images; return what the run can use of them, and the classes' traits as it reads them.

    Raises UserError when fewer than two classes are left, Cancelled when asked to stop.
    """
    features.load_more(stored.images, reporter)
    scheme = features.trained.traits
    table = None if scheme is None else project_traits(project)
    traits = {} if scheme is None or table is None else named_traits(scheme, table, stored.names)
    return stored.usable(lambda image: image.sha256 in features, None if scheme is None else traits), traits


def adapted(features: SessionFeatures, supports: Supports, traits: Mapping[str, Cells]) -> "Classifier":
    """Return the run adapted to the images, whose inputs are loaded, and to the traits of their classes."""
    inputs = features.inputs(supports.images)
    labels = torch.tensor(supports.labels, dtype=torch.int64, device=inputs.device)
    encoded = support_traits(features.trained.traits, supports.names, traits, inputs.device)
    return features.approach.adapt(learning.Support(inputs, labels, len(supports.classes), encoded))


def read_supports(
    project: Project,
    *,
    learn_from_decisions: bool,
    newest: int | None = NEWEST_OF_A_CLASS,
    unused_too: bool = False,
) -> Supports:
    """Read all classes in order, with their examples and, if requested, the images decided to be of each to learn from.

    `newest` is how many of a class, None for all. With `unused_too`, also those that are not learned from, to
    be judged.
    """
    with project.read() as session:
        set_id = set_id_of(session)
        in_order = select(LabellingClass.id, LabellingClass.name).where(
            LabellingClass.set_id == set_id, LabellingClass.position != OUTSIDE
        )
        classes = session.execute(in_order.order_by(LabellingClass.position, LabellingClass.id)).all()
        examples = examples_by_class(session, set_id)
        decided = decided_to_learn_from(session, set_id, newest, unused_too) if learn_from_decisions else []
    number_of = {class_id: number for number, (class_id, _) in enumerate(classes)}
    examples_and_classes = [
        (example.image, number) for class_id, number in number_of.items() for example in examples.get(class_id, ())
    ]
    # An example is of the class it was given to, whatever was decided; of other contents the newest decision holds.
    example_contents = {image.sha256 for image, _ in examples_and_classes}
    more = {one.image.sha256: one for one in decided if one.image.sha256 not in example_contents}
    first, decisions = len(examples_and_classes), list(more.values())
    together = [*examples_and_classes, *((one.image, number_of[one.class_id]) for one in decisions)]
    return Supports(
        tuple(class_id for class_id, _ in classes),
        tuple(name for _, name in classes),
        tuple(image for image, _ in together),
        tuple(number for _, number in together),
        first,
        in_bulk=frozenset(index for index, one in enumerate(decisions, first) if one.in_bulk),
        unused=frozenset(index for index, one in enumerate(decisions, first) if not one.is_used),
    )
