"""Curves: learn a function of one number from a few of its points.

Finn, Abbeel & Levine, 2017, "Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks", section 5.1: sine
curves of amplitude 0.1 to 5 and phase 0 to π, at points from -5 to 5, a network of two layers of 40, mean squared
error. Two more families are not learned from and show transfer, and its failure: straight lines with slope and
intercept from -3 to 3 and noise of deviation 0.3 (as in Finn, Xu & Levine, 2018, "Probabilistic Model-Agnostic
Meta-Learning", section 6), and sums of two sine curves, of which the second has twice the frequency.
"""

from collections.abc import Callable, Iterator
from itertools import product
from math import pi
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.learning.approach import Approach
from workbench.learning.episode import Episode, EpisodeShape
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import REGRESSION
from workbench.learning.paired import mean_with_interval
from workbench.learning.problems.layers import Layers
from workbench.learning.problems.problem import Problem, Tasks, Tested, Usual, episode_of

SINES, LINES, SUMS = "sines", "lines", "sums"
REACH = 5.0  # points lie from minus this to this
AMPLITUDES = (0.1, 5.0)
PHASES = (0.0, pi)
_ONE_OUTPUT = {"head": "numbered"}
_POINTS = (5, 10, 20)
_STEPS = (0, 1, 5, 10)
_QUERIES = 100
_STEEPEST = 3.0
_NOISE = 0.3

Points = NDArray[np.float64]  # (n, 1)
Curve = Callable[[Points], Points]


class Curves(Problem):
    """Functions of one number, a few points of each."""

    name = "curves"
    paper = "Finn, Abbeel & Levine, 2017, Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks"
    objective = REGRESSION
    outputs = 1
    families = (SINES, LINES, SUMS)
    usual = Usual(shot=10, query=10, episodes=500_000, episodes_per_step=25, learning_rate=1e-3)
    learners = ("maml", "reptile", "lstm", "transfer")
    options = MappingProxyType(
        {
            "maml": {"inner_steps": 1, "inner_rate": 0.01, "head_rate": 0.01, **_ONE_OUTPUT, "centred": False},
            "reptile": {
                "inner_steps": 32, "inner_batch": 10, "inner_optimizer": "sgd", "inner_rate": 0.02, "outer_step": 0.1,
                "train_shot": 0, "test_steps": 10, "test_batch": 10, **_ONE_OUTPUT,
            },
            "lstm": {"adapts": "all", "steps": 5, "rate": 0.01, **_ONE_OUTPUT},
        }
    )  # fmt: skip

    def tested(self, approach: Approach, tasks: int, seed: int) -> Iterator[Tested | float]:
        for family, points in product(self.families, _POINTS):
            drawn = self.tasks(self.shape(points, _QUERIES), seed, family)
            scores: list[tuple[float, ...]] = []
            for number in range(tasks):
                scores.append(drawn.scores_by_step(approach, number))
                yield 1 / tasks / len(_POINTS) / len(self.families)
            for step in _STEPS:
                error = mean_with_interval([each[step] for each in scores])
                under = () if family == self.families[0] else ("families", family)
                yield Tested("mse", (str(points), str(step)), under, error.mean, error.ci95, tasks)

    def network(self) -> Encoder:
        return Layers(1, 40, 40)

    def tasks(self, shape: EpisodeShape, seed: int, family: str | None = None) -> Tasks:
        return CurveTasks(self, shape, seed, family or SINES)


class CurveTasks(Tasks):
    """Curves of a family, each with points drawn evenly from -5 to 5."""

    def __init__(self, problem: Problem, shape: EpisodeShape, seed: int, family: str) -> None:
        super().__init__(problem, shape, seed)
        self.family = family

    def episode(self, number: int) -> Episode:
        draw = np.random.default_rng([self.seed, number])
        curve = _DRAWN[self.family](draw)
        points = draw.uniform(-REACH, REACH, (self.shape.shot + self.shape.query, 1))
        values = curve(points)
        if self.family == LINES:
            values = values + draw.normal(scale=_NOISE, size=points.shape)
        return episode_of(_single(points), _single(values), self.shape.shot)


def drawn_curve(family: str, seed: int, number: int) -> Curve:
    """Return the curve of episode `number` of a family and a seed, without noise."""
    return _DRAWN[family](np.random.default_rng([seed, number]))


def sine(amplitude: float, phase: float) -> Curve:
    """Return the curve of that amplitude, and phase in radians."""
    return lambda points: amplitude * np.sin(points + phase)


def _drawn_sine(draw: np.random.Generator) -> Curve:
    return sine(draw.uniform(*AMPLITUDES), draw.uniform(*PHASES))


def _drawn_line(draw: np.random.Generator) -> Curve:
    slope, intercept = draw.uniform(-_STEEPEST, _STEEPEST, 2)
    return lambda points: slope * points + intercept


def _drawn_sum(draw: np.random.Generator) -> Curve:
    slow, fast = _drawn_sine(draw), _drawn_sine(draw)
    return lambda points: slow(points) + fast(2 * points)


_DRAWN = {SINES: _drawn_sine, LINES: _drawn_line, SUMS: _drawn_sum}


def _single(values: Points) -> Tensor:
    return torch.from_numpy(values.astype(np.float32))
