"""The model of files and, for each, why something was not done with it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.facts.file_reason import FileReason
from workbench.ui.controls.text import plain
from workbench.ui.look.model_index import Index
from workbench.ui.services.translation import say, tr
from workbench.words import Message


class ReasonTable(QAbstractTableModel):
    """Shows entries: the file, the folder it is in, and the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[FileReason[Message]] = ()

    def show(self, entries: Sequence[FileReason[Message]]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else 3

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("File"), tr("Folder"), tr("Reason"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (entry.path.name, str(entry.path.parent), say(entry.reason))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(say(entry.reason) if index.column() == 2 else str(entry.path))
        return None
