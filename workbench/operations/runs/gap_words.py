"""The generalisation gap of a run, between training and validation accuracy, in words that say when it grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from workbench.learning.events import ValidationResult
from workbench.operations.runs.curve import GrowingCurve, RunCurve
from workbench.words import Decimal, Message, marked, message

_BESIDE = 10  # Steps at either side of a validation whose mean it is compared with.
_LEAST_CHECKS = 6  # Two for each third.
_WORTH_SAYING = 0.03  # A significant gap may still be too small to mention.
_NORMAL = 1.96


@dataclass(frozen=True)
class Gap:
    """Accuracies on training and on new classes, 0 to 1, and the 95 % interval of their difference."""

    learning: float
    checking: float
    interval: float

    @property
    def width(self) -> float:
        """How much lower the accuracy on new classes is; 0 where it is not."""
        return max(0.0, self.learning - self.checking)

    @property
    def is_there(self) -> bool:
        """Whether it is more than chance, and enough to mention."""
        return self.width > max(self.interval, _WORTH_SAYING)

    def has_grown_since(self, before: "Gap") -> bool:
        """Whether it is wider than before by more than chance, and enough to mention."""
        chance = sqrt(self.interval**2 + before.interval**2)
        return self.is_there and self.width - before.width > max(chance, _WORTH_SAYING)


@dataclass(frozen=True)
class GapWords:
    """A sentence about the gap, and whether it is one to take note of."""

    text: Message
    grows: bool


def first_and_last_gap(curve: GrowingCurve | RunCurve) -> tuple[Gap, Gap] | None:
    """Return the gaps of the first and of the last third of the validations, None where those are too few.

    They are comparable only where training and validation have the same way.
    """
    third = len(curve.checked) // 3
    if len(curve.checked) < _LEAST_CHECKS or not len(curve.episodes):
        return None
    return _gap(curve, curve.checked[:third]), _gap(curve, curve.checked[-third:])


def gap_words(curve: GrowingCurve) -> GapWords | None:
    """Describe the gap between training and new classes, None while there are too few validations."""
    gaps = first_and_last_gap(curve)
    if gaps is None:
        return None
    first, last = gaps
    width = _percent(last.width)
    if last.has_grown_since(first):
        text = marked("Overfitting: the generalisation gap has grown from {before} to {gap} points.")
        return GapWords(message(text, before=_percent(first.width), gap=width), grows=True)
    figures = {"learning": _percent(last.learning), "checking": _percent(last.checking)}
    if last.is_there:
        text = marked("{learning} % training, {checking} % validation: a generalisation gap of {gap} points.")
        return GapWords(message(text, **figures, gap=width), grows=False)
    text = marked("{learning} % training, {checking} % validation: hardly any gap.")
    return GapWords(message(text, **figures), grows=False)


def _gap(curve: GrowingCurve | RunCurve, checks: Sequence[ValidationResult]) -> Gap:
    means: list[float] = []
    squares: list[float] = []
    for check in checks:
        # The steps on both sides of it: those before alone would lag behind fast learning.
        index = int(np.searchsorted(curve.episodes, check.episode, side="right"))
        beside = curve.accuracy[max(0, index - _BESIDE) : index + _BESIDE]
        means.append(float(beside.mean()))
        squares.append(check.ci95**2 + _NORMAL**2 * float(beside.var()) / len(beside))
    checking = sum(check.accuracy for check in checks) / len(checks)
    return Gap(sum(means) / len(means), checking, sqrt(sum(squares)) / len(squares))


def _percent(share: float) -> Decimal:
    return Decimal(100 * share, 0)
