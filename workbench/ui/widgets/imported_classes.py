"""The classes of the folder chosen: a table to filter, sort, rename and give roles in."""

from collections.abc import Sequence

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

from workbench.operations.image_overview import ImageOverview
from workbench.operations.split_classes import WHAT_ROLES_MEAN
from workbench.operations.task_facts import TaskFacts
from workbench.ui.bench import Bench
from workbench.ui.models.class_table import CLASS_ID, IMAGES, NAME, ROLE, WARNING, ClassRow, ClassTable
from workbench.ui.models.roles import ROLES, role_name
from workbench.ui.tokens import BODY_TEXT, HUGE, LARGE, SMALL, TINY
from workbench.ui.translation import say, tr
from workbench.ui.widgets.role_delegate import RoleDelegate
from workbench.ui.widgets.text import Elided, button, label
from workbench.ui.widgets.warning_delegate import WarningDelegate

_ROW = 28
_ROOMY = 400  # pixels of this panel from which on no word needs to be cut
Trigger = QAbstractItemView.EditTrigger


class ImportedClasses(QWidget):
    """Shows classes; what a person wants of them goes out as signals."""

    chosen = Signal()  # Other classes are selected.
    rename_wished = Signal(int, str)
    roles_wished = Signal(list, str)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.classes = ClassTable(read_only=bench.read_only is not None)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a class"))
        self.filter.setAccessibleName(tr("Find a class"))
        self.filter.setClearButtonEnabled(True)
        # What is dropped here is meant for the page.
        self.filter.setAcceptDrops(False)
        self.filter.textChanged.connect(self._narrow)
        self.table = self._table()
        self.roles = [self._role_button(role) for role in ROLES]
        self.words = Elided("", "small")
        self._lay_out()
        self.classes.rename_wished.connect(self.rename_wished)
        self.classes.role_wished.connect(lambda number, role: self.roles_wished.emit([number], role))
        self._renew_buttons()

    def show_classes(self, tasks: Sequence[TaskFacts], overview: ImageOverview, *, with_folder: bool) -> None:
        """Show the classes of tasks; those selected stay so while they are there."""
        rows = [ClassRow(each, task.name if with_folder else "") for task in tasks for each in task.classes]
        # Where room is short, the folder's name is cut rather than the class's.
        cut = Qt.TextElideMode.ElideLeft if with_folder else Qt.TextElideMode.ElideMiddle
        self.table.setTextElideMode(cut)
        selected, scrolled = set(self.selected_ids()), self.table.verticalScrollBar().value()
        if self.classes.show(rows, overview.warnings):
            self.select(selected)
            self.table.verticalScrollBar().setValue(scrolled)
        self._renew_buttons()

    def selected_ids(self) -> list[int]:
        """Return the ids of the classes selected, in the order shown."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.classes.index(row, NAME).data(CLASS_ID) for row in rows]

    def select(self, class_ids: set[int]) -> None:
        """Select classes, and no others."""
        chosen = QItemSelection()
        for row in range(self.classes.rowCount() if class_ids else 0):
            index = self.classes.index(row, NAME)
            if index.data(CLASS_ID) in class_ids:
                chosen.select(index, self.classes.index(row, WARNING))
        self.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        for column, width in self._widths().items():
            self.table.setColumnWidth(column, width)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.classes)
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
        self._delegates = (RoleDelegate(), WarningDelegate(self._bench.theme))
        table.setItemDelegateForColumn(ROLE, self._delegates[0])
        table.setItemDelegateForColumn(WARNING, self._delegates[1])
        table.selectionModel().selectionChanged.connect(self._on_selection)
        return table

    def _widths(self) -> dict[int, int]:
        """Return widths for the longest words of the person's language, as far as they leave room for the names."""
        font = QFont(self.font())
        font.setPixelSize(BODY_TEXT)
        words = QFontMetrics(font)
        roles = max(words.horizontalAdvance(role_name(role)) for role in ROLES)
        images = words.horizontalAdvance(tr("Images"))
        widths = {IMAGES: images + HUGE, ROLE: roles + 2 * LARGE, WARNING: HUGE + TINY}
        if self.width() < _ROOMY:
            widths |= {IMAGES: min(widths[IMAGES], 68), ROLE: min(widths[ROLE], 92)}
        return widths

    def _role_button(self, role: str) -> QPushButton:
        made = button(role_name(role))
        made.setProperty("kind", "chip")
        made.setAccessibleName(tr("Give the selected classes the role {role}", role=role_name(role)))
        made.clicked.connect(lambda: self.roles_wished.emit(self.selected_ids(), role))
        return made

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
        for each in self.roles:
            row.addWidget(each)
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
        count = len(self.table.selectionModel().selectedRows())
        why = self._bench.read_only
        for each in self.roles:
            each.setEnabled(count > 0 and why is None)
            each.setToolTip(say(WHAT_ROLES_MEAN) if why is None else say(why))
        hint = tr("Select classes to give them a role.")
        self.words.setText(tr("{count} classes selected", count=count) if count else hint)
