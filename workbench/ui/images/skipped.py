"""The files that were left out, each with the reason; where images moved, they can be located from here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.facts.file_reason import FileReason
from workbench.ui.controls.reason_view import ReasonView
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.translation import tr
from workbench.words import Message


class SkippedDialog(QDialog):
    """Shows entries; `missing` of them are images that are not where they were."""

    locate_requested = Signal()

    def __init__(
        self, entries: Sequence[FileReason[Message]], missing: int, why_not: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Skipped files"))
        self.resize(880, 440)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("{count} files skipped", count=len(entries)), "section"))
        self.table = ReasonView()
        self.table.show_entries(entries)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.locate = button(tr("Locate {count} missing images…", count=missing))
        self.locate.setVisible(missing > 0)
        self.locate.setEnabled(not why_not)
        set_tooltip(self.locate, why_not or tr("Choose the folder they are in now; they are recognised by content."))
        self.locate.clicked.connect(self._locate)
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(self.locate)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)

    def _locate(self) -> None:
        self.accept()
        self.locate_requested.emit()
