"""A table of things, one a row, described by its columns: what each shows, and by what it is sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.ui.look.model_index import Index
from workbench.ui.services.translation import tr

DETAIL = Qt.ItemDataRole.UserRole  # A second line, under the text.
SHARE = Qt.ItemDataRole.UserRole + 1  # How full the cell's bar is, 0 to 1.
CUT_END = Qt.ItemDataRole.UserRole + 3  # Whether text is shortened at its end, rather than in its middle.
MUTED = Qt.ItemDataRole.UserRole + 2  # Whether the text is only an aside.


@dataclass(frozen=True)
class Column:
    """One column of a table; each function takes what is in the row."""

    title: str
    text: Callable[[Any], str]
    order: Callable[[Any], Any]
    detail: Callable[[Any], str] | None = None
    detail_title: str = ""  # What heads the details where they are copied, in a column of their own.
    share: Callable[[Any], float | None] | None = None
    muted: Callable[[Any], bool] | None = None
    tip: Callable[[Any], str] | None = None  # What more there is to say of a cell, on hover.
    tooltip: str = ""
    number: bool = False  # Set at the right, as numbers are.
    descending: bool = False  # Sorted from the largest when it is sorted by first.
    wide: bool = False  # It may need much, and takes no more than its part where there is not room for all.
    cut_end: bool = False  # Shortened at its end: a name whose end says least. Others lose their middle.
    spare: int = 0  # It is left out where the table is narrower than so many pixels.


class RowModel(QAbstractTableModel):
    """Holds the rows, and keeps their last sorting."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[Any] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = self._in_order(list(rows))
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is equal stays in its order, and what is selected stays selected."""
        if not 0 <= column < len(self.columns):
            return
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        indexed = [self.rows[index.row()] for index in before]
        self.rows = self._in_order(self.rows)
        new_rows = {id(row): number for number, row in enumerate(self.rows)}
        pairs = zip(before, indexed, strict=True)
        self.changePersistentIndexList(before, [self.index(new_rows[id(row)], index.column()) for index, row in pairs])
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def copied_head(self) -> list[str]:
        """Return the headings of what is copied: details have a column of their own."""
        pairs = [(column.title, column.detail_title or tr("Details")) for column in self.columns]
        return [title for column, pair in zip(self.columns, pairs, strict=True) for title in _parts(column, pair)]

    def copied_cells(self, row: int) -> list[str]:
        """Return what is copied of a row: each column, shown now or left out, and its detail."""
        shown = self.rows[row]
        pairs = [(column.text(shown), column.detail(shown) if column.detail else "") for column in self.columns]
        return [text for column, pair in zip(self.columns, pairs, strict=True) for text in _parts(column, pair)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title + self._arrow(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.text(row)} {column.detail(row)}" if column.detail else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == CUT_END:
            return column.cut_end
        hover = Qt.ItemDataRole.ToolTipRole
        read = {DETAIL: column.detail, SHARE: column.share, MUTED: column.muted, hover: column.tip}.get(role)
        return read(row) if read else None

    def _arrow(self, section: int) -> str:
        # In the heading's text, because Qt's own arrow would lie on a heading that is set at the right.
        if self._sorted_by is None or self._sorted_by[0] != section:
            return ""
        return " ↓" if self._sorted_by[1] is Qt.SortOrder.DescendingOrder else " ↑"

    def _in_order(self, rows: list[Any]) -> list[Any]:
        if self._sorted_by is None:
            return rows
        column, order = self._sorted_by
        return sorted(rows, key=self.columns[column].order, reverse=order is Qt.SortOrder.DescendingOrder)


def _parts(column: Column, pair: tuple[str, str]) -> tuple[str, ...]:
    return pair if column.detail else pair[:1]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
