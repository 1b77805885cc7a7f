"""What was seen on the playground, in one sentence made from the numbers, and which of the two was nearer."""

from enum import Enum
from math import isfinite

from workbench.operations.playground.adapted_pair import AdaptedPair, AdaptedStep
from workbench.operations.playground.curve_tasks import FAMILIES
from workbench.words import Decimal, Message, marked, message

_ALIKE = 1.1  # Errors of which the larger is less than this many times the smaller are called alike.


class Side(Enum):
    """One of the two, or neither."""

    LEARNER = "learner"
    TWIN = "twin"
    NEITHER = "neither"


_KNOWN = {
    Side.LEARNER: marked(
        "After {count} steps the learner misses the curve by {learner} and its twin by {twin}: the learner's start was "
        "made so that a few points lead to any sine curve."
    ),
    Side.TWIN: marked(
        "After {count} steps the twin is nearer this time: it misses the curve by {twin}, the learner by {learner}."
    ),
    Side.NEITHER: marked(
        "After {count} steps both are about as near: the learner misses the curve by {learner}, its twin by {twin}."
    ),
}
_NEW = {
    Side.LEARNER: marked(
        "Neither has ever learned from such a curve. After {count} steps the learner misses it by {learner} and its "
        "twin by {twin}."
    ),
    Side.TWIN: marked(
        "Neither has ever learned from such a curve, and what the learner knows of sine curves leads it astray: after "
        "{count} steps it misses by {learner}, its twin by {twin}."
    ),
    Side.NEITHER: marked(
        "Neither has ever learned from such a curve, and having learned to learn sine curves gains nothing here: after "
        "{count} steps the learner misses by {learner}, its twin by {twin}."
    ),
}
_OWN = {
    Side.LEARNER: marked(
        "After {count} steps the learner misses the points by {learner}, its twin by {twin}: the learner is nearer."
    ),
    Side.TWIN: marked(
        "After {count} steps the learner misses the points by {learner}, its twin by {twin}: the twin is nearer."
    ),
    Side.NEITHER: marked(
        "After {count} steps the learner misses the points by {learner}, its twin by {twin}: about as much."
    ),
}
_BEFORE = marked(
    "Before the first step the learner misses the curve by {learner}, its twin by {twin}. Neither has seen a point."
)
_BEFORE_OWN = marked(
    "Before the first step the learner misses the points by {learner}, its twin by {twin}. Neither has seen one."
)
_ON_THE_ONE_BEFORE = marked("On the sine curve before, the learner missed by {error}.")


def nearer(pair: AdaptedPair, step: int) -> Side:
    """Return which of the two is nearer after a step: to the true curve, or to the points where there is none."""
    learner, twin = (miss(side[step]) for side in (pair.learner, pair.twin))
    if max(learner, twin) < _ALIKE * min(learner, twin):
        return Side.NEITHER
    return Side.LEARNER if learner < twin else Side.TWIN


def what_was_seen(pair: AdaptedPair, step: int, family: str | None) -> Message | None:
    """Return it in a sentence, None without points; `family` is that of the true curve, None where there is none."""
    if step >= len(pair.learner) or pair.learner[step].loss is None:
        return None
    values = {"learner": miss_written(pair.learner[step]), "twin": miss_written(pair.twin[step])}
    if step == 0:
        return message(_BEFORE_OWN if family is None else _BEFORE, **values)
    words = _OWN if family is None else _KNOWN if family == FAMILIES[0] else _NEW
    return message(words[nearer(pair, step)], count=step, **values)


def seen_before(known: AdaptedPair, step: int) -> Message:
    """Return how near the learner came to the newest curve of the family that it learned from, after as many steps."""
    return message(_ON_THE_ONE_BEFORE, error=miss_written(known.learner[min(step, len(known.learner) - 1)]))


def miss(step: AdaptedStep) -> float:
    """Return how far a network is off, as a number that can be compared also where it has lost all measure."""
    error = step.loss if step.error is None else step.error
    return error if error is not None and isfinite(error) else float("inf")


def miss_written(step: AdaptedStep) -> Decimal:
    """Return how far a network is off, as it is written in a sentence."""
    return Decimal(miss(step), 2)
