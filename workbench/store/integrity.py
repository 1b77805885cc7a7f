"""Whether a project is undamaged, as far as the file itself can show."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UserError
from workbench.store.connections import at_rest, connect, index_of
from workbench.store.failures import in_words
from workbench.store.file_identity import (
    header_damage,
    header_refusal,
    identity_refusal,
    read_header,
    refuse_no_file,
)
from workbench.store.interrupting import interruptible
from workbench.store.row_digests import text_as_it_is
from workbench.words import Message, marked, message, printable

if TYPE_CHECKING:
    from workbench.store.project import Project


class DamagedProject(UserError):
    """A project that cannot be trusted; its text names the newest good backup and how to go back to it."""


@dataclass(frozen=True)
class Examination:
    """The result of examining a whole database: damage, or why it is not ours, and its schema's number."""

    damage: tuple[Message, ...]
    refusal: Message | None = None
    schema: int = 0


def examine(path: Path, address: str) -> Examination:
    """Read all of the database at `address`; raises UserError when the disk or a permission is in the way."""
    with in_words(path), closing(connect(address)) as connection:
        try:
            damage = tuple(_broken_pages(connection, path))
            application, schema = _identity(connection)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            return Examination((_damaged(path, str(error)),))
        except UnicodeDecodeError as error:
            # SQLite quotes what is damaged, and Python cannot even read why.
            return Examination((_damaged(path, printable(error.object.decode("utf-8", "replace"))),))
    return Examination(damage, identity_refusal(path, application, schema), schema)


def examine_at_rest(path: Path) -> Examination:
    """Read all of a database nobody writes, and leave its folder as it was."""
    had_index = index_of(path).exists()
    try:
        return examine(path, at_rest(path))
    finally:
        if not had_index:
            # In a folder that cannot be written none was made either.
            with suppress(OSError):
                index_of(path).unlink(missing_ok=True)


def file_faults(path: Path) -> list[Message]:
    """List what is wrong with a file that may not even be a project; it is left as it is.

    Not for a file this process has open as a project. Raises UserError when the file cannot be read.
    """
    refuse_no_file(path)
    header = read_header(path)
    fault = header_damage(path, header) or header_refusal(path, header)
    if fault is not None:
        return [fault]
    examination = examine_at_rest(path)
    return [*examination.damage, *([examination.refusal] if examination.refusal else [])]


def project_faults(project: "Project", going_on: Callable[[], None] = lambda: None) -> list[Message]:
    """List everything that is wrong with an open project; empty when every check there is passes.

    `going_on` is called again and again, and may raise to end it.
    """
    with project.read() as session, interruptible(session, going_on):
        connection = session.connection().connection.driver_connection
        if not isinstance(connection, sqlite3.Connection):
            raise TypeError("a project is read through sqlite3")
        try:
            damage = _broken_pages(connection, project.path)
            refusal = identity_refusal(project.path, *_identity(connection))
            # What follows reads whole tables, and cannot where pages are broken.
            rows = [] if damage else [*_lost_rows(connection), *_changed_weights(connection)]
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            return [_damaged(project.path, str(error))]
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


def _lost_rows(connection: sqlite3.Connection) -> list[Message]:
    text = marked("Row {row} of {table} refers to a missing row of {parent}.")
    lost_rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [message(text, row=row, table=table, parent=parent) for table, row, parent, _ in lost_rows]


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


def _damaged(path: Path, reason: str) -> Message:
    return message(marked("{path} is damaged ({reason})."), path=printable(path), reason=reason)
