"""Reading files once, hashed and inspected, several at a time."""

import hashlib
import os
import stat
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from workbench.facts import Fact, fact, reason_of
from workbench.imaging.decode import ImageProperties, inspect
from workbench.imaging.os_errors import NO_FILE, os_error_reason
from workbench.imaging.page_choice import AS_IT_IS, PageChoice, parts_of_key, picture_key
from workbench.imaging.unreadable import Unreadable, too_large_file

CONTENT_CHANGED = fact("image.changed")

_Item = TypeVar("_Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class ReadFile:
    """A file's identity and what it holds: `facts`, or the `reason` why it gives no image.

    `sha256` is of the whole content, b"" where the file could not be read at all; then size and time are 0.
    `choice` is which of its pictures was looked at.
    """

    path: Path
    sha256: bytes
    size: int
    modified_ns: int
    facts: ImageProperties | None
    reason: Fact | None
    choice: PageChoice = AS_IT_IS

    @property
    def picture(self) -> bytes:
        """The key of the picture."""
        return picture_key(self.sha256, self.choice)


@dataclass(frozen=True)
class _Content:
    data: bytes
    modified_ns: int


def read_file(path: Path, choice: PageChoice = AS_IT_IS) -> ReadFile:
    """Read a file once and return its hash and properties; whatever is wrong with it becomes a reason."""
    try:
        content = _content(path)
    except Unreadable as error:
        return ReadFile(path, b"", 0, 0, None, reason_of(error))
    sha256 = hashlib.sha256(content.data).digest()
    facts, reason = None, None
    try:
        facts = inspect(content.data, choice)
    except Unreadable as error:
        reason = reason_of(error)
    return ReadFile(path, sha256, len(content.data), content.modified_ns, facts, reason, choice)


def read_bytes(path: Path) -> bytes:
    """Read a whole regular file of at most LARGEST_FILE bytes. Raises Unreadable."""
    return _content(path).data


def content_hash(path: Path) -> bytes:
    """Return the hash of a file's content, b"" where it cannot be read."""
    try:
        return hashlib.sha256(read_bytes(path)).digest()
    except Unreadable:
        return b""


def read_known(path: Path, sha256: bytes) -> bytes:
    """Read a file whose content is known by its hash. Raises Unreadable, also when its content has changed."""
    data = read_bytes(path)
    if hashlib.sha256(data).digest() != sha256:
        raise Unreadable(CONTENT_CHANGED)
    return data


def read_picture(path: Path, key: bytes) -> tuple[bytes, PageChoice]:
    """Read the file of a picture by the picture's key, and return which part of it is meant. Raises as `read_known`."""
    sha256, choice = parts_of_key(key)
    return read_known(path, sha256), choice


def in_threads(
    function: Callable[[_Item], Result], items: Iterable[_Item], workers: int | None = None, ahead: int = 64
) -> Generator[Result, None, None]:
    """Yield `function(item)` for every item, in order, computed in threads at most `ahead` items in advance.

    What `function` raises comes out at its item's turn. Closing the generator drops what has not begun and
    does not wait for the rest.
    """
    pool = ThreadPoolExecutor(workers or min(8, os.cpu_count() or 1), "reading")
    remaining = iter(items)
    try:
        waiting: deque[Future[Result]] = deque(pool.submit(function, item) for item in islice(remaining, ahead))
        while waiting:
            result = waiting.popleft().result()
            waiting.extend(pool.submit(function, item) for item in islice(remaining, 1))
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _content(path: Path) -> _Content:
    try:
        # Without O_NONBLOCK a pipe that has replaced a file would hold us up for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            facts = os.fstat(descriptor)
            refused = too_large_file(facts.st_size) if stat.S_ISREG(facts.st_mode) else NO_FILE
            if refused:
                raise Unreadable(refused)
            with open(descriptor, "rb", closefd=False) as file:
                return _Content(file.read(), facts.st_mtime_ns)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Unreadable(os_error_reason(error)) from error
    except MemoryError as error:
        raise Unreadable(fact("image.no_memory_for_file")) from error
