"""Threads that jobs run on, one after another: to begin a thread, the window would wait for it several milliseconds."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue

_NICE = 5


class Assignment:
    """A piece of work given to a thread; that has let go of it when `wait` says so."""

    def __init__(self, name: str, work: Callable[[], None]) -> None:
        self.name = name
        self._work: Callable[[], None] | None = work
        self._over = threading.Event()

    def run(self) -> None:
        """Do the work, once."""
        work, self._work = self._work, None
        try:
            if work is not None:
                work()
        finally:
            # What the work belongs to may be deleted as soon as this is said, but not by this thread.
            del work
            self._over.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the work is over; whether it is."""
        return self._over.wait(seconds)


class WorkerThreads:
    """As many threads as there is work at once; those without any wait for more until `close`."""

    def __init__(self) -> None:
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._closed = False

    def start(self, assignment: Assignment) -> None:
        """Let a thread do the work at once."""
        with self._lock:
            worker = self._idle.pop() if self._idle else None
        if worker is None:
            worker = _Worker(self._rest)
            worker.start()
        worker.assignments.put(assignment)

    def close(self) -> None:
        """End the threads, those at work when they are done."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.assignments.put(None)

    def _rest(self, worker: "_Worker") -> bool:
        """Whether a thread that has nothing to do is to wait for more."""
        with self._lock:
            if not self._closed:
                self._idle.append(worker)
            return not self._closed


class _Worker(threading.Thread):
    def __init__(self, rest: Callable[["_Worker"], bool]) -> None:
        super().__init__(name="worker", daemon=True)
        self.assignments: SimpleQueue[Assignment | None] = SimpleQueue()
        self._rest = rest

    def run(self) -> None:
        _let_the_window_go_first()
        while (assignment := self.assignments.get()) is not None:
            self.name = assignment.name
            assignment.run()
            del assignment
            if not self._rest(self):
                return


def _let_the_window_go_first() -> None:
    """Give this thread, and those that it begins, the processor only where the window does not want it."""
    if sys.platform == "linux":  # Elsewhere it would be the whole program that stands back.
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
