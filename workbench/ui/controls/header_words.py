"""A sentence beside a page's buttons: in one line where it is short, else in several."""

from PySide6.QtCore import Qt

from workbench.ui.controls.text import Wrapped

_WIDEST = 520  # pixels
_EDGE = 8


class HeaderWords(Wrapped):
    """Stands at the right, next to what it speaks of; `kind` is its colour in the style sheet."""

    def __init__(self, kind: str) -> None:
        super().__init__("")
        self.setProperty("kind", kind)
        # A project may be called <b>.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        wide = self.fontMetrics().horizontalAdvance(text) + _EDGE
        # A label that wraps would be content with a narrow column.
        self.setMinimumWidth(min(wide, _WIDEST) if text else 0)
