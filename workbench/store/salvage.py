"""Reading what can be read of a database that may be damaged: rows before, between and after pages that are torn."""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from workbench.store.connections import at_rest, connect, leaving_no_index
from workbench.store.row_digests import (
    SCHEMA_OF_DIGESTS,
    StoredValue,
    digested_columns,
    schema_digest,
    stored_schema_digest,
    text_as_it_is,
)

StoredRow = tuple[StoredValue, ...]
UnreadableIds = tuple[int, int]  # the first and the last id of a range that cannot be read

# The second, where SQLite's own words about what is torn quote it, and are no text.
READ_FAULTS = (sqlite3.DatabaseError, UnicodeDecodeError)

_MOST_TRIES = 50_000  # in one table; each row that cannot be read takes about two
_MOST_ROWS = 2**40  # an id beyond is damage


class Salvage:
    """The tables of a database, read around what is torn; `gaps` are the ranges of ids that could not be read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.gaps: dict[str, list[UnreadableIds]] = {}
        self._intact: dict[str, bool] = {}
        self.columns = self._digested_columns()
        self.has_digests = bool(self._table_info("row_digests"))
        # Where there should be digests and are none, no row can be proven to be whole.
        self.predates_digests = not self.has_digests and (self.schema or SCHEMA_OF_DIGESTS) < SCHEMA_OF_DIGESTS

    @property
    def schema(self) -> int | None:
        """The number of the file's schema, None where it cannot be read."""
        try:
            row = self._connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return int(row[0]) if row else None
        except (*READ_FAULTS, ValueError):
            return None

    def rows(self, table: str) -> Iterator[tuple[int, StoredRow]]:
        """Yield the id and the values of each row that can be read, by ascending id."""
        if table not in self.columns:
            return
        query = f"SELECT id, {', '.join(self.columns[table])} FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id"  # noqa: S608
        for number, *values in self._around(table, query, self._last_id(table)):
            yield number, tuple(values)

    def digests(self, table: str) -> Iterator[tuple[int, bytes]]:
        """Yield the id and the digest of each row of a table that has one, by ascending id."""
        if not self.has_digests:
            return
        query = "SELECT row_id, digest FROM row_digests WHERE table_name = '{}' AND row_id BETWEEN ? AND ? ORDER BY 1"
        yield from self._around("row_digests", query.format(table), self._last_id(table))

    def row(self, table: str, number: int) -> StoredRow | None:
        """Return the values of one row, None where there is none or it cannot be read."""
        if table not in self.columns:
            return None
        return self._one(f"SELECT {', '.join(self.columns[table])} FROM {table} WHERE id = ?", number)  # noqa: S608

    def digest(self, table: str, number: int) -> StoredValue:
        """Return the digest of one row, None where there is none or it cannot be read."""
        if not self.has_digests:
            return None
        row = self._one(f"SELECT digest FROM row_digests WHERE table_name = '{table}' AND row_id = ?", number)  # noqa: S608
        return None if row is None else row[0]

    def chain(self) -> Iterator[tuple[int, str, int, bytes | None, bytes]]:
        """Yield the entries of the chain that can be read, by ascending id."""
        if not self._table_info("digest_chain"):
            return
        query = "SELECT id, table_name, row_id, digest, chained FROM digest_chain WHERE id BETWEEN ? AND ? ORDER BY id"
        yield from self._around("digest_chain", query, self._last_id("digest_chain"))

    def begins(self, table: str) -> bool:
        """Whether the first row of a table can be read, or that it has none."""
        try:
            self._connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()  # noqa: S608 - our own names
        except READ_FAULTS:
            return False
        return True

    def cell(self, table: str, column: str, number: int) -> StoredValue:
        """Return one value, None where it cannot be read."""
        row = self._one(f"SELECT {column} FROM {table} WHERE id = ?", number)  # noqa: S608 - our own names
        return None if row is None else row[0]

    def schema_holds(self) -> bool:
        """Whether the definitions of tables and triggers are as they were saved; True from before that was known."""
        if self.predates_digests:
            return True
        try:
            return schema_digest(self._connection) == stored_schema_digest(self._connection)
        except READ_FAULTS:
            return False

    def is_intact(self, table: str) -> bool:
        """Whether a table is there, and all of its pages and its indexes are in order."""
        if table not in self._intact:
            self._intact[table] = bool(self._table_info(table)) and self._reported(table) == [("ok",)]
        return self._intact[table]

    def last_given(self, table: str) -> int | None:
        """Return the last id that was given in a table, None where that cannot be read."""
        return _number(self._one("SELECT seq FROM sqlite_sequence WHERE name = ?", table))

    def _last_id(self, table: str) -> int:
        known = [
            self.last_given(table),
            _number(self._one(f"SELECT max(id) FROM {table} WHERE id > ?", 0)),  # noqa: S608 - our own names
            _number(self._one("SELECT max(row_id) FROM row_digests WHERE table_name = ?", table)),
        ]
        return max((number for number in known if number is not None and 0 <= number <= _MOST_ROWS), default=0)

    def _around(self, table: str, query: str, last: int) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query over a range of ids, from the first to `last`, leaving out what is torn."""
        pending, tries = [(0, last)], 0
        while pending:
            low, high = pending.pop()
            try:
                for row in self._connection.execute(query, (low, high)):
                    if not isinstance(row[0], int) or not low <= row[0] <= high:
                        raise sqlite3.DatabaseError("rows out of order")
                    low = row[0] + 1
                    yield row
            except READ_FAULTS as error:
                _go_on_after(error)
                tries += 1
                if low >= high or tries > _MOST_TRIES:
                    self.gaps.setdefault(table, []).append((low, high))
                else:
                    middle = (low + high) // 2
                    pending += [(middle + 1, high), (low, middle)]

    def _table_info(self, table: str) -> list[tuple[int, str]]:
        try:
            return self._connection.execute(f"PRAGMA main.table_info({table})").fetchall()
        except READ_FAULTS:
            return []

    def _one(self, query: str, about: int | str) -> StoredRow | None:
        try:
            return self._connection.execute(query, (about,)).fetchone()
        except READ_FAULTS as error:
            _go_on_after(error)
            return None

    def _reported(self, table: str) -> list[StoredRow]:
        try:
            return self._connection.execute(f"PRAGMA integrity_check({table})").fetchall()
        except READ_FAULTS as error:
            _go_on_after(error)
            return []

    def _digested_columns(self) -> dict[str, tuple[str, ...]]:
        try:
            return digested_columns(self._connection)
        except READ_FAULTS:
            return {}


@contextmanager
def salvaging(path: Path) -> Generator[Salvage]:
    """Open a file that nobody writes to read what can be read of it; it and its folder stay as they are."""
    with leaving_no_index(path), closing(connect(at_rest(path))) as connection, text_as_it_is(connection):
        # Otherwise one definition that is damaged would hide all tables.
        connection.execute("PRAGMA writable_schema = ON")
        yield Salvage(connection)


def _number(row: StoredRow | None) -> int | None:
    return row[0] if row and isinstance(row[0], int) else None


def _go_on_after(error: Exception) -> None:
    """Raise an error that is no damage: whoever reads was stopped."""
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
        raise error
