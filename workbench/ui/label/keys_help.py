"""Lists the keys of the page Label."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.controls.key_words import key_words
from workbench.ui.controls.text import button, label
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.history import REDO_KEYS
from workbench.ui.services.translation import tr

LOOK_AGAIN_KEY = "F8"


def keys() -> tuple[tuple[str, str], ...]:
    """Return each key, or keys, and what they do."""
    return (
        (tr("Enter"), tr("Accept the proposal; among labels to look at again: confirm the label")),
        ("1 – 9", tr("Assign that class")),
        (tr("Letters"), tr("Find a class by name and assign it")),
        ("R", tr("Choose another class")),
        ("U", tr("Unknown: cannot be told from the image")),
        ("X", tr("Reject: none of the classes")),
        (tr("Delete or Backspace"), tr("Withdraw the label")),
        ("E", tr("Use as an example")),
        ("+, −", tr("Wanted, not wanted: what “More like these” goes by; no label")),
        (tr("Space"), tr("Enlarge")),
        (tr("Arrow keys"), tr("Move between images")),
        (tr("Shift+arrows, Shift+click"), tr("Select a range")),
        (tr("Ctrl+click"), tr("Add to or remove from the selection")),
        (key_words(QKeySequence.StandardKey.SelectAll), tr("Select all")),
        (key_words(QKeySequence.StandardKey.Undo), tr("Undo, step by step")),
        (", ".join(map(key_words, REDO_KEYS)), tr("Redo")),
        (LOOK_AGAIN_KEY, tr("Show the examples and labels to look at again, one after the other")),
        ("Esc", tr("Back to all images to label")),
        ("?", tr("Show this list")),
    )


class KeysHelp(QDialog):
    """Shows the keys over the page; any of Escape, Enter and `?` closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("Label with the keyboard"), "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(HUGE)
        grid.setVerticalSpacing(SMALL)
        for line, (key, words) in enumerate(keys()):
            grid.addWidget(label(key, "strong"), line, 0)
            grid.addWidget(label(words), line, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(label(tr("Keys work on the selected images, while the grid has the focus."), "muted"))
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Question:
            self.accept()
        else:
            super().keyPressEvent(event)
