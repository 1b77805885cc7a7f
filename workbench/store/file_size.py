"""Writing a project's file anew without the pages that hold nothing."""

import secrets
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from workbench.errors import UserError
from workbench.store.connections import WRITER, connect, for_writing
from workbench.store.interrupting import interruptible
from workbench.words import marked, message, printable

_STEPS = 50  # of SQLite's machine: some of them copy a checkpoint of a hundred megabytes
_PAGES = 256  # that are copied between two calls
_MOMENT = 0.1  # seconds between two calls of what is slow, as drawing a bar is

GoingOn = Callable[[float], None]  # Gets the share that is done, and may raise to end it.


def shrink_file(path: Path, going_on: GoingOn) -> None:
    """Write a database anew without the pages that hold nothing; only for the holder of its lock, while nobody writes.

    Raises sqlite3.Error or UserError, with nothing changed, and what `going_on` raises.
    """
    # SQLite's own VACUUM of a file in place cannot be ended while it copies back, which is most of its time.
    smaller = path.with_name(f".{path.name}.{secrets.token_hex(4)}.compact")
    often = _now_and_then(going_on)
    try:
        smaller.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        text = marked("{path} could not be created ({reason}). Check its folder and the free space on the disk.")
        reason = error.strerror or str(error)
        raise UserError(message(text, path=printable(smaller), reason=reason)) from error
    try:
        # A connection without triggers, as no row changes, and none that keeps what is temporary in memory.
        with closing(connect(for_writing(path), WRITER)) as connection:
            expected = max(_used(connection), 1)
            with interruptible(connection, lambda: often(_share(smaller, expected) / 2), steps=_STEPS):
                connection.execute("VACUUM INTO ?", (for_writing(smaller),))
            with closing(connect(for_writing(smaller))) as source:
                # One transaction, taken back where it is ended before its last page.
                source.backup(
                    connection, pages=_PAGES, progress=lambda _, left, total: often(1 - left / max(total, 1) / 2)
                )
    finally:
        smaller.unlink(missing_ok=True)


def _now_and_then(going_on: GoingOn) -> GoingOn:
    called_at = 0.0

    def call(share: float) -> None:
        nonlocal called_at
        if time.monotonic() - called_at >= _MOMENT:
            called_at = time.monotonic()
            going_on(share)

    return call


def _used(connection: sqlite3.Connection) -> int:
    """Return how many bytes hold something."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _share(file: Path, expected: int) -> float:
    return min(1.0, file.stat().st_size / expected)
