"""The line above the grid that says whose picks there are, and orders the images by them."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from workbench.operations.ratings.picks import MOST_LETTERS
from workbench.ui.controls.text import button, icon_button, label, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.translation import tr

_NARROW = 520  # pixels; below them, the words stand under the rest
_NAME = 96  # pixels, at least


class PicksBar(QWidget):
    """Chooses who picks; `order_requested` asks for the images that they would want most first."""

    person_chosen = Signal(str)
    order_requested = Signal()
    clear_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.person = QComboBox()
        self.person.setEditable(True)
        self.person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.person.setMinimumWidth(_NAME)
        self.person.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(8)
        self.person.setAccessibleName(tr("Who picks"))
        set_tooltip(self.person, tr("Whose picks these are. Several people can pick in one project, each by name."))
        self.words = label("", "small", wrap=True)
        self.order = button(tr("More like these"))
        set_tooltip(self.order, tr("Show the images in the order in which this person would want them, best first."))
        self.clear = icon_button(theme.icon("remove"), tr("Remove all picks of this person"))
        self.clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._typed().setMaxLength(MOST_LETTERS)
        self._typed().editingFinished.connect(lambda: self.person_chosen.emit(self.person.currentText()))
        self.person.activated.connect(lambda index: self.person_chosen.emit(self.person.itemText(index)))
        self.order.clicked.connect(self.order_requested)
        self.clear.clicked.connect(self.clear_requested)
        theme.changed.connect(self._paint_icons)

    def show_people(self, people: Sequence[str], person: str) -> None:
        """Show who has picks, and who picks now."""
        names = list(dict.fromkeys([person, *people]))
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItems(names)
            self.person.setCurrentIndex(names.index(person))

    def show_state(self, words: str, *, can_order: bool, can_clear: bool) -> None:
        """Show words about the picks, and what can be done with them."""
        self.words.setText(words)
        self.order.setEnabled(can_order)
        self.clear.setEnabled(can_clear)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(SMALL)
        acts.addWidget(self.person, 1)
        acts.addWidget(self.order)
        acts.addWidget(self.clear)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addLayout(acts)
        self._row.addWidget(self.words, 1)

    def _typed(self) -> QLineEdit:
        typed = self.person.lineEdit()
        if typed is None:
            raise TypeError("an editable box has a line to type in")
        return typed

    def _paint_icons(self) -> None:
        self.clear.setIcon(self._theme.icon("remove"))
