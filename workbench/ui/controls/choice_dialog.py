"""One question with two answers: what Enter takes, and the other; Escape takes neither."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.controls.text import Elided, button, label, set_tooltip
from workbench.ui.look.tokens import HUGE, LARGE, SMALL

_MOST = 28  # letters on a button, which may hold a name of any length
DialogAnswer = tuple[str, Callable[[], object]]  # The words of a button, and what it does.


class ChoiceDialog(QDialog):
    """Asks over a page, which goes on; opened with `open()`, it deletes itself when closed."""

    def __init__(self, parent: QWidget, title: str, text: str, usual: DialogAnswer, other: DialogAnswer) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setFixedWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        heading = Elided(title, "section")
        column.addWidget(heading)
        column.addWidget(label(text, wrap=True))
        self.usual, self.other = button(_short(usual[0]), primary=True), button(_short(other[0]))
        for act, (words, _) in ((self.usual, usual), (self.other, other)):
            act.setAccessibleName(words)
            set_tooltip(act, words)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        for act, (_, do) in ((self.other, other), (self.usual, usual)):
            act.clicked.connect(self.accept)
            act.clicked.connect(lambda checked=False, do=do: do())
            row.addWidget(act)
        column.addLayout(row)
        self.usual.setDefault(True)
        self.usual.setFocus()


def _short(words: str) -> str:
    return words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…"
