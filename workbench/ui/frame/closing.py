"""The one question when the window is closed while something is being learned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.controls.text import button, label
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.translation import tr


class ClosingDialog(QDialog):
    """Asks whether to stop, keeping what was learned, or to go on; Escape goes on.

    `searches`: what is under way is a search for the best way to learn, not one training.
    """

    stop_chosen = Signal()

    def __init__(self, parent: QWidget | None = None, *, searches: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title, text, goes_on = _about_search() if searches else _about_training()
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(title, "section"))
        words = label(text, wrap=True)
        words.setMinimumWidth(360)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        self.stop = button(tr("Stop and save"))
        self.stop.clicked.connect(self._stop)
        self.keep = button(goes_on, primary=True)
        self.keep.clicked.connect(self.reject)
        row.addWidget(self.stop)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.keep.setFocus()

    def _stop(self) -> None:
        self.accept()
        self.stop_chosen.emit()


def _about_training() -> tuple[str, str, str]:
    text = tr("Stopping keeps everything learned so far; the run can be resumed exactly from here.")
    return tr("Training in progress"), text, tr("Keep training")


def _about_search() -> tuple[str, str, str]:
    text = tr("Stopping keeps everything tried so far; on the page Learn, the search can be resumed exactly from here.")
    return tr("Search in progress"), text, tr("Keep searching")
