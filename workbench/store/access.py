"""How a project's file may be opened now: to write, or only to read, and why."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.store.connections import at_rest, empty_log, for_reading, for_writing
from workbench.store.lock import Lock, let_go, take_lock
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

    def give_up(self) -> None:
        """Release the lock, so that the next opening can write."""
        if self.lock is not None:
            let_go(self.lock)


def gain_access(path: Path, *, read_only: bool = False) -> Access:
    """Take the project's lock if it is free and of use; with `read_only` there is no `reason`."""
    if not _is_writable(path):
        return _unwritable(path, read_only=read_only)
    try:
        lock = take_lock(path)
    except OSError:
        return _unwritable(path, read_only=read_only)
    if lock is not None:
        # Opened to write even when only reading was requested: otherwise a killed writer's log would stay.
        return Access(path, for_writing(path), lock, writable=not read_only)
    text = marked(
        "{path} is in use by another window or command, so it is read-only for now. To change it, close the "
        "other one or wait until it finishes, then open it here again."
    )
    reason = None if read_only else message(text, path=printable(path))
    return Access(path, for_reading(path), shared=True, reason=reason)


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
            let_go(lock)


def _unwritable(path: Path, *, read_only: bool) -> Access:
    text = marked(
        "{path} or its folder is not writable, so the project is read-only. To change it, change the "
        "permissions, or copy the file to a folder of your own."
    )
    return Access(path, at_rest(path), reason=None if read_only else message(text, path=printable(path)))


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
