"""A table whose rows are chosen as a whole, sorted by its headings, and kept chosen when they are read again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip

from workbench.ui.controls.row_delegate import RowDelegate
from workbench.ui.controls.row_model import Column, RowModel
from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.controls.text import plain
from workbench.ui.look.theme import Theme

_ROW = 32  # height
_ROW_OF_TWO = 44
_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True)
class RowPlace:
    """What is chosen in a table, by the keys of its rows, and how far it is scrolled."""

    current: Any
    chosen: frozenset[Any]
    scroll: int


class RowView(QTableView):
    """Shows rows; `key` says what makes a row the same one when it is shown again.

    Columns take what they need, and the first one the room that is left.
    """

    row_chosen = Signal(object)  # The row that became the current one.
    row_opened = Signal(object)  # The row on which Enter was pressed, or that was double-clicked.
    selection_moved = Signal()

    def __init__(
        self, theme: Theme, columns: Sequence[Column], key: Callable[[Any], Any], name: str, *, several: bool = False
    ) -> None:
        super().__init__()
        self._key = key
        self._rows = RowModel(columns)
        self._showing = False
        self._expected: RowPlace | None = None
        self._scroll: int | None = None
        self._needs: dict[int, int] = {}  # The width that each column needs, as far as it was measured.
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setAccessibleName(name)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copying = TableCopy(self)
        self._lay_out()
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        theme.changed.connect(self.viewport().update)

    @property
    def rows(self) -> list[Any]:
        """The rows, as they are sorted now."""
        return self._rows.rows

    def sort_by(self, column: int) -> None:
        """Sort by a column, in its own direction."""
        orders = Qt.SortOrder
        descending = self._rows.columns[column].descending
        self.sortByColumn(column, orders.DescendingOrder if descending else orders.AscendingOrder)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the current one, the selected ones and the scroll stay where they can."""
        current = self.current()
        kept = {self._key(row) for row in self.chosen()}
        scrolled = self.verticalScrollBar().value()
        self._showing = True
        self._rows.show(rows)
        self.select_keys(kept, None if current is None else self._key(current))
        self.verticalScrollBar().setValue(scrolled)
        self._showing = False
        self._measure_anew()
        self._return_to_place()

    def place(self) -> RowPlace:
        """Return what is chosen, for `expect` of the table that is built in place of this one."""
        chosen, current = frozenset(map(self._key, self.chosen())), self.current()
        return RowPlace(None if current is None else self._key(current), chosen, self.verticalScrollBar().value())

    def expect(self, place: RowPlace) -> None:
        """Choose what was chosen in the table before, as a person would, once there are rows."""
        self._expected = place

    def current(self) -> Any:
        """Return the current row, None without one."""
        row = self.currentIndex().row()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def chosen(self) -> list[Any]:
        """Return the selected rows, in the order they are shown."""
        return [self.rows[number] for number in sorted(index.row() for index in self.selectionModel().selectedRows())]

    def select_keys(self, keys: set[Any], current: Any) -> None:
        """Select the rows of these keys and no others, and make one of them the current one."""
        chosen = QItemSelection()
        for number, row in enumerate(self.rows):
            if self._key(row) in keys:
                chosen.select(self._rows.index(number, 0), self._rows.index(number, len(self._rows.columns) - 1))
            if self._key(row) == current:
                self.selectionModel().setCurrentIndex(self._rows.index(number, 0), _Flag.NoUpdate)
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's names, here and below
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.row_opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self._rows.rowCount() * self.verticalHeader().defaultSectionSize())

    def viewportEvent(self, event: Any) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent):
            # Only what is cut off needs to be said again; as plain text, for a class may be called <b>.
            index = self.indexAt(event.pos())
            needed = self.sizeHintForIndex(index).width() if index.isValid() else 0
            words = index.data(Qt.ItemDataRole.AccessibleTextRole) if needed > self.visualRect(index).width() else ""
            more = index.data(Qt.ItemDataRole.ToolTipRole) or ""
            said = "\n".join(part for part in (words, more) if part)
            QToolTip.showText(event.globalPos(), plain(said), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        for number, column in enumerate(self._rows.columns):
            self.setColumnHidden(number, self.viewport().width() < column.spare)
        self._share_room()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        # Only now it has its fonts.
        super().showEvent(event)
        self._measure_anew()
        if self._scroll is not None:
            QTimer.singleShot(0, self, self._scroll_back)

    def _lay_out(self) -> None:
        columns = self._rows.columns
        two_lines = any(column.detail for column in columns)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_OF_TWO if two_lines else _ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, column in enumerate(columns):
            if column.wide:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(48)
        header.setSortIndicatorClearable(False)
        self.setSortingEnabled(True)
        header.setSortIndicatorShown(False)
        # The arrow stands in the heading by which it is sorted, and takes room there.
        self._rows.headerDataChanged.connect(self._measure_anew)

    def _return_to_place(self) -> None:
        place = self._expected
        if place is None or not self.rows:
            return
        self._expected = None
        self.select_keys(set(place.chosen), place.current)
        self._scroll = place.scroll
        if self.isVisible():
            QTimer.singleShot(0, self, self._scroll_back)

    def _scroll_back(self) -> None:
        """Scroll as far as the table before was; only once it is shown, and has its size, it can be."""
        scroll, self._scroll = self._scroll, None
        if scroll is not None:
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scroll)

    def _measure_anew(self) -> None:
        self._needs = {}
        self._share_room()

    def _share_room(self) -> None:
        """Give wide columns what they need, or an equal part of the room where the first one would get too little."""
        header, columns = self.horizontalHeader(), self._rows.columns
        visible = [number for number in range(len(columns)) if not self.isColumnHidden(number)]
        if not any(columns[number].wide for number in visible):
            return
        sharing = sorted((number for number in visible if number == 0 or columns[number].wide), key=self._need)
        room = self.viewport().width() - sum(self._need(number) for number in visible if number not in sharing)
        for index, number in enumerate(sharing):
            width = max(header.minimumSectionSize(), min(self._need(number), room // (len(sharing) - index)))
            room -= width
            if number:
                header.resizeSection(number, width)

    def _need(self, column: int) -> int:
        """Return the width a visible column needs; it is cached, as measuring many rows is slow."""
        if column not in self._needs:
            hint = self.horizontalHeader().sectionSizeHint(column)
            self._needs[column] = max(self.sizeHintForColumn(column), hint)
        return self._needs[column]

    def _on_current(self, *_: Any) -> None:
        if not self._showing and self.current() is not None:
            self.row_chosen.emit(self.current())

    def _on_selected(self) -> None:
        if not self._showing:
            self.selection_moved.emit()
