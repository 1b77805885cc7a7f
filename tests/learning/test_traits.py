"""A table of traits becomes numbers by a scheme that later tables are read by, whatever they look like."""

import json

import numpy as np
import pytest

from workbench.learning.trait_cells import (
    TraitKind,
    answer_in,
    categories_in,
    is_blank,
    kind_of,
    number_in,
    trait_key,
)
from workbench.learning.traits import TraitScheme, fit_scheme

COLUMNS = (
    ("Wing length", TraitKind.NUMBER),
    ("Hairy", TraitKind.YES_NO),
    ("Colour", TraitKind.CATEGORY),
    ("Spots", TraitKind.MARK),
)
NAMES = tuple(name for name, _ in COLUMNS)
ROWS = (
    ("2", "yes", "red", "x"),
    ("4", "no", "blue", ""),
    ("6", "?", "red|green", ""),
)


@pytest.fixture
def scheme() -> TraitScheme:
    return fit_scheme(COLUMNS, ROWS)


def test_numbers_are_standardised_answers_are_signs_and_categories_have_a_place_each(scheme: TraitScheme) -> None:
    spread = np.sqrt(8 / 3)
    expected = [
        #  number       hairy, unknown  blue green red  spots
        [-2 / spread, 1, 0, 0, 0, 1, 1],
        [0, -1, 0, 1, 0, 0, -1],
        [2 / spread, 0, 1, 0, 1, 1, -1],
    ]
    assert scheme.width == 7
    np.testing.assert_allclose(scheme.encode(ROWS), expected, rtol=1e-12)


def test_an_unknown_cell_changes_its_own_numbers_only(scheme: TraitScheme) -> None:
    (whole, less) = scheme.encode([("6", "no", "red", "x"), ("6", "NA", "red", "x")])
    assert np.flatnonzero(whole != less).tolist() == [1, 2]
    assert less[1:3].tolist() == [0, 1]
    (usual, unknown) = scheme.encode([("4", "no", "red", "x"), ("?", "no", "red", "x")])
    assert usual.tolist() == unknown.tolist()  # No flag: what to make of it could not be learned.


def test_a_category_that_was_never_seen_is_zero_everywhere(scheme: TraitScheme) -> None:
    assert scheme.encode([("2", "yes", "violet", "x")])[0, 3:6].tolist() == [0, 0, 0]
    assert scheme.encode([("2", "yes", "violet; Red", "x")])[0, 3:6].tolist() == [0, 0, 1]


def test_a_class_of_which_nothing_is_known_has_no_traits(scheme: TraitScheme) -> None:
    encoded = scheme.encode([("?", "", "-", ""), None, ("tall", "perhaps", "", "?"), ROWS[0]])
    assert np.isnan(encoded[:3]).all()
    assert np.isfinite(encoded[3]).all()
    assert scheme.encode([]).shape == (0, 7)


def test_a_scheme_comes_back_from_json_as_it_was(scheme: TraitScheme) -> None:
    stored = json.loads(json.dumps(scheme.as_json()))
    back = TraitScheme.from_json(stored)
    assert back == scheme
    assert back.encode(ROWS).tobytes() == scheme.encode(ROWS).tobytes()


def test_another_table_is_read_by_the_names_of_its_columns(scheme: TraitScheme) -> None:
    names = ("colour", "legs", " WING_length", "spots")
    row = scheme.cells_of(names, ("BLUE", "6", "4,0", "x"))
    assert row == ("4,0", "?", "BLUE", "x")
    np.testing.assert_array_equal(scheme.encode([row])[0], [0, 0, 1, 1, 0, 0, 1])
    assert scheme.lacking(names) == ("Hairy",)
    assert scheme.lacking(NAMES) == ()


def test_a_mark_that_is_missing_says_no_but_a_missing_column_says_nothing(scheme: TraitScheme) -> None:
    with_column = scheme.cells_of(("hairy", "spots"), ("yes", ""))
    without = scheme.cells_of(("hairy",), ("yes",))
    assert scheme.encode([with_column])[0, 6] == -1
    assert scheme.encode([without])[0, 6] == 0


def test_columns_that_tell_no_classes_apart_are_left_out() -> None:
    columns = [("same", TraitKind.NUMBER), ("name", TraitKind.CATEGORY), ("kind", TraitKind.CATEGORY)]
    rows = [("1", f"species {number}", "ab"[number % 2]) for number in range(6)]
    assert [column.name for column in fit_scheme(columns, rows).columns] == ["kind"]
    assert fit_scheme(columns[:1], rows[:2]).columns == ()


def test_the_order_of_classes_does_not_matter(scheme: TraitScheme) -> None:
    again = fit_scheme(COLUMNS, ROWS[::-1])
    np.testing.assert_allclose(again.encode(ROWS), scheme.encode(ROWS), rtol=1e-12)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1,5", "2", "?"], TraitKind.NUMBER),
        (["5-7", "3 – 4", "10"], TraitKind.NUMBER),
        (["1", "0", "NA"], TraitKind.YES_NO),
        (["sí", "No", ""], TraitKind.YES_NO),
        (["verdadero", "FALSO"], TraitKind.YES_NO),
        (["x", "", "X"], TraitKind.MARK),
        (["+", "-", "+"], TraitKind.MARK),
        (["x", "?"], TraitKind.YES_NO),
        (["red", "1"], TraitKind.CATEGORY),
        (["0", "1", "2"], TraitKind.NUMBER),
        (["inf", "1"], TraitKind.CATEGORY),
    ],
)
def test_the_kind_of_a_column_is_told_by_all_its_cells(cells: list[str], kind: TraitKind) -> None:
    assert kind_of(cells) is kind


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3.0),
        ("-2.5", -2.5),
        ("2,5", 2.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1e3", 1000.0),
        ("5-7", 6.0),
        ("0,5–1,5", 1.0),
        ("1e999", None),
        ("1.2.3", None),
        ("nan", None),
        ("three", None),
        ("5-", None),
    ],
)
def test_numbers_are_read_as_they_are_written_in_many_countries(text: str, number: float | None) -> None:
    assert number_in(text) == number


def test_answers_blanks_categories_and_names_are_read_whatever_their_case() -> None:
    assert [answer_in(word) for word in ("YES", "Sí", "no", "0", "maybe", "")] == [True, True, False, False, None, None]
    assert all(map(is_blank, ("", " ", "?", "NA", "n/a", "-")))
    assert categories_in("Dark red | white;? |dark_RED") == ("darkred", "white")
    assert trait_key("Vanessa_Atalanta ") == trait_key("vanessa atalanta")
    assert trait_key("lápiz") == trait_key("la\N{COMBINING ACUTE ACCENT}piz") != trait_key("lapiz")
