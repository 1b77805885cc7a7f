"""All long work of the window: a job for each operation, in lanes where one has to wait for another."""

import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from workbench.errors import UserError
from workbench.kept_memory import give_back_freed_memory
from workbench.operations.garbage_collection import collect_by_hand, collect_by_itself, collect_what_is_due
from workbench.operations.progress import Cancelled
from workbench.ui.services.job import Done, Failed, Job, JobWork, Title
from workbench.ui.services.job_report import Report
from workbench.ui.services.lanes import LOADING, WRITING
from workbench.ui.services.worker_threads import Assignment, WorkerThreads

_COLLECT = 100  # milliseconds between two looks at whether there is garbage
_AT_REST = 2000  # milliseconds without a job until freed memory is given back; work under way takes it again
_FRAME = 34  # milliseconds; nothing is shown more often than thirty times a second
# Seconds until a thread that runs Python gives way to the window, which waits for one many times an event.
_GIVES_WAY = 0.0005
# Seconds for which results are handed on before keys and clicks have their turn.
_MOMENT = 0.01


class Jobs(QObject):
    """All jobs of the window: those under way, and those waiting for their lane."""

    changed = Signal()  # A job began, ended or waits.
    failed = Signal(object)  # An error that no handler of its job takes.

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_GIVES_WAY)
        # What work on an open project is done within, on its thread; it may put an error into other words.
        self.within: Callable[[], AbstractContextManager[None]] = nullcontext
        self._threads = WorkerThreads()
        self._running: list[Job] = []
        self._when_idle: list[Callable[[], None]] = []
        self._lanes: dict[str, list[Job]] = {}
        self._newest: dict[tuple[int, str], Job] = {}
        # Polled by a timer instead of signalled: however fast work reports, the window is not flooded.
        self._clock = QTimer(self, interval=_FRAME)
        self._clock.timeout.connect(self._poll)
        self._giving_back = QTimer(self, interval=_AT_REST, singleShot=True)
        self._giving_back.timeout.connect(self._give_back)
        self._arrived: deque[Job] = deque()
        self._delivery = QTimer(self, interval=0)
        self._delivery.timeout.connect(self._deliver)
        # A worker's thread must find no garbage: it would delete widgets, which only this thread may.
        collect_by_hand()
        self._collecting = QTimer(self, interval=_COLLECT)
        self._collecting.timeout.connect(collect_what_is_due)
        self._collecting.start()

    def start(
        self,
        name: Title,
        work: JobWork,
        *,
        owner: QObject,
        done: Done | None = None,
        failed: Failed | None = None,
        lane: str | None = None,
        newest: str | None = None,
        on_events: Callable[[list[Any]], None] | None = None,
    ) -> Job:
        """Begin `work(report)` on a thread; `done` gets its result, on the window's thread, while `owner` lives.

        Jobs of one `lane` run one after another, in the order they were started. A job that is the `newest` of its
        owner makes earlier ones of that word stop without a result. An error goes to `failed`; the window
        reports it, too, if it is a bug, or a UserError without a `failed` to take it.
        """

        def handle_error(error: Exception) -> None:
            if failed is not None:
                failed(error)
            if not isinstance(error, UserError | Cancelled) or (failed is None and isinstance(error, UserError)):
                self.failed.emit(error)

        job = Job(name, _inside(self.within, work), owner, done, handle_error)
        job.is_long = lane is not None
        job.arrived.connect(lambda: self._on_arrived(job))
        job.ended.connect(lambda: self._on_ended(job, lane))
        if on_events is not None:
            job.events_sent.connect(on_events)
        if newest is not None:
            self._replace(job, (id(owner), newest))
        self._running.append(job)
        self._giving_back.stop()
        self._clock.start()
        self._start_in_turn(job, lane)
        self.changed.emit()
        return job

    @property
    def listed(self) -> tuple[Job, ...]:
        """The jobs under way or waiting, oldest first."""
        return tuple(self._running)

    def in_lane(self, lane: str) -> tuple[Job, ...]:
        """The jobs of that lane, the one under way first."""
        return tuple(self._lanes.get(lane, ()))

    def is_busy(self, lane: str) -> bool:
        """Whether something of that lane is under way or waits."""
        return bool(self._lanes.get(lane))

    def cancel_all(self) -> None:
        """Ask everything under way to stop, except what writes decisions down."""
        for job in self._running:
            if job not in self._lanes.get(WRITING, ()):
                job.cancel()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way but loading what the program needs, which no person's work depends on."""
        return all(job in self._lanes.get(LOADING, ()) for job in self._running)

    def when_idle(self, then: Callable[[], None]) -> None:
        """Call `then` once it is idle, at the earliest when this event has been handled."""
        self._when_idle.append(then)
        self._call_when_idle()

    def close(self, seconds: float) -> bool:
        """End the threads, and wait for those that are at work; whether all of those have ended."""
        self._giving_back.stop()
        self._threads.close()
        until = time.monotonic() + seconds
        have_ended = all(job.wait(max(0.0, until - time.monotonic())) for job in self._running)
        if have_ended and self._collecting.isActive():
            self._collecting.stop()
            collect_by_itself()
        return have_ended

    def _poll(self) -> None:
        for job in tuple(self._running):
            job.poll()

    def _give_back(self) -> None:
        self._threads.start(Assignment("giving memory back", give_back_freed_memory))

    def _on_arrived(self, job: Job) -> None:
        if shiboken6.isValid(self):  # Else the window was closed meanwhile.
            self._arrived.append(job)
            self._delivery.start()

    def _deliver(self) -> None:
        """Hand on what has arrived, in order; what takes longer than a moment together goes in several turns."""
        until = time.monotonic() + _MOMENT
        while self._arrived and time.monotonic() < until:
            self._arrived.popleft().deliver()
        if not self._arrived:
            self._delivery.stop()

    def _start_in_turn(self, job: Job, lane: str | None) -> None:
        waiting = [] if lane is None else self._lanes.setdefault(lane, [])
        waiting.append(job)
        if len(waiting) == 1:
            job.start(self._threads)

    def _replace(self, job: Job, key: tuple[int, str]) -> None:
        before = self._newest.get(key)
        if before is not None and before in self._running:
            before.drop()
        self._newest[key] = job

    def _on_ended(self, job: Job, lane: str | None) -> None:
        if not shiboken6.isValid(self):
            return  # The window was closed meanwhile.
        self._running.remove(job)
        waiting = [job] if lane is None else self._lanes[lane]
        waiting.remove(job)
        if waiting:
            waiting[0].start(self._threads)
        self._newest = {key: newest for key, newest in self._newest.items() if newest is not job}
        if not self._running:
            self._clock.stop()
            self._giving_back.start()
        self.changed.emit()
        self._call_when_idle()

    def _call_when_idle(self) -> None:
        if self.is_idle:
            for then in self._when_idle:
                # A window must not close within its own close event.
                QTimer.singleShot(0, then)
            self._when_idle.clear()


def _inside(within: Callable[[], AbstractContextManager[None]], work: JobWork) -> JobWork:
    def work_within(report: Report) -> Any:
        with within():
            return work(report)

    return work_within
