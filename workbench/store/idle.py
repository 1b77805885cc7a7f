"""The thread that checkpoints a project's file a moment after the last change."""

import threading
import time
from collections.abc import Callable


class IdleCheckpoints:
    """Calls `checkpoint` about `delay` seconds after the last change, again until it returns True."""

    def __init__(self, checkpoint: Callable[[], bool], delay: float = 2.0) -> None:
        self._checkpoint = checkpoint
        self._delay = delay
        self._condition = threading.Condition()
        self._due: float | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="idle checkpoints", daemon=True)
        self._thread.start()

    def wrote(self) -> None:
        """Restart the delay after a write."""
        with self._condition:
            self._due = time.monotonic() + self._delay
            self._condition.notify_all()

    def stop(self) -> None:
        """End the thread; returns when it has ended."""
        with self._condition:
            self._stopped = True
            self._condition.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while (due := self._wait_until_due()) is not None:
            complete = self._checkpoint()
            with self._condition:
                if self._due == due:
                    self._due = None if complete else time.monotonic() + self._delay

    def _wait_until_due(self) -> float | None:
        with self._condition:
            while not self._stopped:
                remaining = None if self._due is None else self._due - time.monotonic()
                if remaining is not None and remaining <= 0:
                    return self._due
                self._condition.wait(remaining)
        return None
