"""The CPU time of a plan: how many episodes fit into it, and how much of it is spent, over all starts."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from tests.benchmarks.fidelity.plans import Planned
from workbench import learning
from workbench.learning.evaluation import try_episodes
from workbench.learning.events import TrainingStep
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import TrainingRequest
from workbench.operations.runs.training_data import TrainingMaterial, run_settings
from workbench.operations.runs.training_request import fresh_training, plan_of
from workbench.words import Message

_ENDLESS = 10**9
_KEPT_EVERY = 10.0  # seconds
_TALKING_EVERY = 60.0


@dataclass(frozen=True)
class Sizes:
    """How much is tried: test episodes of each setting, validations and the episodes of each, CPU seconds of a trial.

    `queries` of each class are asked in a test of so many ways, about as many in an episode.
    """

    tests: int = 1000
    validations: int = 12
    validation_episodes: int = 150
    trial: float = 20.0

    @staticmethod
    def queries(way: int) -> int:
        """Return how many images of each class a test asks for."""
        return 15 if way < 20 else 5


TINY = Sizes(tests=3, validations=2, validation_episodes=2, trial=0.1)


class CpuSpent(Silent):
    """Counts CPU seconds in a file and stops where there are too many, or where the process that started this is gone.

    It is the reporter of the work that is counted.
    """

    def __init__(self, file: Path, limit: float, parent: int | None = None) -> None:
        self._file, self._limit, self._parent = file, limit, parent
        self._before = float(file.read_text()) if file.exists() else 0.0
        self._began, self._kept, self._said = time.process_time(), 0.0, time.monotonic()

    @property
    def seconds(self) -> float:
        """What was spent so far."""
        return self._before + time.process_time() - self._began

    @property
    def is_over(self) -> bool:
        """Whether the limit is reached."""
        return self.seconds > self._limit

    @property
    def is_orphaned(self) -> bool:
        """Whether the process that started this one is gone."""
        return self._parent is not None and os.getppid() != self._parent

    def report(self, share: float | None, text: Message) -> None:
        if self.seconds - self._kept > _KEPT_EVERY:
            self.keep()
        if time.monotonic() - self._said > _TALKING_EVERY:
            self._said = time.monotonic()
            sys.stderr.write(f"{self._file.stem}: {text}\n")
            sys.stderr.flush()
        if self.is_over or self.is_orphaned:
            self.keep()
            raise Cancelled

    def keep(self) -> None:
        """Write down what was spent, so that a kill loses little of it."""
        self._kept = self.seconds
        fresh = self._file.with_suffix(".part")
        fresh.write_text(str(self._kept))
        fresh.replace(self._file)


def affordable(project: Project, plan: Planned, minutes: float, sizes: Sizes) -> TrainingRequest:
    """Return the plan's request with as many episodes as its CPU minutes allow, by a trial of it."""
    with _aside():
        step, episode = _trial(project, plan, sizes)
    tests = sizes.tests * len(plan.cells) * (2 if plan.paper.apart else 1)
    left = 60 * minutes - sizes.trial - (sizes.validations * sizes.validation_episodes + tests) * episode
    per_step = plan.request.episodes_per_step
    # What cannot be foreseen, such as importing torch, takes its share.
    steps = max(sizes.validations, int(0.92 * max(left, 0.3 * 60 * minutes) / step))
    return replace(
        plan.request,
        episodes=steps * per_step,
        validate_every=-(-steps // sizes.validations) * per_step,
        validation_episodes=sizes.validation_episodes,
    )


def _trial(project: Project, plan: Planned, sizes: Sizes) -> tuple[float, float]:
    """Return the CPU seconds of an optimiser step and of a validation episode."""
    settings = run_settings(project, plan.request)
    material = TrainingMaterial.load(project, settings, "cpu", Silent())
    settings = replace(settings, training_classes=material.sampler.classes)
    endless = replace(plan_of(settings), episodes=_ENDLESS, validate_every=_ENDLESS)
    training = fresh_training(settings, material.sampler, endless)
    steps = (event for event in learning.train(training, material.sampler, None) if isinstance(event, TrainingStep))
    next(steps)  # warms up
    step = _seconds(steps, sizes.trial)
    if material.validation is None:
        return step, 0.0
    numbers = iter(range(_ENDLESS))
    return step, _seconds(try_episodes(training.approach.eval().adapt, material.validation, numbers), sizes.trial / 4)


def _seconds(work: Iterator[object], enough: float) -> float:
    """Return the mean CPU seconds of an item of work, by doing it for some seconds."""
    began, done = time.process_time(), 0
    while time.process_time() - began < enough or not done:
        next(work)
        done += 1
    return (time.process_time() - began) / done


@contextmanager
def _aside() -> Iterator[None]:
    """Leave torch's random state as it was."""
    with torch.random.fork_rng([]):
        yield
