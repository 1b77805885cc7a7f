"""What a person copies from a table is what a spreadsheet takes: a line for each row, a tab between cells."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.facts.file_reason import FileReason
from workbench.ui.controls.reason_view import ReasonView
from workbench.ui.controls.row_model import Column
from workbench.ui.controls.row_view import RowView
from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.look.theme import Theme
from workbench.words import marked, message


@dataclass(frozen=True)
class Row:
    name: str
    folder: str
    count: int


ROWS = (Row("oak", "trees", 3), Row("=1+2", "signs", 2), Row("a\tb", "odd\nones", 1))
COLUMNS = (
    Column("Class", lambda row: row.name, lambda row: row.name, detail=lambda row: row.folder, detail_title="Folder"),
    Column("Count", lambda row: str(row.count), lambda row: row.count, number=True, descending=True, spare=5000),
)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> RowView:
    view = RowView(theme, COLUMNS, lambda row: row.name, "Classes", several=True)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.sort_by(1)
    view.show_rows(ROWS)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QGuiApplication.clipboard().setText("as before")
    return view


def rows_of(theme: Theme) -> QAbstractItemView:
    view = RowView(theme, (Column("Class", str, str),), str, "Classes")
    view.sort_by(0)
    view.show_rows(("first", "second"))
    return view


def files_of(theme: Theme) -> QAbstractItemView:
    view = ReasonView()
    view.show_entries([FileReason(Path(name), message(marked("Cancel"))) for name in ("first", "second")])
    return view


def plain_of(theme: Theme) -> QAbstractItemView:
    view = QTableView()
    model = QStandardItemModel(view)
    for name in ("first", "second"):
        model.appendRow(QStandardItem(name))
    view.setModel(model)
    view.setTabKeyNavigation(False)
    TableCopy(view)
    return view


def copied() -> list[list[str]]:
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]


def test_one_row_is_copied_by_the_usual_keys_without_headings(qtbot: QtBot, table: RowView) -> None:
    table.select_keys({"oak"}, "oak")
    qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert copied() == [["oak", "trees", "3"]]


def test_several_rows_are_copied_in_the_order_shown_under_their_headings(qtbot: QtBot, table: RowView) -> None:
    table.select_keys({"oak", "a\tb"}, "oak")
    qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert copied() == [["Class", "Folder", "Count"], ["oak", "trees", "3"], ["a b", "odd ones", "1"]]


def test_the_whole_table_is_copied_with_columns_left_out_and_formulas_as_text(table: RowView) -> None:
    assert table.isColumnHidden(1)
    table.copying.button().click()
    head, *rows = copied()
    assert head == ["Class", "Folder", "Count"]
    assert rows == [["oak", "trees", "3"], ["'=1+2", "signs", "2"], ["a b", "odd ones", "1"]]


@pytest.mark.parametrize("make", [rows_of, files_of, plain_of], ids=["rows", "files", "plain"])
def test_where_tab_leads_without_selecting_the_current_row_is_copied(
    qtbot: QtBot, theme: Theme, make: Callable[[Theme], QAbstractItemView]
) -> None:
    before, view = QLineEdit(), make(theme)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(view)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert not view.selectionModel().hasSelection()
    qtbot.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert [row[0] for row in copied()] == ["first"]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert [row[0] for row in copied()] == ["second"]


def test_without_a_selected_or_current_row_the_clipboard_is_left_alone(qtbot: QtBot, table: RowView) -> None:
    table.clearSelection()
    table.setCurrentIndex(QModelIndex())
    qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert copied() == [["as before"]]


def test_the_menu_offers_both(qtbot: QtBot, table: RowView) -> None:
    table.setCurrentIndex(QModelIndex())
    where = QPoint(10, 190)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, table.viewport().mapToGlobal(where))
    QApplication.sendEvent(table.viewport(), event)
    menu = table.findChild(QMenu)
    assert menu is not None
    selection, whole = menu.actions()
    assert not selection.isEnabled()  # No row is selected, and none is current.
    whole.trigger()
    assert len(copied()) == 4
    menu.close()
    table.select_keys({"oak"}, "oak")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == [["oak", "trees", "3"]]
