"""The imported folders, what the colours of their bars mean, and what can be done with the one chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.operations.tasks.image_overview import ImageOverview
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.ui.controls.hold_button import HoldButton
from workbench.ui.controls.text import button, set_tooltip
from workbench.ui.images.role_bar import RoleLegend
from workbench.ui.images.task_list import TaskList
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class FolderPanel(QWidget):
    """Shows the folders, and asks for what is to be done with the one chosen."""

    remove_requested = Signal(TaskFacts)
    locate_requested = Signal(TaskFacts)

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self.folders = TaskList(context.theme)
        self.folders.chosen.connect(self.renew)
        self.remove = HoldButton(tr("Remove"), context.theme)
        self.remove.held.connect(lambda: self.remove_requested.emit(self.folders.task))
        self.locate = button(tr("Locate…"))
        self.locate.clicked.connect(lambda: self.locate_requested.emit(self.folders.task))
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
        why = self._why_not()
        for act, tip in (
            (self.remove, tr("Press and hold to remove this folder from the project. Its files stay where they are.")),
            (self.locate, tr("If this folder was moved or renamed, choose its new location.")),
        ):
            act.setEnabled(not why)
            set_tooltip(act, why or tip)

    def _why_not(self) -> str:
        if self._context.read_only is not None:
            return say(self._context.read_only)
        if self.folders.task is None:
            return tr("Select a folder first.")
        return tr("Wait until the import is done.") if self._context.jobs.is_busy("images") else ""
