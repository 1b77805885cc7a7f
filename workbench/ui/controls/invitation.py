"""An empty place that says what it waits for, with a button that does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from workbench.ui.controls.text import label
from workbench.ui.look.tokens import HUGE, LARGE


class Invitation(QFrame):
    """Says a title and a sentence above a button."""

    def __init__(self, act: QPushButton) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.act = act
        self.title = label("", "section", wrap=True)
        self.text = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addStretch(1)
        for line in (self.title, self.text):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addWidget(act, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def say(self, title: str, text: str, act: str) -> None:
        """Show another title, sentence and button text."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.act.setText(act)
        self.act.setAccessibleName(act)
