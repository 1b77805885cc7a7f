"""A table of files and reasons, to look through and to copy from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from workbench.facts.file_reason import FileReason
from workbench.ui.controls.reason_table import ReasonTable
from workbench.ui.services.translation import tr
from workbench.words import Message


class ReasonView(QTableView):
    """Shows entries; what is selected can be copied as lines of text."""

    def __init__(self) -> None:
        super().__init__()
        self.entries = ReasonTable()
        self.setModel(self.entries)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            lines = ["\t".join(self.entries.index(row, column).data() for column in range(3)) for row in rows]
            QGuiApplication.clipboard().setText("\n".join(lines))
        else:
            super().keyPressEvent(event)
