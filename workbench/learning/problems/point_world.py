"""The world of a point that is to reach a goal in the plane, many points at once, as gymnasium knows environments."""

from collections.abc import Callable
from typing import Any

import numpy as np
from gymnasium.spaces import Box
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space
from numpy.typing import NDArray

HORIZON = 100  # steps of an episode
FASTEST = 0.1  # of each coordinate, in a step
REACHED = 0.01  # from the goal, in the plane
FARTHEST = 0.5  # of each coordinate of a goal

Coordinates = NDArray[np.float32]
Flags = NDArray[np.bool_]
Mover = Callable[
    [Coordinates, Coordinates], Coordinates
]  # from positions and goals (points, 2) to velocities (points, 2)


class PointWorld(VectorEnv[Coordinates, Coordinates, NDArray[Any]]):
    """Points that start at the origin and move by a velocity a step, each towards a goal of its own.

    An observation is a position (2,), an action a velocity (2,), of which each coordinate is clipped to 0.1; the reward
    is minus the squared distance to the goal after the step. A point's episode ends within 0.01 of its goal, or after
    100 steps. Finn, Abbeel & Levine, 2017, section 5.3. A point whose episode has ended stays where it is and earns
    nothing, until `reset` with the option `reset_mask` (points,), or without, begins another for it.
    """

    def __init__(self, goals: Coordinates) -> None:
        self.metadata = {"autoreset_mode": AutoresetMode.DISABLED, "render_modes": []}
        self.goals = goals.astype(np.float32)  # (points, 2)
        self.num_envs = len(goals)
        self.single_observation_space = Box(-HORIZON * FASTEST, HORIZON * FASTEST, (2,))
        self.single_action_space = Box(-FASTEST, FASTEST, (2,))
        self.observation_space = batch_space(self.single_observation_space, self.num_envs)
        self.action_space = batch_space(self.single_action_space, self.num_envs)
        self._at = np.zeros((self.num_envs, 2), np.float32)
        self._taken = np.zeros(self.num_envs, np.int64)
        self._ended = np.zeros(self.num_envs, np.bool_)

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Coordinates, dict[str, Any]]:
        """Bring all points back to the origin, or those of `reset_mask`; return positions (points, 2)."""
        super().reset(seed=seed)
        which = np.ones(self.num_envs, np.bool_) if options is None else options["reset_mask"]
        self._at[which], self._taken[which], self._ended[which] = 0.0, 0, False
        return self._at.copy(), {}

    def step(self, actions: Coordinates) -> tuple[Coordinates, Coordinates, Flags, Flags, dict[str, Any]]:
        """Move by velocities (points, 2).

        Returns positions (points, 2), rewards (points,), and which points have reached their goal and which have no
        more steps, both (points,).
        """
        going = ~self._ended
        self._at += np.clip(actions, -FASTEST, FASTEST) * going[:, None]
        self._taken += going
        squares = np.square(self._at - self.goals).sum(1)
        reached = squares < REACHED**2
        late = ~reached & (self._taken >= HORIZON)
        self._ended = reached | late
        return self._at.copy(), -squares * going, reached, late, {}


def returns_of(goals: Coordinates, choose: Mover) -> NDArray[np.float64]:
    """Return what points with these goals (points, 2) earn in all in an episode, (points,), when moved by `choose`."""
    world = PointWorld(goals)
    at, _ = world.reset()
    earned = np.zeros(len(goals))
    for _ in range(HORIZON):
        at, rewards, reached, late, _ = world.step(choose(at, world.goals))
        earned += rewards
        if (reached | late).all():
            break
    return earned


def straight(positions: Coordinates, goals: Coordinates) -> Coordinates:
    """Return the velocities (points, 2) of one that knows the goals and goes straight there, as fast as it may."""
    away = goals - positions
    return away / np.maximum(1.0, np.abs(away).max(1, keepdims=True) / FASTEST)


def aimless(seed: int) -> Mover:
    """Return a choice of velocities drawn evenly from all that are allowed."""
    draw = np.random.default_rng(seed)
    return lambda positions, _: draw.uniform(-FASTEST, FASTEST, positions.shape).astype(np.float32)
