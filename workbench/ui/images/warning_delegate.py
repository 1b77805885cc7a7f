"""Shows a sign instead of a warning's words, which are its tooltip."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.images.class_table import Index
from workbench.ui.look.theme import Theme

_SIZE = 16


class WarningDelegate(QStyledItemDelegate):
    """Paints the sign in a cell that has words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data():
            centre = option.rect.center()
            box = QRect(centre.x() - _SIZE // 2, centre.y() - _SIZE // 2, _SIZE, _SIZE)
            self._theme.icon("warning", self._theme.colors.warn).paint(painter, box)
