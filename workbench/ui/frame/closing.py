"""The one question when the window is closed while something is being learned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.controls.text import button, label
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.translation import tr


class ClosingDialog(QDialog):
    """Asks whether to stop, keeping what was learned, or to keep training; Escape keeps training."""

    stop_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Training in progress"))
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("Training in progress"), "section"))
        text = tr("Stopping keeps everything learned so far; the run can be resumed exactly from here.")
        words = label(text, wrap=True)
        words.setMinimumWidth(360)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        self.stop = button(tr("Stop and save"))
        self.stop.clicked.connect(self._stop)
        self.keep = button(tr("Keep training"), primary=True)
        self.keep.clicked.connect(self.reject)
        row.addWidget(self.stop)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.keep.setFocus()

    def _stop(self) -> None:
        self.accept()
        self.stop_chosen.emit()
