"""Lies over a page while folders are dragged on it, and names what dropping them does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.ui.controls.text import label, set_kind


class DropCover(QFrame):
    """Covers its parent; invisible to the mouse, so that the page itself takes the drop."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        set_kind(self, "drop")
        self.setProperty("over", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        words = label(text, "section", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        self.hide()

    def cover(self) -> None:
        """Show it over the whole parent."""
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()
