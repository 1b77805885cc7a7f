"""How long work reports its progress and is cancelled."""

from typing import Protocol

from workbench.words import Message


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
