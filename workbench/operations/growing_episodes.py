"""What a large episode would take, reckoned from smaller ones where the large one is too slow to be tried."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from workbench.learning.episode import TaskShape

_SLOW = 1.0  # seconds: an episode that takes longer is not tried but reckoned from smaller ones
_SLOW_AT_FIRST = 3.0  # Until examples are told from queries, one more measurement is worth waiting for.
_TOLD_APART = 3


@dataclass(frozen=True)
class Taken:
    """What an episode took: seconds, and bytes kept for its backward pass."""

    seconds: float
    bytes: int = 0


@dataclass
class Growth:
    """What episodes of growing shapes took, each of which sends so many examples and queries to the encoder."""

    seen: "Callable[[TaskShape], tuple[int, int]]"
    measured: "list[tuple[TaskShape, Taken]]" = field(default_factory=list)

    def at(self, shape: "TaskShape") -> Taken:
        """Return what an episode of that shape took, or would take."""
        for known, taken in self.measured:
            if known == shape:
                return taken
        seconds = self._reckoned(shape, [taken.seconds for _, taken in self.measured])
        return Taken(seconds, round(self._reckoned(shape, [taken.bytes for _, taken in self.measured])))

    def may_be_tried(self, shape: "TaskShape", room: float) -> bool:
        """Return whether an episode of that shape would be quick enough, and its bytes less than `room`."""
        if not self.measured:
            return True
        slowest = _SLOW if len(self.measured) >= _TOLD_APART else _SLOW_AT_FIRST
        expected = self.at(shape)
        return expected.seconds <= slowest and expected.bytes <= room

    def _reckoned(self, shape: "TaskShape", amounts: list[float]) -> float:
        """Return the amount at that shape: so much for the episode, for each example and for each query.

        Steps on new classes look at the examples again and again but at the queries once, so that the two cost
        differently. From a single measurement follows only that it is not more than in proportion.
        """
        sizes = np.array([(1, *self.seen(known)) for known, _ in self.measured], np.float64)
        wanted = np.array((1, *self.seen(shape)), np.float64)
        if len(amounts) == 1:
            return amounts[0] * wanted[1:].sum() / sizes[0, 1:].sum()
        return float(_fitted(sizes, np.array(amounts, np.float64)) @ wanted)


def grown(
    whole: "TaskShape",
    measure: "Callable[[TaskShape], Taken]",
    room: float,
    seen: "Callable[[TaskShape], tuple[int, int]]",
) -> Growth:
    """Measure ever larger episodes, up to the whole one, as long as they are quick and fit into `room` bytes."""
    growth = Growth(seen)
    for shape in _growing(whole):
        if not growth.may_be_tried(shape, room):
            break
        growth.measured.append((shape, measure(shape)))
    return growth


def shown_in(shape: "TaskShape") -> tuple[int, int]:
    """Return how many examples and queries an episode has."""
    return shape.way * shape.shot, shape.way * shape.query


def _growing(whole: "TaskShape") -> "list[TaskShape]":
    """Return ever larger shapes that tell an example's cost from a query's, the last of them the whole one."""
    small = replace(whole, way=2, shot=min(1, whole.shot), query=1)
    more_queries = replace(small, query=whole.query)
    shapes = (small, replace(small, way=min(3, whole.way)), more_queries, replace(whole, query=1), whole)
    return list(dict.fromkeys(shapes))


def _fitted(sizes: np.ndarray, amounts: np.ndarray) -> np.ndarray:
    """Return the coefficients, none negative, whose relative errors are the least."""
    from sklearn.linear_model import LinearRegression

    scale = np.maximum(amounts, amounts.max() * 1e-3 + 1e-12)[:, None]
    model = LinearRegression(fit_intercept=False, positive=True)
    return model.fit(sizes / scale, amounts / scale[:, 0]).coef_
