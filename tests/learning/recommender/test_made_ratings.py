"""The made ratings."""

import numpy as np

from workbench.learning.recommender.made_ratings import PEOPLE, PICTURES, made_pictures, made_ratings, made_stranger


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


def test_a_strangers_taste_is_of_another_kind_than_anybodys() -> None:
    table = made_ratings().rating.reshape(PEOPLE, PICTURES)
    beyond = table - table.mean(0) - (table - table.mean(0)).mean(1, keepdims=True)
    _, sizes, kinds = np.linalg.svd(beyond, full_matrices=False)
    assert (sizes[:3] ** 2).sum() > 0.7 * (sizes**2).sum()

    def explained(given: np.ndarray) -> float:
        apart = given - table.mean(0)
        apart = apart - apart.mean()
        return float(((kinds[:3] @ apart) ** 2).sum() / (apart**2).sum())

    strangers = [made_stranger(number) for number in range(20)]
    assert all(given.shape == (PICTURES,) and set(given) <= {1, 2, 3, 4, 5} for given in strangers)
    assert not np.array_equal(strangers[0], strangers[1])
    assert np.array_equal(strangers[0], made_stranger(0))
    assert np.mean([explained(given) for given in strangers]) < 0.3
    assert np.mean([explained(given) for given in table]) > 0.6
