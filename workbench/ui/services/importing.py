"""Imports folders one after another, and lets pages that show images reload them meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from workbench.operations.progress import Cancelled, Reporter
from workbench.operations.tasks.forget_task import forget_task
from workbench.operations.tasks.import_images import ImportReport, ImportRequest, import_images
from workbench.operations.tasks.locate_images import LocateReport, locate_images
from workbench.operations.tasks.several_pages import PageCount, pages_in_folder
from workbench.ui.services.lanes import IMPORTING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_EVERY = 1000  # milliseconds between two refreshes during an import


@dataclass(frozen=True)
class Imported:
    """A folder that was imported, and the report of its import."""

    folder: Path
    report: ImportReport


class Importing(QObject):
    """Runs imports in the lane of images."""

    began = Signal()  # The first of a series of imports has started.
    imported = Signal(Imported)

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self._announce)
        context.jobs.changed.connect(self._on_jobs_changed)
        # A page rebuilt in another language shows the import that is still running.
        self._on_jobs_changed()

    @property
    def busy(self) -> bool:
        """Whether something is being imported or located."""
        return self._context.jobs.is_busy(IMPORTING)

    def add(self, folders: Sequence[Path], request: ImportRequest, *, instead_of: Sequence[int] = ()) -> None:
        """Import folders in their order; the tasks `instead_of` which it is done are forgotten first."""
        if not self.busy:
            self.began.emit()
        for folder in folders:
            self._start(folder, request, instead_of)

    def look_for_pages(self, folder: Path, asking: QObject, asked: Callable[[PageCount], None]) -> None:
        """Tell whoever is asking about a folder whether files of it have several pages or channels."""
        self._context.jobs.start(
            lambda: tr("Look for files with several pages"),
            lambda report: pages_in_folder(folder, report),
            owner=asking,
            done=asked,
            failed=lambda error: None,
            newest="pages",
        )

    def locate(self, old: Path, folder: Path) -> None:
        """Point images last seen under `old` to the same contents under `folder`."""
        context = self._context
        context.jobs.start(
            lambda: tr("Locate images in {folder}", folder=folder.name),
            lambda report: locate_images(context.project, old, folder, report),
            owner=context.changes,
            done=self._on_located,
            lane=IMPORTING,
        )

    def _start(self, folder: Path, request: ImportRequest, instead_of: Sequence[int]) -> None:
        context = self._context

        def work(report: Reporter) -> ImportReport:
            for task in instead_of:
                forget_task(context.project, task)
            return import_images(context.project, folder, request, report)

        context.jobs.start(
            lambda: tr("Import {name}", name=folder.name),
            work,
            # Of what lives as long as the project: that an import failed is said also when the page was rebuilt.
            owner=context.changes,
            done=lambda report: self._on_imported(Imported(folder, report)),
            failed=lambda error: self._on_failed(folder, error),
            lane=IMPORTING,
        )

    def _on_imported(self, imported: Imported) -> None:
        if shiboken6.isValid(self):
            self.imported.emit(imported)

    def _on_failed(self, folder: Path, error: Exception) -> None:
        if isinstance(error, Cancelled):
            text = tr(
                "Import of {name} stopped. What was saved is kept; import it again to continue.",
                name=folder.name,
            )
            self._context.notifier.say(text)
        else:
            self._context.notifier.complain_of(error)

    def _on_located(self, report: LocateReport) -> None:
        missing = len(report.missing)
        located = tr("{found} of {total} images found.", found=report.found, total=report.sought)
        still = tr("{count} are still missing.", count=missing)
        self._context.notifier.say(f"{located} {still}" if missing else located)

    def _on_jobs_changed(self) -> None:
        if self.busy and not self._clock.isActive():
            self._clock.start()
        elif not self.busy and self._clock.isActive():
            self._clock.stop()
            self._announce()

    def _announce(self) -> None:
        self._context.changes.tasks_changed.emit(self)
