"""Panels stand beside and above each other where there is room, and one at a time where there is none."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.ui.controls.pair import Pair, Panel
from workbench.ui.controls.panel_grid import PanelGrid
from workbench.ui.services.settings import Settings


@pytest.fixture
def panels() -> list[Panel]:
    return [Panel(name, QLabel(name)) for name in ("one", "two", "three", "four")]


@pytest.fixture
def grid(qtbot: QtBot, panels: list[Panel], settings: Settings) -> PanelGrid:
    pairs = Pair("upper", panels[0], panels[1], settings), Pair("under", panels[2], panels[3], settings)
    grid = PanelGrid("grid", *pairs, settings)
    qtbot.addWidget(grid)
    grid.show()
    return grid


def visible(panels: list[Panel]) -> list[str]:
    return [panel.name for panel in panels if panel.isVisible()]


def test_a_large_window_shows_all_four(grid: PanelGrid, panels: list[Panel]) -> None:
    grid.resize(900, 600)
    assert visible(panels) == ["one", "two", "three", "four"]


def test_a_narrow_one_shows_two_under_tabs(grid: PanelGrid, panels: list[Panel]) -> None:
    grid.resize(450, 600)
    assert visible(panels) == ["one", "three"]


def test_a_short_one_shows_the_chosen_panel(grid: PanelGrid, panels: list[Panel]) -> None:
    grid.resize(450, 300)
    assert visible(panels) == ["one"]
    grid.tabs.setCurrentIndex(3)
    assert visible(panels) == ["four"]
    grid.resize(900, 600)
    assert visible(panels) == ["one", "two", "three", "four"]
