"""Values that no project of ours holds: of another type than their column's, or too long to be shown or read."""

import sqlite3
from functools import cache

from sqlalchemy import JSON, Boolean, Column, Enum, Float, Integer, LargeBinary, String, Table

from workbench.store.columns import FilePath, Moment
from workbench.store.models import Base

_LONGEST_TEXT = 10_000  # characters
_LONGEST_PATH = 2**16  # bytes
_LONGEST_JSON = 2**26  # characters
_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_MOMENT = f"{_DAY}T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]+00:00"


def unfit_values(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return the table and the row of the first unfit value of each table, without reading any long value."""
    rows = [(table, connection.execute(query).fetchone()) for table, query in _queries().items()]
    return [(table, row[0]) for table, row in rows if row is not None]


@cache
def _queries() -> dict[str, str]:
    return {table.name: _query(table) for table in Base.metadata.sorted_tables}


def _query(table: Table) -> str:
    unfit = " OR ".join(_unfit(column) for column in table.columns if not column.primary_key)
    row = "id" if "id" in table.columns else "row_id"  # The digests are of rows, and have no number of their own.
    return f"SELECT {row} FROM {table.name} WHERE {unfit} LIMIT 1"  # noqa: S608 - our own names


def _unfit(column: Column[object]) -> str:
    name = f'"{column.name}"'
    unfit = f"NOT ({_fit(column, name)})"
    # What is missing where nothing may miss is an error that SQLite's own check finds.
    return f"({name} IS NOT NULL AND {unfit})"


def _fit(column: Column[object], name: str) -> str:
    kind = column.type
    if isinstance(kind, Enum):
        return f"{name} IN ({', '.join(map(repr, kind.enums))})"
    if isinstance(kind, Moment):
        return f"typeof({name}) = 'text' AND {name} GLOB '{_MOMENT}'"
    if isinstance(kind, FilePath):
        return f"typeof({name}) = 'blob' AND length({name}) <= {_LONGEST_PATH}"
    if isinstance(kind, LargeBinary):
        return f"typeof({name}) = 'blob'" + (f" AND length({name}) = {kind.length}" if kind.length else "")
    if isinstance(kind, String):
        return f"typeof({name}) = 'text' AND length({name}) <= {_LONGEST_TEXT}"
    return _fit_plainly(column, name)


def _fit_plainly(column: Column[object], name: str) -> str:
    kind = column.type
    if isinstance(kind, JSON):
        # A column of this type stores a bare number as a number.
        return f"typeof({name}) != 'blob' AND length({name}) <= {_LONGEST_JSON}"
    if isinstance(kind, Boolean):
        return f"{name} IN (0, 1)"
    if isinstance(kind, Integer):
        return f"typeof({name}) = 'integer'"
    if isinstance(kind, Float):
        return f"typeof({name}) IN ('real', 'integer')"
    raise TypeError(f"no rule for the values of {column.table.name}.{column.name}")
