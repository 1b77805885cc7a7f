"""What all other images say of one that a person gave or decided: a run adapted without it is asked about it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.operations.deferred import torch
from workbench.operations.labelling._supports import Supports, adapted
from workbench.operations.labelling.decisions_used import NEWEST_OF_A_CLASS
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.session_features import SessionFeatures
from workbench.words import marked, message

_ONE_BY_ONE = 20  # Up to so many images, each is left out alone.
_FOLDS = 10  # To adapt without each single one of many images would take long, and hardly differ.
_IMAGES_AT_ONCE = 256
_VOICES = 5  # With fewer of a class that are learned from, none an example, those that are not have a say too.


@dataclass(frozen=True)
class Judged:
    """An image and the class it looks like; 0 to 1, how sure the run is of that class and of the image's own."""

    image: int  # index into the images that were judged
    own: int  # number of its class
    looks_like: int
    sure: float
    own_share: float

    @property
    def is_doubtful(self) -> bool:
        """Whether it looks like another class than its own."""
        return self.looks_like != self.own

    @property
    def doubt(self) -> float:
        """How much surer the run is of the class it looks like than of its own."""
        return self.sure - self.own_share


def leave_one_out(
    features: SessionFeatures, supports: Supports, traits: Mapping[str, Cells], reporter: Reporter
) -> tuple[Judged, ...]:
    """Ask the run about each image without that image, nor any of the same content; most doubtful first.

    The inputs of all images are loaded, and calibrated where they have to be. Beyond 20 images, a tenth of each
    class is left out at a time. An image that alone stands for its class cannot be judged, nor a content that is of two
    classes. Unused images are judged, but have no say where their class has examples or enough others.
    Raises UserError when the run cannot adapt to the classes, Cancelled when asked to stop.
    """
    supports = _each_class_heard(supports)
    judged: list[Judged] = []
    folds = _folds(supports)
    count = sum(map(len, folds))
    for fold in folds:
        judged += _judged(features, supports, traits, fold)
        text = message(marked("{done} of {total} labels checked"), done=len(judged), total=count)
        reporter.report(len(judged) / count, text)
    return tuple(sorted(judged, key=lambda one: (-one.doubt, one.image)))


def _each_class_heard(supports: Supports) -> Supports:
    """Give unused images a say where their class has no example, and few others.

    Otherwise a class of which a person corrected one image would stand on that one, beside classes of dozens, and
    nearly all its images would seem to be of those.
    """
    used = Counter(label for index, label in enumerate(supports.labels) if index not in supports.unused)
    given = set(supports.labels[: supports.examples])
    few = {label for label in set(supports.labels) - given if used[label] < _VOICES}
    return replace(supports, unused=frozenset(i for i in supports.unused if supports.labels[i] not in few))


def _judged(
    features: SessionFeatures, supports: Supports, traits: Mapping[str, Cells], fold: Sequence[int]
) -> list[Judged]:
    with torch.no_grad():
        classifier = adapted(features, supports.only(_others(supports, set(fold))), traits)
        inputs = features.inputs([supports.images[index] for index in fold])
        logits = torch.cat([classifier(part).float() for part in torch.split(inputs, _IMAGES_AT_ONCE)])
    shares = torch.softmax(logits, 1).cpu().numpy()
    owns = [supports.labels[index] for index in fold]
    return [
        Judged(index, own, int(row.argmax()), float(row.max()), float(row[own]))
        for index, own, row in zip(fold, owns, shares, strict=True)
    ]


def _folds(supports: Supports) -> list[list[int]]:
    """Divide the images that can be judged into parts that hold a content whole, and never all contents of a class."""
    by_content = defaultdict[bytes, list[int]](list)
    for index, image in enumerate(supports.images):
        by_content[image.sha256].append(index)
    labels = [{supports.labels[index] for index in indices} for indices in by_content.values()]
    # Decisions, of which alone there are unused ones, are of one content each.
    have_say = [supports.unused.isdisjoint(indices) for indices in by_content.values()]
    voices = Counter(label for several, says in zip(labels, have_say, strict=True) for label in several if says)
    can_be_judged = [
        (label, not says, indices)
        for several, says, indices in zip(labels, have_say, by_content.values(), strict=True)
        for label in several
        if len(several) == 1 and voices[label] > says
    ]
    # By class, so that each part holds about as many of a class.
    in_order = [indices for *_, indices in sorted(can_be_judged)]
    count = len(in_order) if len(in_order) <= _ONE_BY_ONE else _FOLDS
    return [[index for indices in in_order[start::count] for index in indices] for start in range(count)]


def _others(supports: Supports, left_out: Collection[int]) -> list[int]:
    """Return the images to adapt to without some: as when labelling, examples and each class's newest decisions."""
    kept: list[int] = []
    decisions = Counter[int]()
    for index in reversed(range(len(supports.images))):
        is_example = index < supports.examples
        is_beyond = not is_example and decisions[supports.labels[index]] == NEWEST_OF_A_CLASS
        if index in left_out or index in supports.unused or is_beyond:
            continue
        decisions[supports.labels[index]] += not is_example
        kept.append(index)
    return kept[::-1]
