"""The grid of the page Label: cards that answer to the labelling keys, and headings that accept their section."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.grid.card_view import CardView
from workbench.ui.label.accept_button import AcceptButton
from workbench.ui.label.class_rows import KEYS
from workbench.ui.look.theme import Theme
from workbench.ui.services.thumbnails import Thumbnails
from workbench.ui.services.translation import tr

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LabelGrid(CardView):
    """Emits what a key requests; which cards it is about, and what happens, is up to the page."""

    accept_requested = Signal()
    class_requested = Signal(int)  # the index of a class
    search_requested = Signal(str)  # what was typed already
    unknown_requested = Signal()
    reject_requested = Signal()
    withdraw_requested = Signal()
    example_requested = Signal()
    wanted_requested = Signal()
    unwanted_requested = Signal()
    help_requested = Signal()
    back_requested = Signal()
    got_focus = Signal()
    section_requested = Signal(int, bool)  # a section to be accepted, and whether only what is sure of it

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__(theme, thumbnails)
        # The confidences of what can be accepted of a section.
        self.acceptable: Callable[[int], NDArray[np.float32]] = lambda section: np.zeros(0, np.float32)
        self.on_key = self._answer
        self.heading = self._button
        self.setAccessibleName(tr("Images to label"))
        self._meaning = {
            Qt.Key.Key_Return: self.accept_requested.emit,
            Qt.Key.Key_Enter: self.accept_requested.emit,
            Qt.Key.Key_R: lambda: self.search_requested.emit(""),
            Qt.Key.Key_U: self.unknown_requested.emit,
            Qt.Key.Key_X: self.reject_requested.emit,
            Qt.Key.Key_Delete: self.withdraw_requested.emit,
            Qt.Key.Key_Backspace: self.withdraw_requested.emit,
            Qt.Key.Key_E: self.example_requested.emit,
            Qt.Key.Key_Plus: self.wanted_requested.emit,
            Qt.Key.Key_Minus: self.unwanted_requested.emit,
            Qt.Key.Key_Question: self.help_requested.emit,
            Qt.Key.Key_Escape: self.back_requested.emit,
        }

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.got_focus.emit()

    def _answer(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_PLAIN:
            return False
        meaning, text = self._meaning.get(Qt.Key(event.key())), event.text()
        letter = len(text) == 1 and text.isalpha()
        digit = int(text) if len(text) == 1 and text in "123456789" else 0
        if meaning is None and not letter and not 1 <= digit <= KEYS:
            return False
        if event.isAutoRepeat():
            # A key held down is a slip: it would decide images that nobody has seen.
            return True
        if meaning is not None:
            meaning()
        elif digit:
            self.class_requested.emit(digit - 1)
        else:
            self.search_requested.emit(text)
        return True

    def _button(self, section: int) -> QWidget | None:
        if not self.cards.sections[section].acts:
            return None
        accept = AcceptButton(self.acceptable(section))
        accept.requested.connect(lambda only_sure: self.section_requested.emit(section, only_sure))
        return accept
