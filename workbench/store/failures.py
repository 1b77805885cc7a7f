"""SQLite's errors on a project, in words for the person."""

import sqlite3
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy.exc import DBAPIError

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.store.columns import UnreadableValue
from workbench.store.disk_space import free_bytes, full_disk, is_full
from workbench.words import printable

_BESIDES = 4 * 2**20  # bytes: what SQLite keeps unwritten of a transaction at most, and its index of the log

UNREADABLE = "project.damaged"  # the code of what is said of an UnreadableValue

_NOT_TEXT = "Could not decode to UTF-8"  # Python's own, without a code.

_CODES = {
    sqlite3.SQLITE_BUSY: "project.busy",
    sqlite3.SQLITE_LOCKED: "project.locked",
    sqlite3.SQLITE_READONLY: "project.not_writable",
    sqlite3.SQLITE_CORRUPT: UNREADABLE,
    sqlite3.SQLITE_NOTADB: "project.not_a_project",
    sqlite3.SQLITE_CANTOPEN: "project.cannot_be_opened",
    sqlite3.SQLITE_IOERR: "project.disk_failed",
}


@contextmanager
def in_words(path: Path, *, reading: bool = False, needed: int = 0) -> Generator[None]:
    """Turn errors of the file or the disk into UserError; programming errors stay as they are.

    `needed` is the number of bytes that the disk has to take, where that is known beforehand.
    """
    try:
        yield
    except UnreadableValue as error:
        raise UserError(fact(UNREADABLE, path=printable(path), reason=str(error))) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if is_full(cause, path) and reading:
            # What is read with its log needs an index beside it, which is made then.
            free = (free_bytes(path) or 0) // 10**6
            raise UserError(fact("project.disk_full_to_read", path=printable(path), free=free)) from error
        full = full_disk(path, cause, needed or _BESIDES + _bytes_in(error))
        if full is not None:
            raise full from error
        sentence = _sentence(path, cause)
        if sentence is None:
            raise
        raise UserError(sentence) from error


def _sentence(path: Path, cause: BaseException | None) -> Fact | None:
    # The low byte is the kind of failure; the rest says more than a person needs.
    kind = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if isinstance(cause, sqlite3.OperationalError) and str(cause).startswith(_NOT_TEXT):
        kind = sqlite3.SQLITE_CORRUPT
    if kind not in _CODES:
        return None
    return fact(_CODES[kind], path=printable(path), reason=str(cause))


def _bytes_in(error: DBAPIError | sqlite3.Error) -> int:
    """Return the size of the values that were to be written by the statement that failed."""
    given: object = error.params if isinstance(error, DBAPIError) else None
    return _size(given)


def _size(values: object) -> int:
    if isinstance(values, bytes | str):
        return len(values)
    if isinstance(values, Mapping):
        return sum(map(_size, cast("Mapping[str, object]", values).values()))
    if isinstance(values, Sequence):
        return sum(map(_size, cast("Sequence[object]", values)))
    return 0
