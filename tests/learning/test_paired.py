"""Differences with intervals: pairing takes out what is hard for both."""

import numpy as np
import pytest

from workbench.learning.paired import Difference, independent_difference, mean_with_interval, paired_difference


def test_the_interval_is_that_of_the_differences() -> None:
    found = paired_difference([0.9, 0.7, 0.5, 0.3], [0.8, 0.7, 0.3, 0.2])
    assert found.mean == pytest.approx(0.1)
    assert found.ci95 == pytest.approx(1.96 * np.std([0.1, 0.0, 0.2, 0.1], ddof=1) / 2)


def test_what_is_hard_for_both_does_not_widen_a_paired_interval() -> None:
    draw = np.random.default_rng(0)
    hardness = draw.uniform(0.2, 0.9, 300)
    one, other = hardness + 0.02 + draw.normal(0, 0.01, 300), hardness + draw.normal(0, 0.01, 300)
    paired, independent = (ask(list(one), list(other)) for ask in (paired_difference, independent_difference))
    assert paired.mean == pytest.approx(independent.mean)
    assert paired.is_above
    assert not independent.is_above


@pytest.mark.parametrize(("mean", "above", "below"), [(0.2, True, False), (0.05, False, False), (-0.2, False, True)])
def test_a_difference_is_clear_only_where_its_whole_interval_is_on_one_side(
    mean: float, above: bool, below: bool
) -> None:
    found = Difference(mean, 0.1)
    assert (found.is_above, found.is_below) == (above, below)


def test_ninety_five_of_a_hundred_intervals_hold_the_truth() -> None:
    draws = np.random.default_rng(1).normal(0.5, 0.1, (1000, 100))
    found = [mean_with_interval(list(each)) for each in draws]
    share = np.mean([abs(each.mean - 0.5) <= each.ci95 for each in found])
    assert 0.93 < share < 0.97


def test_a_single_value_has_no_spread() -> None:
    assert mean_with_interval([0.4]) == Difference(0.4, 0.0)


def test_different_numbers_of_episodes_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="shorter"):
        paired_difference([0.1, 0.2], [0.1])
