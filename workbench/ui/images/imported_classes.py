"""The classes of the folder chosen: a table to filter, sort, rename and give roles in."""

from collections.abc import Sequence, Set

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.operations.tasks.image_overview import ImageOverview
from workbench.operations.tasks.split_classes import WHAT_ROLES_MEAN
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.controls.text import Elided, button, label, set_tooltip
from workbench.ui.images.class_name_delegate import ClassNameDelegate
from workbench.ui.images.class_table import IMAGES, NAME, ROLE, WARNING, ClassRow, ClassTable
from workbench.ui.images.role_delegate import RoleDelegate
from workbench.ui.images.roles import ROLE_NAMES, role_name
from workbench.ui.images.warning_delegate import WarningDelegate
from workbench.ui.look.tokens import BODY_TEXT, HUGE, SMALL, SMALL_TEXT, TINY
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import number, say, tr

_ROW, _ROW_WITH_FOLDER = 28, 44
Trigger = QAbstractItemView.EditTrigger


class ImportedClasses(QWidget):
    """Shows classes; what a person requests of them goes out as signals."""

    chosen = Signal()  # Other classes are selected.
    rename_requested = Signal(int, str)  # A class id, and its name.
    roles_requested = Signal(list, str)  # Class ids, and their role.

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self._expected = frozenset[int]()  # The classes to select once they are shown.
        self.classes = ClassTable(read_only=context.read_only is not None)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a class"))
        self.filter.setAccessibleName(tr("Find a class"))
        self.filter.setClearButtonEnabled(True)
        # What is dropped here is meant for the page.
        self.filter.setAcceptDrops(False)
        self.filter.textChanged.connect(self._narrow)
        self.table = self._table()
        self.roles = [self._role_button(role) for role in ROLE_NAMES]
        self.words = Elided("", "small")
        self._lay_out()
        self.classes.rename_requested.connect(self.rename_requested)
        # A method, as a lambda would keep this and the table, which nothing else owns, alive for ever.
        self.classes.role_requested.connect(self._request_role)
        self._renew_buttons()

    def show_classes(self, tasks: Sequence[TaskFacts], overview: ImageOverview, *, with_folder: bool) -> None:
        """Show the classes of tasks; those selected stay so while they are there."""
        rows = [
            ClassRow(image_class, task.name if with_folder else "") for task in tasks for image_class in task.classes
        ]
        self.table.setColumnHidden(WARNING, not any(row.facts.id in overview.warnings for row in rows))
        self.table.verticalHeader().setDefaultSectionSize(_ROW_WITH_FOLDER if with_folder else _ROW)
        self._fit()
        selected, scrolled = self._expected | set(self.selected_ids()), self.table.verticalScrollBar().value()
        if self.classes.show(rows, overview.warnings):
            self._expected = frozenset()
            self.select(selected)
            self.table.verticalScrollBar().setValue(scrolled)
        self._renew_buttons()

    def expect(self, class_ids: frozenset[int]) -> None:
        """Select classes once they are shown."""
        self._expected = class_ids

    def _request_role(self, class_id: int, role: str) -> None:
        self.roles_requested.emit([class_id], role)

    def selected_ids(self) -> list[int]:
        """Return the ids of the classes selected, in the order shown."""
        return self.classes.ids_of(self._selected_rows())

    def select(self, class_ids: Set[int]) -> None:
        """Select classes, and no others."""
        chosen = QItemSelection()
        for row, class_id in enumerate(self.classes.ids_of(range(self.classes.rowCount()))):
            if class_id in class_ids:
                chosen.select(self.classes.index(row, NAME), self.classes.index(row, WARNING))
        self.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for column, width in self._widths().items():
            self.table.setColumnWidth(column, width)

    def _selected_rows(self) -> list[int]:
        # By ranges: an index for each of thousands of rows takes long to make.
        selection = self.table.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return sorted({row for selected in ranges for row in range(selected.top(), selected.bottom() + 1)})

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.classes)
        TableCopy(table)
        table.setAccessibleName(tr("Classes"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(Trigger.DoubleClicked | Trigger.SelectedClicked | Trigger.EditKeyPressed)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(HUGE)
        table.setSortingEnabled(True)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (IMAGES, ROLE, WARNING):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        theme = self._context.theme
        self._delegates = {NAME: ClassNameDelegate(theme), ROLE: RoleDelegate(), WARNING: WarningDelegate(theme)}
        for column, delegate in self._delegates.items():
            table.setItemDelegateForColumn(column, delegate)
        table.selectionModel().selectionChanged.connect(self._on_selection)
        return table

    def _widths(self) -> dict[int, int]:
        """Return widths for the longest words of the person's language; names have the room that is left."""
        roles = max(_wide(role_name(role), BODY_TEXT) for role in ROLE_NAMES)
        images = max(_wide(tr("Images"), SMALL_TEXT), _wide(number(99_999), BODY_TEXT))
        return {IMAGES: images + HUGE + SMALL, ROLE: roles + HUGE, WARNING: HUGE + TINY}

    def _role_button(self, role: str) -> QPushButton:
        chip = button(role_name(role))
        chip.setProperty("kind", "chip")
        chip.setAccessibleName(tr("Assign the role {role} to the selected classes", role=role_name(role)))
        chip.clicked.connect(lambda: self.roles_requested.emit(self.selected_ids(), role))
        return chip

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(TINY)
        row.addWidget(label(tr("Role"), "muted"))
        row.addSpacing(TINY)
        for role in self.roles:
            row.addWidget(role)
        row.addStretch(1)
        column.addLayout(row)

    def _narrow(self, text: str) -> None:
        selected = set(self.selected_ids())
        self.classes.narrow(text)
        self.select(selected)
        self._on_selection()

    def _on_selection(self) -> None:
        self._renew_buttons()
        self.chosen.emit()

    def _renew_buttons(self) -> None:
        count = len(self._selected_rows())
        why = self._context.read_only
        for role in self.roles:
            role.setEnabled(count > 0 and why is None)
            set_tooltip(role, say(WHAT_ROLES_MEAN) if why is None else say(why))
        nothing = tr("Unlabelled images.")
        hint = tr("Select classes to assign a role.") if self.classes.rows else nothing
        self.words.setText(tr("{count} classes selected", count=count) if count else hint)


def _wide(text: str, pixels: int) -> int:
    """Return how wide a text is in letters of that size."""
    font = QFont()
    font.setPixelSize(pixels)
    return QFontMetrics(font).horizontalAdvance(text)
