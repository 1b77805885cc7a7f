"""Which page and channels of its files a task is read with, as the project keeps it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.imaging.full_path import full_path
from workbench.imaging.page_choice import AS_IT_IS, PageChoice, choice_suffix, stored_choice
from workbench.store.columns import UnreadableValue
from workbench.store.models import Task
from workbench.store.project import Project


def key_suffixes(session: Session) -> dict[int, bytes]:
    """Return what each task with a choice adds to the hashes of its images, to make the keys of their pictures."""
    query = select(Task.id, Task.reading).where(Task.reading.is_not(None))
    return {task: choice_suffix(_choice(task, reading)) for task, reading in session.execute(query)}


def choices_of_folders(session: Session) -> dict[Path, PageChoice]:
    """Return the choice of each imported folder that has one; the newest where it was imported several times."""
    query = select(Task.id, Task.folder, Task.reading).where(Task.reading.is_not(None)).order_by(Task.id)
    return {folder: _choice(task, reading) for task, folder, reading in session.execute(query)}


def choice_for(choices: dict[Path, PageChoice], path: Path) -> PageChoice:
    """Return how a file or a folder is read: as the nearest imported folder around it."""
    around: Iterable[Path] = (path, *path.parents)
    return next((choices[folder] for folder in around if folder in choices), AS_IT_IS) if choices else AS_IT_IS


def choice_in_project(project: Project, path: Path) -> PageChoice:
    """Return how a file or a folder is read by what the project keeps."""
    with project.read() as session:
        return choice_for(choices_of_folders(session), full_path(path))


def _choice(task: int, reading: dict[str, Any] | None) -> PageChoice:
    """Return the choice that a task keeps. Raises UnreadableValue where it is none of ours."""
    try:
        return stored_choice(reading)
    except UserError as error:
        raise UnreadableValue(f"{Task.__tablename__} {task}") from error
