"""SQLite's errors on a project, in words for the person."""

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.store.columns import UnreadableValue
from workbench.words import printable

_ALMOST_NOTHING = 2**20  # bytes; with less free, a failed write is the full disk whatever SQLite calls it

_NOT_TEXT = "Could not decode to UTF-8"  # Python's own, without a code.

_CODES = {
    sqlite3.SQLITE_BUSY: "project.busy",
    sqlite3.SQLITE_LOCKED: "project.locked",
    sqlite3.SQLITE_READONLY: "project.not_writable",
    sqlite3.SQLITE_CORRUPT: "project.damaged",
    sqlite3.SQLITE_NOTADB: "project.not_a_project",
    sqlite3.SQLITE_CANTOPEN: "project.cannot_be_opened",
    sqlite3.SQLITE_IOERR: "project.disk_failed",
}


@contextmanager
def in_words(path: Path, *, reading: bool = False) -> Generator[None]:
    """Turn errors of the file or the disk into UserError; programming errors stay as they are."""
    try:
        yield
    except UnreadableValue as error:
        raise UserError(fact("project.damaged", path=printable(path), reason=str(error))) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        sentence = _sentence(path, cause, reading=reading)
        if sentence is None:
            raise
        raise UserError(sentence) from error


def _sentence(path: Path, cause: BaseException | None, *, reading: bool) -> Fact | None:
    # The low byte is the kind of failure; the rest says more than a person needs.
    kind = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if isinstance(cause, sqlite3.OperationalError) and str(cause).startswith(_NOT_TEXT):
        kind = sqlite3.SQLITE_CORRUPT
    if kind == sqlite3.SQLITE_FULL or (kind == sqlite3.SQLITE_IOERR and _free(path) < _ALMOST_NOTHING):
        # What is read with its log needs an index beside it, which is made then.
        code = "project.disk_full_to_read" if reading else "project.disk_full"
        return fact(code, path=printable(path), free=_free(path) // 10**6)
    if kind not in _CODES:
        return None
    return fact(_CODES[kind], path=printable(path), reason=str(cause))


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        # The disk itself is gone; the sentence about reading and writing fits that.
        return _ALMOST_NOTHING
