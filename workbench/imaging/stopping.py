"""Ending the work of threads whose results nobody waits for any more."""

import threading
from collections.abc import Callable
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_here = threading.local()


class Stopped(Exception):
    """Nobody waits for the result."""


def ended_by(event: threading.Event, function: Callable[[_Item], _Result]) -> Callable[[_Item], _Result]:
    """Return a function that does the same, inside which `stop_if_unwanted` ends the work once `event` is set."""

    def run(item: _Item) -> _Result:
        _here.event = event
        try:
            return function(item)
        finally:
            _here.event = None

    return run


def stop_if_unwanted() -> None:
    """Raise Stopped where nobody waits for what this thread does."""
    event: threading.Event | None = getattr(_here, "event", None)
    if event is not None and event.is_set():
        raise Stopped
