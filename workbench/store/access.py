"""How a project's file may be opened now: to write, or only to read, and why."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.store.connections import at_rest, empty_log, for_reading, for_writing
from workbench.store.lock import Lock, take_lock
from workbench.words import Message, marked, message, printable


@dataclass(frozen=True)
class Access:
    """The rights of an opening: `reason` says why not write; `shared` that another program is the writer."""

    path: Path
    address: str
    lock: Lock | None = None
    writable: bool = False
    shared: bool = False
    reason: Message | None = None

    def has_a_name(self) -> bool:
        """Whether the file still has a name; True where that is not known."""
        return self.lock is None or self.lock.has_a_name()

    def give_up(self) -> None:
        """Release the lock, so that the next opening can write."""
        if self.lock is not None:
            self.lock.let_go()


def gain_access(path: Path, *, read_only: bool = False) -> Access:
    """Take the project's lock if it is free and of use; with `read_only` there is no `reason`.

    Raises UserError while the file is open to be written by another name: its newest commits lie beside that name.
    """
    if not _is_writable(path):
        return _unwritable(path, read_only=read_only)
    try:
        lock = take_lock(path)
    except OSError:
        return _unwritable(path, read_only=read_only)
    if lock is not None:
        access = _of_the_only_name(path, lock, read_only=read_only)
        if access is not None:
            return access
        # Opened to write even when only reading was requested: otherwise a killed writer's log would stay.
        return Access(path, for_writing(path), lock, writable=not read_only)
    text = marked(
        "{path} is in use by another window or command, so it is read-only for now. To change it, close the "
        "other one or wait until it finishes, then open it here again."
    )
    reason = None if read_only else message(text, path=printable(path))
    return Access(path, for_reading(path), shared=True, reason=reason)


def _of_the_only_name(path: Path, lock: Lock, *, read_only: bool) -> Access | None:
    """Lock the file itself; return how to open one with several names, which would hide changes from each other."""
    try:
        if not lock.hold_content(path):
            text = marked(
                "{path} is the same file as a project that is open under another name. Open it by that name, or close "
                "the other one first."
            )
            raise UserError(message(text, path=printable(path)))
        if path.stat().st_nlink == 1:
            return None
    except BaseException:
        lock.let_go()
        raise
    lock.let_go()
    text = marked(
        "{path} has a second name on this disk (a hard link, as backup programs make), and changes made under one "
        "could be lost under the other, so the project is read-only. To change it, save a copy and open that."
    )
    return Access(path, at_rest(path), reason=None if read_only else message(text, path=printable(path)))


def tidy_up(path: Path) -> None:
    """Empty the log that a writer left because we were still reading; to be called after closing."""
    # Where it fails, another program has the file or the disk is full, and the next to close empties it.
    with suppress(OSError, sqlite3.Error):
        lock = take_lock(path)
        if lock is None:
            return
        try:
            empty_log(path)
        finally:
            lock.let_go()


def _unwritable(path: Path, *, read_only: bool) -> Access:
    text = marked(
        "{path} or its folder is not writable, so the project is read-only. To change it, change the "
        "permissions, or copy the file to a folder of your own."
    )
    return Access(path, at_rest(path), reason=None if read_only else message(text, path=printable(path)))


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
