"""Ending one long statement of SQLite when the person asks to stop."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from workbench.store.connections import plain_connection

_STEPS = 20_000  # of SQLite's own machine: some thousandths of a second


@contextmanager
def interruptible(
    source: Session | sqlite3.Connection, going_on: Callable[[], None], *, steps: int = _STEPS
) -> Generator[None]:
    """Call `going_on` again and again while statements run inside; what it raises ends them and comes out.

    `steps` are those of SQLite's machine between two calls, each of which may copy as much as a large row.
    """
    connection = source if isinstance(source, sqlite3.Connection) else plain_connection(source)
    raised: list[BaseException] = []

    def handler() -> bool:
        try:
            going_on()
        except BaseException as error:  # noqa: BLE001 - SQLite's own code lies between here and who catches it
            raised.append(error)
        return bool(raised)

    connection.set_progress_handler(handler, steps)
    try:
        yield
    except Exception:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
