"""The channel between a job's thread, which reports its progress, and the window's, which reads it."""

import threading
from typing import Any

from workbench.operations.progress import Cancelled, Pace
from workbench.words import Message


class Report:
    """The progress of the work, and its events."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._stop = threading.Event()
        self._share: float | None = None
        self._text: Message | None = None
        self._pace = Pace()
        self._events: list[Any] = []
        self._fresh = False

    def report(self, share: float | None, text: Message) -> None:
        """Report progress (0 to 1, None while unknown). Raises Cancelled once the job is to stop."""
        if self._stop.is_set():
            raise Cancelled
        with self._guard:
            self._share, self._text, self._fresh = share, text, True
            self._pace.note(share)

    def send(self, event: Any) -> None:
        """Pass an event to the job's listeners: in order, in at most thirty deliveries a second."""
        with self._guard:
            self._events.append(event)
            self._fresh = True

    def ask_to_stop(self) -> None:
        """Make the next `report` raise Cancelled."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether the work is to stop."""
        return self._stop.is_set()

    def state(self) -> tuple[float | None, Message | None]:
        """Return the share done and the words, as reported last."""
        with self._guard:
            return self._share, self._text

    def seconds_left(self) -> float | None:
        """Return how long the present phase will still take, None until that can be said."""
        with self._guard:
            return self._pace.seconds_left()

    def pop_events(self) -> list[Any] | None:
        """Return the events since the last time; None when nothing was reported since then."""
        with self._guard:
            if not self._fresh:
                return None
            events, self._events, self._fresh = self._events, [], False
        return events
