"""A module that is imported when it is first used.

Importing takes Python's own lock, so several threads may be the first at once (`importlib.util.LazyLoader` is not safe
before 3.12).
"""

from importlib import import_module
from typing import Any


class DeferredModule:
    """A module that is imported when an attribute of it is first used."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)
