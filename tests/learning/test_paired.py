"""Differences with intervals: pairing takes out what is hard for both."""

import numpy as np
import pytest
from scipy import stats

from workbench.learning.paired import (
    Difference,
    difference_of_means,
    independent_difference,
    mean_with_interval,
    paired_difference,
    probability,
    ratio_with_interval,
)


def test_the_interval_is_that_of_the_differences() -> None:
    one, other = [0.9, 0.7, 0.5, 0.3], [0.8, 0.7, 0.3, 0.2]
    difference, expected = paired_difference(one, other), stats.ttest_rel(one, other).confidence_interval()
    assert (difference.mean - difference.ci95, difference.mean + difference.ci95) == pytest.approx(expected)


def test_samples_of_unequal_spread_have_welchs_interval() -> None:
    one, other = [0.9, 0.7, 0.5, 0.3, 0.8], [0.6, 0.61, 0.62]
    difference = independent_difference(one, other)
    expected = stats.ttest_ind(one, other, equal_var=False).confidence_interval()
    assert (difference.mean - difference.ci95, difference.mean + difference.ci95) == pytest.approx(expected)


def test_two_means_of_which_only_the_intervals_are_known_differ_as_their_samples_do() -> None:
    one, other = [0.9, 0.7, 0.5, 0.3, 0.8], [0.6, 0.61, 0.62]
    known = difference_of_means(mean_with_interval(one), mean_with_interval(other), (5, 3))
    expected = independent_difference(one, other)
    assert (known.mean, known.ci95) == pytest.approx((expected.mean, expected.ci95))


def test_the_probability_is_that_of_students_test() -> None:
    one, other = [0.9, 0.7, 0.5, 0.3], [0.8, 0.7, 0.3, 0.2]
    difference = paired_difference(one, other)
    assert probability(difference.mean, difference.ci95, 3) == pytest.approx(stats.ttest_rel(one, other).pvalue)
    assert probability(0.1, 0.0, 3) == 0
    assert probability(0.0, 0.0, 3) == 1


def test_equal_values_have_no_spread() -> None:
    assert independent_difference([1.0, 1.0], [0.5, 0.5]) == Difference(0.5, 0.0)
    assert independent_difference([1.0], [0.5, 0.7]).ci95 > 0


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
    difference = Difference(mean, 0.1)
    assert (difference.is_above, difference.is_below) == (above, below)


def test_ninety_five_of_a_hundred_intervals_hold_the_truth() -> None:
    draws = np.random.default_rng(1).normal(0.5, 0.1, (1000, 100))
    means = [mean_with_interval(list(values)) for values in draws]
    share = np.mean([abs(mean.mean - 0.5) <= mean.ci95 for mean in means])
    assert 0.93 < share < 0.97


def test_ninety_five_of_a_hundred_intervals_of_a_ratio_hold_it() -> None:
    draw = np.random.default_rng(2)
    inside = list[bool]()
    for _ in range(400):
        wholes = draw.integers(20, 80, 100)
        ratio = ratio_with_interval(list(draw.binomial(wholes, draw.beta(18, 2, 100))), list(wholes))
        inside.append(abs(ratio.mean - 0.9) <= ratio.ci95)
    assert 0.91 < np.mean(inside) < 0.99


def test_a_ratio_is_that_of_the_sums_and_of_nothing_it_is_none() -> None:
    assert ratio_with_interval([1.0, 9.0], [2.0, 18.0]) == Difference(0.5, 0.0)
    assert ratio_with_interval([0.0, 9.0], [0.0, 18.0]).mean == 0.5
    assert ratio_with_interval([0.0, 0.0], [0.0, 0.0]) == Difference(0.0, 0.0)


def test_a_single_value_has_no_spread() -> None:
    assert mean_with_interval([0.4]) == Difference(0.4, 0.0)


def test_different_numbers_of_episodes_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="shorter"):
        paired_difference([0.1, 0.2], [0.1])
