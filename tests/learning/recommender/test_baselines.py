"""Baselines of ratings, worked out by hand on tables of a few people."""

import numpy as np
import pytest

from workbench.learning.recommender.baselines import RATING_BASELINES, Known, biases, item_mean, item_neighbours
from workbench.learning.recommender.rating_set import RatingSet

NOTHING, NO_RATINGS = np.zeros(0, np.int64), np.zeros(0)
# Two tastes: who likes items 0 and 1 dislikes 2 and 3, and the other way round.
LIKES = np.array([[5, 5, 1, 1], [1, 1, 5, 5]] * 20, np.float64)


def given(table: np.ndarray) -> RatingSet:
    people, items = table.shape
    person, item = np.divmod(np.arange(table.size), items)
    return RatingSet(tuple(map(str, range(people))), tuple(map(str, range(items))), person, item, table.ravel())


def test_an_items_mean_is_shrunk_by_five_ratings_towards_the_mean_of_all() -> None:
    known = Known(given(np.array([[5.0, 1.0], [4.0, 2.0]])), np.arange(2))
    assert item_mean(known)(NOTHING, NO_RATINGS, np.arange(2)) == pytest.approx([(9 + 5 * 3) / 7, (3 + 5 * 3) / 7])


def test_only_the_people_to_learn_from_count() -> None:
    known = Known(given(np.array([[5.0, 1.0], [1.0, 5.0]])), np.array([0]))
    assert known.mean == 3
    assert known.counts.tolist() == [1, 1]
    assert known.shrunk == pytest.approx([(5 + 15) / 6, (1 + 15) / 6])


def test_a_generous_person_is_foretold_to_give_more_of_everything() -> None:
    known = Known(given(np.full((4, 2), 3.0)), np.arange(4))
    # One point above, shrunk by five ratings of nothing: 1 / 6.
    assert biases(known)(np.array([0]), np.array([4.0]), np.array([1])) == pytest.approx([3 + 1 / 6])


@pytest.mark.parametrize("name", ["item_neighbours", "ridge"])
def test_what_is_liked_together_is_foretold_together(name: str) -> None:
    known = Known(given(LIKES), np.arange(len(LIKES)))
    foretold = RATING_BASELINES[name](known)(np.array([0, 2]), np.array([5.0, 1.0]), np.array([1, 3]))
    assert foretold[0] > 3.2
    assert foretold[1] < 2.8


def test_a_neighbours_rating_counts_in_full_where_they_always_agree() -> None:
    known = Known(given(LIKES), np.arange(len(LIKES)))
    bias = (5 - 3) / (1 + 5)
    # Item 1 is like item 0, 2 and 3 are unlike: only what biases leave of the one rating is handed on.
    foretold = item_neighbours(known)(np.array([0]), np.array([5.0]), np.array([1, 2]))
    assert foretold == pytest.approx([3 + bias + (2 - bias), 3 + bias])
