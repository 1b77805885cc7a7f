"""The first choice of a training: whether the program chooses approach and settings, or the person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from workbench.ui.controls.tab_order import tab_to_chosen
from workbench.ui.controls.text import label
from workbench.ui.look.tokens import HUGE, SMALL
from workbench.ui.services.translation import tr


class SearchChoice(QWidget):
    """Two buttons, each with what it means; the program chooses at first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        self.for_me = QRadioButton(tr("Choose for me"))
        self.myself = QRadioButton(tr("Choose myself"))
        meanings = (tr("Say only how long it may take."), tr("Approach, network and episodes as you want them."))
        for choice, meaning in zip((self.for_me, self.myself), meanings, strict=True):
            choice.setAccessibleName(choice.text())
            choice.setAccessibleDescription(meaning)
            self._group.addButton(choice)
            column.addWidget(choice)
            words = label(meaning, "small", wrap=True)
            words.setIndent(HUGE)
            column.addWidget(words)
        self.for_me.setChecked(True)
        tab_to_chosen(self._group)
        self._group.buttonToggled.connect(self._on_toggled)

    def _on_toggled(self, button: QRadioButton, on: bool) -> None:
        if on:
            self.changed.emit()
