"""Walks to be looked at: those that each update learns from, on the way to a goal that somebody chose."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

import numpy as np
import torch
from torch import Tensor

from workbench.learning.approach import AdaptedNetwork, Approach, Classifier
from workbench.learning.episode import Support, whole_numbers
from workbench.learning.problems.drawn import DrawnByLearner
from workbench.learning.problems.movement import Movement, Walks
from workbench.learning.problems.point_world import FASTEST, HORIZON, Coordinates, returns_of, straight
from workbench.learning.problems.policy import acted

_SEEDS = (0, 0)  # The same chance for every goal: what differs is the goal.


@dataclass(frozen=True)
class Walked:
    """What a policy did on its way to a goal, and the weights that it has."""

    weights: Mapping[str, Tensor]
    paths: tuple[Coordinates, ...]  # of each walk, (steps + 1, 2), from the origin to where it ended
    returns: Coordinates  # (walks,)


@dataclass(frozen=True)
class _KeptWalks(Walks):
    """Walks that are walked once at each step, whoever asks first: they are learned from, and looked at."""

    kept: dict[int, list[Support]] = field(default_factory=dict[int, list[Support]])

    def seen_together(self, several: Sequence[DrawnByLearner], learner: Classifier, step: int) -> list[Support]:
        if step not in self.kept:
            self.kept[step] = super().seen_together(several, learner, step)
        return self.kept[step]


def walks_by_update(approach: Approach, goal: tuple[float, float], walks: int) -> Iterator[Walked]:
    """Yield what a policy, in evaluation mode, does before the first update and after each: what the next learns from.

    Raises TypeError for an approach that does not say its weights.
    """
    starts, goals = torch.zeros(walks, 2), torch.tensor(goal).expand(walks, 2)
    support = _KeptWalks(starts, goals, Movement.outputs, goal=goal, seeds=_SEEDS)
    policies = approach.adapting(support)
    for step in count():
        # Not around the yield: two of these that take turns would leave their thread without gradients.
        with torch.no_grad():
            policy = next(policies, None)
            if policy is None:
                return
            if not isinstance(policy, AdaptedNetwork):
                raise TypeError(f"{approach.name} does not say its weights")
            seen = support.seen_by(policy, step)
        yield Walked(policy.weights, *_looked_at(seen.images.numpy(), seen.labels))


def oracle_return(goal: tuple[float, float]) -> float:
    """Return what one earns that knows the goal and goes straight there."""
    return float(returns_of(np.array([goal], np.float32), straight)[0])


def _looked_at(positions: Coordinates, labels: Tensor) -> tuple[tuple[Coordinates, ...], Coordinates]:
    """Return the path of each walk, and what it earned."""
    done = acted(labels)
    steps = whole_numbers(done.counted.view(-1, HORIZON).sum(1).int())
    moves = FASTEST * done.actions.clamp(-1, 1).view(-1, HORIZON, 2).numpy()
    before = positions.reshape(-1, HORIZON, 2)
    paths = (
        np.concatenate([here[:taken], here[taken - 1 : taken] + move[taken - 1 : taken]])
        for here, move, taken in zip(before, moves, steps, strict=True)
    )
    return tuple(paths), done.rewards.view(-1, HORIZON).sum(1).numpy()
