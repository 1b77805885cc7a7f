"""A second look, while a person labels, at what was decided and at the examples: what all others contradict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from workbench.operations.labelling._supports import Supports
from workbench.operations.labelling.auditing.contents import contents_of_several_classes
from workbench.operations.labelling.auditing.leave_one_out import Judged, leave_one_out
from workbench.operations.labelling.auditing.near_duplicates import near_duplicates
from workbench.operations.labelling.decisions import confirmed_images
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.session_features import SessionFeatures
from workbench.store.project import Project

# An example cannot be confirmed, so only one that is much surer to be of another class is shown: so much that at least
# about half of what is shown is wrong where one of thirty to fifty photographs is. tests/benchmarks/RESULTS.md has the
# figures, on classes that it was not chosen on.
CLEAR = 0.92


@dataclass(frozen=True)
class Doubted:
    """An image whose decision the other images contradict, and how sure the run is of the class it looks like."""

    image_id: int
    class_id: int  # as it was decided
    looks_like: int  # class id
    sure: float  # 0 to 1


class Doubt(Enum):
    """Why an example may be wrong."""

    SAME_IMAGE = auto()  # The same content is of another class, too.
    NEARLY_SAME = auto()  # An image of another class is nearly the same.
    LOOKS_LIKE = auto()  # To all others, it looks like another class.


@dataclass(frozen=True)
class DoubtfulExample:
    """An example that may be wrong, and the other class that speaks against its own."""

    image_id: int
    class_id: int
    doubt: Doubt
    other_class: int  # class id
    sure: float | None = None  # 0 to 1, how sure the run is of the other class, where it looks like that
    other_file: str = ""  # the name of the file that is the same, or nearly


@dataclass(frozen=True)
class SecondLook:
    """What is to be looked at again, most doubtful first; an example appears once, with the plainest reason."""

    labels: tuple[Doubted, ...] = ()
    examples: tuple[DoubtfulExample, ...] = ()


def second_look(
    project: Project, features: SessionFeatures, supports: Supports, traits: Mapping[str, Cells], reporter: Reporter
) -> SecondLook:
    """Compare each of the images with all others.

    Of several decided images of one content there is one, none of that of an example, and none that was confirmed.
    Raises as `leave_one_out`.
    """
    judged = [one for one in leave_one_out(features, supports, traits, reporter) if one.is_doubtful]
    classes, images, confirmed = supports.classes, supports.images, confirmed_images(project)
    labels = tuple(
        Doubted(images[one.image].id, classes[one.own], classes[one.looks_like], one.sure)
        for one in judged
        if one.image >= supports.examples and images[one.image].id not in confirmed
    )
    reasons = [*_same(project), *_nearly_same(features, supports), *_contradicted(supports, judged)]
    plainest = {(one.class_id, one.image_id): one for one in reversed(reasons)}
    return SecondLook(labels, tuple(one for one in reasons if plainest[one.class_id, one.image_id] is one))


def _same(project: Project) -> list[DoubtfulExample]:
    """Return the examples whose content is of another class in use, too."""
    doubtful: list[DoubtfulExample] = []
    for files in contents_of_several_classes(project, of_examples=True):
        used = [file for file in files if file.is_in_use]
        for file in used:
            other = next((other for other in used if other.class_id != file.class_id), None)
            if file.is_example and other is not None:
                doubt = DoubtfulExample(
                    file.image_id, file.class_id, Doubt.SAME_IMAGE, other.class_id, other_file=other.path.name
                )
                doubtful.append(doubt)
    return doubtful


def _nearly_same(features: SessionFeatures, supports: Supports) -> list[DoubtfulExample]:
    """Return the examples that are nearly the same as an image of another class, most alike first."""
    images, classes, labels = supports.images, supports.classes, supports.labels
    pairs = [(one, other) for one, other, _ in near_duplicates(features, supports)]
    return [
        DoubtfulExample(
            images[one].id,
            classes[labels[one]],
            Doubt.NEARLY_SAME,
            classes[labels[other]],
            other_file=images[other].path.name,
        )
        for pair in pairs
        for one, other in (pair, pair[::-1])
        if one < supports.examples
    ]


def _contradicted(supports: Supports, judged: Sequence[Judged]) -> list[DoubtfulExample]:
    """Return the examples that clearly look like another class."""
    classes = supports.classes
    return [
        DoubtfulExample(
            supports.images[one.image].id, classes[one.own], Doubt.LOOKS_LIKE, classes[one.looks_like], one.sure
        )
        for one in judged
        if one.image < supports.examples and one.doubt >= CLEAR
    ]
