"""Training a learner and its twin beside each other, on the same tasks, keeping both at some moments on the way."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench import learning
from workbench.operations.deferred import torch
from workbench.operations.playground.pair_kinds import PAIR_KINDS, SIDES, PairKind
from workbench.operations.playground.starts import StartPair
from workbench.operations.progress import Reporter
from workbench.words import message

if TYPE_CHECKING:
    from workbench.learning.problems.problem import Tasks
    from workbench.learning.training import Training


@dataclass(frozen=True)
class PairPlan:
    """How long to train both: so many tasks, or, where that is less, so many seconds."""

    problem: str
    tasks: int
    seconds: float = float("inf")
    rate: float = 3e-3  # learning rate
    seed: int = 0


# For a person who waits, by the problem.
SHORT: Mapping[str, PairPlan] = MappingProxyType(
    {
        "curves": PairPlan("curves", tasks=75_000, seconds=100.0),
        "ratings": PairPlan("ratings", tasks=8_000, seconds=100.0),
        "movement": PairPlan("movement", tasks=1_500, seconds=100.0),
    }
)


def train_pair(plan: PairPlan, reporter: Reporter, on_start: Callable[[StartPair], None]) -> None:
    """Train both from the same initial weights; `on_start` gets them at each moment that is kept.

    Raises Cancelled when asked to stop, and NotFinite where a training diverges.
    """
    kind = PAIR_KINDS[plan.problem]
    problem = kind.problem()
    trainings = [_begun(kind, name, plan) for name in SIDES]
    tasks: Tasks = problem.tasks(problem.shape(kind.shot, kind.query), plan.seed)
    events = [learning.train(training, tasks, None) for training in trainings]
    until = time.monotonic() + plan.seconds
    done = 0
    while True:
        is_over = done >= plan.tasks or time.monotonic() >= until
        if is_over or done in kind.kept_at:
            on_start(_pair(plan, done, trainings))
        if is_over:
            return
        reporter.report(_share(plan, done, until), message(kind.learning, tasks=done))
        done = min(done + kind.at_once, plan.tasks)
        for training, happening in zip(trainings, events, strict=True):
            while training.episode < done:
                next(happening)


def _begun(kind: PairKind, approach: str, plan: PairPlan) -> "Training":
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(plan.seed)
        network = kind.network(approach)
    steps = learning.Plan(plan.tasks, kind.at_once, plan.rate, plan.tasks, 0)
    return learning.Training(network, steps)


def _pair(plan: PairPlan, done: int, trainings: "list[Training]") -> StartPair:
    learner, twin = (learning.approach_bytes(training.approach) for training in trainings)
    return StartPair(plan.problem, done, learner, twin)


def _share(plan: PairPlan, done: int, until: float) -> float:
    by_time = 0.0 if plan.seconds == float("inf") else 1 - max(0.0, until - time.monotonic()) / plan.seconds
    return max(done / plan.tasks, by_time)
