"""Shows a class in a cell, and under it its folder where several are shown."""

from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.images.class_table import ClassRow, ClassTable, Index
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, SMALL_TEXT, TINY

_INSET = SMALL + 3  # as far as the words of headings and of cells that Qt paints
_TO_NUMBERS = 2  # at the right, where the numbers beside a name stand away from it


class ClassNameDelegate(QStyledItemDelegate):
    """Lets Qt show a name alone; with a folder, the name is the upper of two lines. Both lose their middle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
        if self._of(index).folder:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = self._of(index)
        if not row.folder:
            return
        inside = option.rect.adjusted(_INSET, TINY, -_TO_NUMBERS, -TINY)
        half, colors, font = inside.height() // 2, self._theme.colors, QFont(option.font)
        painter.save()
        painter.setFont(font)
        _line(painter, inside.adjusted(0, 0, 0, half - inside.height()), row.facts.name, colors.text)
        font.setPixelSize(SMALL_TEXT)
        painter.setFont(font)
        _line(painter, inside.adjusted(0, half, 0, 0), row.folder, colors.muted)
        painter.restore()

    @staticmethod
    def _of(index: Index) -> ClassRow:
        return cast(ClassTable, index.model()).row(index)


def _line(painter: QPainter, box: QRect, text: str, color: str) -> None:
    painter.setPen(QColor(color))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
