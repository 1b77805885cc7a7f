"""One open project in the window: the rail, the pages, and the lines around them."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.operations.project.steps import StepFacts, Steps, describe_steps
from workbench.ui.controls.file_dialogs import choose_new
from workbench.ui.controls.page import Page
from workbench.ui.controls.text import set_tooltip
from workbench.ui.frame.device_chip import DeviceChip
from workbench.ui.frame.job_panel import JobPanel
from workbench.ui.frame.page_places import remember_place, return_to_place
from workbench.ui.frame.status_line import Banners, StatusLine
from workbench.ui.frame.step_rail import StepRail, rail_button
from workbench.ui.pages import PAGES
from workbench.ui.services.history import REDO_KEYS
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.summary_keeper import SummaryKeeper
from workbench.ui.services.translation import say, tr


class Workspace(QWidget):
    """Shows the pages of one project; each is built when it is first shown."""

    settings_requested = Signal()
    playground_requested = Signal()
    guide_requested = Signal(str)  # One of its pages, empty for the one read last.
    start_requested = Signal()
    repair_requested = Signal(Path)  # A new project is to be made of what is whole in this one.
    copy_requested = Signal(Path, Path)  # The project, and where a copy of it is to be saved and opened.

    def __init__(self, context: ProjectContext, kinds: tuple[type[Page], ...] = PAGES) -> None:
        super().__init__()
        self.context = context
        self._kinds = {kind.key: kind for kind in kinds}
        self.pages: dict[str, Page] = {}
        self._steps: Steps | None = None
        self._damage = ""
        names = [(kind.key, kind.step_name()) for kind in kinds]
        self.rail = StepRail(context.path.stem, names, context.theme)
        self.banners = Banners(context.theme)
        self.stack = QStackedWidget()
        self.status = StatusLine(context.history, context.theme)
        self._lay_out()
        self._fill_rail()
        self._connect()
        if context.read_only is not None:
            # Of a project that another window is changing, a copy would go its own way.
            offer = "" if context.project.shared else tr("Save a copy…")
            self.banners.state(say(context.read_only), offer=offer, on_taken=self._ask_for_copy)
        before = context.settings.page_of(context.path)
        self.show_page(before if before in self._kinds else kinds[0].key)
        if context.not_backed_up is not None:
            self.banners.complain(say(context.not_backed_up))
        self._summary = SummaryKeeper(context, self)
        self._read_steps()

    @property
    def page(self) -> Page:
        """The page shown."""
        return self.pages[self._current]

    def show_page(self, key: str) -> None:
        """Show the page of that key."""
        self.rail.show_page(key)
        if key not in self.pages:
            # Building a page may take longer than a click can go without an answer.
            self.rail.repaint()
            self.pages[key] = self._kinds[key](self.context)
            self.stack.addWidget(self.pages[key])
            return_to_place(self.pages[key])
        self._current = key
        self.context.settings.remember_page(self.context.path, key)
        self.banners.clear_complaint()
        self.status.turn_page()
        self.stack.setCurrentWidget(self.pages[key])
        self.pages[key].entered()

    def drop_hidden_pages(self) -> None:
        """Let go of the pages that are not shown; they are built again from the project when they are."""
        for key in [key for key in self.pages if key != self._current]:
            page = self.pages.pop(key)
            remember_place(page)
            page.leave()
            self.stack.removeWidget(page)
            # At once, as what follows looks at every widget there is.
            shiboken6.delete(page)

    def leave(self) -> None:
        """Let every page remember how it was left."""
        for page in self.pages.values():
            remember_place(page)
            page.leave()
        self._summary.leave()

    def undo(self) -> None:
        """Undo the newest decision."""
        text = self.context.history.undo()
        self.status.say(tr("Undone: {what}", what=text) if text else tr("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was undone last."""
        text = self.context.history.redo()
        self.status.say(text or tr("There is nothing to redo."))

    def _ask_for_copy(self) -> None:
        context = self.context
        choose_new(
            self,
            context.settings,
            tr("Save a copy of the project"),
            lambda output: self.copy_requested.emit(context.path, output),
            suggestion=context.path.name,
            kinds=tr("Projects (*.mlwb)"),
        )

    def _complain_of_damage(self, text: str) -> None:
        self.banners.complain(text, offer=tr("Repair into a new file"), on_taken=self._ask_for_repair)

    def _tell_of_damage(self, text: str) -> None:
        """Say what is damaged above all pages, once, as each page that reads it finds it anew."""
        if text and text != self._damage:
            self._damage = text
            self.banners.state(text, offer=tr("Repair into a new file"), on_taken=self._ask_for_repair)

    def _ask_for_repair(self) -> None:
        self.repair_requested.emit(self.context.path)

    def _ask_for_guide(self) -> None:
        self.guide_requested.emit("")

    def _go_on_here(self) -> None:
        self.page.entered()

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        whole.addLayout(column, 1)

    def _fill_rail(self) -> None:
        theme = self.context.theme
        guide = rail_button(tr("Guide"), theme, "help")
        set_tooltip(guide, tr("F1 opens the page about what is shown"))
        guide.clicked.connect(self._ask_for_guide)
        settings = rail_button(tr("Settings"), theme, "settings")
        settings.clicked.connect(self.settings_requested)
        start = rail_button(tr("Close project"), theme, "folder")
        start.clicked.connect(self.start_requested)
        self.jobs = JobPanel(self.context.jobs, theme)
        self.device = DeviceChip(self.context.jobs, theme)
        for widget in (self.jobs, self.device, guide, settings, start):
            self.rail.below.addWidget(widget)

    def _connect(self) -> None:
        context = self.context
        self.rail.requested.connect(self.show_page)
        self.rail.playground_requested.connect(self.playground_requested)
        self.rail.refused.connect(self.status.say)
        self.status.undo_requested.connect(self.undo)
        self.status.redo_requested.connect(self.redo)
        context.notifier.said.connect(self.status.say)
        context.notifier.said.connect(self.banners.clear_old_complaint)
        # The keyboard focus stays where it was.
        self.banners.closed.connect(self._go_on_here)
        context.notifier.complained.connect(self.banners.complain)
        context.notifier.complained_of_damage.connect(self._complain_of_damage)
        context.notifier.found_damage.connect(self._tell_of_damage)
        context.notifier.withdrew.connect(self.banners.withdraw)
        context.notifier.requested.connect(self.show_page)
        context.notifier.guide_requested.connect(self.guide_requested)
        context.jobs.changed.connect(self._show_steps)
        context.theme.changing.connect(self.drop_hidden_pages)
        changes = context.changes
        for signal in (
            changes.tasks_changed,
            changes.runs_changed,
            changes.evaluations_changed,
            changes.labels_changed,
        ):
            signal.connect(self._read_steps)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)
        for keys in REDO_KEYS:
            QShortcut(QKeySequence(keys), self, self.redo)
        for number, key in enumerate(self._kinds, 1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda key=key: self.rail.steps[key].click())

    def _read_steps(self) -> None:
        self.context.jobs.start(
            tr("Load project"),
            lambda report: describe_steps(self.context.project),
            owner=self,
            done=self._take_steps,
            newest="steps",
        )

    def _take_steps(self, steps: Steps) -> None:
        self._steps = steps
        self._show_steps()

    def _show_steps(self) -> None:
        if self._steps is None:
            return
        for key, button in self.rail.steps.items():
            facts: StepFacts = getattr(self._steps, key)
            waits = say(facts.waits_for) if facts.waits_for else ""
            button.show_state(done=facts.done, running=self.context.jobs.is_busy(key), waits_for=waits)
