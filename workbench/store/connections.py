"""Connections to a project's file: who may write, and the pragmas of every connection."""

import os
import sqlite3
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.orm import Session

from workbench.store.columns import read_json
from workbench.store.row_digests import keep_digests

_PATIENCE = 5.0  # seconds to wait for another program's lock
# A file may have been written by somebody who means harm, so it calls no function that could do any, and the size of
# every cell is checked before it is read.
_DISTRUST = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON")
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 2**29,  # Bytes of one row; the largest network has a tenth of that.
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 2**20,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 1_000_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,  # A backup attaches the copy.
}
_PRAGMAS = ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL")
WRITER = (*_PRAGMAS, "PRAGMA journal_mode = WAL")
# Two connections that checkpoint at once can damage a file (SQLite before 3.51.3), so readers never do.
_READER = (*_PRAGMAS, "PRAGMA query_only = ON", "PRAGMA wal_autocheckpoint = 0")


def for_writing(path: Path) -> str:
    """Return the address that opens an existing file to write."""
    return f"{path.absolute().as_uri()}?mode=rw"


def for_reading(path: Path) -> str:
    """Return the address that reads while another program may write."""
    return f"{path.absolute().as_uri()}?mode=ro"


def at_rest(path: Path) -> str:
    """Return the address that reads a file nobody writes, with its log if it has one, and changes nothing."""
    if index_of(path).exists() or _size(log_of(path)):
        return for_reading(path)
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def log_of(path: Path) -> Path:
    """Return where SQLite keeps the commits that are not in the file yet."""
    return path.with_name(f"{path.name}-wal")


def index_of(path: Path) -> Path:
    """Return where SQLite keeps the index of the log; it can always be made again."""
    return path.with_name(f"{path.name}-shm")


@contextmanager
def leaving_no_index(path: Path) -> Generator[None]:
    """Leave the folder of a project as it was, after reading a file that nobody writes."""
    had_index = index_of(path).exists()
    try:
        yield
    finally:
        if not had_index:
            # In a folder that cannot be written none was made either.
            with suppress(OSError):
                index_of(path).unlink(missing_ok=True)


def plain_connection(source: Session | Connection) -> sqlite3.Connection:
    """Return the connection of sqlite3 that SQLAlchemy works with."""
    connection = source.connection() if isinstance(source, Session) else source
    plain = connection.connection.driver_connection
    if not isinstance(plain, sqlite3.Connection):
        raise TypeError("a project is read and written through sqlite3")
    return plain


def connect(address: str, pragmas: Sequence[str] = (), *, patience: float = _PATIENCE) -> sqlite3.Connection:
    """Open one plain connection, without Python's own transactions, for any thread; the caller closes it.

    No file is trusted: it may come from anybody.
    """
    connection = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        for category, limit in _LIMITS.items():
            connection.setlimit(category, limit)
        for pragma in (*_DISTRUST, *pragmas):
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def writer(path: Path) -> Engine:
    """Return the engine of the one connection that writes; its transactions take the write lock at once.

    Whatever it writes has its digest with it.
    """
    return _engine(partial(_connect_to_write, path), "BEGIN IMMEDIATE", pool_size=1, max_overflow=0)


def reader(address: str) -> Engine:
    """Return the engine of as many connections as there are readers; their transactions see one snapshot."""
    return _engine(partial(connect, address, _READER), "BEGIN", pool_size=4, max_overflow=-1)


def migrator(path: Path) -> Engine:
    """Return the engine for a change of schema, which may replace tables that foreign keys point to."""
    pragmas = [pragma for pragma in WRITER if "foreign_keys" not in pragma]
    return _engine(partial(connect, for_writing(path), pragmas), "BEGIN IMMEDIATE", pool_size=1, max_overflow=0)


def empty_log(path: Path) -> bool:
    """Move every commit from the log into the file; False when a reader still needs the log.

    Only for the holder of the project's lock, while nobody writes. Raises sqlite3.Error, as on a full disk.
    """
    # No patience: whoever reads may read for long, and writers wait for this.
    with closing(connect(for_writing(path), patience=0.0)) as connection:
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def empty_log_of(engine: Engine) -> bool:
    """Do as `empty_log` by the connection that the one writer has open, whatever its file is called by now.

    A new connection would find another file there, or none.
    """
    pool = engine.pool
    if not isinstance(pool, QueuePool) or not pool.checkedin():
        return True  # Nothing was written.
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 0")
        busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {1000 * _PATIENCE:.0f}")
    return not busy


def remove_empty_log(path: Path) -> None:
    """Remove what SQLite leaves at the old name of a file that was moved while it was open: a log with nothing in it.

    Only after closing. Where another file has come to that name, the log could be its own, and stays.
    """
    log = log_of(path)
    with suppress(OSError):
        if not os.path.lexists(path) and log.stat().st_size == 0:
            index_of(path).unlink(missing_ok=True)
            log.unlink()


def _connect_to_write(path: Path) -> sqlite3.Connection:
    connection = connect(for_writing(path), WRITER)
    try:
        keep_digests(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _engine(creator: Callable[[], sqlite3.Connection], begin: str, *, pool_size: int, max_overflow: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=creator,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=max_overflow,
        json_deserializer=read_json,
    )

    def announce(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    # Python's driver begins no transaction before a change of schema, so a failed one would stay half done.
    event.listen(engine, "begin", announce)
    return engine


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
