"""The imported frames that show nothing or are out of focus, each with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.ui.controls.reason_view import ReasonView
from workbench.ui.controls.text import button, label
from workbench.ui.look.tokens import HUGE, LARGE
from workbench.ui.services.translation import tr


class FramesDialog(QDialog):
    """Shows the frames; they stay imported."""

    def __init__(self, frames: Sequence[FileReason[Fact]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Frames to look at"))
        self.resize(880, 440)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("{count} frames to look at", count=len(frames)), "section"))
        column.addWidget(label(tr("They were imported. Remove from the folder those that teach nothing."), wrap=True))
        self.table = ReasonView()
        self.table.show_entries(frames)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
