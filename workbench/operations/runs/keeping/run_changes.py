"""Name a run, remark on it, delete and restore it; each change returns its inverse, and none touches its weights."""

from dataclasses import dataclass
from unicodedata import category

from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.runs.listing import was_deleted, was_removed
from workbench.operations.tasks.classes import visible
from workbench.store.columns import now
from workbench.store.damage_behind import refuse_changed
from workbench.store.models import Run, RunState
from workbench.store.project import Project
from workbench.words import marked, message

_LONGEST_NAME = 120  # characters
_LONGEST_REMARK = 10_000


@dataclass(frozen=True)
class RenameRun:
    """Another name for a run, None for none."""

    run: int
    name: str | None

    def apply(self, project: Project) -> "RenameRun":
        """Rename the run, as `rename_run` does."""
        return rename_run(project, self.run, self.name)


@dataclass(frozen=True)
class RemarkOnRun:
    """Another remark of the person on a run, None for none."""

    run: int
    remark: str | None

    def apply(self, project: Project) -> "RemarkOnRun":
        """Write the remark, as `remark_on_run` does."""
        return remark_on_run(project, self.run, self.remark)


@dataclass(frozen=True)
class DeleteRun:
    """A run to delete, so that it can be restored."""

    run: int

    def apply(self, project: Project) -> "RestoreRun":
        """Delete the run, as `delete_run` does."""
        return delete_run(project, self.run)


@dataclass(frozen=True)
class RestoreRun:
    """A deleted run to restore."""

    run: int

    def apply(self, project: Project) -> DeleteRun:
        """Restore the run, as `restore_run` does."""
        return restore_run(project, self.run)


def rename_run(project: Project, run: int, name: str | None) -> RenameRun:
    """Give a run a name, or take it away where nothing is left of it; several runs may have the same.

    Raises UserError when there is no such run, or the name is too long.
    """
    cleaned = name_of_run(name)
    if cleaned is not None and len(cleaned) > _LONGEST_NAME:
        text = marked("A name of a run has at most {most} characters, and this one has {length}. Choose a shorter one.")
        raise UserError(message(text, most=_LONGEST_NAME, length=len(cleaned)))
    with project.write() as session:
        row = _run(session, run)
        before, row.name = row.name, cleaned
    return RenameRun(run, before)


def remark_on_run(project: Project, run: int, remark: str | None) -> RemarkOnRun:
    """Keep what a person remarks on a run, which may have several lines, or nothing where it is empty.

    Raises UserError when there is no such run, or the remark is too long.
    """
    cleaned = remark_of_run(remark)
    if cleaned is not None and len(cleaned) > _LONGEST_REMARK:
        text = marked("A note on a run has at most {most} characters, and this one has {length}. Shorten it.")
        raise UserError(message(text, most=_LONGEST_REMARK, length=len(cleaned)))
    with project.write() as session:
        row = _run(session, run)
        before, row.remark = row.remark, cleaned
    return RemarkOnRun(run, before)


def delete_run(project: Project, run: int) -> RestoreRun:
    """Delete a run: nothing shows, uses or trains it until it is restored; labels that it proposed keep its number.

    Raises UserError when there is no such run, it is deleted already, or it is being trained.
    """
    with project.write() as session:
        row = _run(session, run)
        if row.deleted_at is not None:
            raise was_deleted(row)
        # Whoever opens a project marks those as stopped that were killed.
        if row.state is RunState.RUNNING:
            raise UserError(fact("run.being_trained", run=str(run)))
        row.deleted_at = now()
    return RestoreRun(run)


def restore_run(project: Project, run: int) -> DeleteRun:
    """Restore a deleted run as it was. Raises UserError when it is not deleted, or nothing is left of it."""
    with project.write() as session:
        row = _run(session, run)
        if row.deleted_at is None:
            raise UserError(fact("run.not_deleted", run=str(run)))
        if was_removed(row):
            raise was_deleted(row)
        row.deleted_at = None
    return DeleteRun(run)


def name_of_run(name: str | None) -> str | None:
    """Return a name as it is stored: on one line, without space around it; None where nothing is left."""
    return visible(_storable(name or "")) or None


def remark_of_run(remark: str | None) -> str | None:
    """Return a remark as it is stored, without space around it; None where nothing is left."""
    return _storable(remark or "").strip() or None


def _storable(text: str) -> str:
    """Return a text without lone halves of letters, which cannot be stored, and without control characters."""
    whole = text.encode("utf-8", "replace").decode().replace("\r\n", "\n")
    return "".join(letter for letter in whole if category(letter) != "Cc" or letter in "\n\t")


def _run(session: Session, number: int) -> Run:
    row = session.get(Run, number)
    if row is None:
        raise UserError(fact("run.not_there", run=str(number)))
    # Whatever is written would make a damaged row look as if it had been saved like that.
    refuse_changed(session, Run.__tablename__, number)
    return row
