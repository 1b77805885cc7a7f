"""The curves that the playground shows: where they lie, and the points that are drawn of them."""

from dataclasses import dataclass

import numpy as np

from workbench import learning

FAMILIES: tuple[str, ...] = ("sines", "lines", "sums")  # The first is the one that was learned from.
REACH_ACROSS, REACH_UP = 5.0, 6.0  # The plane lies from minus these to these.
ACROSS = tuple(round(-REACH_ACROSS + 0.1 * place, 1) for place in range(101))
POINTS = 10  # as many as the starts were trained with
_SEED = 3  # of none of the tasks that training, validation and tests draw
_OF_POINTS = 1


@dataclass(frozen=True)
class CurvePoint:
    """A point of the plane."""

    across: float
    up: float


@dataclass(frozen=True)
class CurveTask:
    """A curve that was drawn, and some points of it; `truth` are its values at `ACROSS`."""

    family: str
    number: int
    truth: tuple[float, ...]
    points: tuple[CurvePoint, ...]


def draw_curve(family: str, number: int, count: int = POINTS) -> CurveTask:
    """Return the first curve of a family from that number on that stays on the plane, and so many points of it."""
    across = np.array(ACROSS)[:, None]
    while True:
        curve = learning.drawn_curve(family, _SEED, number)
        truth = curve(across)[:, 0]
        if abs(truth).max() <= REACH_UP:
            break
        number += 1
    places = np.random.default_rng([_SEED, number, _OF_POINTS]).uniform(-REACH_ACROSS, REACH_ACROSS, (count, 1))
    points = zip(places[:, 0].tolist(), curve(places)[:, 0].tolist(), strict=True)
    return CurveTask(family, number, tuple(truth.tolist()), tuple(CurvePoint(*point) for point in points))
