"""What the words and drawings of a step are made from: an episode's answers, points, and comparisons of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from statistics import fmean
from typing import TYPE_CHECKING, cast

from workbench.operations.evaluation.watching.watched import Drawing, NumberRows, PlanePoints, Point
from workbench.words import Message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.tracing.trace import Placed

LEAST = 1e-9
_ROOM = 0.06  # beside the outermost points, as a share of the width


@dataclass(frozen=True)
class Scene:
    """What a sentence is made from beside the numbers of its step."""

    classes: tuple[str, ...]
    labels: tuple[int, ...]  # of the examples
    answers: tuple[int, ...]  # of the queries
    named: tuple[int, ...] | None  # what the queries are taken for after this step
    before: tuple[int, ...] | None  # and after the step before
    bounds: tuple[float, float, float, float] | None = None  # of points that are to be compared with others

    @property
    def right(self) -> int:
        """How many queries are right after this step."""
        return sum(one == other for one, other in zip(self.named or (), self.answers, strict=False))


@dataclass(frozen=True)
class StepView:
    """A step in words and numbers."""

    title: Message
    sentence: Message
    drawings: tuple[Drawing, ...] = ()


def bounds_of(groups: Sequence[Sequence[Point]]) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of all points, with a little room around them."""
    points = [point for group in groups for point in group]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    room = max(_ROOM * max(right - left, top - bottom), LEAST)
    return left - room, bottom - room, right + room, top + room


def points_of(values: "Tensor") -> tuple[Point, ...]:
    """Return points (n, 2) as pairs."""
    return tuple((x, y) for x, y in rows_of_numbers(values))


def rows_of_numbers(values: "Tensor") -> NumberRows:
    """Return the rows of a tensor (n, m)."""
    return tuple(tuple(row) for row in cast("list[list[float]]", values.detach().float().cpu().tolist()))


def drawn(
    places: "Placed", scene: Scene, centres: tuple[Point | None, ...] = (), before: tuple[Point | None, ...] = ()
) -> PlanePoints:
    """Return points to draw: those of the images, and of the classes now and before."""
    examples, queries = points_of(places.examples), points_of(places.queries)
    known = [point for point in (*centres, *before) if point is not None]
    bounds = scene.bounds or bounds_of([examples, queries, known])
    return PlanePoints(examples, queries, centres, before, bounds)


def class_places(values: "Tensor") -> tuple[Point | None, ...]:
    """Return points (n, 2) as pairs, None for those that are NaN."""
    return tuple(None if isnan(point[0]) else point for point in points_of(values))


def closest(points: Sequence[Point | None]) -> tuple[int, int]:
    """Return which two of the points are nearest to each other."""
    pairs = [(one, other) for one in range(len(points)) for other in range(one + 1, len(points))]
    return min(pairs, key=lambda pair: apart(points[pair[0]], points[pair[1]]))


def apart(one: Point | None, other: Point | None) -> float:
    """Return the squared distance of two points, 0 where one has no place."""
    if one is None or other is None:
        return 0.0
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def narrowest(scores: NumberRows) -> tuple[int, int, int]:
    """Return the query whose best class is least ahead of its second best, and these two classes."""
    ranked = [sorted(range(len(row)), key=lambda label: -row[label])[:2] for row in scores]
    query = min(
        range(len(scores)), key=lambda number: scores[number][ranked[number][0]] - scores[number][ranked[number][1]]
    )
    return query, ranked[query][0], ranked[query][1]


def shades_of(rows: NumberRows, sign: int = 1) -> NumberRows:
    """Return how strong each value is in its row, 0 to 1; with `sign` -1, the least is the strongest."""
    found: list[tuple[float, ...]] = []
    for row in rows:
        least, most = min(sign * value for value in row), max(sign * value for value in row)
        found.append(tuple((sign * value - least) / max(most - least, LEAST) for value in row))
    return tuple(found)


def shades_of_shares(rows: NumberRows) -> NumberRows:
    """Return how strong shares are beside the largest of all, 0 to 1."""
    most = max((value for row in rows for value in row), default=0.0)
    return tuple(tuple(value / max(most, LEAST) for value in row) for row in rows)


def share_of_own(row: Sequence[float], answer: int, scene: Scene) -> float:
    """Return the sum of a query's values over the examples of its own class."""
    return sum(value for value, label in zip(row, scene.labels, strict=True) if label == answer)


def mean_or_zero(values: Sequence[float]) -> float:
    """Return the mean, 0 where there is nothing."""
    return fmean(values) if values else 0.0
