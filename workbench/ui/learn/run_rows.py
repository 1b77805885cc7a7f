"""The rows of the list of runs, and how they are painted: what each is and how good, how it stands, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.ui.controls.text import plain
from workbench.ui.look.model_index import Index
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, LARGE, MEDIUM, SMALL, SMALL_TEXT, TINY, mixed
from workbench.ui.services.translation import tr

_HEIGHT = 68
NOT_YET = 0  # The number of a run that is being prepared, which no run has.


@dataclass(frozen=True)
class RunRow:
    """What the list shows of a run; `name` and `remark` are what a person wrote, empty where there is nothing."""

    run: int
    title: str
    detail: str
    when: str
    accuracy: str
    name: str = ""
    remark: str = ""
    deleted: bool = False


class RunModel(QAbstractListModel):
    """Shows one list of rows after another; a name that was typed is shown once it is written."""

    renamed = Signal(int, str)  # A run, and its new name, which may be empty.

    def __init__(self, *, editable: bool) -> None:
        super().__init__()
        self.rows: tuple[RunRow, ...] = ()
        self._editable = editable

    def show(self, rows: Sequence[RunRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def copied_head(self) -> list[str]:
        """Return the headings of what is copied."""
        return [tr("Run"), tr("Accuracy"), tr("Details"), tr("When"), tr("Note")]

    def copied_cells(self, row: int) -> list[str]:
        """Return what is copied of a run."""
        shown = self.rows[row]
        return [shown.title, shown.accuracy, shown.detail, shown.when, shown.remark]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.EditRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = "\n".join(text for text in (row.title, row.accuracy, row.detail, row.when, row.remark) if text)
            return plain(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.EditRole and str(value).strip() != row.name:
            self.renamed.emit(row.run, str(value))
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or not self._editable or self.rows[index.row()].deleted:
            return able
        return able | Qt.ItemFlag.ItemIsEditable


class RunDelegate(QStyledItemDelegate):
    """Paints a row in three lines, and lets the first be edited."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(200, _HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("Name of the run"))
        editor.setPlaceholderText(tr("Name of the run"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        box: QRect = option.rect
        # Over the first two lines: half of the second below it would look like an accident.
        editor.setGeometry(box.adjusted(TINY, TINY, -TINY, -(SMALL_TEXT + MEDIUM)))

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
        first = colors.muted if row.deleted else colors.text
        _write(painter, inner, row.accuracy, first, strong=True, right=True)
        room = inner.adjusted(0, 0, -(_wide(painter, row.accuracy) + LARGE if row.accuracy else 0), 0)
        _write(painter, room, row.title, first, strong=True, struck=row.deleted)
        for number, text in enumerate((row.detail, row.when)):
            below = inner.adjusted(0, BODY_TEXT + SMALL + number * (SMALL_TEXT + TINY), 0, 0)
            _write(painter, below, text, colors.muted)
        painter.restore()


def _write(
    painter: QPainter,
    box: QRect,
    text: str,
    color: str,
    *,
    strong: bool = False,
    right: bool = False,
    struck: bool = False,
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(BODY_TEXT if strong else SMALL_TEXT)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(QColor(color))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, elided)


def _wide(painter: QPainter, text: str) -> int:
    """Return the width of a text in the font set last."""
    return painter.fontMetrics().horizontalAdvance(text)
