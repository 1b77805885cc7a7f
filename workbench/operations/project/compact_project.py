"""Make a project's file smaller: what no run needs any more goes, and its space comes back."""

from dataclasses import dataclass

from workbench.operations.progress import Listening, Reporter
from workbench.operations.runs.record import spare_what_is_not_needed
from workbench.store.connections import log_of
from workbench.store.project import Project
from workbench.words import marked, message


@dataclass(frozen=True)
class CompactReport:
    """The size of a project before and after, in bytes, and how many runs gave something up."""

    before: int
    after: int
    runs: int


def compact_project(project: Project, reporter: Reporter, *, give_up_resuming: bool = False) -> CompactReport:
    """Drop what only resuming would need of runs that are over, and give the space back to the disk.

    With `give_up_resuming` that of stopped and failed runs, too, which can then be used but not be continued. Weights,
    labels and measurements stay as they are. Raises UserError when the project is read-only or the disk does not take
    it, Cancelled when asked to stop; the project is whole then, if not smaller.
    """
    listening = Listening(reporter, message(marked("Making {path} smaller"), path=project.path.name))
    listening.going_on()
    before = _size(project)
    runs = spare_what_is_not_needed(project, give_up_resuming=give_up_resuming)
    project.shrink(listening.going_on)
    return CompactReport(before, _size(project), runs)


def _size(project: Project) -> int:
    return sum(file.stat().st_size for file in (project.path, log_of(project.path)) if file.exists())
