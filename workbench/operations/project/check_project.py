"""Check a whole project: its file, its rows, its checkpoints and its images."""

from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from workbench.folders import backups_folder
from workbench.imaging.reading import hash_file, in_threads
from workbench.operations.progress import Listening, Reporter
from workbench.operations.project.opening import open_to_read, stopped_by
from workbench.operations.project.strays import strays_of
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.store.backups import all_backups
from workbench.store.integrity import DamagedProject
from workbench.store.models import Checkpoint, Image, ImageStatus, Label, Run, Task
from workbench.store.project import Project
from workbench.store.project_check import ProjectCheck, check_damaged_file, check_open_project
from workbench.store.unclaimed_logs import UnclaimedLog
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class CheckedTable:
    """One table of the project's file, by its name in the file: rows as they were saved, and rows that are not."""

    name: str
    whole: int
    damaged: int


@dataclass(frozen=True)
class CheckReport:
    """The result of a check: damage, and images that are missing; the counts are of everything checked.

    `tables` says of each table of the file how many of its rows are as they were saved.
    `warnings` are of what is whole and may still mislead the learning. `has_backup` is whether there is any backup of
    the project, whole or not, of which a repair could take rows.
    """

    damage: tuple[Message, ...]
    missing: tuple[Path, ...]
    tables: tuple[CheckedTable, ...]
    tasks: int = 0
    images: int = 0
    runs: int = 0
    checkpoints: int = 0
    labels: int = 0
    warnings: tuple[Message, ...] = ()
    has_backup: bool = False

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged; an image that is away is not damage."""
        return not self.damage


def check_project(path: Path, reporter: Reporter) -> CheckReport:
    """Check the file, its rows, its checkpoints and every image of it. Raises UserError when there is none."""
    return replace(_checked(path, reporter), has_backup=bool(all_backups(path, backups_folder())))


def _checked(path: Path, reporter: Reporter) -> CheckReport:
    going_on = partial(reporter.report, None, message(marked("Checking {path}"), path=path.name))
    going_on()
    try:
        project = open_to_read(path, reporter)
    except (DamagedProject, UnclaimedLog) as error:
        with stopped_by(reporter) as stopped:
            checked = check_damaged_file(path, going_on, stopped)
        return CheckReport((error.text, *checked.faults, *strays_of(path)), (), _tables(checked))
    with project:
        with stopped_by(reporter) as stopped:
            checked = check_open_project(project, going_on, stopped)
        try:
            return _with_what_it_holds(project, checked, reporter)
        except DamagedProject:
            # Whole tables are gone: what is known of the file is all that can be said.
            return CheckReport((*checked.faults, *strays_of(path)), (), _tables(checked))


def _with_what_it_holds(project: Project, checked: ProjectCheck, reporter: Reporter) -> CheckReport:
    faults = [*checked.faults, *_weights_faults(project, reporter)]
    changed, missing = _image_faults(project, reporter)
    with project.read() as session:
        counts = [
            session.scalar(select(func.count()).select_from(kind)) or 0
            for kind in (Task, Image, Run, Checkpoint, Label)
        ]
    # What reads whole tables cannot where pages are broken.
    warnings = () if faults else _warnings(project, reporter)
    damage = (*faults, *strays_of(project.path), *changed)
    return CheckReport(damage, missing, _tables(checked), *counts, warnings=warnings)


def _warnings(project: Project, reporter: Reporter) -> tuple[Message, ...]:
    listening = Listening(reporter, message(marked("Checking {path}"), path=project.path.name))
    return warn_of_shared_roles(project, listening.going_on)


def _tables(checked: ProjectCheck) -> tuple[CheckedTable, ...]:
    return tuple(CheckedTable(table.table, table.whole, table.damaged) for table in checked.tables)


def _weights_faults(project: Project, reporter: Reporter) -> list[Message]:
    """Load the weights of every checkpoint."""
    faults: list[Message] = []
    with project.read() as session:
        for run, kind, weights in session.execute(select(Checkpoint.run_id, Checkpoint.kind, Checkpoint.weights)):
            reporter.report(None, message(marked("Loading the weights of run {run}"), run=run))
            text = _fault_of(weights)
            if text is not None:
                faults.append(message(text, kind=kind.value, run=run))
    return faults


def _fault_of(weights: bytes) -> str | None:
    import numpy
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        tensors = load(weights)
    except SafetensorError:
        return marked("The {kind} checkpoint of run {run} contains no weights.")
    # What only resuming needs, as the state of an optimiser, may have grown beyond all numbers.
    own = [tensor for name, tensor in tensors.items() if not name.startswith("training.")]
    if not all(numpy.isfinite(tensor).all() for tensor in own):
        return marked("The weights in the {kind} checkpoint of run {run} are not finite numbers.")
    return None


def _image_faults(project: Project, reporter: Reporter) -> tuple[list[Message], tuple[Path, ...]]:
    query = select(Image.path, Image.sha256).where(Image.status != ImageStatus.UNREADABLE, Image.sha256.is_not(None))
    with project.read() as session:
        images = session.execute(query.order_by(Image.id)).all()
    changed: list[Message] = []
    missing: list[Path] = []
    paths = [path for path, _ in images]
    listening = Listening(reporter, message(marked("{done} of {total} images compared"), done=0, total=len(images)))
    with closing(in_threads(hash_file, paths, going_on=listening.going_on)) as hashing:
        for number, ((path, sha256), hashed) in enumerate(zip(images, hashing, strict=True), 1):
            if hashed is None:
                missing.append(path)
            elif hashed != sha256:
                changed.append(message(marked("{path} has changed since it was imported."), path=str(path)))
            text = message(marked("{done} of {total} images compared"), done=number, total=len(images))
            listening.report(number / len(images), text)
    return changed, tuple(missing)
