"""How much room there is on a disk, and the sentence that says how much is lacking."""

import errno
import shutil
import sqlite3
from math import ceil
from pathlib import Path

from workbench.errors import UserError
from workbench.facts import fact
from workbench.words import printable

_ALMOST_NOTHING = 2**20  # bytes; with less free, a failed write is the full disk whatever SQLite calls it

_BLOCK = 4096  # bytes: what a disk may take for a file besides its length


def free_bytes(path: Path) -> int | None:
    """Return what is free on the disk of a file or folder, whether it is there already or not; None without a disk."""
    there = next(folder for folder in path.absolute().parents if folder.exists())
    try:
        return shutil.disk_usage(there).free
    except OSError:
        return None


def is_full(error: BaseException | None, path: Path) -> bool:
    """Whether a write failed as the disk that holds `path` is full."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    free = free_bytes(path)
    return kind == sqlite3.SQLITE_FULL or (kind == sqlite3.SQLITE_IOERR and free is not None and free < _ALMOST_NOTHING)


def full_disk(path: Path, error: BaseException | None, needed: int) -> UserError | None:
    """Return in a sentence that `needed` bytes are too many for the disk of `path`; None for other errors."""
    if not is_full(error, path):
        return None
    free, needed = free_bytes(path) or 0, needed + _BLOCK
    if free >= needed:  # A quota or a limit of files, of which nobody says how much of it is left.
        return UserError(fact("project.disk_full", path=printable(path), free=free // 10**6))
    wanted = ceil(needed / 10**6)
    return UserError(fact("project.no_room", path=printable(path), needed=wanted, free=free // 10**6))
