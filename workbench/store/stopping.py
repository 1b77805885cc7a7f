"""How SQLite's long work on one connection is stopped half way."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager

from workbench.store.interrupting import interruptible


class Interrupted(Exception):
    """Whoever asked for the work wants it no more; nothing was changed."""


@contextmanager
def stoppable(connection: sqlite3.Connection, stopped: Callable[[], bool] | None) -> Generator[None]:
    """Ask `stopped` every so often while SQLite works. Raises Interrupted once it says so."""
    if stopped is None:
        yield
        return

    def ask() -> None:
        if stopped():
            raise Interrupted

    ask()
    with interruptible(connection, ask):
        yield
