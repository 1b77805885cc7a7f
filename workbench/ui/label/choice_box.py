"""A combo box that keeps its value while its items change, and signals only what a person chooses."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from workbench.ui.controls.text import set_tooltip
from workbench.ui.label.label_sources import Choice
from workbench.ui.look.tokens import SMALL

_LEAST, _MOST = 120, 440  # pixels; between them it is as wide as its longest line
_BESIDE = 52  # pixels for edges and the arrow


class ChoiceBox(QComboBox):
    """Shows choices by their text; `chosen` carries the value of the one that a person picks."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        set_tooltip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._widest = 0
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def show_choices(self, choices: Sequence[Choice], value: str | None) -> None:
        """Show choices, the one of `value` selected."""
        self.clear()
        for choice in choices:
            self.addItem(choice.text, choice.value)
        self.setCurrentIndex(-1 if value is None else self.findData(value))
        self.setEnabled(bool(choices))
        texts = [self.placeholderText(), *(choice.text for choice in choices)]
        self._widest = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
        self.view().setMinimumWidth(self._widest + _BESIDE)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names
        return QSize(min(max(_LEAST, self._widest + _BESIDE), _MOST), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        # As Qt does, but that a text too long ends in an ellipsis.
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        text = self.currentText()
        if self.currentIndex() < 0:
            text = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        room = self.width() - _BESIDE + SMALL
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(_LEAST, super().minimumSizeHint().height())
