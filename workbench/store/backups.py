"""Copies of a project in the user's data folder, one folder for each project, the oldest removed."""

import filecmp
import hashlib
import os
import sqlite3
import stat
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UserError
from workbench.store.connections import connect, for_reading
from workbench.store.disk_space import free_bytes, is_full
from workbench.store.durable import sync
from workbench.store.file_identity import SUFFIX
from workbench.store.integrity import file_faults
from workbench.store.interrupting import interruptible
from workbench.words import Message, marked, message, printable

if TYPE_CHECKING:
    from workbench.store.project import Project

_TIME = "%Y%m%dT%H%M%S.%fZ"
_PARTIAL = ".partial"


def back_up_if_due(
    project: "Project", folder: Path, interval: timedelta = timedelta(days=1), keep: int = 7
) -> Path | None:
    """Back up unless there is a backup newer than `interval`, then keep `keep` of them.

    Half of those are the newest; the others are the last of each earlier day, so that damage seen only days later has
    not pushed out every backup from before it.

    Returns None when nothing was due, nothing had changed or the project is read-only. Raises UserError when
    the backup cannot be written.
    """
    if project.read_only:
        return None
    before = _backups(project.path, folder)
    # A newest backup from the future, after the clock was set back, counts by its distance too.
    if before and abs(datetime.now(UTC) - _moment(before[-1])) < interval:
        return None
    backup = project.back_up(folder)
    unchanged = bool(before) and filecmp.cmp(before[-1], backup, shallow=False)
    # Of two equal backups the older goes, so that the interval counts as covered without taking up one of `keep`.
    for old in [before[-1]] if unchanged else _superseded([*before, backup], keep):
        old.unlink(missing_ok=True)
    return None if unchanged else backup


def write_backup(path: Path, folder: Path) -> Path:
    """Copy the project at `path`, as of its last commit, under `folder`; whole or not at all.

    Only for the holder of the project's lock. Raises UserError when the backup cannot be written.
    """
    home = _home(path, folder)
    with _in_words(home, path):
        home.mkdir(parents=True, exist_ok=True)
        # Left by a backup that was killed: only one program at a time gets here.
        for leftover in unfinished_backups(path, folder):
            leftover.unlink(missing_ok=True)
        target = home / f"{_next_moment(path, folder).strftime(_TIME)}{SUFFIX}"
        partial = target.with_suffix(_PARTIAL)
        try:
            _copy(path, partial)
            sync(partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        sync(home)
    return target


def newest_backup(path: Path, folder: Path) -> Path | None:
    """Return the newest backup of the project at `path` that is whole, if there is one."""
    return next((backup for backup in reversed(_backups(path, folder)) if not file_faults(backup)), None)


def all_backups(path: Path, folder: Path) -> tuple[Path, ...]:
    """Return every backup of the project at `path`, the newest first; none of them was looked into."""
    return tuple(reversed(_backups(path, folder)))


def unfinished_backups(path: Path, folder: Path) -> list[Path]:
    """Return what backups of the project at `path` left behind that were interrupted."""
    return sorted(file for file in _home(path, folder).glob(f"*{_PARTIAL}*") if _is_plain_file(file))


def _superseded(backups: list[Path], keep: int) -> list[Path]:
    """Return those of the backups, the oldest first, that give way to the others."""
    last_of_days = {_moment(backup).date(): backup for backup in backups}
    by_worth = (*backups[-ceil(keep / 2) :], *reversed(last_of_days.values()), *reversed(backups))
    kept = list(dict.fromkeys(by_worth))[:keep]
    return [backup for backup in backups if backup not in kept]


def _home(path: Path, folder: Path) -> Path:
    # The hash tells apart two projects of one name in different folders.
    digest = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:8]
    return folder / f"{path.stem[:40]}-{digest}"


def _backups(path: Path, folder: Path) -> list[Path]:
    named = _home(path, folder).glob(f"????????T??????.??????Z{SUFFIX}")
    # Whatever else somebody has put there stays, and is not looked into.
    return sorted(file for file in named if _is_moment(file.stem) and _is_plain_file(file))


def _is_moment(name: str) -> bool:
    try:
        datetime.strptime(name, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _is_plain_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _moment(backup: Path) -> datetime:
    return datetime.strptime(backup.stem, _TIME).replace(tzinfo=UTC)


def _next_moment(path: Path, folder: Path) -> datetime:
    # Later than the newest whatever the clock says, so that order by name stays order of creation.
    before = _backups(path, folder)
    after_newest = _moment(before[-1]) + timedelta(microseconds=1) if before else datetime.min.replace(tzinfo=UTC)
    return max(datetime.now(UTC), after_newest)


def _copy(path: Path, target: Path) -> None:
    # Nothing to report, but Ctrl-C is heard meanwhile.
    with closing(connect(for_reading(path))) as connection, interruptible(connection, lambda: None):
        connection.execute("VACUUM INTO ?", [target.absolute().as_uri()])


@contextmanager
def _in_words(home: Path, path: Path) -> Generator[None]:
    text = marked("No backup could be written to {folder} ({reason}). Check that folder and its disk.")
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if is_full(error, home / path.name):
            raise UserError(_no_room(home, path)) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(message(text, folder=printable(home), reason=reason)) from error


def _no_room(home: Path, path: Path) -> Message:
    text = marked(
        "No backup could be written to {folder}, as its disk is full: {needed} MB are needed, {free} MB are free. "
        "Free some space there."
    )
    needed, free = ceil(path.stat().st_size / 10**6), (free_bytes(home / path.name) or 0) // 10**6
    return message(text, folder=printable(home), needed=needed, free=free)
