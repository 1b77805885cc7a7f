"""Shows a class and its folder in one cell; where both do not fit, the folder gives way first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.models.class_table import ClassTable, Index
from workbench.ui.tokens import MEDIUM


class ClassNameDelegate(QStyledItemDelegate):
    """Cuts the folder at its end; a class whose name alone is too long loses the middle of it, and its folder."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        model = index.model()
        name = model.row(index).facts.name if isinstance(model, ClassTable) else option.text
        room, width = option.rect.width() - 2 * MEDIUM, option.fontMetrics.horizontalAdvance
        option.textElideMode = Qt.TextElideMode.ElideRight
        if width(option.text) > room and width(f"{name} ·…") > room:
            option.text = name
            option.textElideMode = Qt.TextElideMode.ElideMiddle
