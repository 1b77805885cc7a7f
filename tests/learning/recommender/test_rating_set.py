"""What is known of items and people, as numbers."""

import numpy as np
import pytest

from workbench.learning.recommender.rating_set import Attribute, AttributeKind, numbers_of


def test_kinds_are_those_of_the_cells() -> None:
    titles = [f"The story of {number} days" for number in range(30)]
    for cells, kind in (
        (["1", "2", "3.5", ""], AttributeKind.NUMBER),
        (["drama|war", "comedy", "drama"], AttributeKind.CATEGORY),
        (["M", "F", "M"], AttributeKind.CATEGORY),
        (titles, AttributeKind.WORDS),
    ):
        assert Attribute.read("a", cells).kind is kind


def test_a_number_is_standardised_and_an_unknown_one_flagged() -> None:
    numbers = Attribute.read("age", ["10", "20", "30", ""]).numbers()
    assert numbers[:, 0] == pytest.approx([-(1.5**0.5), 0, 1.5**0.5, 0])
    assert numbers[:, 1].tolist() == [0, 0, 0, 1]


def test_categories_of_a_cell_share_one_and_seldom_ones_are_left_out() -> None:
    numbers = Attribute.read("genre", ["a|b", "a", "b", "c"]).numbers()
    assert numbers.tolist() == [[0.5, 0.5], [1, 0], [0, 1], [0, 0]]


def test_words_are_found_in_any_case() -> None:
    numbers = Attribute("title", AttributeKind.WORDS, ("The War", "war, again", "Peace")).numbers()
    assert numbers.tolist() == [[1], [1], [0]]


def test_what_is_alike_everywhere_is_no_number() -> None:
    numbers, widths = numbers_of([Attribute.read("a", ["x"] * 3), Attribute.read("b", ["x", "y", "x"])], 3)
    assert widths == (1,)
    assert numbers.shape == (3, 1)
    assert numbers.dtype == np.float32
