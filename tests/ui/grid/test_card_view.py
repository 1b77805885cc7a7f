"""The grid of cards, used as lists are: keyboard, mouse, and what stays when other cards are shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from workbench.errors import UserError
from workbench.ui.grid.card_view import CardView
from workbench.ui.grid.cards import Cards, Section
from workbench.ui.look.theme import Theme
from workbench.ui.services.thumbnails import Thumbnails
from workbench.words import Message


@dataclass(frozen=True)
class Picture:
    id: int
    path: Path
    sha256: bytes


def pictures(*ids: int) -> list[Picture]:
    return [Picture(number, Path(f"{number}.png"), bytes([number % 256])) for number in ids]


def made(path: Path, sha256: bytes, longest: int) -> NDArray[np.uint8]:
    if path.name == "7.png":
        raise UserError(Message("The file is damaged."))
    return np.full((8, 8, 3), int(path.stem) % 256, np.uint8)


@pytest.fixture
def thumbnails(qapp: object) -> Iterator[Thumbnails]:
    thumbnails = Thumbnails(made)
    yield thumbnails
    thumbnails.close()


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme, thumbnails: Thumbnails) -> CardView:
    grid = CardView(theme, thumbnails, picture=96)
    qtbot.addWidget(grid)
    grid.resize(480, 400)
    grid.show()
    grid.show_cards(Cards(pictures(*range(100)), (Section("Oak", 60), Section("Ash", 40))))
    return grid


def press(qtbot: QtBot, grid: CardView, *keys: Qt.Key, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in keys:
        qtbot.keyClick(grid, key, held)


def click(qtbot: QtBot, grid: CardView, row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    middle = grid.visualRect(grid.model().index(row, 0)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, middle)


def test_arrows_move_and_shift_extends(qtbot: QtBot, grid: CardView) -> None:
    click(qtbot, grid, 0)
    press(qtbot, grid, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert grid.selected_ids() == [2]
    press(qtbot, grid, Qt.Key.Key_Right, Qt.Key.Key_Right, shift=True)
    assert grid.selected_ids() == [2, 3, 4]
    press(qtbot, grid, Qt.Key.Key_Left, shift=True)
    assert grid.selected_ids() == [2, 3]
    press(qtbot, grid, Qt.Key.Key_End)
    assert grid.current_id() == 99


def test_a_card_moved_to_is_on_the_screen(qtbot: QtBot, grid: CardView) -> None:
    click(qtbot, grid, 0)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        press(qtbot, grid, key)
        assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))


def test_clicks_select_one_a_range_or_some(qtbot: QtBot, grid: CardView) -> None:
    click(qtbot, grid, 1)
    click(qtbot, grid, 3, Qt.KeyboardModifier.ShiftModifier)
    assert grid.selected_ids() == [1, 2, 3]
    click(qtbot, grid, 2, Qt.KeyboardModifier.ControlModifier)
    assert grid.selected_ids() == [1, 3]
    click(qtbot, grid, 1)
    assert grid.selected_ids() == [1]
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert grid.selected_ids() == []


def test_control_a_selects_all(qtbot: QtBot, grid: CardView) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert grid.selected_ids() == list(range(100))


def test_when_the_current_card_leaves_the_one_in_its_place_is_current(qtbot: QtBot, grid: CardView) -> None:
    click(qtbot, grid, 2)
    grid.show_cards(Cards(pictures(0, 1, *range(3, 100)), (Section("Oak", 59), Section("Ash", 40))))
    assert grid.current_id() == 3
    assert grid.selected_ids() == [3]


def test_nothing_jumps_when_cards_are_shown_in_another_order(qtbot: QtBot, grid: CardView) -> None:
    click(qtbot, grid, 0)
    press(qtbot, grid, *[Qt.Key.Key_Down] * 9)
    press(qtbot, grid, Qt.Key.Key_Right, shift=True)
    current, selected = grid.current_id(), grid.selected_ids()
    before = grid.visualRect(grid.currentIndex()).top()
    grid.show_cards(Cards(pictures(*range(50, 100), *range(50)), (Section("Ash", 50), Section("Oak", 50))))
    assert grid.current_id() == current
    assert grid.selected_ids() == selected
    assert grid.visualRect(grid.currentIndex()).top() == before


def test_a_picture_appears_when_it_was_made_and_trouble_is_told(
    qtbot: QtBot, grid: CardView, thumbnails: Thumbnails
) -> None:
    first, broken = pictures(0, 7)
    qtbot.waitUntil(lambda: thumbnails.picture(first.path, first.sha256) is not None)
    qtbot.waitUntil(lambda: bool(thumbnails.trouble(broken.sha256)))
    assert thumbnails.picture(broken.path, broken.sha256) is None
    assert thumbnails.trouble(broken.sha256) == "The file is damaged."


def test_an_image_that_was_found_elsewhere_is_shown(qtbot: QtBot, thumbnails: Thumbnails) -> None:
    (broken,) = pictures(7)
    assert thumbnails.picture(broken.path, broken.sha256) is None
    qtbot.waitUntil(lambda: bool(thumbnails.trouble(broken.sha256)))
    elsewhere = Path("8.png")
    qtbot.waitUntil(lambda: thumbnails.picture(elsewhere, broken.sha256) is not None)


def test_a_key_may_belong_to_the_page(qtbot: QtBot, grid: CardView) -> None:
    taken: list[int] = []
    grid.on_key = lambda event: event.key() == Qt.Key.Key_Return and (taken.append(event.key()) or True)
    click(qtbot, grid, 0)
    press(qtbot, grid, Qt.Key.Key_Return, Qt.Key.Key_Right)
    assert taken == [Qt.Key.Key_Return]
    assert grid.current_id() == 1


def test_space_and_double_click_open_a_card(qtbot: QtBot, grid: CardView) -> None:
    click(qtbot, grid, 4)
    with qtbot.waitSignal(grid.opened) as heard:
        press(qtbot, grid, Qt.Key.Key_Space)
    assert heard.args == [4]
    middle = grid.visualRect(grid.model().index(1, 0)).center()
    with qtbot.waitSignal(grid.opened) as heard:
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard.args == [1]
