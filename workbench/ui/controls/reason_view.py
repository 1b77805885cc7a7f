"""A table of files and reasons, to look through and to copy from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from workbench.facts.file_reason import FileReason
from workbench.ui.controls.reason_table import ReasonTable
from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.services.translation import tr
from workbench.words import Message


class ReasonView(QTableView):
    """Shows entries; what is selected can be copied."""

    def __init__(self) -> None:
        super().__init__()
        self.entries = ReasonTable()
        self.setModel(self.entries)
        self.copying = TableCopy(self)
        self.setAccessibleName(tr("Files and reasons"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        # Of a reason the beginning says most; the whole of it is said on hover.
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, 160)
        self.setColumnWidth(1, 200)

    def show_entries(self, entries: Sequence[FileReason[Message]]) -> None:
        """Show other entries."""
        self.entries.show(entries)
