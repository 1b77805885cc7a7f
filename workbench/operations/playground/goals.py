"""The goals that the playground's point walks to: in the square that was learned from, or far outside."""

from dataclasses import dataclass
from math import hypot

import numpy as np

INSIDE, FAR = "inside", "far"
GOAL_KINDS: tuple[str, ...] = (INSIDE, FAR)
SQUARE = 0.5  # Goals that were learned from lie from minus this to this.
FURTHEST_ACROSS, FURTHEST_UP = 1.5, 0.9  # Goals may be put from minus these to these.
WALKS = 20  # as many as the starts were trained with
_SEED = 3  # of none of the tasks that training, validation and tests draw
_LEAST = 0.35  # from the origin: a goal near the start is reached by whoever stays there
_OUTSIDE = ((1.4, 0.7), (-1.4, -0.6), (1.3, -0.8), (-1.3, 0.8))


@dataclass(frozen=True)
class Goal:
    """A place in the plane to walk to."""

    across: float
    up: float

    @property
    def is_known(self) -> bool:
        """Whether it lies where goals lay that were learned from."""
        return max(abs(self.across), abs(self.up)) <= SQUARE

    def distance_to(self, across: float, up: float) -> float:
        """Return how far it is from a place."""
        return hypot(self.across - across, self.up - up)


def draw_goal(kind: str, number: int) -> Goal:
    """Return goal `number` of a kind: within the square, but not at its middle, or far outside of it."""
    if kind == FAR:
        return Goal(*_OUTSIDE[number % len(_OUTSIDE)])
    draw = np.random.default_rng([_SEED, number])
    while True:
        goal = Goal(*(round(float(value), 2) for value in draw.uniform(-SQUARE, SQUARE, 2)))
        if goal.distance_to(0.0, 0.0) >= _LEAST:
            return goal
