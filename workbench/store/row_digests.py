"""A digest of every row, written by triggers of the writing connection whatever statement writes the row.

`row_digests` has the digest of each row of each table; `digest_chain` has an entry for each label or example that was
added, changed or taken away, and each entry's hash covers the one before it.

Seen: any change of a row's value, even one that the database takes for sound; a row that is gone while its digest is
there; of labels and examples also a row that is gone together with its digest, an entry of the chain that was changed
or left out, and entries lost at its end, as long as the last number given (`sqlite_sequence`) was not lost with them.
Not seen: a whole older state of the file in the place of today's, a row of another table that is gone together with
its digest, what was damaged before the digests were computed, as by a migration, and what somebody writes who computes
them anew: they are no signature.
"""

import hashlib
import sqlite3
import struct
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from workbench.store.models import Base, Checkpoint, Example, Label
from workbench.store.search_models import Search

StoredValue = None | int | float | str | bytes

SCHEMA_OF_DIGESTS = 5  # the first that has them

_BYTES = 16
_SCHEMA = "sqlite_schema"  # the name under which `row_digests` has the digest of the tables' and triggers' definitions

# The module of `Search` has the last of the tables.
COVERED = tuple(table.name for table in Search.metadata.sorted_tables)  # those that others refer to first
CHAINED = (Example.__tablename__, Label.__tablename__)
# Columns without a place in the digest: a checkpoint's weights have a hash of their own, which it covers.
LEFT_OUT = {Checkpoint.__tablename__: ("weights",)}

ROW_DIGESTS = Table(
    "row_digests",
    Base.metadata,
    Column("table_name", String, primary_key=True),
    Column("row_id", Integer, primary_key=True),
    Column("digest", LargeBinary(_BYTES), nullable=False),
    sqlite_with_rowid=False,
)
DIGEST_CHAIN = Table(
    "digest_chain",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("table_name", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("digest", LargeBinary(_BYTES)),  # NULL: the row was taken away
    Column("chained", LargeBinary(_BYTES), nullable=False),
    sqlite_autoincrement=True,
)


def digest_of(*values: StoredValue) -> bytes:
    """Return the digest of values as SQLite has them; text that is not UTF-8 comes with surrogate escapes."""
    return hashlib.blake2b(b"".join(map(_written, values)), digest_size=_BYTES).digest()


def keep_digests(connection: sqlite3.Connection) -> None:
    """Let a connection that will write to a project of today's schema keep the digests of what it writes.

    The triggers are its own, not in the file, because no other program has the function that they call.
    """
    connection.create_function("row_digest", -1, digest_of, deterministic=True)
    connection.execute("PRAGMA temp_store = MEMORY")
    for table, columns in digested_columns(connection).items():
        for statement in _triggers(table, columns):
            connection.execute(statement)


def rewrite_digests(connection: sqlite3.Connection) -> None:
    """Compute all digests anew, after a change of schema; the chain goes on with the rows whose digest is another."""
    with text_as_it_is(connection):
        connection.execute("DELETE FROM row_digests")
        for table, columns in digested_columns(connection).items():
            rows = connection.execute(f"SELECT id, {', '.join(columns)} FROM {table}")  # noqa: S608 - our own names
            digests = ((table, number, digest_of(*values)) for number, *values in rows)
            connection.executemany("INSERT INTO row_digests VALUES (?, ?, ?)", digests)
        connection.execute("INSERT INTO row_digests VALUES (?, 0, ?)", (_SCHEMA, schema_digest(connection)))
        _append_to_chain(connection)


def schema_digest(connection: sqlite3.Connection) -> bytes:
    """Return the digest of all definitions in the file, and of the migration that it stands at."""
    query = "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    definitions = connection.execute(f"{query} ORDER BY type, name").fetchall()
    versions = connection.execute("SELECT version_num FROM alembic_version ORDER BY 1").fetchall()
    return digest_of(*(value for row in (*definitions, *versions) for value in row))


def stored_schema_digest(connection: sqlite3.Connection) -> bytes | None:
    """Return the digest that the definitions had when they were last changed."""
    query = "SELECT digest FROM row_digests WHERE table_name = ? AND row_id = 0"
    row = connection.execute(query, (_SCHEMA,)).fetchone()
    return None if row is None else row[0]


def digested_columns(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return of each table of the file that has digests the columns that they cover, as the file has them."""
    tables: dict[str, tuple[str, ...]] = {}
    for table in COVERED:
        names = [name for _, name, *_ in connection.execute(f"PRAGMA main.table_info({table})")]
        if names:
            tables[table] = tuple(name for name in names if name not in LEFT_OUT.get(table, ()))
    return tables


@contextmanager
def text_as_it_is(connection: sqlite3.Connection) -> Generator[None]:
    """Let a connection read text that is not UTF-8, as damaged text may be, with surrogate escapes."""
    before = connection.text_factory
    connection.text_factory = _escaped
    try:
        yield
    finally:
        connection.text_factory = before


def link(before: bytes | None, table: str, row_id: int, digest: bytes | None) -> bytes:
    """Return the hash of an entry of the chain; `before` is that of the entry before it, None for the first."""
    return digest_of(before, table, row_id, digest)


def _written(value: StoredValue) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, str):
        content = value.encode("utf-8", "surrogateescape")
        return b"t%d:%b" % (len(content), content)
    if isinstance(value, bytes):
        return b"b%d:%b" % (len(value), value)
    if isinstance(value, int):
        return b"i%d:" % value
    # SQLite stores a negative zero as a zero.
    return b"r" + struct.pack(">d", value + 0.0)


def _escaped(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _triggers(table: str, columns: Iterable[str]) -> list[str]:
    values = ", ".join(f"NEW.{column}" for column in columns)
    head = f"CREATE TEMP TRIGGER {table}_digest"
    # Not INSERT OR REPLACE: a trigger takes over what the statement that fires it does on a conflict.
    write = (
        f"INSERT INTO row_digests VALUES ('{table}', NEW.id, row_digest({values})) "  # noqa: S608
        "ON CONFLICT (table_name, row_id) DO UPDATE SET digest = excluded.digest;"
    )
    remove = f"DELETE FROM row_digests WHERE table_name = '{table}' AND row_id = OLD.id"  # noqa: S608
    added, removed = (_chaining(table, which) for which in ("NEW", "OLD")) if table in CHAINED else ("", "")
    return [
        f"{head}_added AFTER INSERT ON main.{table} BEGIN {write} {added} END",
        f"{head}_changed AFTER UPDATE ON main.{table} BEGIN {remove} AND OLD.id <> NEW.id; {write} {added} END",
        f"{head}_removed AFTER DELETE ON main.{table} BEGIN {remove}; {removed} END",
    ]


def _chaining(table: str, which: str) -> str:
    """Return the statement that adds to the chain what was just written to, or removed from, `row_digests`."""
    before = "(SELECT chained FROM digest_chain ORDER BY id DESC LIMIT 1)"
    row = f"'{table}', {which}.id"
    digest = f"(SELECT digest FROM row_digests WHERE table_name = '{table}' AND row_id = {which}.id)"  # noqa: S608
    return (
        "INSERT INTO digest_chain (table_name, row_id, digest, chained) "  # noqa: S608
        f"VALUES ({row}, {digest}, row_digest({before}, {row}, {digest}));"
    )


def _append_to_chain(connection: sqlite3.Connection) -> None:
    newest: dict[tuple[str, int], bytes | None] = {}
    before: bytes | None = None
    for table, number, digest, chained in connection.execute(
        "SELECT table_name, row_id, digest, chained FROM digest_chain ORDER BY id"
    ):
        newest[table, number], before = digest, chained
    entries: list[tuple[str, int, bytes, bytes]] = []
    for table, number, digest in _chained_digests(connection, newest):
        before = link(before, table, number, digest)
        entries.append((table, number, digest, before))
    connection.executemany(
        "INSERT INTO digest_chain (table_name, row_id, digest, chained) VALUES (?, ?, ?, ?)", entries
    )


def _chained_digests(
    connection: sqlite3.Connection, newest: Mapping[tuple[str, int], bytes | None]
) -> Iterator[tuple[str, int, bytes]]:
    for table in CHAINED:
        query = "SELECT row_id, digest FROM row_digests WHERE table_name = ? ORDER BY row_id"
        for number, digest in connection.execute(query, (table,)):
            if newest.get((table, number)) != digest:
                yield table, number, digest
