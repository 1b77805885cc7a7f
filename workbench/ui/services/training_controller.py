"""The meta-training of an open project, whatever page is shown: starts, pauses and resumes it, keeps its events."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.errors import UserError
from workbench.operations.progress import Cancelled, Pace
from workbench.operations.runs.curve import GrowingCurve, RunCurve, best_validation, run_curve
from workbench.operations.runs.listing import RunFacts
from workbench.operations.runs.planning.cost_estimate import Cost
from workbench.operations.runs.timeline import Timeline
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.runs.training_events import (
    EmbeddingFrame,
    EmbeddingHistory,
    EpisodePreview,
    RunNote,
    RunStarted,
    TrainingEvent,
    TrainingStep,
    ValidationProgress,
    ValidationResult,
)
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.services.changes import Changes
from workbench.ui.services.cost_estimates import CostEstimates
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.lanes import LEARNING
from workbench.ui.services.training_stage import BUSY, Stage
from workbench.ui.services.translation import tr
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.operations.project.opening import Project


class TrainingController(QObject):
    """Holds the one training that can be under way; pages come and go and read it from here.

    `curve`, `run_started`, `frames`, `previews` and `notes` are of the current run and stay after it ended; `checking`
    is how far a validation under way is; `outcome` is the run once finished; `trouble` says why it failed.
    """

    state_changed = Signal()
    events_sent = Signal(list)

    def __init__(self, project: "Project", jobs: Jobs, changes: Changes) -> None:
        super().__init__()
        self._project = project
        self._jobs = jobs
        self._changes = changes
        self._estimates = CostEstimates(project, jobs)
        self.job: Job | None = None
        self.stage = Stage.IDLE
        self._work: Callable[[Report], RunFacts] | None = None  # What was begun last, to go on with it.
        self.trained_together: tuple[int, ...] = ()  # The runs that were trained in turn last, to be compared.
        self.interrupted = False  # Whether the last training was stopped before it ended.
        self.trouble: Message | None = None
        self.device = "auto"
        self._forget()

    @property
    def is_busy(self) -> bool:
        """Whether something is being trained, prepared or stopped."""
        return self.stage in BUSY

    @property
    def run(self) -> int | None:
        """The number of the current run, once it has one."""
        return self.run_started.run if self.run_started is not None else self._resumed

    @property
    def is_preparing(self) -> bool:
        """Whether images are being prepared for a run that is not there yet, or that was paused."""
        return self.run_started is None and (self.is_busy or self.stage is Stage.PAUSED)

    @property
    def frame(self) -> EmbeddingFrame | None:
        """The newest embedding of the current run."""
        return self.frames.newest

    @property
    def preview(self) -> EpisodePreview | None:
        """The newest validation episode of the current run."""
        return self.previews.newest

    @property
    def checking_left(self) -> float | None:
        """How many seconds a validation under way will still take, None until that can be said."""
        return None if self.checking is None else self._checking_pace.seconds_left()

    @property
    def episode(self) -> int:
        """How many episodes of the current run are done."""
        done = self.run_started.episode if self.run_started is not None else 0
        return max(done, int(self.curve.episodes[-1])) if len(self.curve) else done

    @property
    def share(self) -> float:
        """How much of the current run is done, 0 to 1; one that is not to learn anything is being validated."""
        total = self.run_started.episodes if self.run_started is not None else 0
        return self.episode / total if total else 0.0

    @property
    def best(self) -> ValidationResult | None:
        """The best validation of the current run so far."""
        return best_validation(self.curve.checked, self.problem)

    @property
    def problem(self) -> str | None:
        """What the current run learns in place of images, as far as that is known."""
        return None if self.run_started is None else self.run_started.problem

    def start(self, request: TrainingRequest) -> None:
        """Begin a new run, unless one is under way."""
        if self.is_busy:
            return
        self._forget()
        self.device, self.requested = request.device, request
        self._begin(lambda report: train_approach(self._project, request, report, on_event=report.send))

    def resume(self, run: int, device: str = "auto") -> None:
        """Resume a run exactly where it was saved, unless one is under way."""
        if self.is_busy:
            return
        if run != self.run:
            self._forget()
            self._resumed = run
        self.device = device

        def work(report: Report) -> RunFacts:
            report.send(run_curve(self._project, run))
            return resume_run(self._project, str(run), report, on_event=report.send, device=device)

        self._begin(work)

    def pause(self) -> None:
        """Save everything and stop; the run stays the current one. What is prepared by then stays in the cache."""
        self._ask_to_end(Stage.PAUSING)

    def go_on(self) -> None:
        """Go on with what was paused: the current run, or the preparation of one that is not there yet."""
        if self.stage is Stage.PAUSED and self.run_started is not None:
            self.resume(self.run_started.run, self.device)
        elif self.stage is Stage.PAUSED and self._work is not None:
            self._begin(self._work)

    def stop(self) -> None:
        """Save everything and stop; another run can begin then."""
        if self.stage is Stage.PAUSED:
            self._set_stage(Stage.IDLE)
        else:
            self._ask_to_end(Stage.STOPPING)

    def let_go(self) -> None:
        """Show the current run no more, as it was deleted; unless it is being trained."""
        if not self.is_busy:
            self._forget()
            self._set_stage(Stage.IDLE)

    def estimate(
        self,
        request: TrainingRequest,
        owner: QObject,
        done: Callable[[Cost], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Measure what a training would cost, unless one is under way: neither must disturb the other."""
        if self.is_busy:
            return
        self._estimates.start(request, owner, done, failed)

    def _begin(self, work: Callable[[Report], RunFacts]) -> None:
        self.trouble = self.outcome = None
        self._work = work
        wait_for_estimates = self._estimates.drop()

        def begin(report: Report) -> RunFacts:
            wait_for_estimates(report)
            return work(report)

        self.job = self._jobs.start(
            lambda: tr("Learn"),
            begin,
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
            lane=LEARNING,
            on_events=self._on_events,
        )
        self.job.progressed.connect(self._on_progress)
        self._set_stage(Stage.STARTING)

    def _ask_to_end(self, stage: Stage) -> None:
        if self.stage not in (Stage.STARTING, Stage.TRAINING):
            return
        self._set_stage(stage)
        if self.job is not None:
            self.job.cancel()

    def _on_progress(self) -> None:
        if self.stage is Stage.STARTING:
            # What is being loaded is worth showing; afterwards the events say more.
            self.state_changed.emit()

    def _on_events(self, events: Sequence[TrainingEvent | RunCurve]) -> None:
        for event in events:
            self._apply(event)
        self.events_sent.emit(list(events))

    def _apply(self, event: TrainingEvent | RunCurve) -> None:
        match event:
            case TrainingStep() | ValidationResult():
                self._apply_measurement(event)
            case ValidationProgress(share):
                self.checking = share
                self._checking_pace.note(share)
            case EmbeddingHistory() | EmbeddingFrame() | EpisodePreview():
                self._apply_picture(event)
            case RunStarted():
                self._apply_start(event)
            case RunNote(text):
                # A note may come again when a run is resumed.
                self.notes += [text] if text not in self.notes else []
            case RunCurve():
                self.curve = GrowingCurve.of(event)

    def _apply_measurement(self, measured: TrainingStep | ValidationResult) -> None:
        self.checking = None
        if isinstance(measured, TrainingStep):
            self.curve.append(measured)
            return
        self.curve.add_validation(measured)
        if measured.best:
            self._changes.runs_changed.emit(self)

    def _apply_picture(self, shown: EmbeddingHistory | EmbeddingFrame | EpisodePreview) -> None:
        if isinstance(shown, EmbeddingHistory):
            self.frames = Timeline(shown.frames)
        elif isinstance(shown, EmbeddingFrame):
            self.frames.add(shown)
        else:
            self.previews.add(shown)

    def _apply_start(self, run_started: RunStarted) -> None:
        self.run_started = run_started
        self.curve.go_back_to(run_started.episode)
        # The frames that were kept come next; of other images they could not be shown any more.
        self.frames = Timeline[EmbeddingFrame]()
        self.previews.go_back_to(run_started.episode)
        if self.stage is Stage.STARTING:
            self._set_stage(Stage.TRAINING)
        self._changes.runs_changed.emit(self)

    def _on_done(self, outcome: RunFacts) -> None:
        self.outcome = outcome
        self._end(Stage.FINISHED)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.trouble = error.text if isinstance(error, UserError) else _BUG
            self._end(Stage.FAILED)
        elif self.stage is Stage.STOPPING or (self.run_started is None and self.stage is not Stage.PAUSING):
            self._end(Stage.IDLE)
        else:
            # Also when it was cancelled from the list of jobs: nothing is lost, and it can be resumed from here.
            self._end(Stage.PAUSED)

    def _end(self, stage: Stage) -> None:
        self.interrupted = self.job is not None and self.job.stopping
        self.job, self.checking = None, None
        self._set_stage(stage)
        self._changes.runs_changed.emit(self)

    def _set_stage(self, stage: Stage) -> None:
        self.stage = stage
        self.state_changed.emit()

    def _forget(self) -> None:
        self.curve = GrowingCurve()
        self.run_started: RunStarted | None = None
        self._resumed: int | None = None  # The run that is being prepared to go on.
        self.requested: TrainingRequest | None = None  # What the current run was begun with; None: it was resumed.
        self.frames = Timeline[EmbeddingFrame]()
        self.previews = Timeline[EpisodePreview]()
        self._checking_pace = Pace()
        self.notes: list[Message] = []
        self.checking: float | None = None
        self.outcome: RunFacts | None = None


_BUG = Message(marked("Training ended because of an internal error. What was saved can be resumed."))
