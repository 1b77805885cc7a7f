"""The model of the first rows of an export, as they will stand in the file."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.operations.labelling.export_labels import ExportPreview
from workbench.ui.controls.text import plain
from workbench.ui.look.model_index import Index


class PreviewTable(QAbstractTableModel):
    """Shows one preview after another."""

    def __init__(self) -> None:
        super().__init__()
        self._preview = ExportPreview((), (), 0, (), {})

    def show(self, preview: ExportPreview) -> None:
        """Show another preview."""
        self.beginResetModel()
        self._preview = preview
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self._preview.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._preview.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            # The names in the file, which are the same in every language.
            return self._preview.columns[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            cell = self._preview.rows[index.row()][index.column()]
            return plain(cell) if role == Qt.ItemDataRole.ToolTipRole else cell
        return None
