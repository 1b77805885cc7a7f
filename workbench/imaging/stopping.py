"""Ending the work of threads whose results nobody waits for any more."""

import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

_here = threading.local()


class Stopped(Exception):
    """Nobody waits for the result."""


def until(
    event: threading.Event, function: Callable[_Given, _Result], *args: _Given.args, **kwargs: _Given.kwargs
) -> _Result:
    """Return what a function returns, inside which `stop_if_unwanted` ends the work once `event` is set."""
    _here.event = event
    try:
        return function(*args, **kwargs)
    finally:
        _here.event = None


def stop_if_unwanted() -> None:
    """Raise Stopped where nobody waits for what this thread does."""
    event: threading.Event | None = getattr(_here, "event", None)
    if event is not None and event.is_set():
        raise Stopped
