"""How much memory decoding may take at once, over all threads: large images wait for one another."""

import threading
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager

from workbench.imaging.stopping import stop_if_unwanted

# Below this a thread need not ask: eight of them together are nothing.
_SMALL = 2**24


class MemoryBudget:
    """A number of bytes that threads take from, and wait for, in the order in which they ask.

    A thread that needs more than all of it waits until it is alone.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._taken = 0
        self._waiting: deque[int] = deque()
        self._changed = threading.Condition()
        self._here = threading.local()

    @contextmanager
    def turn(self) -> Generator[None]:
        """Give back at the end what this thread takes inside; a turn inside another is part of it."""
        if getattr(self._here, "inside", False):
            yield
            return
        self._here.inside, self._here.held = True, 0
        try:
            yield
        finally:
            self._here.inside = False
            with self._changed:
                self._give_back()

    def take(self, size: int) -> None:
        """Wait until this thread may use so many bytes besides those that it has taken in this turn."""
        if not getattr(self._here, "inside", False) or size < _SMALL:
            return
        wanted = self._here.held + size
        me = threading.get_ident()
        with self._changed:
            # Were it kept while waiting for more, two threads could wait for each other for ever.
            self._give_back()
            self._waiting.append(me)
            self._changed.wait_for(
                lambda: self._waiting[0] == me and (self._taken == 0 or self._taken + wanted <= self._total)
            )
            self._waiting.popleft()
            self._taken += wanted
            self._here.held = wanted
            self._changed.notify_all()
        stop_if_unwanted()

    def _give_back(self) -> None:
        self._taken -= self._here.held
        self._here.held = 0
        self._changed.notify_all()


DECODING = MemoryBudget(2**30)
