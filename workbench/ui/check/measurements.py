"""The tests and other measurements under way: one job each, one after another, seen and cancelled as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from workbench.operations.evaluation.evaluate_run import EvaluationReport, EvaluationRequest, evaluate_run
from workbench.operations.progress import Cancelled
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.lanes import MEASURING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import percent, say, tr


@dataclass(frozen=True)
class RequestedTest:
    """A test to make, and the name of what is tested."""

    name: str
    request: EvaluationRequest


class Measurements(QObject):
    """Starts tests, and shows the progress of the one under way."""

    moved = Signal()  # A test began, got on or ended.
    tested = Signal(RequestedTest, EvaluationReport)

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._under_way: list[tuple[str, Job]] = []  # Each with what stands before its words.
        # A page rebuilt in another language shows the test that is still running.
        for job in context.jobs.in_lane(MEASURING):
            self.follow(job)

    @property
    def is_busy(self) -> bool:
        """Whether a test is under way or waits."""
        return bool(self._under_way)

    @property
    def words(self) -> str:
        """The progress of the test under way in words, empty without one."""
        if not self._under_way:
            return ""
        name, job = self._under_way[0]
        progress = tr("stopping…") if job.stopping else say(job.text) if job.text else tr("getting ready…")
        words = f"{name}: {progress}" if name else progress[:1].upper() + progress[1:]
        waiting = len(self._under_way) - 1
        return words + " · " + tr("{count} more waiting", count=waiting) if waiting else words

    @property
    def share(self) -> float | None:
        """How much of the test under way is done, 0 to 1; None while unknown."""
        return self._under_way[0][1].share if self._under_way else None

    def begin(self, requests: Sequence[RequestedTest]) -> None:
        """Run these tests in turn."""
        self._context.notifier.begin()
        for requested in requests:
            self._begin(requested)

    def cancel(self) -> None:
        """Stop the test under way, and make none of those that wait; what was stored stays."""
        for _, job in self._under_way:
            job.cancel()

    def follow(self, job: Job, name: str = "") -> None:
        """Show the progress of another job of this lane, too, and cancel it with the others."""
        self._under_way.append((name, job))
        job.progressed.connect(self.moved)
        job.ended.connect(self._on_ended)
        # Straight from the job, so that the rest of the window is informed even when this page was rebuilt.
        changes = self._context.changes
        job.ended.connect(lambda: changes.evaluations_changed.emit(None))
        self.moved.emit()

    def _begin(self, requested: RequestedTest) -> None:
        project = self._context.project

        def work(report: Report) -> EvaluationReport:
            return evaluate_run(project, requested.request, report)

        job = self._context.jobs.start(
            lambda: tr("Test {what}", what=requested.name),
            work,
            owner=self,
            done=lambda report: self._on_done(requested, report),
            failed=lambda error: self._on_failed(requested, error),
            lane=MEASURING,
        )
        self.follow(job, requested.name)

    def _on_done(self, requested: RequestedTest, report: EvaluationReport) -> None:
        accuracy = percent(report.accuracy, report.widest)
        words = [tr("{what}: {accuracy} accuracy.", what=requested.name, accuracy=accuracy)]
        self._context.notifier.say(" ".join(words + [say(note) for note in report.notes]))
        self.tested.emit(requested, report)

    def _on_failed(self, requested: RequestedTest, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._context.notifier.say(tr("Test of {what} cancelled; nothing was kept.", what=requested.name))
        else:
            self._context.notifier.complain_of(error)

    def _on_ended(self) -> None:
        listed = self._context.jobs.listed
        self._under_way = [pair for pair in self._under_way if pair[1] in listed]
        self.moved.emit()
