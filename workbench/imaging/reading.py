"""Reading files once, hashed and inspected, several at a time."""

import hashlib
import os
import stat
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from workbench.facts import Fact, fact, reason_of
from workbench.imaging.decode import ImageProperties, inspect
from workbench.imaging.memory_budget import DECODING
from workbench.imaging.opening import refused_by_its_beginning
from workbench.imaging.os_errors import NO_FILE, os_error_reason
from workbench.imaging.page_choice import AS_IT_IS, PageChoice, parts_of_key, picture_key
from workbench.imaging.stopping import ended_by, stop_if_unwanted
from workbench.imaging.unreadable import Unreadable, too_large_file

CONTENT_CHANGED = fact("image.changed")

_SMALL = 2**20  # bytes of a file that is read at once, whatever it is
_BEGINNING = 4096
_PIECE = 2**24
_PATIENCE = 0.1  # seconds between two calls of `going_on`
_LARGEST_SHARE, _SHARE_SECONDS = 16, 0.01  # items and seconds that a thread is given at a time
_QUICK, _QUICK_WORK = 0.0015, 0.0004  # seconds an item, in all and of the processor

_Item = TypeVar("_Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class ReadFile:
    """A file's identity and what it holds: `facts`, or the `reason` why it gives no image.

    `sha256` is of the whole content, b"" where it was not read; where it could not be, size and time are 0.
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


def read_file(path: Path, choice: PageChoice = AS_IT_IS) -> ReadFile:
    """Read a file once and return its hash and properties; whatever is wrong with it becomes a reason.

    A large file that does not begin as an image does is not read further, and has no hash.
    """
    with DECODING.turn():
        try:
            with _opened(path) as (file, facts):
                refused = _refused_by_its_beginning(file, facts.st_size)
                if refused is not None:
                    return ReadFile(path, b"", facts.st_size, facts.st_mtime_ns, None, refused)
                data = _content(file, facts.st_size)
        except Unreadable as error:
            return ReadFile(path, b"", 0, 0, None, reason_of(error))
        image, reason = None, None
        try:
            image = inspect(data, choice)
        except Unreadable as error:
            reason = reason_of(error)
        return ReadFile(path, _sha256(data), len(data), facts.st_mtime_ns, image, reason, choice)


def hash_file(path: Path) -> bytes | None:
    """Return the hash of a file's content, whatever it is and however large; None where it cannot be read."""
    hashed = hashlib.sha256()
    try:
        with _opened(path) as (file, _):
            while part := file.read(_PIECE):
                stop_if_unwanted()
                hashed.update(part)
    except (OSError, Unreadable):
        return None
    return hashed.digest()


def read_bytes(path: Path) -> bytes:
    """Read a whole regular file of at most LARGEST_FILE bytes. Raises Unreadable."""
    with _opened(path) as (file, facts):
        refused = too_large_file(facts.st_size)
        if refused:
            raise Unreadable(refused)
        return _content(file, facts.st_size)


def read_known(path: Path, sha256: bytes) -> bytes:
    """Read a file whose content is known by its hash. Raises Unreadable, also when its content has changed."""
    data = read_bytes(path)
    if _sha256(data) != sha256:
        raise Unreadable(CONTENT_CHANGED)
    return data


def read_picture(path: Path, key: bytes) -> tuple[bytes, PageChoice]:
    """Read the file of a picture by the picture's key, and return which part of it is meant. Raises as `read_known`."""
    sha256, choice = parts_of_key(key)
    return read_known(path, sha256), choice


def in_threads(
    function: Callable[[_Item], Result],
    items: Iterable[_Item],
    workers: int | None = None,
    ahead: int = 64,
    going_on: Callable[[], None] = lambda: None,
) -> Generator[Result, None, None]:
    """Yield `function(item)` for every item, in order, computed in threads at most `ahead` items in advance.

    What `function` raises comes out at its item's turn. `going_on` is called again and again while a result is waited
    for, and may raise to end it. Closing the generator drops what has not begun, and does not wait for the rest, which
    ends soon.
    """
    pool = ThreadPoolExecutor(workers or min(8, os.cpu_count() or 1), "reading")
    remaining, closed = iter(items), threading.Event()
    work = ended_by(closed, function)
    waiting: deque[Future[_Share[Result]]] = deque()
    size, begun, by_itself = 1, 0, False
    try:
        while True:
            most = max(ahead, size) if not by_itself else size
            while begun < most and (share := list(islice(remaining, size))):
                waiting.append(_made(work, share) if by_itself else pool.submit(_share, work, share))
                begun += len(share)
            if not waiting:
                return
            done = _awaited(waiting.popleft(), going_on)
            begun -= done.asked
            yield from done.results
            if done.error is not None:
                raise done.error
            each, work_each = (taken / max(1, len(done.results)) for taken in (done.seconds, done.work))
            # Of what takes less than threads take to hand over Python's lock, this thread alone makes more in a second.
            by_itself = each < _QUICK and work_each < _QUICK_WORK
            size = max(1, min(_LARGEST_SHARE, int(_SHARE_SECONDS / max(each, 1e-6))))
    finally:
        closed.set()
        pool.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True)
class _Share(Generic[Result]):
    """What a thread made of some items, up to the first error among them, and how long that took."""

    asked: int
    results: list[Result]
    error: BaseException | None
    seconds: float
    work: float  # seconds of the processor


def _share(function: Callable[[_Item], Result], items: Sequence[_Item]) -> "_Share[Result]":
    results: list[Result] = []
    began, worked, error = time.perf_counter(), time.thread_time(), None
    try:
        results.extend(map(function, items))
    except BaseException as raised:  # noqa: BLE001 - handed on, at its item's turn
        error = raised
    return _Share(len(items), results, error, time.perf_counter() - began, time.thread_time() - worked)


def _made(function: Callable[[_Item], Result], items: Sequence[_Item]) -> "Future[_Share[Result]]":
    future: Future[_Share[Result]] = Future()
    future.set_result(_share(function, items))
    return future


def _awaited(future: "Future[_Share[Result]]", going_on: Callable[[], None]) -> "_Share[Result]":
    going_on()
    while not wait((future,), _PATIENCE).done:
        going_on()
    return future.result()


def _refused_by_its_beginning(file: BinaryIO, size: int) -> Fact | None:
    if size <= _SMALL:
        return None
    beginning = file.read(_BEGINNING)
    file.seek(0)
    return refused_by_its_beginning(beginning) or too_large_file(size)


def _content(file: BinaryIO, size: int) -> bytes:
    DECODING.take(size)
    try:
        if size <= _PIECE:
            return file.read()
        # Joined, parts would be in memory twice for a moment; this grows in place.
        whole = BytesIO()
        while part := file.read(_PIECE):
            stop_if_unwanted()
            whole.write(part)
        return whole.getvalue()
    except MemoryError as error:
        raise Unreadable(fact("image.no_memory_for_file")) from error


def _sha256(data: bytes) -> bytes:
    hashed, whole = hashlib.sha256(), memoryview(data)
    for start in range(0, len(data), _PIECE):
        stop_if_unwanted()
        hashed.update(whole[start : start + _PIECE])
    return hashed.digest()


@contextmanager
def _opened(path: Path) -> Generator[tuple[BinaryIO, os.stat_result]]:
    try:
        # Without O_NONBLOCK a pipe that has replaced a file would hold us up for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            facts = os.fstat(descriptor)
            if not stat.S_ISREG(facts.st_mode):
                raise Unreadable(NO_FILE)
            with open(descriptor, "rb", closefd=False) as file:
                yield file, facts
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Unreadable(os_error_reason(error)) from error
