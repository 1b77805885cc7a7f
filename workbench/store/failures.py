"""What SQLite could not do with a project, in words for the person."""

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from workbench.errors import UserError
from workbench.words import Message, marked, message, printable

_ALMOST_NOTHING = 2**20  # bytes; with less free, a failed write is the full disk whatever SQLite calls it

_SENTENCES = {
    sqlite3.SQLITE_BUSY: marked(
        "{path} is being used by another program, so nothing was saved. Close that program and try again."
    ),
    sqlite3.SQLITE_LOCKED: marked("{path} is being used by another program. Close that program and try again."),
    sqlite3.SQLITE_READONLY: marked(
        "{path} can no longer be written. Check its permissions and those of its folder, then try again."
    ),
    sqlite3.SQLITE_CORRUPT: marked(
        "{path} is damaged ({reason}). Close it and open it again to see which backup to use."
    ),
    sqlite3.SQLITE_NOTADB: marked("{path} is not a project, or is damaged ({reason})."),
    sqlite3.SQLITE_CANTOPEN: marked(
        "{path} cannot be opened ({reason}). Check that it still exists, and the permissions of its folder."
    ),
    sqlite3.SQLITE_IOERR: marked(
        "{path} could not be read or written ({reason}). Check that the disk is connected, then try again."
    ),
}
_FULL = marked(
    "The disk that holds {path} is full ({free} MB are free), so this was not saved. Free some space and try again."
)


@contextmanager
def in_words(path: Path) -> Generator[None]:
    """Raise UserError in the place of what went wrong with the file or the disk; bugs stay as they are."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        sentence = _sentence(path, cause)
        if sentence is None:
            raise
        raise UserError(sentence) from error


def _sentence(path: Path, cause: BaseException | None) -> Message | None:
    # The low byte is the kind of failure; the rest says more than a person needs.
    kind = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if kind == sqlite3.SQLITE_FULL or (kind == sqlite3.SQLITE_IOERR and _free(path) < _ALMOST_NOTHING):
        return message(_FULL, path=printable(path), free=_free(path) // 10**6)
    if kind not in _SENTENCES:
        return None
    return message(_SENTENCES[kind], path=printable(path), reason=str(cause))


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        # The disk itself is gone; the sentence about reading and writing fits that.
        return _ALMOST_NOTHING
