"""The runs of the project as a list of three lines each: what it is and how good, how it stands, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.controls.text import plain
from workbench.ui.look.model_index import Index
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, LARGE, MEDIUM, SMALL, SMALL_TEXT, TINY, mixed
from workbench.ui.services.translation import tr

_HEIGHT = 68
NOT_YET = 0  # The number of a run that is being prepared, which no run has.


@dataclass(frozen=True)
class RunRow:
    """What the list shows of a run."""

    run: int
    title: str
    detail: str
    when: str
    accuracy: str


class RunModel(QAbstractListModel):
    """Shows one list of rows after another."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RunRow, ...] = ()

    def show(self, rows: Sequence[RunRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def copied_head(self) -> list[str]:
        """Return the headings of what is copied."""
        return [tr("Run"), tr("Accuracy"), tr("Details"), tr("When")]

    def copied_cells(self, row: int) -> list[str]:
        """Return what is copied of a run."""
        shown = self.rows[row]
        return [shown.title, shown.accuracy, shown.detail, shown.when]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = "\n".join(text for text in (row.title, row.accuracy, row.detail, row.when) if text)
            return plain(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class RunDelegate(QStyledItemDelegate):
    """Paints a row in three lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, colors = index.model(), self._theme.colors
        if not isinstance(model, RunModel):
            return
        row, box, state = model.rows[index.row()], option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(mixed(colors.panel, colors.accent, 0.18)))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(mixed(colors.panel, colors.text, 0.05)))
        inner = box.adjusted(MEDIUM, SMALL, -MEDIUM, -SMALL)
        _write(painter, inner, row.accuracy, colors.text, strong=True, right=True)
        room = inner.adjusted(0, 0, -(_wide(painter, row.accuracy) + LARGE if row.accuracy else 0), 0)
        _write(painter, room, row.title, colors.text, strong=True)
        for number, text in enumerate((row.detail, row.when)):
            below = inner.adjusted(0, BODY_TEXT + SMALL + number * (SMALL_TEXT + TINY), 0, 0)
            _write(painter, below, text, colors.muted)
        painter.restore()


class RunList(QListView):
    """Lets the person choose a run; the choice survives when the list is read again."""

    chosen = Signal(int)  # The number of a run.

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.runs = RunModel()
        self.setModel(self.runs)
        self.copying = TableCopy(self)
        self.setItemDelegate(RunDelegate(theme))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Runs"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)

    def show_runs(self, rows: Sequence[RunRow], current: int | None) -> None:
        """Show other rows; the run of number `current` is the chosen one, without being announced."""
        if tuple(rows) != self.runs.rows:
            scrolled = self.verticalScrollBar().value()
            with QSignalBlocker(self.selectionModel()):
                self.runs.show(rows)
            self.verticalScrollBar().setValue(scrolled)
        numbers = [number for number, row in enumerate(rows) if row.run == current]
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(self.runs.index(numbers[0]) if numbers else QModelIndex())
        self.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.runs.rows[index.row()].run)


def _write(painter: QPainter, box: QRect, text: str, color: str, *, strong: bool = False, right: bool = False) -> None:
    font = QFont(painter.font())
    font.setPixelSize(BODY_TEXT if strong else SMALL_TEXT)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(color))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, elided)


def _wide(painter: QPainter, text: str) -> int:
    """Return the width of a text in the font set last."""
    return painter.fontMetrics().horizontalAdvance(text)
