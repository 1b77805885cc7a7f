"""Ending one long statement of SQLite when the person asks to stop."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.store.connections import WRITER, connect, for_writing, plain_connection

_STEPS = 20_000  # of SQLite's own machine: some thousandths of a second


@contextmanager
def interruptible(source: Session | sqlite3.Connection, going_on: Callable[[], None]) -> Generator[None]:
    """Call `going_on` again and again while statements run inside; what it raises ends them and comes out."""
    connection = source if isinstance(source, sqlite3.Connection) else plain_connection(source)
    raised: list[BaseException] = []

    def handler() -> bool:
        try:
            going_on()
        except BaseException as error:  # noqa: BLE001 - SQLite's own code lies between here and who catches it
            raised.append(error)
        return bool(raised)

    connection.set_progress_handler(handler, _STEPS)
    try:
        yield
    except Exception:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def shrink_file(path: Path, going_on: Callable[[], None]) -> None:
    """Write a database anew without the pages that hold nothing; only for the holder of its lock, while nobody writes.

    Raises sqlite3.Error, with nothing changed, and what `going_on` raises.
    """
    # A connection without triggers, as no row changes, and none that keeps what is temporary in memory.
    with closing(connect(for_writing(path), WRITER)) as connection, interruptible(connection, going_on):
        connection.execute("VACUUM")
