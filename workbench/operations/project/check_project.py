"""Check a whole project: its file, its rows, its checkpoints and its images."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from workbench.imaging.reading import in_threads, read_file
from workbench.operations.progress import Reporter
from workbench.operations.project.opening import open_to_read, stopped_by
from workbench.store.integrity import DamagedProject, file_faults, project_faults
from workbench.store.models import Checkpoint, Image, ImageStatus, Label, Run, Task
from workbench.store.project import Project
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class CheckReport:
    """The result of a check: damage, and images that are missing; the counts are of everything checked."""

    damage: tuple[Message, ...]
    missing: tuple[Path, ...]
    tasks: int = 0
    images: int = 0
    runs: int = 0
    checkpoints: int = 0
    labels: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged; an image that is away is not damage."""
        return not self.damage


def check_project(path: Path, reporter: Reporter) -> CheckReport:
    """Check the file, its rows, its checkpoints and every image of it. Raises UserError when there is none."""
    reporter.report(None, message(marked("Checking {path}"), path=path.name))
    try:
        project = open_to_read(path, reporter)
    except DamagedProject as error:
        return CheckReport((error.text, *file_faults(path)), ())
    with project:
        with stopped_by(reporter) as stopped:
            faults = project_faults(project, stopped) + _weights_faults(project, reporter)
        changed, missing = _image_faults(project, reporter)
        with project.read() as session:
            counts = [
                session.scalar(select(func.count()).select_from(kind)) or 0
                for kind in (Task, Image, Run, Checkpoint, Label)
            ]
    return CheckReport((*faults, *_leftovers(path), *changed), missing, *counts)


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
    with closing(in_threads(read_file, [path for path, _ in images])) as reading:
        for number, ((path, sha256), read) in enumerate(zip(images, reading, strict=True), 1):
            if not read.sha256:
                missing.append(path)
            elif read.sha256 != sha256:
                changed.append(message(marked("{path} has changed since it was imported."), path=str(path)))
            text = message(marked("{done} of {total} images compared"), done=number, total=len(images))
            reporter.report(number / len(images), text)
    return changed, tuple(missing)


def _leftovers(path: Path) -> list[Message]:
    text = marked("{path} was left behind by an interrupted program. It can be deleted.")
    return [
        message(text, path=str(leftover)) for leftover in sorted(path.absolute().parent.glob(f".{path.name}.*.part"))
    ]
