"""What a project's database consists of, and what in a file is not so: nothing foreign in it is ever run."""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from sqlalchemy import StaticPool, create_engine
from sqlalchemy.dialects import sqlite as dialects
from sqlalchemy.schema import CreateIndex, CreateTable

from workbench.store.connections import connect
from workbench.store.migrations import migrate
from workbench.store.models import Base

# A table's parts in any order, as a column that was added later stands elsewhere; anything else is one part.
Definition = frozenset[tuple[str, ...]]

# Written by the migrations, which the models cannot say; a later schema that changes one says so here.
_TRIGGERS = {
    "labels_not_updated": "BEFORE UPDATE ON labels",
    "labels_not_deleted": "BEFORE DELETE ON labels",
    "labels_not_replaced": "BEFORE INSERT ON labels WHEN EXISTS (SELECT 1 FROM labels WHERE id = NEW.id)",
}
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'labels are never changed, only added'); END"
_VERSION = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
_ITS_OWN = "sqlite_"  # SQLite refuses these names to anybody.
# SQLite's own: the ids that were given, and what ANALYZE counts.
_OF_SQLITE = {"sqlite_sequence", "sqlite_stat1", "sqlite_stat4"}
_TOKEN = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|\w+|\S""")
_PLAIN = re.compile(r"\w+")
# The versions of SQLAlchemy call them differently.
_SAME_TYPE = {"float": "real", "double": "real"}


@dataclass(frozen=True)
class SchemaDifference:
    """The names of what does not belong in a database, and of what is missing in it or is not as it should be."""

    foreign: tuple[str, ...]
    amiss: tuple[str, ...]


def schema_difference(connection: sqlite3.Connection, expected: Mapping[str, Definition]) -> SchemaDifference:
    """Compare what a database consists of with what it should; its tables are not read and nothing in it is run."""
    present = _schema_of(connection)
    others = [name for name in present if name not in expected]
    foreign = [name for name in others if not name.startswith(_ITS_OWN)]
    # No program gives such a name: SQLite's own entry has changed.
    amiss = [name for name in others if name.startswith(_ITS_OWN)]
    amiss += [name for name, definition in expected.items() if present.get(name) != definition]
    return SchemaDifference(tuple(sorted(foreign)), tuple(sorted(amiss)))


@cache
def current_schema() -> Mapping[str, Definition]:
    """Return the definition of each table, index and trigger of a project of today, by name."""
    dialect = dialects.dialect()
    statements: dict[str, str] = {"alembic_version": _VERSION}
    for table in Base.metadata.sorted_tables:
        statements[table.name] = str(CreateTable(table).compile(dialect=dialect))
        statements |= {str(index.name): str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes}
    statements |= {name: f"CREATE TRIGGER {name} {when} {_REFUSE}" for name, when in _TRIGGERS.items()}
    return {name: _definition(statement) for name, statement in statements.items()}


def schema_of_number(number: int) -> Mapping[str, Definition]:
    """Return the definitions of a project of an earlier schema, as the migrations up to it make them."""
    if number < 1:
        return {}
    with closing(connect(":memory:")) as database:
        engine = create_engine("sqlite://", creator=lambda: database, poolclass=StaticPool)
        with engine.begin() as connection:
            migrate(connection, schema=number)
        return _schema_of(database)


def _schema_of(connection: sqlite3.Connection) -> dict[str, Definition]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return {
        str(name): _definition(str(sql))
        for kind, name, table, sql in rows
        if not _is_of_sqlite(str(kind), str(name), str(table), sql)
    }


def _is_of_sqlite(kind: str, name: str, table: str, sql: object) -> bool:
    # It makes an index without words for each UNIQUE, named after its table.
    is_named_so = name.removeprefix(f"{_ITS_OWN}autoindex_{table}_").isdecimal()
    automatic = kind == "index" and sql is None and is_named_so
    return automatic or (kind == "table" and name in _OF_SQLITE)


def _definition(sql: str) -> Definition:
    tokens = [_normal(token) for token in _TOKEN.findall(sql)]
    if tokens[:2] != ["create", "table"] or "(" not in tokens:
        return frozenset({tuple(tokens)})
    start = tokens.index("(")
    parts: list[list[str]] = [tokens[:start], []]
    depth = 0
    for token in tokens[start + 1 :]:
        depth += (token == "(") - (token == ")")  # noqa: S105 - no password
        if depth == 0 and token == ",":  # noqa: S105
            parts.append([])
        else:
            parts[-1].append(token)
    if parts[-1][-1:] == [")"]:
        parts[-1].pop()
    return frozenset(map(tuple, parts))


def _normal(token: str) -> str:
    if token.startswith("'"):
        return token
    inner = token[1:-1] if token[0] in '"`[' else token
    plain = (inner if _PLAIN.fullmatch(inner) else token).lower()
    return _SAME_TYPE.get(plain, plain)
