"""The files that were not taken, each with the reason; where images moved, they can be located from here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.models.reason_table import Entry
from workbench.ui.tokens import HUGE, LARGE, SMALL
from workbench.ui.translation import tr
from workbench.ui.widgets.reason_view import ReasonView
from workbench.ui.widgets.text import button, label


class SkippedDialog(QDialog):
    """Shows entries; `missing` of them are images that are not where they were."""

    locate_wished = Signal()

    def __init__(self, entries: Sequence[Entry], missing: int, obstacle: str, parent: QWidget | None = None) -> None:
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
        self.locate.setEnabled(not obstacle)
        self.locate.setToolTip(obstacle or tr("Choose the folder they are in now; they are told by their content."))
        self.locate.clicked.connect(self._locate)
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(self.locate)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)

    def _locate(self) -> None:
        self.accept()
        self.locate_wished.emit()
