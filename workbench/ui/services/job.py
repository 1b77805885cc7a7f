"""One piece of long work: off the window's thread, with a name, a share done and a way to cancel."""

import time
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from workbench.errors import ProjectClosed
from workbench.machine_errors import machine_error
from workbench.operations.progress import Cancelled
from workbench.ui.services.job_report import Report
from workbench.ui.services.worker_threads import Assignment, WorkerThreads
from workbench.words import Message

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]
# What says it follows the language of the window; a title of what is over in a moment need not.
Title = str | Callable[[], str]
JobWork = Callable[[Report], Any]


class Job(QObject):
    """One piece of work under way, seen from the window's thread."""

    progressed = Signal()
    events_sent = Signal(list)
    arrived = Signal()  # The work is over; `deliver` hands its result on.
    ended = Signal()
    _over = Signal(object, object)

    def __init__(
        self, title: Title, work: JobWork, owner: QObject | None, done: Done | None, failed: Failed | None
    ) -> None:
        super().__init__()
        self._title = title
        self.started_at = time.monotonic()
        self.running = False
        self.is_long = False  # Whether it is worth a bar soon; what only reads is mostly over before.
        self._work: JobWork | None = work
        self._owner = owner
        self._done = done
        self._failed = failed
        self._report = Report()
        self._dropped = False
        self._outcome: tuple[Any, Exception | None] = (None, None)
        self._assignment: Assignment | None = None
        # Queued, because it is emitted on the work's thread.
        self._over.connect(self._on_over, Qt.ConnectionType.QueuedConnection)

    @property
    def name(self) -> str:
        """What it is called, in the language that the window speaks now where its title is said anew."""
        return self._title if isinstance(self._title, str) else self._title()

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
        """Return how long what it does now will still take, None until that can be said."""
        return self._report.seconds_left()

    def start(self, threads: WorkerThreads) -> None:
        """Start on one of the threads."""
        self.running = True
        self.started_at = time.monotonic()
        self._assignment = Assignment(self.name, self._run)
        threads.start(self._assignment)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._report.ask_to_stop()
        self.progressed.emit()

    def drop(self) -> None:
        """Ask the work to stop, and pass on neither its result nor its error."""
        self._dropped = True
        self.cancel()

    def wait(self, seconds: float) -> bool:
        """Wait for work that was started to end; whether it has."""
        return self._assignment is None or self._assignment.wait(seconds)

    def _run(self) -> None:
        result, error = None, None
        try:
            if self._report.stopping or self._work is None:
                raise Cancelled
            result = self._work(self._report)
        except ProjectClosed:
            # A page that is about to be deleted has asked for something more.
            self._dropped = True
        except Exception as raised:  # noqa: BLE001 - handed on: the window shows it, in words or as a report
            error = machine_error(raised) or raised
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
        if self._assignment is not None:
            self._assignment.wait()
        self._outcome = result, error
        self.arrived.emit()

    def deliver(self) -> None:
        """Pass on what the work led to, and end."""
        (result, error), self._outcome = self._outcome, (None, None)
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
            self.arrived.disconnect()
            # A library that keeps the error of an import keeps all frames below it, and so this job.
            self._work, self._owner, self._done, self._failed = None, None, None, None
