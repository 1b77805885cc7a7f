"""Create a project, or open one and back it up when due."""

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, update

from workbench.errors import UserError
from workbench.folders import backups_folder
from workbench.operations.progress import Cancelled, Reporter, Silent
from workbench.store.backups import back_up_if_due
from workbench.store.copies import copy_project
from workbench.store.integrity import DamagedProject
from workbench.store.models import Run, RunState
from workbench.store.project import Project, create_project, open_project
from workbench.store.search_models import Search
from workbench.store.stopping import Interrupted
from workbench.store.unclaimed_logs import UnclaimedLog, take_in_log
from workbench.words import marked, message, printable


def new_project(path: Path) -> Project:
    """Make an empty project at `path`. Raises UserError when it exists or cannot be written."""
    return create_project(path)


def open_to_read(path: Path, reporter: Reporter | None = None) -> Project:
    """Open a project read-only, whether or not another program has it open. Raises UserError."""
    with stopped_by(reporter or Silent()) as stopped:
        return open_project(path, backups=backups_folder(), read_only=True, stopped=stopped)


def open_to_work(path: Path) -> Project:
    """Open a project to change it, with a backup first when the last one is old.

    Raises UserError when it is damaged, not there, or cannot be written because another program has it open.
    """
    project = open_for_window(path)
    if project.read_only_reason is not None:
        with suppress(UserError):
            project.close()
        raise UserError(project.read_only_reason)
    return project


def open_for_window(path: Path, reporter: Reporter | None = None) -> Project:
    """Open a project to change it, or read-only where another program has it open or it cannot be written.

    Then its `read_only_reason` says why. Where a backup is due and cannot be written, work goes on without it, and
    `not_backed_up` says so. Raises UserError when it is not there, damaged, or no project of this version.
    """
    with stopped_by(reporter or Silent()) as stopped:
        project = open_project(path, backups=backups_folder(), stopped=stopped)
    try:
        _begin_work(project)
    except BaseException:
        # That a full disk also hinders closing would hide what went wrong first.
        with suppress(UserError):
            project.close()
        raise
    return project


def is_damage(error: Exception) -> bool:
    """Whether a project could not be opened because it is damaged, so that repairing it may help."""
    return isinstance(error, DamagedProject)


def lacks_log(error: Exception) -> bool:
    """Whether a project was not opened because changes of it lie beside it under its former name."""
    return isinstance(error, UnclaimedLog)


def open_with_log(path: Path, reporter: Reporter | None = None) -> Project:
    """Bring the changes beside a project into it, after a backup, and open it. Raises UserError."""
    take_in_log(path, backups_folder())
    return open_for_window(path, reporter)


def copy_and_open(path: Path, output: Path, reporter: Reporter | None = None) -> Project:
    """Save a copy of a project that is read-only, and open the copy. Raises UserError."""
    copy_project(path, output)
    return open_for_window(output, reporter)


@contextmanager
def stopped_by(reporter: Reporter) -> Generator[Callable[[], bool]]:
    """Yield what says whether the person asked the reporter to stop. Raises Cancelled when the work heard it."""
    text = message(marked("Checking the project file"))

    def stopped() -> bool:
        try:
            reporter.report(None, text)
        except Cancelled:
            return True
        return False

    try:
        yield stopped
    except Interrupted as error:
        raise Cancelled from error


def _begin_work(project: Project) -> None:
    if project.read_only:
        return
    try:
        back_up_if_due(project, backups_folder(), interval=timedelta(hours=1), keep=12)
    except UserError as error:
        text = marked("There is no new backup of {path}, and work goes on without it. {reason}")
        project.not_backed_up = message(text, path=printable(project.path), reason=error.text)
    _note_killed_runs(project)


def _note_killed_runs(project: Project) -> None:
    """Mark runs and searches that are still marked as running as stopped: the one writer is here, so nobody works."""
    with project.read() as session:
        running = {
            kind: session.scalars(select(kind.id).where(kind.state == RunState.RUNNING)).all() for kind in (Run, Search)
        }
    if not any(running.values()):
        return
    with project.write() as session:
        for kind, numbers in running.items():
            session.execute(update(kind).where(kind.id.in_(numbers)).values(state=RunState.STOPPED))
