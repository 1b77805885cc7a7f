"""The model of the class table: name, images, role and a warning, of as many classes as there are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from workbench.operations.tasks.split_classes import WHAT_ROLES_MEAN
from workbench.operations.tasks.task_facts import ClassFacts
from workbench.ui.controls.text import plain
from workbench.ui.images.roles import ROLE_NAMES, role_name
from workbench.ui.look.model_index import Index
from workbench.ui.services.translation import number, say, tr
from workbench.words import Message

NAME, IMAGES, ROLE, WARNING = range(4)
CLASS_ID = Qt.ItemDataRole.UserRole
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_ACROSS = (_LEFT, _RIGHT, _LEFT, _LEFT)


@dataclass(frozen=True)
class ClassRow:
    """A class as the table shows it; `folder` is the name of its task where several are shown, else empty."""

    facts: ClassFacts
    folder: str = ""

    @property
    def title(self) -> str:
        """The name, with the folder after it where several are shown."""
        return f"{self.facts.name} · {self.folder}" if self.folder else self.facts.name


class ClassTable(QAbstractTableModel):
    """Shows rows, sorted and narrowed; what a person writes into a cell shows at once, and is requested by a signal.

    It sorts and narrows itself: a proxy would ask for forty thousand keys to sort two thousand classes.
    """

    rename_requested = Signal(int, str)  # A class id, and its name.
    role_requested = Signal(int, str)  # A class id, and its role.

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._read_only = read_only
        self.rows: Sequence[ClassRow] = ()  # All of them, in the order of creation.
        self._visible: list[int] = []  # Indices into `rows` of those shown, in the order shown.
        self._narrowed = ""
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._warnings: Mapping[int, Message] = {}

    def show(self, rows: Sequence[ClassRow], warnings: Mapping[int, Message]) -> bool:
        """Show other rows; returns whether they are of other classes, so that nothing is selected any more.

        A row that changed stays where it is until the person sorts again: nothing jumps under the pointer.
        """
        before = [row.facts.id for row in self.rows]
        after = [row.facts.id for row in rows]
        self._warnings = warnings
        if before and after[: len(before)] == before:
            self._grow(rows)
            return False
        self.beginResetModel()
        self.rows = rows
        self._visible = self._arranged()
        self.endResetModel()
        return True

    def narrow(self, text: str) -> None:
        """Show only rows whose title contains a text; upper case makes no difference."""
        self.beginResetModel()
        self._narrowed = text.casefold()
        self._visible = self._arranged()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        indices = [self._visible[cell.row()] for cell in kept]
        self._visible = self._arranged()
        rows = {index: row for row, index in enumerate(self._visible)}
        moved = [self.index(rows[index], cell.column()) for index, cell in zip(indices, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def row(self, index: Index) -> ClassRow:
        """Return the class of a row shown."""
        return self.rows[self._visible[index.row()]]

    def ids_of(self, rows: Iterable[int]) -> list[int]:
        """Return the ids of the classes of rows shown."""
        return [self.rows[self._visible[row]].facts.id for row in rows]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else 4

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | _ACROSS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr("Class"), tr("Images"), tr("Role"), "")[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (tr("Click to sort"), tr("Click to sort"), say(WHAT_ROLES_MEAN), tr("Warnings"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() in (NAME, ROLE) and not self._read_only
        return able | Qt.ItemFlag.ItemIsEditable if editable else able

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.row(index), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(row, column)
            case Qt.ItemDataRole.EditRole:
                return {NAME: row.facts.name, ROLE: row.facts.role}.get(column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain(self._tip(row, column))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignVCenter | _ACROSS[column]
            case _:
                return row.facts.id if role == CLASS_ID else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        facts = self.row(index).facts
        if index.column() == NAME and value.strip() and value.strip() != facts.name:
            self._put(index.row(), replace(facts, name=value.strip()))
            self.rename_requested.emit(facts.id, value)
        elif index.column() == ROLE and value in ROLE_NAMES and value != facts.role:
            self._put(index.row(), replace(facts, role=value))
            self.role_requested.emit(facts.id, value)
        else:
            return False
        return True

    def warning(self, class_id: int) -> Message | None:
        """Return the warning about a class, None where there is none."""
        return self._warnings.get(class_id)

    def _grow(self, rows: Sequence[ClassRow]) -> None:
        """Show more rows after those that are there, which keeps the selection and what is being written."""
        count = len(self._visible)
        more = [index for index in range(len(self.rows), len(rows)) if self._is_meant(rows[index])]
        self.rows = rows
        if more:
            self.beginInsertRows(QModelIndex(), count, count + len(more) - 1)
            self._visible += more
            self.endInsertRows()
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, WARNING))

    def _put(self, row: int, facts: ClassFacts) -> None:
        changed = list(self.rows)
        index = self._visible[row]
        changed[index] = replace(changed[index], facts=facts)
        self.rows = changed
        self.dataChanged.emit(self.index(row, 0), self.index(row, WARNING))

    def _is_meant(self, row: ClassRow) -> bool:
        return self._narrowed in row.title.casefold()

    def _arranged(self) -> list[int]:
        indices = [index for index, row in enumerate(self.rows) if self._is_meant(row)]
        column, order = self._sorted
        if column >= 0:
            falling = order == Qt.SortOrder.DescendingOrder
            indices.sort(key=lambda index: self._order(self.rows[index], column), reverse=falling)
        return indices

    def _text(self, row: ClassRow, column: int) -> str:
        if column == WARNING:
            warning = self.warning(row.facts.id)
            return "" if warning is None else say(warning)
        return (row.title, number(row.facts.images), role_name(row.facts.role))[column]

    def _tip(self, row: ClassRow, column: int) -> str:
        if column == ROLE:
            return say(WHAT_ROLES_MEAN)
        return row.title if column == NAME else self._text(row, WARNING)

    def _order(self, row: ClassRow, column: int) -> str | int:
        if column == NAME:
            return _natural(row.title)
        warned = self.warning(row.facts.id) is not None
        return (0, row.facts.images, ROLE_NAMES.index(row.facts.role), 0 if warned else 1)[column]


def _natural(name: str) -> str:
    """Return a key by which class 9 comes before class 10."""
    return re.sub(r"\d+", lambda digits: digits[0].zfill(12), name.casefold())
