"""What is said of the gap between the classes a run learns from and new ones."""

from collections.abc import Callable

import numpy as np
import pytest

from workbench.learning.events import TrainingStep, ValidationResult
from workbench.operations.runs.curve import GrowingCurve
from workbench.operations.runs.gap_words import GapWords, gap_words

Shares = Callable[[float], float]  # How far the run is, 0 to 1 -> an accuracy.


def curve_of(learning: Shares, checking: Shares, *, checks: int = 12, ci95: float = 0.01) -> GrowingCurve:
    """A run of 600 steps whose accuracies follow two functions, the training's under the noise of its episodes."""
    made, draw = GrowingCurve(), np.random.default_rng(0)
    for step in range(1, 601):
        noisy = float(np.clip(learning(step / 600) + 0.06 * draw.normal(), 0, 1))
        made.append(TrainingStep(4 * step, 1.0, noisy, 1e-3, float(step)))
    for number in range(1, checks + 1):
        made.add_validation(ValidationResult(2400 * number // checks, checking(number / checks), ci95, best=False))
    return made


def words_of(curve: GrowingCurve) -> GapWords:
    words = gap_words(curve)
    assert words is not None
    return words


def test_a_gap_that_grows_is_said_with_its_figures() -> None:
    words = words_of(curve_of(lambda share: 0.6 + 0.35 * share, lambda share: 0.6 + 0.05 * share))
    assert words.grows
    assert "has grown from 6 to 26" in str(words.text)


def test_a_gap_that_stays_is_said_without_alarm() -> None:
    words = words_of(curve_of(lambda share: 0.85, lambda share: 0.7))
    assert not words.grows
    assert [str(words.text).count(figure) for figure in ("85 % training", "70 % validation", "15 points")] == [1, 1, 1]


@pytest.mark.parametrize("checked", [0.7, 0.69, 0.8])
def test_what_chance_may_have_made_is_hardly_a_gap(checked: float) -> None:
    words = words_of(curve_of(lambda share: 0.7, lambda share: checked))
    assert not words.grows
    assert "gap" not in words.text.values


def test_new_classes_that_were_easier_at_first_make_no_growth() -> None:
    words = words_of(curve_of(lambda share: 0.7, lambda share: 0.9 - 0.2 * share))
    assert not words.grows


def test_wide_intervals_hide_a_growth() -> None:
    learning, checking = (lambda share: 0.6 + 0.1 * share), (lambda share: 0.6)
    assert words_of(curve_of(learning, checking)).grows
    assert not words_of(curve_of(learning, checking, ci95=0.2)).grows


@pytest.mark.parametrize("checks", [0, 1, 5])
def test_few_validations_say_nothing(checks: int) -> None:
    assert gap_words(curve_of(lambda share: 0.9, lambda share: 0.5, checks=checks)) is None


def test_a_curve_without_steps_says_nothing() -> None:
    assert gap_words(GrowingCurve()) is None
