"""The learning curve of a run: its measurements at each step, stored or still growing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from workbench.errors import UserError
from workbench.facts import fact
from workbench.facts.problems import lower_is_better_in
from workbench.learning.events import TrainingStep, ValidationResult
from workbench.operations.runs.run_settings import RunSettings, lower_is_better, settings_from_json
from workbench.store.models import Measurement, Run
from workbench.store.project import Project

Values = NDArray[np.float64]

_RECENT_SECONDS = 120.0  # Long enough for a few validations to count in the rate, short enough to follow a change.
_LEAST_SECONDS = 2.0
_LEAST_STEPS = 3
_FIRST_ROOM = 256


def smoothed(values: Values, window: int = 20) -> Values:
    """Return the mean of each value and up to `window` - 1 before it."""
    sums = np.cumsum(np.insert(values, 0, 0.0))
    ends = np.arange(1, len(values) + 1)
    starts = np.maximum(0, ends - window)
    return (sums[ends] - sums[starts]) / (ends - starts)


@dataclass(frozen=True, eq=False)
class RunCurve:
    """The measurements of a run at each step (all arrays of one length, in order of episodes) and its validations.

    `way` is the number of classes in an episode of validation, `training_way` that among which training
    classifies an image; accuracies go from 0 to 1.
    """

    way: int
    training_way: int
    episodes: NDArray[np.int64]
    loss: Values
    accuracy: Values
    seconds: Values
    checked: tuple[ValidationResult, ...]

    @property
    def smoothed_loss(self) -> Values:
        """The loss, each the mean of up to twenty steps."""
        return smoothed(self.loss)

    @property
    def smoothed_accuracy(self) -> Values:
        """The accuracy, each the mean of up to twenty steps."""
        return smoothed(self.accuracy)


@dataclass(frozen=True)
class Ways:
    """The number of classes in an episode of validation, and that among which training classifies an image."""

    validation: int
    training: int


def ways_of(settings: RunSettings) -> Ways:
    """Return the ways of a run from its settings: as requested until they are known, or where nothing validates it."""
    return Ways(settings.validation_way or settings.way, settings.training_way or settings.way)


def run_curve(project: Project, run: int) -> RunCurve:
    """Read the curve of a run up to its last checkpoint. Raises UserError when there is no such run."""
    columns = (
        Measurement.episode, Measurement.loss, Measurement.accuracy, Measurement.seconds,
        Measurement.validation_accuracy, Measurement.validation_ci95,
    )  # fmt: skip
    with project.read() as session:
        stored = session.scalar(select(Run.settings).where(Run.id == run))
        query = select(*columns).where(Measurement.run_id == run).order_by(Measurement.episode)
        rows = [tuple(row) for row in session.execute(query)]
    if stored is None:
        raise UserError(fact("run.not_there", run=run))
    settings = settings_from_json(stored)
    ways = ways_of(settings)
    # Of episode 0 there is at most a validation.
    numbers = np.array([row[:4] for row in rows if row[0]], np.float64).reshape(-1, 4)
    episodes, loss, accuracy, seconds = numbers.T.copy()
    checked = _checked(rows, lower_is_better=lower_is_better(settings))
    return RunCurve(ways.validation, ways.training, episodes.astype(np.int64), loss, accuracy, seconds, checked)


def _checked(rows: Sequence[Sequence[Any]], *, lower_is_better: bool) -> tuple[ValidationResult, ...]:
    results: list[ValidationResult] = []
    sign = -1.0 if lower_is_better else 1.0
    best = -inf
    for episode, *_, accuracy, ci95 in rows:
        if accuracy is None:
            continue
        results.append(ValidationResult(episode, accuracy, ci95 or 0.0, sign * accuracy > best))
        best = max(best, sign * accuracy)
    return tuple(results)


def best_validation(checked: Sequence[ValidationResult], problem: str | None) -> ValidationResult | None:
    """Return the best of the validations of a run that learned a problem, or images (None); the first of equals."""
    sign = -1.0 if lower_is_better_in(problem) else 1.0
    return max(checked, key=lambda result: sign * result.accuracy, default=None)


@dataclass(frozen=True, eq=False)
class CurvePoints:
    """Points of a curve to draw, all arrays of one length; accuracies go from 0 to 1."""

    episodes: NDArray[np.int64]
    loss: Values
    accuracy: Values
    smoothed_loss: Values
    smoothed_accuracy: Values


class GrowingCurve:
    """The learning curve of a training in progress; its arrays are views, valid until the next append."""

    def __init__(self) -> None:
        self._rows: Values = np.empty((_FIRST_ROOM, 6))  # episode, loss, accuracy, seconds, smoothed loss and accuracy
        self._count = 0
        self._live_from = 0  # Steps before were measured in another session, perhaps on another device.
        self.checked: list[ValidationResult] = []

    @classmethod
    def of(cls, curve: RunCurve) -> "GrowingCurve":
        """Return a curve that continues a stored one, whose steps do not count in the rate."""
        growing = cls()
        columns = (
            curve.episodes, curve.loss, curve.accuracy, curve.seconds, curve.smoothed_loss, curve.smoothed_accuracy,
        )  # fmt: skip
        growing._rows = np.vstack([np.stack(columns, 1, dtype=np.float64), np.empty((_FIRST_ROOM, 6))])
        growing._count = growing._live_from = len(curve.episodes)
        growing.checked = list(curve.checked)
        return growing

    def __len__(self) -> int:
        """How many steps there are."""
        return self._count

    def add_validation(self, result: ValidationResult) -> None:
        """Add a validation; those at or after its episode are dropped first."""
        self.checked = [*(earlier for earlier in self.checked if earlier.episode < result.episode), result]

    def append(self, step: TrainingStep) -> None:
        """Add a step; what was measured at or after its episode is dropped first."""
        if self._count and step.episode <= self._rows[self._count - 1, 0]:
            self.go_back_to(step.episode - 1)
        if self._count == len(self._rows):
            self._rows = np.vstack([self._rows, np.empty_like(self._rows)])
        self._rows[self._count, :4] = step.episode, step.loss, step.accuracy, step.seconds
        self._count += 1
        recent = self._rows[max(0, self._count - 20) : self._count, 1:3]
        self._rows[self._count - 1, 4:] = recent.mean(0)

    def go_back_to(self, episode: int) -> None:
        """Drop what lies after an episode, where a run resumes from its checkpoint. The rate begins anew."""
        self._count = int(np.searchsorted(self._rows[: self._count, 0], episode, side="right"))
        self._live_from = self._count
        self.checked = [result for result in self.checked if result.episode <= episode]

    @property
    def episodes(self) -> NDArray[np.int64]:
        """The episode of each step."""
        return self._column(0).astype(np.int64)

    @property
    def loss(self) -> Values:
        """The loss of each step."""
        return self._column(1)

    @property
    def accuracy(self) -> Values:
        """The accuracy of each step, 0 to 1."""
        return self._column(2)

    @property
    def seconds(self) -> Values:
        """The run's training time at each step."""
        return self._column(3)

    @property
    def smoothed_loss(self) -> Values:
        """The loss, each the mean of up to twenty steps."""
        return self._column(4)

    @property
    def smoothed_accuracy(self) -> Values:
        """The accuracy, each the mean of up to twenty steps."""
        return self._column(5)

    def thinned(self, most: int) -> CurvePoints:
        """Return at most `most` (at least 2) points, evenly spread, the first and the last among them."""
        indices = np.arange(self._count)
        if self._count > most:
            indices = np.linspace(0, self._count - 1, max(2, most)).round().astype(np.int64)
        rows = self._rows[indices]
        return CurvePoints(rows[:, 0].astype(np.int64), rows[:, 1], rows[:, 2], rows[:, 4], rows[:, 5])

    @property
    def episodes_per_second(self) -> float | None:
        """The rate over the last two minutes, validations included; None until two seconds and three steps are in."""
        live = self._rows[self._live_from : self._count, [0, 3]]
        if not len(live):
            return None
        recent = live[live[:, 1] >= live[-1, 1] - _RECENT_SECONDS]
        episodes, seconds = recent[-1] - recent[0]
        if len(recent) <= _LEAST_STEPS or seconds < _LEAST_SECONDS:
            return None
        return float(episodes / seconds)

    def time_left(self, episodes_total: int) -> float | None:
        """Return the seconds until that many episodes are done, or None while the rate is not known."""
        rate = self.episodes_per_second
        if rate is None:
            return None
        return max(0.0, episodes_total - self._rows[self._count - 1, 0]) / rate

    def _column(self, number: int) -> Values:
        return self._rows[: self._count, number]
