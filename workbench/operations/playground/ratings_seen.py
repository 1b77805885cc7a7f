"""What was seen on the bench of ratings, in one sentence made from the numbers."""

from workbench.operations.playground.adapted_pair import AdaptedPair
from workbench.operations.playground.rating_people import PERSON_KINDS
from workbench.operations.playground.seen import Side, miss, miss_written, nearer
from workbench.words import Message, marked, message

_KNOWN = {
    Side.LEARNER: marked(
        "After {count} steps the learner misses this person's other ratings by {learner} stars and its twin by {twin}: "
        "the learner's start was made so that a few ratings tell a taste."
    ),
    Side.TWIN: marked(
        "After {count} steps the twin is nearer this time: it misses this person's other ratings by {twin} stars, the "
        "learner by {learner}."
    ),
    Side.NEITHER: marked(
        "After {count} steps both are about as near: the learner misses this person's other ratings by {learner} "
        "stars, its twin by {twin}."
    ),
}
_ASTRAY = marked(
    "Nobody whom they learned from had a taste of this kind. After {count} steps the learner misses the other ratings "
    "by {learner} stars, before the first by {before}: what it knows of people leads it astray. Its twin misses by "
    "{twin}."
)
_NO_HELP = marked(
    "Nobody whom they learned from had a taste of this kind. After {count} steps the learner misses the other ratings "
    "by {learner} stars, before the first by {before}, and its twin by {twin}."
)
_OWN = {
    Side.LEARNER: marked(
        "After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: the learner is "
        "nearer."
    ),
    Side.TWIN: marked(
        "After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: the twin is "
        "nearer."
    ),
    Side.NEITHER: marked(
        "After {count} steps the learner misses these ratings by {learner} stars, its twin by {twin}: about as much."
    ),
}
_BEFORE = marked(
    "Before the first step the learner misses this person's other ratings by {learner} stars, its twin by {twin}. "
    "Neither has seen a rating."
)
_BEFORE_OWN = marked(
    "Before the first step the learner misses these ratings by {learner} stars, its twin by {twin}. Neither has seen "
    "one."
)
_OF_THE_ONE_BEFORE = marked("Of the last person of the set, the learner missed them by {error}.")


def ratings_seen(pair: AdaptedPair, step: int, kind: str | None) -> Message | None:
    """Return it, None without ratings; `kind` is that of the person, None where the ratings are one's own."""
    if step >= len(pair.learner) or pair.learner[step].loss is None:
        return None
    values = {"learner": miss_written(pair.learner[step]), "twin": miss_written(pair.twin[step])}
    if step == 0:
        return message(_BEFORE_OWN if kind is None else _BEFORE, **values)
    if kind in PERSON_KINDS[1:]:
        is_astray = miss(pair.learner[step]) > miss(pair.learner[0])
        words = _ASTRAY if is_astray else _NO_HELP
        return message(words, count=step, before=miss_written(pair.learner[0]), **values)
    return message((_OWN if kind is None else _KNOWN)[nearer(pair, step)], count=step, **values)


def known_before(known: AdaptedPair, step: int) -> Message:
    """Return how near the learner came to the newest person of the set, after as many steps."""
    return message(_OF_THE_ONE_BEFORE, error=miss_written(known.learner[min(step, len(known.learner) - 1)]))
