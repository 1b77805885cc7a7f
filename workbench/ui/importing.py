"""Imports folders one after another, and lets whoever shows images look again while that goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.errors import UserError
from workbench.operations.forget_task import forget_task
from workbench.operations.import_images import ImportReport, ImportWish, import_images
from workbench.operations.locate_images import locate_images
from workbench.operations.progress import Cancelled, Reporter
from workbench.ui.bench import Bench
from workbench.ui.translation import say, tr

LANE = "images"
_EVERY = 1000  # milliseconds between two looks at what is being imported


@dataclass(frozen=True)
class Imported:
    """A folder that was imported, and what came of it."""

    folder: Path
    report: ImportReport


class Importing(QObject):
    """Runs imports in the lane of images; `imported` carries an Imported, `began` comes when nothing was under way."""

    began = Signal()
    imported = Signal(object)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(bench.changes.tasks_changed)
        bench.jobs.changed.connect(self._on_jobs_changed)
        # A page that was built anew, in another language, goes on showing what is under way.
        self._on_jobs_changed()

    @property
    def busy(self) -> bool:
        """Whether something is being imported or located."""
        return self._bench.jobs.is_busy(LANE)

    def add(self, folders: Sequence[Path], wish: ImportWish, *, instead_of: Sequence[int] = ()) -> None:
        """Import folders in their order; the tasks `instead_of` which it is done are forgotten first."""
        if not self.busy:
            self.began.emit()
        for folder in folders:
            self._start(folder, wish, instead_of)

    def locate(self, old: Path, new: Path) -> None:
        """Point images last seen under `old` to the same contents under `new`."""
        bench = self._bench
        bench.jobs.start(
            tr("Locate images in {folder}", folder=new.name),
            lambda report: locate_images(bench.project, old, new, report),
            owner=self,
            done=self._on_located,
            lane=LANE,
        )

    def _start(self, folder: Path, wish: ImportWish, instead_of: Sequence[int]) -> None:
        bench = self._bench

        def work(report: Reporter) -> ImportReport:
            for task in instead_of:
                forget_task(bench.project, task)
            return import_images(bench.project, folder, wish, report)

        bench.jobs.start(
            tr("Import {name}", name=folder.name),
            work,
            owner=self,
            done=lambda report: self.imported.emit(Imported(folder, report)),
            failed=lambda error: self._on_failed(folder, error),
            lane=LANE,
        )

    def _on_failed(self, folder: Path, error: Exception) -> None:
        if isinstance(error, Cancelled):
            text = tr(
                "The import of {name} was stopped. What was saved stays; importing it again goes on from there.",
                name=folder.name,
            )
            self._bench.voice.say(text)
        elif isinstance(error, UserError):
            self._bench.voice.complain(say(error.text))

    def _on_located(self, report: Any) -> None:
        missing = len(report.missing)
        found = tr("{found} of {total} images found.", found=report.found, total=report.sought)
        still = tr("{count} are still missing.", count=missing)
        self._bench.voice.say(f"{found} {still}" if missing else found)

    def _on_jobs_changed(self) -> None:
        if self.busy and not self._clock.isActive():
            self._clock.start()
        elif not self.busy and self._clock.isActive():
            self._clock.stop()
            self._bench.changes.tasks_changed.emit()
