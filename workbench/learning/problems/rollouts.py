"""Rollouts: what a policy does in the world of points, and by how much each action did better than was expected."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.learning.approach import Classifier
from workbench.learning.problems.point_world import FASTEST, Coordinates, PointWorld
from workbench.learning.problems.policy import Acted, Gaussian

DISCOUNT = 0.99
_RIDGE = 1e-5

Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class Rollouts:
    """What the policies of some tasks did, several times each. Where an episode has ended, rows are not counted."""

    observations: Coordinates  # (tasks, times, steps, 2)
    outputs: Coordinates  # (tasks, times, steps, 4), of the policy
    actions: Coordinates  # (tasks, times, steps, 2), as drawn, in largest velocities
    rewards: Coordinates  # (tasks, times, steps)
    counted: Coordinates  # (tasks, times, steps), 1.0 or 0.0

    def examples(self) -> list[tuple[Tensor, Tensor]]:
        """Return the observations (times * steps, 2) and the labels of each task, as `Acted` has them."""
        gained = advantages(self)
        return [
            (
                _rows(self.observations[task], 2),
                Acted(
                    _rows(self.actions[task], 2),
                    _rows(self.outputs[task], 4),
                    _rows(gained[task]),
                    _rows(self.counted[task]),
                    _rows(self.rewards[task]),
                ).labels(),
            )
            for task in range(len(gained))
        ]


@torch.no_grad()
def roll_out(goals: Coordinates, noise: Coordinates, policy: Classifier) -> Rollouts:
    """Let a policy act for all goals (tasks, 2) at once, and several times for each.

    The policy takes positions (tasks * times, 2), those of a task one after the other, and returns the means of
    velocities and the logarithms of their deviations, (tasks * times, 4), in units of the largest velocity; `noise`
    (tasks, times, steps, 2), of mean 0 and deviation 1, says which velocities are drawn.
    """
    tasks, times, steps, _ = noise.shape
    world = PointWorld(np.repeat(goals, times, 0))
    draws = torch.from_numpy(noise).flatten(0, 1)
    observations, actions = np.zeros(draws.shape, np.float32), np.zeros(draws.shape, np.float32)
    outputs = np.zeros((*draws.shape[:2], 2 * draws.shape[2]), np.float32)
    rewards, counted = np.zeros(draws.shape[:2], np.float32), np.zeros(draws.shape[:2], np.float32)
    at, _ = world.reset()
    going = np.ones(len(draws), np.bool_)
    for step in range(steps):
        made = policy(torch.from_numpy(at))
        observations[:, step], outputs[:, step] = at, made.numpy()
        actions[:, step] = Gaussian.of(made).drawn(draws[:, step]).numpy()
        counted[:, step] = going
        at, rewards[:, step], reached, late, _ = world.step(FASTEST * actions[:, step])
        going = ~(reached | late)
        if not going.any():
            break
    parts = (observations, outputs, actions, rewards, counted)
    return Rollouts(*(part.reshape(tasks, times, *part.shape[1:]) for part in parts))


def advantages(rollouts: Rollouts) -> Coordinates:
    """Return by how much each action (tasks, times, steps) did better than expected: mean 0 in a task.

    What an action earns is the discounted sum of rewards from there on; what is expected of it is linear in position,
    its square and powers of time, fitted to each task's rollouts (Duan, Chen, Houthooft, Schulman & Abbeel, 2016,
    "Benchmarking Deep Reinforcement Learning for Continuous Control", section 4 and supplementary material). A task's
    are divided by their deviation where that is above 1. Those of a policy that is almost at its goal stay as small as
    they are: at deviation 1, chance would lead it as far away again as what is left to learn would lead it nearer.
    """
    counted = rollouts.counted.reshape(len(rollouts.counted), -1).astype(np.float64)
    earned = _discounted(rollouts.rewards.astype(np.float64)).reshape(counted.shape)
    known = _features(rollouts.observations.astype(np.float64)).reshape(*counted.shape, -1) * counted[..., None]
    squares = known.transpose(0, 2, 1) @ known + _RIDGE * np.eye(known.shape[2])
    fitted = np.linalg.solve(squares, known.transpose(0, 2, 1) @ (earned * counted)[..., None])
    gained = (earned - (known @ fitted)[..., 0]) * counted
    count = counted.sum(1, keepdims=True)
    centred = (gained - gained.sum(1, keepdims=True) / count) * counted
    deviation = np.sqrt(np.square(centred).sum(1, keepdims=True) / count)
    return (centred / np.maximum(deviation, 1.0)).reshape(rollouts.counted.shape).astype(np.float32)


def _discounted(rewards: Doubles) -> Doubles:
    earned = rewards.copy()
    for step in range(rewards.shape[-1] - 2, -1, -1):
        earned[..., step] += DISCOUNT * earned[..., step + 1]
    return earned


def _features(positions: Doubles) -> Doubles:
    time = np.zeros((*positions.shape[:-1], 1)) + np.linspace(0, 1, positions.shape[-2], endpoint=False)[:, None]
    return np.concatenate([positions, positions**2, time, time**2, time**3, np.ones_like(time)], -1)


def _rows(values: NDArray[Any], *columns: int) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values.reshape(-1, *columns)))
