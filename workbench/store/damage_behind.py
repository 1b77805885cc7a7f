"""Damage that is met while a project is read or written, in words: rows of which nothing can be made."""

import sqlite3
import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from workbench.errors import UserError
from workbench.store.backups import all_backups
from workbench.store.columns import UnreadableValue
from workbench.store.integrity import DamagedProject
from workbench.store.project_check import check_open_project
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
        damage = None if is_said else _damage_of(project)
        if damage is None:
            raise
        raise DamagedProject(damage) from error


def _damage_of(project: "Project") -> Message | None:
    """Say what is damaged, None where nothing is."""
    if getattr(_here, "looking", False):
        return None
    _here.looking = True
    try:
        faults = check_open_project(project).faults
    finally:
        _here.looking = False
    return _with_a_way_out(project, faults[0]) if faults else None


def _with_a_way_out(project: "Project", fault: Message) -> Message:
    path = printable(project.path)
    backups = () if project.backups is None else all_backups(project.path, project.backups)
    if not backups:
        text = marked("{path} is damaged: {fault} Repair it into a new file (`repair`); it is left as it is.")
        return message(text, path=path, fault=fault)
    text = marked(
        "{path} is damaged: {fault} Repair it into a new file (`repair`), with what its newest backup, {backup}, has; "
        "it is left as it is."
    )
    return message(text, path=path, fault=fault, backup=printable(backups[0]))
