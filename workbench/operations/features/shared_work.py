"""What several jobs of this program want made for one cache at the same time, so that each of it is made once."""

import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

_AT_ONCE = 512  # images that one job takes at a time; another may take the next ones
_PATIENCE = 0.2  # seconds between two looks at what another job makes, so that Cancel is heard

_Item = TypeVar("_Item")


class _Claims:
    """The keys that are being made, by the file of their cache."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._taken: dict[Path, set[bytes]] = {}

    @contextmanager
    def of(self, file: Path) -> Generator[Callable[[bytes], bool]]:
        """Yield a function that takes a key, which says whether nobody else makes it; at the end all are let go."""
        mine: set[bytes] = set()

        def take(key: bytes) -> bool:
            with self._changed:
                taken = self._taken.setdefault(file, set())
                is_free = key not in taken
                if is_free:
                    taken.add(key)
                    mine.add(key)
                return is_free

        try:
            yield take
        finally:
            with self._changed:
                self._taken[file] -= mine
                self._changed.notify_all()

    def wait(self) -> None:
        """Wait until something was let go of, or a moment."""
        with self._changed:
            self._changed.wait(_PATIENCE)


_CLAIMS = _Claims()


def share_work(
    file: Path,
    items: Sequence[_Item],
    key_of: Callable[[_Item], bytes],
    make: Callable[[Sequence[_Item]], None],
    waiting: Callable[[], None],
) -> None:
    """Call `make` with all items, some at a time; those that another thread makes for that file only when it is done.

    `make` leaves out what is there by then. While there is nothing but to wait, `waiting` is called now and then.
    """
    left, later = deque(items), deque[_Item]()
    while left or later:
        if not left:
            _CLAIMS.wait()
            waiting()
            left, later = later, deque[_Item]()
        part: list[_Item] = []
        with _CLAIMS.of(file) as take:
            while left and len(part) < _AT_ONCE:
                item = left.popleft()
                (part if take(key_of(item)) else later).append(item)
            if part:
                make(part)
