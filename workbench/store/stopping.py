"""How SQLite's long work on one connection is stopped half way."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager

# Steps of SQLite's machine between two questions: some milliseconds.
_STEPS = 20_000


class Interrupted(Exception):
    """Whoever asked for the work wants it no more; nothing was changed."""


@contextmanager
def stoppable(connection: sqlite3.Connection, stopped: Callable[[], bool] | None) -> Generator[None]:
    """Ask `stopped` every so often while SQLite works. Raises Interrupted once it says so."""
    if stopped is None:
        yield
        return
    if stopped():
        raise Interrupted
    connection.set_progress_handler(stopped, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_INTERRUPT:
            raise
        raise Interrupted from error
    finally:
        connection.set_progress_handler(None, 0)
