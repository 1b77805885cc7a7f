"""The search of an open project, whatever page is shown: starts, pauses, resumes and extends it, keeps its events."""

import time
from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.progress import Cancelled
from workbench.operations.search.budget import left_of
from workbench.operations.search.events import SearchEvent, StageBegan, TrialChanged
from workbench.operations.search.history import SearchFacts, describe_newest_search, describe_search
from workbench.operations.search.search_project import resume_search, search_project
from workbench.operations.search.search_record import SearchRecord, TrialFacts
from workbench.operations.search.search_request import SearchRequest
from workbench.ui.services.changes import Changes
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.lanes import LEARNING
from workbench.ui.services.translation import tr
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.operations.project.opening import Project

_SECOND = 1000  # milliseconds between two changes of the time left


class SearchStage(Enum):
    """The stage of the current search; it is not what the search does, which is `SearchController.step`."""

    IDLE = "idle"
    STARTING = "starting"
    SEARCHING = "searching"
    PAUSING = "pausing"
    ENDING = "ending"  # It trains no further; the best is tested next.
    EXTENDING = "extending"  # It goes on with more time.
    PAUSED = "paused"
    FINISHED = "finished"
    FAILED = "failed"


SEARCH_BUSY = frozenset(
    {SearchStage.STARTING, SearchStage.SEARCHING, SearchStage.PAUSING, SearchStage.ENDING, SearchStage.EXTENDING}
)
_Work = Callable[[Report], SearchRecord]


class SearchController(QObject):
    """Holds the one search that can be under way; pages come and go and read it from here.

    `facts` is the search as it was last read from the project: of the current one before it began this time, of an
    ended one all. `request` is what it searches for, complete; None until that is known. `step` is 1 while it tries
    simple heads, 2 while it trains, 3 while it tests the best; 0 before. `trouble` says why it failed. `run_to_check`
    is the run that the page Check is to show next. `only_tests`: it was told to try nothing more before the test.
    """

    state_changed = Signal()
    trials_changed = Signal()
    ticked = Signal()  # A second of its time has passed.

    def __init__(self, project: "Project", jobs: Jobs, changes: Changes) -> None:
        super().__init__()
        self._project, self._jobs, self._changes = project, jobs, changes
        self._then: Callable[[], None] | None = None  # What to do once it is saved.
        self._ends_at = 0.0  # By time.monotonic(): when its time is over.
        self._trials: dict[int, TrialFacts] = {}
        self.job: Job | None = None
        self.stage = SearchStage.IDLE
        self.number: int | None = None
        self.seconds = 0.0
        self.step = 0
        self.facts: SearchFacts | None = None
        self.request: SearchRequest | None = None
        self.trouble: Message | None = None
        self.run_to_check: int | None = None
        self.only_tests = False
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self.ticked)

    @property
    def is_busy(self) -> bool:
        """Whether something is being searched, prepared or saved."""
        return self.stage in SEARCH_BUSY

    @property
    def trials(self) -> tuple[TrialFacts, ...]:
        """The trials of the current search so far, in their order."""
        return tuple(self._trials[number] for number in sorted(self._trials))

    @property
    def left(self) -> float:
        """The seconds of its time that are left."""
        if self.is_busy and self.step:
            return max(0.0, self._ends_at - time.monotonic())
        return self.facts.left if self.facts is not None else self.seconds

    @property
    def left_of_step(self) -> float:
        """The seconds of what is left that are left for what it does now: some are kept for the test."""
        return left_of(self.seconds, self.step, self.left)

    def why_not(self) -> Message | None:
        """Say why no search can begin now, None where one can."""
        return _IN_TURN if self._jobs.is_busy(LEARNING) else None

    def start(self, request: SearchRequest) -> None:
        """Begin a new search, unless something is learned now."""
        if self.why_not() is not None:
            return
        self.number, self.facts, self.request, self._trials = None, None, None, {}
        self.seconds, self.only_tests = request.seconds, False
        self._begin(lambda report: search_project(self._project, request, report, on_event=report.send))

    def resume(self, seconds: float | None = None) -> None:
        """Go on with the newest search where it was saved, for so many seconds in all where they are given."""
        if self.why_not() is not None:
            return
        if seconds is not None:
            self.seconds, self.only_tests = seconds, False
        self._begin(lambda report: resume_search(self._project, report, seconds=seconds, on_event=report.send))

    def pause(self) -> None:
        """Save everything and stop; it can go on from there at any time."""
        self._ask_to_end(SearchStage.PAUSING, None)

    def end_early(self) -> None:
        """Train no further, and test the best of what was tried so far."""
        if self.stage is SearchStage.SEARCHING and self.step < 3:
            self._ask_to_end(SearchStage.ENDING, self._test_now)
        elif not self.is_busy:
            self._test_now()

    def extend(self, seconds: float) -> None:
        """Give it so many seconds more."""
        if self.is_busy:
            self._ask_to_end(SearchStage.EXTENDING, lambda: self.resume(self.seconds + seconds))
        elif self.facts is not None:
            self.resume(max(self.facts.seconds, self.facts.request.seconds) + seconds)

    def take(self, facts: SearchFacts | None) -> None:
        """Take the newest search as it is in the project, unless one is under way."""
        if self.is_busy or facts is None:
            return
        self._hold(facts)
        self.state_changed.emit()

    def _test_now(self) -> None:
        if self.facts is not None and self.why_not() is None:
            self.seconds, self.only_tests = max(1.0, self.facts.seconds), True
            self._begin(lambda report: resume_search(self._project, report, only_tests=True, on_event=report.send))

    def _begin(self, work: _Work) -> None:
        self.trouble, self.step, self._then = None, 0, None
        self.job = self._jobs.start(
            lambda: tr("Search"),
            lambda report: describe_search(self._project, work(report).id),
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
            lane=LEARNING,
            on_events=self._on_events,
        )
        self.job.progressed.connect(self._on_progress)
        self._clock.start()
        self._set_stage(SearchStage.STARTING)

    def _ask_to_end(self, stage: SearchStage, then: Callable[[], None] | None) -> None:
        if self.stage not in (SearchStage.STARTING, SearchStage.SEARCHING):
            return
        self._then = then
        self._set_stage(stage)
        if self.job is not None:
            self.job.cancel()

    def _on_progress(self) -> None:
        if self.step == 0:
            # What is being loaded is worth showing; afterwards the events say more.
            self.state_changed.emit()

    def _on_events(self, events: Sequence[SearchEvent]) -> None:
        fresh = False
        for event in events:
            self.number = event.search
            self._ends_at = time.monotonic() + event.left
            if isinstance(event, StageBegan):
                self.request = event.request
                self._enter(event.stage)
            else:
                fresh |= self._is_news(event)
                self._trials[event.trial.number] = event.trial
        self.trials_changed.emit()
        if fresh:
            self._changes.runs_changed.emit(self)

    def _enter(self, step: int) -> None:
        self.step = step
        if self.stage is SearchStage.STARTING:
            self.stage = SearchStage.SEARCHING
        self.state_changed.emit()

    def _is_news(self, event: TrialChanged) -> bool:
        """Say whether a list of runs shows something else than before."""
        before = self._trials.get(event.trial.number)
        return before is None or (before.state, before.run) != (event.trial.state, event.trial.run)

    def _on_done(self, facts: SearchFacts) -> None:
        self._hold(facts)
        self._end(SearchStage.FINISHED)
        self._changes.evaluations_changed.emit(self)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.trouble = error.text if isinstance(error, UserError) else fact("search.internal_error")
        self._jobs.start(
            tr("Load search"),
            lambda report: describe_newest_search(self._project),
            owner=self,
            done=self._after_end,
            lane=LEARNING,
        )

    def _after_end(self, facts: SearchFacts | None) -> None:
        then, self._then = self._then, None
        was_refused = self.number is None and self.facts is None and (self.trouble is not None)
        if facts is None or was_refused:
            self._end(SearchStage.IDLE if self.trouble is None else SearchStage.FAILED)
            return
        self._hold(facts)
        if self.trouble is not None:
            self._end(SearchStage.FAILED)
        elif then is None:
            # Also when it was cancelled from the list of jobs: nothing is lost.
            self._end(SearchStage.PAUSED if facts.resumable else SearchStage.FINISHED)
        else:
            self.job, self.stage = None, SearchStage.PAUSED
            QTimer.singleShot(0, self, lambda: self._go_on(then))

    def _go_on(self, then: Callable[[], None]) -> None:
        then()
        if not self.is_busy:
            self._end(self.stage)

    def _hold(self, facts: SearchFacts) -> None:
        self.facts, self.request, self.number, self.seconds = facts, facts.request, facts.id, facts.request.seconds
        self.only_tests = facts.ended_early
        self._trials = {trial.number: trial for trial in facts.trials}
        if not self.is_busy:
            self.stage = SearchStage.PAUSED if facts.resumable else SearchStage.FINISHED

    def _end(self, stage: SearchStage) -> None:
        self.job = None
        self._clock.stop()
        self._set_stage(stage)
        self._changes.runs_changed.emit(self)

    def _set_stage(self, stage: SearchStage) -> None:
        self.stage = stage
        self.state_changed.emit()


_IN_TURN = Message(marked("Something is being learned already; pause it or wait until it has ended."))
