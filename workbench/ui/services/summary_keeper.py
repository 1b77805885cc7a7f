"""Keeps what the start page says of the open project: some time after each change, and when it is closed."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from workbench.errors import UserError
from workbench.operations.progress import Cancelled
from workbench.operations.project.summarise_project import keep_counts, keep_summary
from workbench.ui.services.job import Job
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_CALM = 3000  # milliseconds without a change


class SummaryKeeper(QObject):
    """Counts the project anew on a thread when it has changed and nothing changes any more."""

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._clock = QTimer(self, interval=_CALM, singleShot=True)
        self._clock.timeout.connect(self._keep)
        for signal in (context.changes.tasks_changed, context.changes.labels_changed):
            signal.connect(self._on_changed)
        self._clock.start()

    def leave(self) -> None:
        """Count what has changed since: the project is about to be closed."""
        if self._clock.isActive() or self._job is not None:
            self._clock.stop()
            # A project that can no longer be read is complained of when it is closed; its card says what it said.
            with suppress(UserError):
                keep_counts(self._context.project)

    def _on_changed(self) -> None:
        self._clock.start()

    def _keep(self) -> None:
        project = self._context.project

        def ended(result: object) -> None:
            self._job = None
            if isinstance(result, Cancelled):
                self._clock.start()

        self._job = self._context.jobs.start(
            tr("Load project"),
            lambda report: keep_summary(project, report),
            owner=self,
            done=ended,
            failed=ended,
            newest="summary",
        )
