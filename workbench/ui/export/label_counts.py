"""The model of how many images were given each class."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.ui.controls.text import plain
from workbench.ui.look.model_index import Index
from workbench.ui.services.translation import number, tr


class LabelCounts(QAbstractTableModel):
    """Shows classes and their counts, in the order of the classes."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[tuple[str, int], ...] = ()

    def show(self, counts: tuple[tuple[str, int], ...]) -> None:
        """Show other counts."""
        self.beginResetModel()
        self._counts = counts
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self._counts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else 2

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _across(section)
        return (tr("Class"), tr("Images"))[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name, count = self._counts[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (name, number(count))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(name)
        return _across(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _across(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
