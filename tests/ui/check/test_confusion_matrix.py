"""The confusion matrix: as large as it fits, never too small to see, and legible to those who use no mouse."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from workbench.ui.check.confusion_colors import matrix_image, shares_of
from workbench.ui.check.confusion_matrix import ConfusionMatrix
from workbench.ui.check.matrix_layout import MatrixLayout
from workbench.ui.controls.row_view import plain
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import DARK, LIGHT, Colors


def made(qtbot: QtBot, theme: Theme, size: int) -> ConfusionMatrix:
    matrix = ConfusionMatrix(theme, lambda row, column: f"{row} as {column}", "Confusion matrix")
    qtbot.addWidget(matrix)
    matrix.resize(500, 400)
    matrix.show()
    counts = np.ones((size, size), np.int64) + 20 * np.eye(size, dtype=np.int64)
    matrix.show_matrix(tuple(f"class {number}" for number in range(size)), counts, ())
    return matrix


@pytest.mark.parametrize("count", [1, 2, 16, 40, 66, 67, 300, 1000])
def test_cells_fit_where_they_can_and_never_shrink_below_six_pixels(count: int) -> None:
    layout = MatrixLayout.fitting(count, 500, 400, 90)
    assert 6 <= layout.cell <= 44
    assert layout.cell == 6 or layout.top + layout.side <= 400
    assert layout.has_names == (layout.cell >= 15)


def test_a_point_beside_the_matrix_is_no_cell() -> None:
    layout = MatrixLayout(3, 10, 50, 40)
    assert layout.cell_at(29, 0) == (0, 2)
    assert layout.cell_at(30, 0) is None
    assert layout.cell_at(0, -1) is None


def test_hundreds_of_classes_scroll_and_the_cursor_stays_in_view(qtbot: QtBot, theme: Theme) -> None:
    matrix = made(qtbot, theme, 300)
    matrix.move_cursor(299, 299)
    assert matrix.verticalScrollBar().value() == matrix.verticalScrollBar().maximum() > 0
    assert matrix.viewport().rect().contains(matrix.cell_rect(299, 299))
    qtbot.keyClick(matrix, Qt.Key.Key_Home)
    assert matrix.viewport().rect().contains(matrix.cell_rect(299, 0))


def test_the_cursor_stops_at_the_edges_and_is_described(qtbot: QtBot, theme: Theme) -> None:
    matrix = made(qtbot, theme, 4)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        qtbot.keyClick(matrix, key)
    assert matrix.cursor_cell == (3, 1)
    assert matrix.accessibleDescription() == "3 as 1"


def test_a_click_on_a_name_chooses_no_cell(qtbot: QtBot, theme: Theme) -> None:
    matrix = made(qtbot, theme, 4)
    assert matrix.grid.has_names
    with qtbot.assertNotEmitted(matrix.cell_chosen):
        qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, matrix.grid.top + 5))


def test_the_cursor_survives_the_same_classes_and_goes_with_others(qtbot: QtBot, theme: Theme) -> None:
    matrix = made(qtbot, theme, 4)
    matrix.move_cursor(2, 1)
    matrix.show_matrix(matrix.names, np.eye(4, dtype=np.int64), ())
    assert matrix.cursor_cell == (2, 1)
    matrix.show_matrix(("a", "b"), np.eye(2, dtype=np.int64), ())
    assert matrix.cursor_cell is None


def test_rows_are_shares_and_a_class_without_queries_has_none() -> None:
    shares = shares_of(np.array([[3, 1], [0, 0]], np.int64))
    assert shares.tolist() == [[0.75, 0.25], [0.0, 0.0]]


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_right_has_its_own_colour_and_nothing_has_the_panels(colors: Colors) -> None:
    image = matrix_image(np.array([[1.0, 0.0], [1.0, 0.25]]), colors)
    assert image.pixelColor(0, 0).name().upper() == colors.good
    assert image.pixelColor(1, 0).name().upper() == colors.panel
    assert image.pixelColor(0, 1).name().upper() == colors.accent
    assert image.pixelColor(1, 1).name().upper() not in {colors.good, colors.panel}


def test_a_class_named_like_markup_is_shown_as_it_is_named() -> None:
    assert plain("<b>bold</b> & more") == "<span>&lt;b&gt;bold&lt;/b&gt; &amp; more</span>"
    assert plain("plain") == "plain"
