"""Whether a project is undamaged, as far as the file itself can show."""

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UserError
from workbench.facts.table_words import name_of_table
from workbench.store.connections import at_rest, connect, leaving_no_index, plain_connection
from workbench.store.damaged.definitions import has_traces
from workbench.store.failures import in_words
from workbench.store.file_identity import (
    MAGIC,
    SCHEMA,
    foreign_refusal,
    header_damage,
    header_refusal,
    identity_refusal,
    read_header,
    refuse_no_file,
)
from workbench.store.row_digests import text_as_it_is
from workbench.store.schema import current_schema, schema_difference, schema_of_number
from workbench.store.stopping import stoppable
from workbench.store.values import unfit_values
from workbench.words import Message, marked, message, printable

if TYPE_CHECKING:
    from workbench.store.project import Project


_MOST_NAMES = 5
_LONGEST_NAME = 40  # characters


class DamagedProject(UserError):
    """A project that cannot be trusted; its text names the newest good backup and how to go back to it."""


@dataclass(frozen=True)
class Examination:
    """The result of examining a whole database: damage, or why it is not ours, and its schema's number."""

    damage: tuple[Message, ...]
    refusal: Message | None = None
    schema: int = 0


def examine(path: Path, address: str, stopped: Callable[[], bool] | None = None) -> Examination:
    """Read all of the database at `address`; raises UserError when the disk or a permission is in the way.

    What does not belong in a project is seen before anything is read through it. Raises Interrupted once `stopped`.
    """
    with in_words(path, reading=True), closing(connect(address)) as connection, stoppable(connection, stopped):
        try:
            return _examine(connection, path)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            return Examination((_damaged(path, str(error)),))
        except UnicodeDecodeError as error:
            # SQLite quotes what is damaged, and Python cannot even read why.
            return Examination((_damaged(path, printable(error.object.decode("utf-8", "replace"))),))


def _examine(connection: sqlite3.Connection, path: Path) -> Examination:
    application, schema = _identity(connection)
    refusal, damage = identity_refusal(path, application, schema), ()
    if refusal is None:
        refusal, damage = _foreign_or_amiss(connection, path, schema)
    if refusal is not None or damage:
        if _has_other_number(connection, schema):
            return Examination((_damaged_header(path),), None, schema)
        return Examination(damage, refusal, schema)
    damage = tuple(_broken_pages(connection, path))
    if schema == SCHEMA and not damage:
        damage = tuple(_unfit_rows(connection, path))
    return Examination(damage, None, schema)


def _foreign_or_amiss(
    connection: sqlite3.Connection, path: Path, schema: int
) -> tuple[Message | None, tuple[Message, ...]]:
    difference = schema_difference(connection, current_schema() if schema == SCHEMA else schema_of_number(schema))
    if difference.amiss:
        text = marked("{path} is damaged: it lacks, or has changed, {names}.")
        names = _first_names(difference.amiss)
        return None, (message(text, path=printable(path), names=names),)
    return foreign_refusal(path, _first_names(difference.foreign)) if difference.foreign else None, ()


def _has_other_number(connection: sqlite3.Connection, number: int) -> bool:
    """Whether a file whose numbers are not ours consists, in every definition, of what a project does.

    `number` is the schema that its header gives.
    """
    for schema in range(SCHEMA, 0, -1):
        difference = schema_difference(connection, current_schema() if schema == SCHEMA else schema_of_number(schema))
        if not difference.foreign and not difference.amiss:
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
            # A newer version's has a newer number there, too.
            return rows == [(f"{schema:04d}",)] or number <= SCHEMA
    return False


def no_project(path: Path) -> Message | None:
    """Return why a file is no project, not even a damaged one; None where something in it is of ours."""
    header = read_header(path)
    if header_damage(path, header) is None:
        refusal = header_refusal(path, header)
        return None if refusal is None or has_traces(path) else refusal
    if not header or header.startswith(MAGIC) or has_traces(path):
        return None
    text = marked(
        "{path} is not a project: it has neither the header of one nor anything else that this program writes. It was "
        "left as it is."
    )
    return message(text, path=printable(path))


def refuse_other_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DamagedProject unless a database that was just migrated is what one of today consists of."""
    refusal, damage = _foreign_or_amiss(connection, path, SCHEMA)
    for fault in (refusal, *damage):
        if fault is not None:
            raise DamagedProject(fault)


def examine_at_rest(path: Path, stopped: Callable[[], bool] | None = None) -> Examination:
    """Read all of a database nobody writes, and leave its folder as it was."""
    with leaving_no_index(path):
        return examine(path, at_rest(path), stopped)


def file_faults(path: Path, stopped: Callable[[], bool] | None = None) -> list[Message]:
    """List what is wrong with a file that may not even be a project; it is left as it is.

    Not for a file this process has open as a project. Raises UserError when the file cannot be read.
    """
    refuse_no_file(path)
    fault = no_project(path) or header_damage(path, read_header(path))
    if fault is not None:
        return [fault]
    examination = examine_at_rest(path, stopped)
    return [*examination.damage, *([examination.refusal] if examination.refusal else [])]


def project_faults(project: "Project", stopped: Callable[[], bool] | None = None) -> list[Message]:
    """List everything that is wrong with an open project; empty when every check there is passes.

    Raises Interrupted once `stopped`.
    """
    with project.read() as session:
        connection = plain_connection(session)
        with stoppable(connection, stopped):
            try:
                return _project_faults(connection, project.path)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                return [_damaged(project.path, str(error))]


def _project_faults(connection: sqlite3.Connection, path: Path) -> list[Message]:
    damage = _broken_pages(connection, path)
    refusal = identity_refusal(path, *_identity(connection)) or _foreign_or_amiss(connection, path, SCHEMA)[0]
    # What follows reads whole tables, and cannot where pages are broken.
    rows = [] if damage else [*_lost_rows(connection), *_unfit_rows(connection, path), *_changed_weights(connection)]
    return [*damage, *([refusal] if refusal else []), *rows]


def _broken_pages(connection: sqlite3.Connection, path: Path) -> list[Message]:
    # What it reports may quote a name that is damaged itself.
    with text_as_it_is(connection):
        rows = connection.execute("PRAGMA integrity_check").fetchall()
    return [] if rows == [("ok",)] else [_damaged(path, printable(_first_fault(row))) for (row,) in rows]


def _first_fault(report: str) -> str:
    """Return the first of the many lines that SQLite may report of one page; more would help nobody."""
    lines = [line for line in report.splitlines() if line and not line.startswith("***")]
    return lines[0] if lines else report


def _identity(connection: sqlite3.Connection) -> tuple[int, int]:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    return application, schema


def _unfit_rows(connection: sqlite3.Connection, path: Path) -> list[Message]:
    text = marked("{path} is damaged: row {row} of {table} has a value that is of no use there, or far too long.")
    return [
        message(text, path=printable(path), row=row, table=name_of_table(table))
        for table, row in unfit_values(connection)
    ]


def _first_names(names: Sequence[str]) -> str:
    """Return the first of the names, none of them at full length: they may be anybody's."""
    shown = [name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…" for name in names[:_MOST_NAMES]]
    return ", ".join(shown) + (", …" if len(names) > _MOST_NAMES else "")


def _lost_rows(connection: sqlite3.Connection) -> list[Message]:
    text = marked("Row {row} of {table} refers to a missing row of {parent}.")
    lost_rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [
        message(text, row=row, table=name_of_table(table), parent=name_of_table(parent))
        for table, row, parent, _ in lost_rows
    ]


def _changed_weights(connection: sqlite3.Connection) -> list[Message]:
    text = marked("The weights of run {run} at episode {episode} ({kind}) do not match what was saved.")
    # One after the other, because together they may not fit in memory.
    rows = connection.execute("SELECT run_id, episode, kind, sha256, weights FROM checkpoints")
    return [
        message(text, run=run, episode=episode, kind=kind)
        for run, episode, kind, sha256, weights in rows
        if hashlib.sha256(weights).digest() != sha256
    ]


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    # A schema that cannot be read comes as a plain SQLITE_ERROR.
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return kind in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


def _damaged_header(path: Path) -> Message:
    return message(marked("{path} is damaged: its header is not that of what is in it."), path=printable(path))


def _damaged(path: Path, reason: str) -> Message:
    return message(marked("{path} is damaged ({reason})."), path=printable(path), reason=reason)
