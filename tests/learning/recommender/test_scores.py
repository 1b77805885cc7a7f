"""Scores of foretold ratings, worked out by hand."""

import numpy as np
import pytest

from workbench.learning.recommender.scores import absolute_error, precision, ranking_gain

GIVEN = np.array([5.0, 4.0, 3.0, 2.0, 1.0])


def test_the_error_is_the_mean_distance() -> None:
    assert absolute_error(np.array([4.0, 4.0, 3.0, 4.0, 1.0]), GIVEN) == pytest.approx(3 / 5)


def test_naming_the_two_best_first_is_right_and_the_two_worst_wrong() -> None:
    assert precision(GIVEN, GIVEN, 2) == ranking_gain(GIVEN, GIVEN, 2) == 1
    assert precision(-GIVEN, GIVEN, 2) == ranking_gain(-GIVEN, GIVEN, 2) == 0


def test_a_hit_in_the_first_place_gains_more_than_one_in_the_second() -> None:
    first, second = np.array([9.0, 0, 8, 0, 0]), np.array([8.0, 0, 9, 0, 0])
    assert precision(first, GIVEN, 2) == precision(second, GIVEN, 2) == 0.5
    weights = 1, 1 / np.log2(3)
    assert ranking_gain(first, GIVEN, 2) == pytest.approx(weights[0] / sum(weights))
    assert ranking_gain(second, GIVEN, 2) == pytest.approx(weights[1] / sum(weights))


def test_what_was_given_equally_counts_by_its_chance_of_being_among_the_best() -> None:
    # One is better than the rest; of four equal ones, one is the second best: each by a chance of 1/4.
    assert precision(np.array([9.0, 8, 7, 6, 5]), np.array([5.0, 3, 3, 3, 3]), 2) == pytest.approx((1 + 1 / 4) / 2)


def test_foretelling_all_alike_is_guessing_whatever_the_order() -> None:
    assert precision(np.zeros(10), np.arange(10.0), 5) == pytest.approx(0.5)
    assert ranking_gain(np.zeros(10), np.arange(10.0), 5) == pytest.approx(0.5)
