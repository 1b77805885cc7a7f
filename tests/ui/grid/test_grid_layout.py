"""Where cards lie: arithmetic that must agree with itself."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.ui.grid.cards import Cards, Section
from workbench.ui.grid.grid_layout import ACT_LINE, GridLayout


@dataclass(frozen=True)
class Picture:
    id: int
    path: Path = Path("a.png")
    sha256: bytes = b""


def layout(*counts: int, width: int = 430, title: str = "Oak") -> GridLayout:
    images = [Picture(number) for number in range(sum(counts))]
    return GridLayout(Cards(images, tuple(Section(title, count) for count in counts)), width, 100, 120, 40)


@pytest.mark.parametrize("counts", [(1,), (4,), (5, 3), (0, 7), (9, 0, 2)])
def test_the_middle_of_every_card_is_that_card(counts: tuple[int, ...]) -> None:
    grid = layout(*counts)
    for row in range(sum(counts)):
        left, top = grid.position(row)
        assert grid.row_at(left + 50, top + 60) == row


def test_between_cards_there_is_none() -> None:
    grid = layout(5)
    left, top = grid.position(1)
    assert grid.row_at(left - 2, top + 5) == -1
    assert grid.row_at(left, top - 20) == -1


@pytest.mark.parametrize("counts", [(50,), (7, 9, 30), (3, 0, 40)])
def test_what_shows_is_what_lies_between_the_edges(counts: tuple[int, ...]) -> None:
    grid = layout(*counts)
    for top in range(0, grid.height, 77):
        shown = {row for rows in grid.visible(top, top + 300) for row in rows}
        overlapping = {
            row for row in range(sum(counts)) if grid.position(row)[1] < top + 300 and grid.position(row)[1] + 120 > top
        }
        assert overlapping <= shown
        assert len(shown - overlapping) <= 2 * grid.columns * len(counts)


def test_down_and_up_keep_the_column_where_there_is_one() -> None:
    grid = layout(6, 5)
    assert grid.columns == 3
    assert grid.beside(1, lines=1) == 4
    assert grid.beside(4, lines=1) == 7
    assert grid.beside(7, lines=1) == 10
    assert grid.beside(8, lines=1) == 10
    assert grid.beside(10, lines=-1) == 7
    assert grid.beside(7, lines=-1) == 4
    assert grid.beside(10, lines=1) == 10
    assert grid.beside(0, lines=-1) == 0
    assert grid.beside(0, lines=100) == 9


def test_an_empty_section_is_stepped_over() -> None:
    assert layout(3, 0, 3).beside(1, lines=1) == 4


@pytest.mark.parametrize(("width", "expected"), [(430, 40 + ACT_LINE), (800, 40)])
def test_a_button_has_a_line_of_its_own_where_there_is_little_room(width: int, expected: int) -> None:
    sections = (Section("Oak", 1, acts=True), Section("Ash", 1))
    grid = GridLayout(Cards([Picture(0), Picture(1)], sections), width, 100, 120, 40)
    assert [grid.heading_of(0), grid.heading_of(1)] == [expected, 40]
    assert grid.position(0)[1] == grid.tops[0] + expected
    assert [grid.heading_at(grid.tops[0] + y) for y in (0, expected - 1, expected)] == [0, 0, -1]
    assert grid.heading_at(grid.tops[1]) == 1
