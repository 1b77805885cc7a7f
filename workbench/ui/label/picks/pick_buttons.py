"""Two small buttons beside an image's name: somebody wants it, or does not; pressed again, neither."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.ui.controls.text import button, set_tooltip
from workbench.ui.look.tokens import TINY
from workbench.ui.services.translation import tr

_WIDTH = 34  # pixels


class PickButtons(QWidget):
    """Shows what an image is to who picks; a button does what its key does."""

    wanted_requested = Signal()
    unwanted_requested = Signal()

    def __init__(self, read_only: str) -> None:
        super().__init__()
        self.wanted = self._made("+", tr("Wanted"), read_only or tr("Show more like it (+). This is no label."))
        less = read_only or tr("Show less like it (−). This is no label.")
        self.unwanted = self._made("−", tr("Not wanted"), less)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        for pick in (self.wanted, self.unwanted):
            row.addWidget(pick)
        # What is checked is what is kept, which is not yet what was clicked.
        self.wanted.clicked.connect(lambda checked: self.wanted.setChecked(not checked))
        self.unwanted.clicked.connect(lambda checked: self.unwanted.setChecked(not checked))
        self.wanted.clicked.connect(self.wanted_requested)
        self.unwanted.clicked.connect(self.unwanted_requested)

    def show_pick(self, wanted: bool | None, *, can: bool) -> None:
        """Show whether an image is wanted, not wanted, or neither (None)."""
        self.wanted.setChecked(wanted is True)
        self.unwanted.setChecked(wanted is False)
        for pick in (self.wanted, self.unwanted):
            pick.setEnabled(can)

    def _made(self, sign: str, name: str, tip: str) -> QPushButton:
        made = button(sign)
        made.setAccessibleName(name)
        made.setProperty("kind", "chip")
        made.setCheckable(True)
        made.setFixedWidth(_WIDTH)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # A click leaves the keyboard with the grid.
        set_tooltip(made, tip)
        return made
