"""Damage that is met while a project is read or written, in words: rows of which nothing can be made."""

import sqlite3
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.facts import Fact
from workbench.store.backups import all_backups
from workbench.store.columns import UnreadableValue
from workbench.store.connections import plain_connection
from workbench.store.failures import UNREADABLE
from workbench.store.integrity import DamagedProject
from workbench.store.project_check import check_damaged_file, check_open_project
from workbench.store.row_digests import digest_of, text_as_it_is
from workbench.store.salvage import Salvage
from workbench.words import Message, marked, message, printable

if TYPE_CHECKING:
    from workbench.store.project import Project

# What comes of bad text, JSON, dates and words, of tables that are gone, and of rows that no longer fit together.
_MET = (SQLAlchemyError, sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, ArithmeticError)

_here = threading.local()


@contextmanager
def damage_in_words(project: "Project") -> Generator[None]:
    """Turn an error whose cause is damage to the project's file into DamagedProject; others stay as they are."""
    try:
        yield
    except (*_MET, UserError) as error:
        is_said = isinstance(error, UserError) and not isinstance(error.__cause__, UnreadableValue)
        damage = None if is_said else _damage_of(project, error)
        if damage is None:
            raise
        raise DamagedProject(damage) from error


def is_changed(session: Session, table: str, number: int) -> bool:
    """Whether a row is not as it was saved, as far as its digest shows."""
    connection = plain_connection(session)
    with text_as_it_is(connection):
        salvage = Salvage(connection)
        values, digest = salvage.row(table, number), salvage.digest(table, number)
    return values is not None and digest is not None and digest_of(*values) != digest


def refuse_changed(session: Session, table: str, number: int) -> None:
    """Raise UnreadableValue where a row is not as it was saved, so that nobody builds on its values."""
    if is_changed(session, table, number):
        raise UnreadableValue(f"{table} {number}")


@contextmanager
def passing_over_changed(session: Session, table: str, number: int, changed: list[int]) -> Generator[None]:
    """Add a row of which nothing can be made to `changed`, where it is not as it was saved; raise what else fails."""
    try:
        yield
    except (*_MET, UnreadableValue):
        if not is_changed(session, table, number):
            raise
        changed.append(number)


def _damage_of(project: "Project", error: Exception) -> Message | None:
    """Say what is damaged, None where nothing is."""
    if getattr(_here, "looking", False):
        return None
    _here.looking = True
    try:
        faults = check_open_project(project).faults
    finally:
        _here.looking = False
    if faults:
        return _with_a_way_out(project, faults[0])
    # As it was saved, and still nothing can be made of it: damaged before it had a digest, or a newer version's.
    unusable = _unusable(error)
    return None if unusable is None else _with_a_doubt(project, unusable)


def _unusable(error: Exception) -> Message | None:
    """Say what value of the project nothing can be made of, None where the error is of another kind."""
    cause = error.__cause__
    if not isinstance(error, UserError) or not isinstance(cause, UnreadableValue):
        return None
    if isinstance(error.text, Fact) and error.text.code != UNREADABLE:
        return error.text
    return message(marked("One of its values cannot be read ({reason})."), reason=str(cause))


def _with_a_doubt(project: "Project", unusable: Message) -> Message:
    path, backup = printable(project.path), _newest_backup(project)
    if backup is None:
        text = marked(
            "{unusable} If a newer version of the program saved it, update the program. Otherwise {path} is damaged: "
            "repair it into a new file; it is left as it is."
        )
        return message(text, unusable=unusable, path=path)
    text = marked(
        "{unusable} If a newer version of the program saved it, update the program. Otherwise {path} is damaged: its "
        "newest backup is {backup}. It is left as it is."
    )
    return message(text, unusable=unusable, path=path, backup=printable(backup))


def _with_a_way_out(project: "Project", fault: Message) -> Message:
    path, backup = printable(project.path), _newest_backup(project)
    if backup is None:
        text = marked("{path} is damaged: {fault} Repair it into a new file; it is left as it is.")
        return message(text, path=path, fault=fault)
    text = marked(
        "{path} is damaged: {fault} Repair it into a new file, with what its newest whole backup, {backup}, has; "
        "it is left as it is."
    )
    return message(text, path=path, fault=fault, backup=printable(backup))


def _newest_backup(project: "Project") -> Path | None:
    """Return the newest backup whose rows are whole: the newest of all may be a copy of the damage."""
    backups = () if project.backups is None else all_backups(project.path, project.backups)
    return next((backup for backup in backups if not check_damaged_file(backup).faults), None)
