"""Logs that belong to no file: the commits of a project that was renamed after the program was killed.

SQLite finds a log by its name alone, so `old.mlwb-wal` is not looked at when `old.mlwb` is called `new.mlwb` by now.
Nothing in a log says whose it is: it is tried on a copy.
"""

import os
import secrets
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from workbench.errors import UserError
from workbench.store.backups import write_backup
from workbench.store.connections import at_rest, connect, empty_log, index_of, log_of
from workbench.store.digest_check import check_digests
from workbench.store.digest_faults import digest_faults
from workbench.store.durable import sync
from workbench.store.file_identity import SUFFIX, read_header
from workbench.store.integrity import file_faults
from workbench.store.lock import take_lock
from workbench.store.salvage import salvaging
from workbench.words import Message, marked, message, printable

_ENDING = f"{SUFFIX}-wal"
_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_HEADER = 32  # bytes of a log before its first commit


class UnclaimedLog(UserError):
    """A project is not opened, because commits of it lie beside it, under its former name; `path` is the project."""

    def __init__(self, path: Path, log: Path) -> None:
        text = marked(
            "{log} has changes that belong to {path} and are missing in it: the program was killed, and the project "
            "renamed. Both were left as they are. Take them in, or make a new project of both with `repair`; to do "
            "without them, move {log} to another folder."
        )
        super().__init__(message(text, path=printable(path), log=printable(log)))
        self.path = path
        self.log = log


def logs_without_file(folder: Path) -> list[Path]:
    """Return the logs of projects in a folder whose file is not there."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.lower().endswith(_ENDING))
    except OSError:
        return []
    logs = [folder / name for name in names if not os.path.lexists(folder / name[: -len("-wal")])]
    return [log for log in logs if log.is_file() and not log.is_symlink()]


def unclaimed_log(path: Path) -> Path | None:
    """Return a log beside a project that has newer commits of it than the file; both are left as they are.

    Only for the holder of the project's lock, before the file is opened.
    """
    if _size(log_of(path)):
        return None  # It has a log of its own, which comes first.
    for log in logs_without_file(path.parent):
        # Where there is no room to try it, it is not offered.
        with suppress(OSError, sqlite3.Error), tempfile.TemporaryDirectory() as folder:
            if _may_fit(path, log) and _fits(path, log, Path(folder)):
                return log
    return None


def joined_with_log(path: Path, log: Path, folder: Path) -> Path:
    """Return a copy of a project in that folder which has the commits of a log. Raises OSError, sqlite3.Error."""
    copy = folder / "joined.mlwb"
    shutil.copyfile(path, copy)
    shutil.copyfile(log, log_of(copy))
    empty_log(copy)
    _remove_beside(copy)
    return copy


def take_in_log(path: Path, backups: Path) -> None:
    """Bring the commits of its unclaimed log into a project, after a backup of it, and remove the log.

    Raises UserError when the project is open, or the disk does not take it; then both are as they were.
    """
    with _locked(path), _in_words(path):
        log = unclaimed_log(path)
        if log is None:
            raise UserError(message(marked("There are no changes beside {path} any more."), path=printable(path)))
        write_backup(path, backups)
        folder = path.parent / f".{path.name[:80]}.{secrets.token_hex(4)}.repair"
        folder.mkdir(0o700)
        try:
            whole = joined_with_log(path, log, folder)
            shutil.copymode(path, whole)
            sync(whole)
            _remove_beside(path)
            os.replace(whole, path)
            sync(path.parent)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        log.unlink()
        _remove_beside(log.with_name(log.name[: -len("-wal")]))


def _may_fit(path: Path, log: Path) -> bool:
    """Say whether a log has pages of the size of the project's, which the headers tell."""
    with log.open("rb") as file:
        start = file.read(_HEADER + 1)
    if len(start) <= _HEADER or not start.startswith(_MAGIC):
        return False
    (of_log,) = struct.unpack_from(">I", start, 8)
    (of_file,) = struct.unpack_from(">H", read_header(path), 16)
    return of_log == (65536 if of_file == 1 else of_file)


def _fits(path: Path, log: Path, folder: Path) -> bool:
    """Say whether a project is whole with the commits of a log, and goes on from where it ends without them."""
    before = folder / "before.mlwb"
    shutil.copyfile(path, before)
    after = joined_with_log(path, log, folder)
    if file_faults(after):
        return False
    with salvaging(after) as salvage:
        if digest_faults(check_digests(salvage, lambda: None)):
            return False
    with closing(connect(at_rest(before))) as old, closing(connect(at_rest(after))) as new:
        if _all_rows(old) == _all_rows(new):
            return False
        last = _last_ids(old)
        given = _last_ids(new)
        if any(given.get(table, 0) < number for table, number in last.items()) or not _has_chain_of(new, old):
            return False
    # Changes that add no row are newer only where they were written later.
    return given != last or log.stat().st_mtime_ns >= path.stat().st_mtime_ns


def _all_rows(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Return what tells two states of a project apart: the digests of all rows, or where there are none the ids."""
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    has_digests = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'row_digests'").fetchone()
    query = "SELECT * FROM row_digests ORDER BY 1, 2" if has_digests else "SELECT name, seq FROM sqlite_sequence"
    return [(schema,), *connection.execute(query)]


def _last_ids(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))


def _has_chain_of(new: sqlite3.Connection, old: sqlite3.Connection) -> bool:
    if not old.execute("SELECT 1 FROM sqlite_schema WHERE name = 'digest_chain'").fetchone():
        return True
    end = old.execute("SELECT id, chained FROM digest_chain ORDER BY id DESC LIMIT 1").fetchone()
    same = "SELECT 1 FROM digest_chain WHERE id = ? AND chained = ?"
    return end is None or new.execute(same, end).fetchone() is not None


def _remove_beside(path: Path) -> None:
    """Remove the empty log and the index that reading a file leaves beside it."""
    if not _size(log_of(path)):
        log_of(path).unlink(missing_ok=True)
        index_of(path).unlink(missing_ok=True)


@contextmanager
def _locked(path: Path) -> Generator[None]:
    try:
        lock = take_lock(path)
    except OSError as error:
        raise UserError(_not_taken_in(path, error)) from error
    try:
        if lock is None or not lock.hold_content(path):
            text = marked("{path} is open in another window or command. Close it there first.")
            raise UserError(message(text, path=printable(path)))
        yield
    finally:
        if lock is not None:
            lock.let_go()


@contextmanager
def _in_words(path: Path) -> Generator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise UserError(_not_taken_in(path, error)) from error


def _not_taken_in(path: Path, error: Exception) -> Message:
    text = marked("The changes could not be taken into {path} ({reason}). It and they are as they were.")
    reason = getattr(error, "strerror", None) or str(error)
    return message(text, path=printable(path), reason=reason)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
