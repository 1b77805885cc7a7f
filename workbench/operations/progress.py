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


class Silent:
    """A reporter for scripts and tests: shows nothing, never asks to stop."""

    def report(self, share: float | None, text: Message) -> None:
        """Do nothing."""
