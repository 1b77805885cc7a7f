"""The runs of the project as a list: one is chosen, renamed in place, deleted or restored."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.learn.run_rows import RunDelegate, RunModel, RunRow
from workbench.ui.look.theme import Theme
from workbench.ui.services.translation import tr


class RunList(QListView):
    """Lets the person choose a run; the choice survives when the list is read again."""

    chosen = Signal(int)  # The number of a run.
    delete_requested = Signal()  # Of the current run.
    menu_requested = Signal(object)  # At a point of the screen.

    def __init__(self, theme: Theme, *, editable: bool) -> None:
        super().__init__()
        self.runs = RunModel(editable=editable)
        self.setModel(self.runs)
        self.copying = TableCopy(self)
        # The page has a menu of its own, which copies, too.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._painter = RunDelegate(theme)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Runs"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> RunRow | None:
        """The current row."""
        row = self.currentIndex().row()
        return self.runs.rows[row] if 0 <= row < len(self.runs.rows) else None

    def show_runs(self, rows: Sequence[RunRow], current: int | None) -> None:
        """Show other rows; the run of number `current` is the chosen one, without being announced."""
        if tuple(rows) != self.runs.rows:
            scrolled = self.verticalScrollBar().value()
            with QSignalBlocker(self.selectionModel()):
                self.runs.show(rows)
            self.verticalScrollBar().setValue(scrolled)
        numbers = [number for number, row in enumerate(rows) if row.run == current]
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(self.runs.index(numbers[0]) if numbers else QModelIndex())
        self.viewport().update()

    def rename(self) -> None:
        """Let the person type another name of the current run."""
        self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's names, here and below
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.current is not None and not self.current.deleted:
                self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu_requested.emit(event.globalPos())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.runs.rows[index.row()].run)
