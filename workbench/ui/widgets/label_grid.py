"""The grid of the page Label: cards that answer to the labelling keys, and headings that accept a whole section."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.models.class_rows import KEYS
from workbench.ui.theme import Theme
from workbench.ui.thumbnails import Thumbnails
from workbench.ui.translation import tr
from workbench.ui.widgets.card_view import CardView
from workbench.ui.widgets.hold_button import HoldButton

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LabelGrid(CardView):
    """Says by signals what a key means; what is done with it, and to which cards, others decide."""

    accept_wished = Signal()
    class_wished = Signal(int)  # the place of a class, from 0 on
    search_wished = Signal(str)  # what was typed already
    unknown_wished = Signal()
    reject_wished = Signal()
    example_wished = Signal()
    help_wished = Signal()
    back_wished = Signal()
    section_wished = Signal(int)  # a section, all of which is to be accepted

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__(theme, thumbnails, picture=104)
        self.acceptable: Callable[[int], bool] = lambda section: False
        self.on_key = self._answer
        self.heading = self._button
        self.setAccessibleName(tr("Images to label"))
        self._meaning = {
            Qt.Key.Key_Return: self.accept_wished.emit,
            Qt.Key.Key_Enter: self.accept_wished.emit,
            Qt.Key.Key_R: lambda: self.search_wished.emit(""),
            Qt.Key.Key_U: self.unknown_wished.emit,
            Qt.Key.Key_X: self.reject_wished.emit,
            Qt.Key.Key_E: self.example_wished.emit,
            Qt.Key.Key_Question: self.help_wished.emit,
            Qt.Key.Key_Escape: self.back_wished.emit,
        }

    def _answer(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_PLAIN:
            return False
        meaning, text = self._meaning.get(Qt.Key(event.key())), event.text()
        letter = len(text) == 1 and text.isalpha()
        digit = int(text) if len(text) == 1 and text in "123456789" else 0
        if meaning is None and not letter and not 1 <= digit <= KEYS:
            return False
        if event.isAutoRepeat():
            # A key held down is a slip; what it would decide, nobody has looked at.
            return True
        if meaning is not None:
            meaning()
        elif digit:
            self.class_wished.emit(digit - 1)
        else:
            self.search_wished.emit(text)
        return True

    def _button(self, section: int) -> QWidget | None:
        if not self.acceptable(section):
            return None
        made = HoldButton(tr("Accept all {count}", count=self.cards.sections[section].count), self._theme)
        made.setProperty("kind", "chip")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # The mouse leaves the keys with the cards.
        made.held.connect(lambda: self.section_wished.emit(section))
        return made
