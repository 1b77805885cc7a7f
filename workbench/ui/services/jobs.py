"""Long work: one job for each operation, on a thread of its own, with a name, a share done and a way to cancel."""

import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workbench.errors import ProjectClosed, UserError
from workbench.operations.progress import Cancelled
from workbench.ui.services.job_report import Report
from workbench.ui.services.lanes import WRITING
from workbench.words import Message

_FRAME = 34  # milliseconds; nothing is shown more often than thirty times a second
# Seconds until a thread that runs Python gives way to the window, which waits for one many times an event.
_GIVES_WAY = 0.0005
_NICE = 5
_STEADY = 3.0  # seconds before a time left is worth saying

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]
JobWork = Callable[[Report], Any]


class Job(QObject):
    """One piece of work under way, seen from the window's thread."""

    progressed = Signal()
    events_sent = Signal(list)
    ended = Signal()
    _over = Signal(object, object)

    def __init__(
        self, name: str, work: JobWork, owner: QObject | None, done: Done | None, failed: Failed | None
    ) -> None:
        super().__init__()
        self.name = name
        self.started_at = time.monotonic()
        self.running = False
        self.is_long = False  # Whether it is worth a bar soon; what only reads is mostly over before.
        self._work = work
        self._owner = owner
        self._done = done
        self._failed = failed
        self._report = Report()
        self._dropped = False
        self._first: tuple[float, float] | None = None  # When a share was first known, and which.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        # Queued, because it is emitted on the work's thread.
        self._over.connect(self._on_over, Qt.ConnectionType.QueuedConnection)

    @property
    def share(self) -> float | None:
        """How much is done, from 0 to 1; None while unknown."""
        return self._report.state()[0]

    @property
    def text(self) -> Message | None:
        """What it is doing now, in words."""
        return self._report.state()[1]

    @property
    def stopping(self) -> bool:
        """Whether it is stopping: cancelled, but still running."""
        return self._report.stopping

    def seconds_left(self) -> float | None:
        """Return how long it will still take, None until that can be said."""
        share = self.share
        if share is None or share >= 1:
            return None
        if self._first is None or share < self._first[1]:
            # Work resumed from a checkpoint starts with a share that took no time now.
            self._first = (time.monotonic(), share)
        began, before = self._first
        elapsed, done = time.monotonic() - began, share - before
        return elapsed * (1 - share) / done if done > 0 and elapsed >= _STEADY else None

    def start(self) -> None:
        """Start on a thread of its own."""
        self.running = True
        self.started_at = time.monotonic()
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._report.ask_to_stop()
        self.progressed.emit()

    def drop(self) -> None:
        """Ask the work to stop, and pass on neither its result nor its error."""
        self._dropped = True
        self.cancel()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread to end; whether it has."""
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        result, error = None, None
        _let_the_window_go_first()
        try:
            if self._report.stopping:
                raise Cancelled
            result = self._work(self._report)
        except ProjectClosed:
            # A page that is about to be deleted has asked for something more.
            self._dropped = True
        except Exception as raised:  # noqa: BLE001 - handed on: the window shows it, in words or as a report
            error = raised
        # A closed window has deleted the receivers.
        if shiboken6.isValid(self):
            self._over.emit(result, error)

    def poll(self) -> None:
        """Emit what the work has reported since the last poll."""
        events = self._report.pop_events()
        if events is None:
            return
        self.progressed.emit()
        if events and not self._dropped:
            self.events_sent.emit(events)

    def _on_over(self, result: Any, error: Exception | None) -> None:
        # The thread has nothing left to do but to let go of this job. If it were the last to hold it, it would delete
        # it, and an object of Qt must not be deleted by another thread than its own.
        self._thread.join()
        self.poll()
        self.running = False
        is_received = not self._dropped and (self._owner is None or shiboken6.isValid(self._owner))
        try:
            if is_received and error is None and self._done is not None:
                self._done(result)
            elif is_received and error is not None and self._failed is not None:
                self._failed(error)
        finally:
            self.ended.emit()
            # A listener that refers to this job, and is referred to by this signal, would never be freed.
            self.ended.disconnect()


def _let_the_window_go_first() -> None:
    """Give this thread, and those that it begins, the processor only where the window does not want it."""
    if sys.platform == "linux":  # Elsewhere it would be the whole program that stands back.
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


class Jobs(QObject):
    """All jobs of the window: those under way, and those waiting for their lane."""

    changed = Signal()  # A job began, ended or waits.
    failed = Signal(object)  # An error that no handler of its job takes.

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_GIVES_WAY)
        self._running: list[Job] = []
        self._lanes: dict[str, list[Job]] = {}
        self._newest: dict[tuple[int, str], Job] = {}
        # Polled by a timer instead of signalled: however fast work reports, the window is not flooded.
        self._clock = QTimer(self, interval=_FRAME)
        self._clock.timeout.connect(self._poll)

    def start(
        self,
        name: str,
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

        job = Job(name, work, owner, done, handle_error)
        job.is_long = lane is not None
        job.ended.connect(lambda: self._on_ended(job, lane))
        if on_events is not None:
            job.events_sent.connect(on_events)
        if newest is not None:
            self._replace(job, (id(owner), newest))
        self._running.append(job)
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

    def when_idle(self, then: Callable[[], None]) -> None:
        """Call `then` once nothing is under way any more, at the earliest when this event has been handled."""
        if not self._running:
            # A window must not close within its own close event.
            QTimer.singleShot(0, then)
            return

        def check() -> None:
            if not self._running:
                self.changed.disconnect(check)
                QTimer.singleShot(0, then)

        self.changed.connect(check)

    def wait_for_threads(self, seconds: float) -> bool:
        """Wait, at the end of the program, for all threads; whether all have ended."""
        until = time.monotonic() + seconds
        return all(job.wait(max(0.0, until - time.monotonic())) for job in self._running)

    def _poll(self) -> None:
        for job in tuple(self._running):
            job.poll()

    def _start_in_turn(self, job: Job, lane: str | None) -> None:
        waiting = [] if lane is None else self._lanes.setdefault(lane, [])
        waiting.append(job)
        if len(waiting) == 1:
            job.start()

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
            waiting[0].start()
        self._newest = {key: newest for key, newest in self._newest.items() if newest is not job}
        if not self._running:
            self._clock.stop()
        self.changed.emit()
