"""The window: the start page, or one open project; it opens and closes projects, and loses nothing."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QTranslator, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from workbench.errors import UserError
from workbench.ui.frame import loading
from workbench.ui.frame.closing import ClosingDialog
from workbench.ui.frame.guide_door import GuideDoor
from workbench.ui.frame.offers import in_turn, offer_for
from workbench.ui.frame.page_loading import PageLoading
from workbench.ui.frame.playground_door import PlaygroundDoor
from workbench.ui.frame.repaired import RepairedDialog
from workbench.ui.frame.report import ReportDialog, report_of, write_to_log
from workbench.ui.frame.settings_dialog import SettingsDialog
from workbench.ui.frame.start_place import LAST_WORDS, StartPlace
from workbench.ui.frame.tour_door import TourDoor
from workbench.ui.look.theme import Theme
from workbench.ui.services.job import Done, JobWork, Title
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.lanes import LEARNING
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import say, speak, tr

if TYPE_CHECKING:
    from workbench.operations.project.opening import Project
    from workbench.operations.project.repair.repair_report import RepairReport
    from workbench.ui.frame.workspace import Workspace

_PATIENCE = 2.0  # seconds that closing waits for threads


class MainWindow(QMainWindow):
    """Holds what lives as long as the program: settings, theme, jobs; and the project that is open."""

    closed = Signal()
    start_shown = Signal()  # The start page was built anew.
    project_shown = Signal()  # So were the pages of the project: it was opened, or the language changed.
    not_opened = Signal()  # What was begun on the start page has failed or was cancelled.

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.jobs = Jobs(self)
        self.jobs.failed.connect(self._on_failed)
        self._translators: list[QTranslator] = speak(settings.language, [])
        self.loaded = False
        self._then: Callable[[], None] | None = None
        self._leaving = False
        self.threads_ended = True  # After closing: whether nothing is left at work.
        self.workspace: Workspace | None = None
        self.guide = GuideDoor(self)
        self.setMinimumSize(1024, 640)
        self.resize(1280, 800)
        self.restoreGeometry(settings.layout("window"))
        self._stack = QStackedWidget()
        self.playground = PlaygroundDoor(self, self._stack)
        self.tour = TourDoor(self)
        self._show_start()
        # Nothing is loaded before the page is on the screen.
        self._loading = PageLoading(self.jobs, self)
        self._loading.done.connect(self._on_loaded)
        self.start.painted.connect(self._loading.start)

    def open_project(self, path: Path) -> None:
        """Open a project once what that needs is loaded."""
        self._begin(lambda: tr("Opening {name}…", name=path.stem), partial(loading.open_for_work, path), damaged=path)

    def repair_project(self, path: Path) -> None:
        """Make a new project of what is whole in a damaged one, and show what became of it."""
        work, done = partial(loading.repair_beside, path), self._show_repaired
        self._begin(lambda: tr("Repairing {name}…", name=path.stem), work, done=done)

    def new_project(self, path: Path) -> None:
        """Make a project and open it."""
        self._begin(lambda: tr("Creating {name}…", name=path.stem), lambda report: loading.make_project(path))

    def try_example(self, folder: Path) -> None:
        """Draw the example in a folder that is not there yet, and open its project."""
        where = str(folder).replace(str(Path.home()), "~", 1)
        work = partial(loading.open_example, folder)
        self._begin(lambda: tr("Drawing the example in {folder}…", folder=where), work)

    def close_project(self) -> None:
        """Go back to the start page, after asking once when something is being learned."""
        if self.workspace is not None:
            self._when_stopped(self._show_start_again)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self._leaving or (self.workspace is None and self.jobs.is_idle):
            self._leave()
            event.accept()
            return
        event.ignore()
        self._when_stopped(self._close_for_good)

    def stop_and_close(self) -> None:
        """Close without asking, keeping what was learned; for a system that shuts down."""
        self._stop_then(self._close_for_good)

    def report(self, error: BaseException) -> None:
        """Show an unexpected error and write it to the log."""
        text = report_of(error)
        write_to_log(text)
        ReportDialog(text, self).open()

    def _on_loaded(self) -> None:
        self.loaded = True
        if self._then is not None:
            self._then()

    def _begin(self, busy: Title, work: JobWork, *, done: Done | None = None, damaged: Path | None = None) -> None:
        """Do it when all needed is loaded; `done` gets what it leads to, else a project that is shown then.

        For a `damaged` project, something may be offered where that fails.
        """
        self.start.set_busy(busy)
        self._start_banners.clear_complaint()

        def go() -> None:
            self._then = None
            failed = partial(self._on_not_opened, damaged=damaged)
            job = self.jobs.start(busy, work, owner=self, done=done or self._show_project, failed=failed)
            self.start.follow(job)

        if self.loaded:
            go()
        else:
            self._then = go

    def _on_not_opened(self, error: Exception, damaged: Path | None = None) -> None:
        self.start.set_busy("")
        self.not_opened.emit()
        if not isinstance(error, UserError):
            return
        offer, act = offer_for(error, damaged, repair=self.repair_project, take_in=self._open_with_changes)
        self._start_banners.complain(say(error.text), offer=offer, on_taken=act)

    def _open_with_changes(self, path: Path) -> None:
        work = partial(loading.open_with_changes, path)
        self._begin(lambda: tr("Opening {name}…", name=path.stem), work, damaged=path)

    def _open_copy(self, path: Path, output: Path) -> None:
        work = partial(loading.open_copy, path, output)
        self._begin(lambda: tr("Copying {name}…", name=path.stem), work)

    def _show_repaired(self, report: "RepairReport") -> None:
        self.start.set_busy("")
        dialog = RepairedDialog(report, self)
        dialog.open_requested.connect(self.open_project)
        dialog.open()

    def _show_project(self, project: "Project") -> None:
        self.settings.opened(project.path)
        self.workspace = loading.lay_out(project, self.settings, self.theme, self.jobs)
        self._take_in(self.workspace)
        self.start.set_busy("")

    def _take_in(self, workspace: "Workspace") -> None:
        workspace.settings_requested.connect(self.show_settings)
        workspace.start_requested.connect(self.close_project)
        workspace.copy_requested.connect(self._leave_for)
        workspace.repair_requested.connect(self._leave_for)
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        workspace.page.setFocus()
        self.setWindowTitle(workspace.context.path.stem)
        self.project_shown.emit()

    def _show_start(self) -> None:
        place = StartPlace(self.settings, self.theme, self.jobs)
        self._start_banners, self.start = place.banners, place.start
        self.start.new_requested.connect(self.new_project)
        self.start.open_requested.connect(self.open_project)
        self.start.example_requested.connect(self.try_example)
        self.start.settings_requested.connect(self.show_settings)
        self._stack.addWidget(place)
        self._stack.setCurrentWidget(place)
        self.start.new.setFocus()
        self.setWindowTitle("")
        self.start_shown.emit()

    @property
    def complaint(self) -> str:
        """What the start page complains of, empty when nothing."""
        return self._start_banners.complaint

    def _show_start_again(self) -> None:
        self._put_away()
        self._clear()
        self._show_start()
        QTimer.singleShot(0, loading.let_go_of_project)  # When its pages are deleted.

    def _leave_for(self, path: Path, copy: Path | None = None) -> None:
        act = partial(self.repair_project, path) if copy is None else partial(self._open_copy, path, copy)
        self._when_stopped(in_turn(self._show_start_again, act))

    def show_settings(self) -> None:
        """Ask for language and appearance."""
        dialog = SettingsDialog(self.settings, self.theme, self.jobs, self)
        dialog.scheme_chosen.connect(self.theme.apply)
        dialog.language_chosen.connect(self.speak_anew)
        dialog.language_chosen.connect(dialog.speak)
        dialog.open()

    def speak_anew(self) -> None:
        """Build everything shown again in another language; all that matters is in the project."""
        self._translators = speak(self.settings.language, self._translators)
        self.guide.speak()
        before = self.workspace
        self._clear()
        if before is None:
            start_before = self.start
            self._show_start()
            self.start.take_over(start_before)
            return
        before.leave()
        self._show_start()
        self.workspace = loading.lay_out_again(before.context)
        self._take_in(self.workspace)
        self.workspace.show_page(before.page.key)

    def _clear(self) -> None:
        while (old_page := self._stack.widget(0)) is not None:
            self._stack.removeWidget(old_page)
            old_page.deleteLater()

    def _when_stopped(self, then: Callable[[], None]) -> None:
        """Stop what is under way, asking first when something is being learned, then call `then`."""
        if not self.jobs.is_busy(LEARNING):
            self._stop_then(then)
            return
        if not any(dialog.isVisible() for dialog in self.findChildren(ClosingDialog)):
            searches = self.workspace is not None and self.workspace.context.search.is_busy
            dialog = ClosingDialog(self, searches=searches)
            dialog.stop_chosen.connect(lambda: self._stop_then(then))
            dialog.open()

    def _stop_then(self, then: Callable[[], None]) -> None:
        def begin_again_or_go_on() -> None:
            # What just ended may have begun something else, which must not meet a closed project.
            if self.jobs.is_idle:
                then()
            else:
                self._stop_then(then)

        self.jobs.cancel_all()
        self.jobs.when_idle(begin_again_or_go_on)

    def _close_for_good(self) -> None:
        self._leaving = True
        self.close()

    def _leave(self) -> None:
        self._leaving = True
        self._loading.stop()
        self.guide.leave()
        self.settings.remember_layout("window", self.saveGeometry())
        thumbnails = None if self.workspace is None else self.workspace.context.thumbnails
        self._put_away()
        self.settings.save()
        pictures_ended = thumbnails is None or thumbnails.close(_PATIENCE)
        self.threads_ended = self.jobs.close(_PATIENCE) and pictures_ended
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self.closed.emit()

    def _put_away(self) -> None:
        """Close the project file, so that it is complete by itself."""
        if self.workspace is None:
            return
        self.workspace.leave()
        context, self.workspace = self.workspace.context, None
        self.jobs.within = nullcontext
        context.thumbnails.close()
        try:
            context.project.close()
        except UserError as error:
            # Everything is saved; where part of it lies beside the file, the person should know before going.
            self.settings.remember_text(LAST_WORDS, say(error.text))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.report(error)
        elif self.workspace is not None:
            self.workspace.context.notifier.complain_of(error)
        else:
            self._start_banners.complain(say(error.text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        QGuiApplication.setApplicationDisplayName(tr("Meta-Learning Workbench"))
