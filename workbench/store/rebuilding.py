"""A new project file, into which rows are put one after the other, with the ids that they had."""

import sqlite3
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from workbench.store.connections import connect, for_writing, migrator
from workbench.store.file_identity import SCHEMA
from workbench.store.migrations import migrate
from workbench.store.models import Base, Label
from workbench.store.opening import empty_project
from workbench.store.row_digests import SCHEMA_OF_DIGESTS, StoredValue, keep_digests, text_as_it_is

# Nobody reads the file before it is whole, and after a power cut it is made again.
_QUICK = ("PRAGMA foreign_keys = OFF", "PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF")


class Rebuilding:
    """Puts rows into a new file; refuses those that refer to rows which are not in it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, set[int]] = {}
        self._columns: dict[str, frozenset[str]] = {}

    def lacks(self, table: str, values: Mapping[str, StoredValue]) -> tuple[str, StoredValue] | None:
        """Return table and id of the first row that a row refers to and that is not here, None when there is none."""
        for column in Base.metadata.tables[table].columns:
            value = values.get(column.name)
            for key in column.foreign_keys:
                parent = key.column.table.name
                if value is not None and not _may_be_forgotten(key) and not self._has(parent, value):
                    return parent, value
        return None

    def forgets(self, table: str, values: Mapping[str, StoredValue]) -> bool:
        """Whether a row loses what it refers to when it is put in, as it would where that is deleted."""
        return any(self._kept(table, name, value) != value for name, value in values.items())

    def put(self, table: str, values: Mapping[str, StoredValue]) -> bool:
        """Put a row in; False where the database refuses it, as one whose name is taken."""
        row = {name: self._kept(table, name, value) for name, value in values.items() if name in self._names(table)}
        places = ", ".join("?" * len(row))
        statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})"  # noqa: S608 - our own names
        try:
            self._connection.execute(statement, list(row.values()))
        except (sqlite3.IntegrityError, OverflowError, UnicodeEncodeError):
            return False
        self._ids.setdefault(table, set()).add(_as_id(row["id"]))
        return True

    def remember_digest(self, table: str, number: int, digest: bytes) -> None:
        """Let a row that was put in keep the digest that it should have, so that it is still known to be damaged."""
        statement = "UPDATE row_digests SET digest = ? WHERE table_name = ? AND row_id = ?"
        self._connection.execute(statement, (digest, table, number))

    def nearest(self, table: str, number: int) -> Mapping[str, StoredValue] | None:
        """Return the row before a row that is not here, or without one the row after it, by the names of columns."""
        columns = sorted(self._names(table))
        rows = self._connection.execute(
            f"SELECT {', '.join(columns)} FROM {table} ORDER BY id > ?, abs(id - ?) LIMIT 1",  # noqa: S608 - our own names
            (number, number),
        ).fetchall()
        return dict(zip(columns, rows[0], strict=True)) if rows else None

    def never_reuse(self, table: str, last: int) -> None:
        """Let the next row of a table have an id beyond `last`, whatever became of that row."""
        if table == Label.__tablename__:
            return  # Of them the last id given is that of the last label, or one would be said to be gone.
        change = self._connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, table))
        if not change.rowcount:
            self._connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))

    def _has(self, table: str, number: StoredValue) -> bool:
        return number in self._ids.get(table, ())

    def _kept(self, table: str, name: str, value: StoredValue) -> StoredValue:
        keys = Base.metadata.tables[table].columns[name].foreign_keys
        lost = any(_may_be_forgotten(key) and not self._has(key.column.table.name, value) for key in keys)
        return None if lost else value

    def _names(self, table: str) -> frozenset[str]:
        if table not in self._columns:
            rows = self._connection.execute(f"PRAGMA table_info({table})")
            self._columns[table] = frozenset(name for _, name, *_ in rows)
        return self._columns[table]


@contextmanager
def rebuilding(path: Path, schema: int) -> Generator[Rebuilding]:
    """Make a file at `path`, of the schema that the rows have; when all are in it, it becomes one of today's."""
    path.write_bytes(empty_project(schema))
    with closing(connect(for_writing(path), _QUICK)) as connection, text_as_it_is(connection):
        if schema >= SCHEMA_OF_DIGESTS:
            keep_digests(connection)
        connection.execute("BEGIN")
        yield Rebuilding(connection)
        connection.execute("COMMIT")
    if schema < SCHEMA:
        bring_up_to_date(path)


def referred_to(table: str) -> bool:
    """Whether rows of other tables refer to those of this one."""
    keys = (key for other in Base.metadata.tables.values() for key in other.foreign_keys)
    return any(key.column.table.name == table for key in keys)


def is_readable(table: str, values: Mapping[str, StoredValue]) -> bool:
    """Whether the program could read a row: dates are dates, and JSON is JSON."""
    dialect = SQLiteDialect_pysqlite()
    for column in Base.metadata.tables[table].columns:
        read = column.type.dialect_impl(dialect).result_processor(dialect, None)
        try:
            if read is not None:
                read(values.get(column.name))
        except (ValueError, TypeError, LookupError):
            return False
    return True


def bring_up_to_date(path: Path, schema: int = SCHEMA) -> None:
    """Migrate a file that is nobody's yet."""
    engine = migrator(path)
    try:
        with engine.begin() as connection:
            migrate(connection, schema=schema)
    finally:
        engine.dispose()
    with closing(connect(for_writing(path))) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _may_be_forgotten(key: ForeignKey) -> bool:
    """Whether a row stays without what it refers to: a decision is a person's, whichever run had proposed it."""
    return key.ondelete == "SET NULL" or key.parent is Label.__table__.c.run_id


def _as_id(value: StoredValue) -> int:
    if not isinstance(value, int):
        raise TypeError("an id is a whole number")
    return value
