"""What was seen on the bench of movement, in one sentence made from the numbers."""

from workbench.operations.playground.seen import Side, nearer
from workbench.operations.playground.walked_pair import WalkedPair, WalkedStep
from workbench.words import Decimal, Message, marked, message

THERE = 0.2  # Walks that end nearer than this to their goal on average have come there.
_LED = 1.5  # Walks that end this many times further than after an earlier update were led away again.

_BEFORE = marked(
    "Before the first update the learner's walks earn {learner} on average, its twin's {twin}. Neither knows where the "
    "goal is: there is nothing to see of it, but what a walk earns."
)
_LEARNER_THERE = marked(
    "After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and "
    "{far}: the learner's start was made so that a few walks lead to any goal in the square."
)
_KNOWN = {
    Side.LEARNER: marked(
        "After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and "
        "{far}: the learner earns more."
    ),
    Side.TWIN: marked(
        "After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and "
        "{far}: this time the twin earns more."
    ),
    Side.NEITHER: marked(
        "After {count} updates the learner's walks earn {learner} and end {near} from the goal, its twin's {twin} and "
        "{far}: about as much."
    ),
}
_LED_AWAY = marked(
    "Neither has ever learned from a goal outside of the square. The learner's walks ended {nearest} from it after an "
    "earlier update; after {count} updates they end {near} from it and earn {learner}: steps that fit the square lead "
    "astray out there. Its twin's end {far} away."
)
_OUTSIDE = {
    (False, False): marked(
        "Neither has ever learned from a goal outside of the square, and neither gets there: after {count} updates the "
        "learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}."
    ),
    (True, False): marked(
        "Neither has ever learned from a goal outside of the square. After {count} updates the learner still gets "
        "there: its walks earn {learner} and end {near} from it, its twin's {twin} and {far}."
    ),
    (False, True): marked(
        "Neither has ever learned from a goal outside of the square. After {count} updates only the twin gets there: "
        "its walks earn {twin} and end {far} from it, the learner's {learner} and {near}."
    ),
    (True, True): marked(
        "Neither has ever learned from a goal outside of the square. After {count} updates both still get there: the "
        "learner's walks earn {learner} and end {near} from it, its twin's {twin} and {far}."
    ),
}


def what_walks_showed(pair: WalkedPair, step: int) -> Message:
    """Return it in a sentence, for the walks after so many updates."""
    learner, twin = pair.learner[step], pair.twin[step]
    values = {"learner": _earned(learner), "twin": _earned(twin)}
    if step == 0:
        return message(_BEFORE, **values)
    ends = {"near": Decimal(learner.away, 2), "far": Decimal(twin.away, 2)}
    nearest = min(earlier.away for earlier in pair.learner[1 : step + 1])
    if not pair.goal.is_known and learner.away > _LED * nearest and twin.away >= THERE:
        return message(_LED_AWAY, count=step, nearest=Decimal(nearest, 2), learner=values["learner"], **ends)
    return message(_words(pair, step), count=step, **values, **ends)


def _words(pair: WalkedPair, step: int) -> str:
    are_there = pair.learner[step].away < THERE, pair.twin[step].away < THERE
    if not pair.goal.is_known:
        return _OUTSIDE[are_there]
    more = nearer(pair, step)
    return _LEARNER_THERE if more is Side.LEARNER and are_there[0] else _KNOWN[more]


def _earned(step: WalkedStep) -> Decimal:
    return Decimal(0.0 if step.loss is None else -step.loss, 2)
