"""The made ratings."""

import numpy as np

from workbench.learning.recommender.made_ratings import PEOPLE, PICTURES, made_pictures, made_ratings


def test_they_are_the_same_for_the_same_seed_and_others_for_another() -> None:
    one, same, other = made_ratings(), made_ratings(), made_ratings(1)
    assert np.array_equal(one.rating, same.rating)
    assert (one.of_people, one.of_items) == (same.of_people, same.of_items)
    assert not np.array_equal(one.rating, other.rating)


def test_everybody_rates_thirty_different_pictures_from_one_to_five() -> None:
    data = made_ratings()
    assert len(set(made_pictures())) == len(set(data.items)) == PICTURES == 30
    assert len(data.people) == PEOPLE == 200
    assert all(len(rows) == PICTURES for rows in data.rows_of_people)
    assert sorted(set(data.rating)) == [1, 2, 3, 4, 5]
    assert [attribute.name for attribute in data.of_items] == ["shape", "colour", "pattern", "size", "count"]


def test_people_differ_more_than_pictures_do() -> None:
    table = made_ratings().rating.reshape(PEOPLE, PICTURES)
    assert (table - table.mean(0)).std() > 2 * table.mean(0).std()
