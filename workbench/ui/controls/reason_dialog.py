"""A dialog that lists files with reasons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.facts.file_reason import FileReason
from workbench.ui.controls.reason_view import ReasonView
from workbench.ui.controls.text import button, label
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.translation import tr
from workbench.words import Message


class ReasonDialog(QDialog):
    """Shows entries under a heading; `column` and `row`, that of the button Close, take more in."""

    def __init__(
        self,
        title: str,
        heading: str,
        entries: Sequence[FileReason[Message]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(880, 440)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        self.column.setSpacing(LARGE)
        self.column.addWidget(label(heading, "section"))
        self.table = ReasonView()
        self.table.show_entries(entries)
        self.column.addWidget(self.table, 1)
        self.row = QHBoxLayout()
        self.row.setSpacing(SMALL)
        self.row.addStretch(1)
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        self.row.addWidget(close)
        self.column.addLayout(self.row)
