"""What a learner and its twin make of a few ratings, step by step, and which of these put the first picture first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench.learning.recommender.made_ratings import PICTURES
from workbench.operations.deferred import torch
from workbench.operations.playground.adapted_pair import AdaptedPair, AdaptedStep, answers_by_step
from workbench.operations.playground.pair_kinds import pair_networks
from workbench.operations.playground.rating_people import ASKED, MOST_STARS, RATED, rating_problem
from workbench.operations.playground.starts import StartPair
from workbench.operations.progress import Reporter
from workbench.words import marked, message

if TYPE_CHECKING:
    from workbench.learning.approach import Approach

_REASONS = 3

_Stars = NDArray[np.float64]


@dataclass(frozen=True)
class RankedPicture:
    """A picture that was not rated, the stars foretold for it, and those that the person gives it, where it is known.

    `climbed` is by how many places it stands further up than before the first step.
    """

    picture: int
    foretold: float
    given: int | None
    climbed: int


@dataclass(frozen=True)
class RatingReason:
    """A rating, and by how many stars the first picture would be foretold lower without it."""

    picture: int
    stars: int
    moved: float


@dataclass(frozen=True)
class WhyFirst:
    """The three ratings that moved each one's first picture most, after each step; none before the first."""

    learner: tuple[tuple[RatingReason, ...], ...]
    twin: tuple[tuple[RatingReason, ...], ...]


def adapt_to_ratings(pair: StartPair, ratings: Sequence[int], truth: Sequence[int] | None) -> AdaptedPair:
    """Adapt both to what was given to the pictures of `RATED`, 0 where nothing was.

    `truth` is what the person gives all thirty, where that is known. Of each step `outputs` are the stars foretold for
    the thirty; `loss` and `error` are mean absolute errors in stars, at the ratings and at the pictures of `ASKED`.
    Raises UserError if the weights are not those of such networks.
    """
    return AdaptedPair(*(tuple(_steps(network, ratings, truth)) for network in pair_networks(pair)))


def ranked(steps: Sequence[AdaptedStep], step: int, truth: Sequence[int] | None) -> tuple[RankedPicture, ...]:
    """Return the pictures of `ASKED` after a step, those first that are foretold the most stars."""
    before, now = _in_order(steps[0].outputs), steps[step].outputs
    return tuple(
        RankedPicture(
            picture,
            min(max(now[picture], 1.0), float(MOST_STARS)),
            None if truth is None else truth[picture],
            before.index(picture) - place,
        )
        for place, picture in enumerate(_in_order(now))
    )


def why_first(pair: StartPair, ratings: Sequence[int], adapted: AdaptedPair, reporter: Reporter) -> WhyFirst:
    """Say why each one's first picture is first, by adapting anew without each of the ratings in turn.

    Raises Cancelled when asked to stop.
    """
    learner, twin = pair_networks(pair)
    return WhyFirst(
        _reasons(learner, ratings, adapted.learner, reporter), _reasons(twin, ratings, adapted.twin, reporter)
    )


def _reasons(
    network: "Approach", ratings: Sequence[int], steps: Sequence[AdaptedStep], reporter: Reporter
) -> tuple[tuple[RatingReason, ...], ...]:
    places = [place for place, stars in enumerate(ratings) if stars]
    without: list[Sequence[AdaptedStep]] = []
    for left_out in places:
        others = [0 if place == left_out else stars for place, stars in enumerate(ratings)]
        # From nothing at all nothing is foretold but what the start does.
        found = list[AdaptedStep]()
        for adapted in _steps(network, others, None):
            reporter.report(None, message(marked("Weighing each rating")))
            found.append(adapted)
        without.append(found if len(found) == len(steps) else found * len(steps))
    reasons: list[tuple[RatingReason, ...]] = [()]
    for step, now in enumerate(steps[1:], 1):
        first = _in_order(now.outputs)[0]
        moved = [
            RatingReason(RATED[place], ratings[place], now.outputs[first] - others[step].outputs[first])
            for place, others in zip(places, without, strict=True)
        ]
        reasons.append(tuple(sorted(moved, key=lambda reason: -abs(reason.moved))[:_REASONS]))
    return tuple(reasons)


def _in_order(outputs: Sequence[float]) -> list[int]:
    return sorted(ASKED, key=lambda picture: -outputs[picture])


def _steps(network: "Approach", ratings: Sequence[int], truth: Sequence[int] | None) -> Iterator[AdaptedStep]:
    problem = rating_problem()
    places = [place for place, stars in enumerate(ratings) if stars]
    # What is looked at before the first step does not depend on any rating, but there has to be one.
    items = np.array([RATED[place] for place in places or [0]], np.int64)
    stars: _Stars = np.array([ratings[place] for place in places or [0]], np.float64)
    everything = problem.rows(0, np.arange(PICTURES))
    with torch.no_grad():
        inputs, values = problem.rows(0, items), problem.beyond(items, stars)
    for answers, moved in answers_by_step(network, inputs, values, everything):
        outputs: _Stars = problem.known.shrunk + answers
        seen = np.clip(outputs, 1, MOST_STARS)
        loss = float(np.abs(seen[items] - stars).mean()) if places else None
        asked = list(ASKED)
        error = None if truth is None else float(np.abs(seen[asked] - np.array(truth)[asked]).mean())
        yield AdaptedStep(tuple(outputs.tolist()), loss, error, moved)
        if not places:
            return
