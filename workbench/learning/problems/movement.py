"""Movement: a point learns where its goal is from a few walks, by reinforcement learning.

Finn, Abbeel & Levine, 2017, "Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks", section 5.3, the 2D
point: a task is a goal in a square of side 1 around the start, an example a walk of at most 100 steps, a policy a
network of two layers of 100 that makes a Gaussian of the velocity, in tenths, from a position. An update is a step of
the policy gradient on 20 walks, with a linear baseline of each task; the outer step stays within a trust region.
Departures, with the paper's choice in brackets:

- The network makes the deviation, too, from a position (one for all positions, learned and adapted as well).
- Advantages of deviation below 1 are not scaled to 1 (in the authors' code all are); see `rollouts.py`.
- The inner loss weighs actions by the ratio of their likelihoods (by their logarithm); see `policy.py`.
- After the first update, steps in tests stay as long as in training (half as long).
- The curvature of the trust region is measured on every eleventh row.
- An outer step is on 10 goals (20), and there are 200 of them (500).
- An update's walks have a noise of their own, and what is scored has another, the same before and after each update.

Without meta-learning, the twin learns one policy for all goals by the same outer steps, on the walks of the queries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import numpy as np
import torch
from torch import Tensor

from workbench.learning.approach import Approach, Classifier
from workbench.learning.episode import Episode, EpisodeShape, Support, numbers
from workbench.learning.networks.encoders import Encoder
from workbench.learning.paired import mean_with_interval
from workbench.learning.problems.drawn import DrawnByLearner, DrawnEpisode
from workbench.learning.problems.layers import Layers
from workbench.learning.problems.point_world import FARTHEST, HORIZON, Coordinates, aimless, returns_of, straight
from workbench.learning.problems.policy import Policy
from workbench.learning.problems.problem import Problem, TaskExamples, Tasks, Tested, Usual
from workbench.learning.problems.rollouts import roll_out

GOALS = "goals"
_OUTPUTS = 4  # means and logarithms of deviations of a velocity, in largest velocities
UPDATES = (0, 1, 2, 3)
_EXAMPLES, _QUERIES = 0, 1  # what noise is for
_VELOCITY = {"head": "numbered"}


@dataclass(frozen=True)
class Walks(DrawnByLearner):
    """Walks towards a goal, before anybody walks them: `images` are their starts, `labels` their goals, (n, 2) each."""

    goal: tuple[float, float] = (0.0, 0.0)
    seeds: tuple[int, ...] = ()  # of the noise; the step is added

    def seen_together(self, several: Sequence[DrawnByLearner], learner: Classifier, step: int) -> list[Support]:
        walks = [each for each in several if isinstance(each, Walks)]
        goals = np.array([each.goal for each in walks], np.float32)
        rollouts = roll_out(goals, np.stack([each.noise(step) for each in walks]), learner)
        return [TaskExamples(observations, labels, _OUTPUTS) for observations, labels in rollouts.examples()]

    def noise(self, step: int) -> Coordinates:
        """Return which velocities are drawn at a step of the learner, (walks, steps of the walk, 2), as deviations."""
        draw = np.random.default_rng([*self.seeds, step])
        return draw.standard_normal((len(self.images), HORIZON, 2), np.float32)


class Movement(Problem):
    """A goal that is not known, and walks that earn more the nearer they come to it."""

    name = "movement"
    paper = "Finn, Abbeel & Levine, 2017, Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks"
    objective = Policy(HORIZON)
    outputs = _OUTPUTS
    families = (GOALS,)
    usual = Usual(shot=20, query=20, episodes=2_000, episodes_per_step=10, learning_rate=1e-3, validation_episodes=40)
    learners = ("maml", "reptile", "lstm", "transfer")
    options = MappingProxyType(
        {
            "maml": {
                "inner_steps": 1, "inner_rate": 0.1, "head_rate": 0.1, "rates": "none", **_VELOCITY, "centred": False,
                "decay": "none",
            },
            "reptile": {
                "inner_steps": 3, "inner_optimizer": "sgd", "inner_rate": 0.1, "outer_step": 0.1, "train_shot": 0,
                "test_steps": 3, **_VELOCITY,
            },
            "lstm": {"adapts": "all", "steps": 1, "rate": 0.01, **_VELOCITY},
            "transfer": {"rate": 0.1, "decay": "none"},
        }
    )  # fmt: skip

    def tested(self, approach: Approach, tasks: int, seed: int) -> Iterator[Tested | float]:
        drawn = GoalTasks(self, self.shape(self.usual.shot, self.usual.query), seed)
        returns: list[tuple[float, ...]] = []
        for number in range(tasks):
            returns.append(drawn.returns(approach, number))
            yield 1 / tasks
        for update in UPDATES:
            yield _tested([each[update] for each in returns], update)
        goals = np.array([drawn.goal(number) for number in range(tasks)], np.float32)
        for name, choose in (("random", aimless(seed)), ("oracle", straight)):
            earned = [float(value) for value in returns_of(goals, choose)]
            yield from (_tested(earned, update, name) for update in UPDATES)

    def network(self) -> Encoder:
        return Layers(2, 100, 100)

    def tasks(self, shape: EpisodeShape, seed: int, family: str | None = None) -> Tasks:
        return GoalTasks(self, shape, seed)


class GoalTasks(Tasks):
    """Goals drawn evenly from the square, with walks towards each."""

    def episode(self, number: int) -> Episode:
        support, asks = (
            Walks(*self._starts(number, walks), _OUTPUTS, goal=self.goal(number), seeds=(self.seed, number, use))
            for use, walks in ((_EXAMPLES, self.shape.shot), (_QUERIES, self.shape.query))
        )
        rows = torch.arange(self.shape.shot), torch.arange(self.shape.query)
        return DrawnEpisode(support, asks.images, asks.labels, torch.arange(_OUTPUTS), *rows, asks=asks)

    def goal(self, number: int) -> tuple[float, float]:
        """Return the goal of an episode."""
        across, up = np.random.default_rng([self.seed, number]).uniform(-FARTHEST, FARTHEST, 2)
        return float(across), float(up)

    def returns(self, approach: Approach, number: int) -> tuple[float, ...]:
        """Return what walks earn on an episode's goal before adapting and after each update, (updates,)."""
        episode, earned = self.episode(number), list[Tensor]()
        with torch.no_grad():
            for policy in islice(approach.adapting(episode.support), len(UPDATES)):
                observations, answers = episode.asked(policy)
                earned.append(self.problem.objective.score(observations, answers))
        return tuple(numbers(torch.stack(earned)))

    def _starts(self, number: int, walks: int) -> tuple[Tensor, Tensor]:
        return torch.zeros(walks, 2), torch.tensor(self.goal(number)).expand(walks, 2)


def _tested(returns: list[float], update: int, *under: str) -> Tested:
    earned = mean_with_interval(returns)
    return Tested("return", (str(update),), under, earned.mean, earned.ci95, len(returns))
