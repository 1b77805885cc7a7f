"""How long work reports its progress and is cancelled."""

import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from workbench.words import Message

_RECENT = 120.0  # seconds that count in a pace: long enough for a few validations of a training
_APART = 1.0  # seconds between two marks of a pace
_STEADY = 3.0  # seconds before a time left is worth saying


class Cancelled(Exception):
    """The person asked to stop; everything reported before this is kept."""


class Reporter(Protocol):
    """What an operation reports to: a progress bar in a terminal, a job in a window, or nothing."""

    def report(self, share: float | None, text: Message) -> None:
        """Show the progress (0 to 1, None while unknown). Raises Cancelled once asked to stop."""
        ...


class Listening:
    """A reporter before another, which repeats the last report while there is nothing new to say.

    So a request to stop is heard however long one step takes.
    """

    def __init__(self, reporter: Reporter, text: Message) -> None:
        self._reporter = reporter
        self._last: tuple[float | None, Message] = (None, text)

    def report(self, share: float | None, text: Message) -> None:
        """Show the progress. Raises Cancelled once asked to stop."""
        self._last = share, text
        self._reporter.report(share, text)

    def going_on(self) -> None:
        """Say that the same still goes on. Raises Cancelled once asked to stop."""
        self._reporter.report(*self._last)


class Silent:
    """A reporter for scripts and tests: shows nothing, never asks to stop."""

    def report(self, share: float | None, text: Message) -> None:
        """Do nothing."""


class Pace:
    """How fast the present phase of long work goes, and how long that phase will still take.

    A phase begins where the share goes back, as when the images are embedded and the training starts, and after a
    time in which the share was not known. What an earlier phase took says nothing about it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, float]] = deque()  # Moments and shares of the phase, oldest first.
        self._last = 0.0, 0.0

    def note(self, share: float | None) -> None:
        """Take down the share that is done now, None where it is not known."""
        now = self._clock()
        if share is None or share < self._last[1]:
            self._marks.clear()
        self._last = now, share or 0.0
        if share is not None and (not self._marks or now - self._marks[-1][0] >= _APART):
            self._marks.append(self._last)
        while len(self._marks) > 1 and self._marks[1][0] <= now - _RECENT:
            self._marks.popleft()

    def seconds_left(self) -> float | None:
        """Return how long the phase will still take, None until that can be said and when it is over."""
        if not self._marks:
            return None
        (began, before), (noted, share) = self._marks[0], self._last
        now = self._clock()
        if share >= 1 or share <= before or now - began < _STEADY:
            return None
        left = (noted - began) * (1 - share) / (share - before)
        # Between two reports it runs down, so that it does not jump with each.
        return max(1.0, left - (now - noted))
