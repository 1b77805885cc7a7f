"""The imported folders, what the colours of their bars mean, and what can be done with the one chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.operations.image_overview import ImageOverview
from workbench.ui.bench import Bench
from workbench.ui.tokens import SMALL
from workbench.ui.translation import say, tr
from workbench.ui.widgets.hold_button import HoldButton
from workbench.ui.widgets.role_bar import RoleLegend
from workbench.ui.widgets.task_list import TaskList
from workbench.ui.widgets.text import button


class FolderPanel(QWidget):
    """Shows the folders; `remove_wished` and `locate_wished` carry the TaskFacts of the one chosen."""

    remove_wished = Signal(object)
    locate_wished = Signal(object)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.folders = TaskList(bench.theme)
        self.folders.chosen.connect(self.renew)
        self.remove = HoldButton(tr("Remove"), bench.theme)
        self.remove.held.connect(lambda: self.remove_wished.emit(self.folders.task))
        self.locate = button(tr("Locate…"))
        self.locate.clicked.connect(lambda: self.locate_wished.emit(self.folders.task))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.folders, 1)
        self.legend = RoleLegend()
        column.addWidget(self.legend)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.locate)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        self.renew()

    def show_overview(self, overview: ImageOverview) -> None:
        """Show the folders as they are now."""
        self.folders.show_overview(overview)
        self.renew()

    def renew(self) -> None:
        """Show the roles of the folder chosen, and enable what can be done with it now."""
        self.legend.show_counts(self.folders.rows.roles(self.folders.currentIndex().row()))
        why = self._obstacle()
        for each, tip in (
            (self.remove, tr("Press and hold to take this folder out of the project. Its files stay where they are.")),
            (self.locate, tr("If this folder was moved or renamed, say where it is now.")),
        ):
            each.setEnabled(not why)
            each.setToolTip(why or tip)

    def _obstacle(self) -> str:
        if self._bench.read_only is not None:
            return say(self._bench.read_only)
        if self.folders.task is None:
            return tr("Choose one folder first.")
        return tr("Wait until the import is done.") if self._bench.jobs.is_busy("images") else ""
