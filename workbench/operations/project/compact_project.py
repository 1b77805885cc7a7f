"""Make a project's file smaller: deleted runs go, and what no run needs any more, and its space comes back."""

from dataclasses import dataclass

from sqlalchemy import text

from workbench.operations.progress import Cancelled, Reporter
from workbench.operations.runs.keeping.removal import deleted_runs, remove_deleted_runs
from workbench.operations.runs.spared_checkpoints import needed_to_resume, spare_what_is_not_needed
from workbench.store.connections import log_of
from workbench.store.project import Project
from workbench.words import marked, message


@dataclass(frozen=True)
class PossibleSaving:
    """What compacting would give back, in bytes: what is empty, and what only resuming would need of how many runs.

    `resumable_bytes` are those of stopped and failed runs, which could not be resumed any more, `deleted_bytes` those
    of deleted runs, which could not be restored any more.
    """

    size: int
    empty: int
    finished_runs: int
    finished_bytes: int
    resumable_runs: int
    resumable_bytes: int
    deleted_runs: int = 0
    deleted_bytes: int = 0


@dataclass(frozen=True)
class CompactReport:
    """The size of a project before and after, in bytes, how many runs gave something up, and how many were removed."""

    before: int
    after: int
    runs: int
    removed: int = 0


class StoppedAfterGivingUp(Cancelled):
    """The person asked to stop when so many runs could no longer be resumed, and so many had been removed, already."""

    def __init__(self, runs: int, removed: int) -> None:
        super().__init__()
        self.runs = runs
        self.removed = removed


def possible_saving(project: Project) -> PossibleSaving:
    """Say what compacting a project would give back; weights that are a run's only ones stay, and do not count."""
    with project.read() as session:
        pages, size = (session.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("freelist_count", "page_size"))
    deleted = deleted_runs(project)
    finished, resumable = (needed_to_resume(project, give_up_resuming=more) for more in (False, True))
    return PossibleSaving(
        _size(project),
        pages * size,
        len(finished),
        sum(finished),
        len(resumable) - len(finished),
        sum(resumable) - sum(finished),
        deleted.runs,
        deleted.bytes,
    )


def compact_project(project: Project, reporter: Reporter, *, give_up_resuming: bool = False) -> CompactReport:
    """Remove deleted runs, drop what only resuming would need of others that are over, and give the space to the disk.

    With `give_up_resuming` that of stopped and failed runs, too, which can then be used but not be continued. Labels,
    and the weights and measurements of all other runs, stay as they are. Raises UserError when the project is
    read-only or the disk does not take it, Cancelled when asked to stop; the project is whole then, if not smaller.
    What was dropped before stays dropped, which StoppedAfterGivingUp says of what the person gave up or had deleted.
    """
    words = message(marked("Making {path} smaller"), path=project.path.name)
    reporter.report(None, words)
    before = _size(project)
    removed = remove_deleted_runs(project)
    runs = spare_what_is_not_needed(project, give_up_resuming=give_up_resuming)
    try:
        project.shrink(lambda share: reporter.report(share, words))
    except Cancelled as error:
        given_up = runs if give_up_resuming else 0
        if given_up or removed:
            raise StoppedAfterGivingUp(given_up, removed) from error
        raise
    return CompactReport(before, _size(project), runs, removed)


def _size(project: Project) -> int:
    return sum(file.stat().st_size for file in (project.path, log_of(project.path)) if file.exists())
