"""A disk that is full: a small file system in memory, filled to a random rest, for each thing that writes."""

import ctypes
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from tests.faults.oracle import checked, hold_goes_on, hold_labels, hold_names, hold_sound, hold_unchanged
from tests.faults.row import Place, Row, hold
from tests.faults.rows.statements import labelled
from tests.faults.scenes import home_of_scenes, to_label
from tests.made_images import make_classes
from tests.operations.conftest import SHORT
from tests.store.test_old_projects import KEPT
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.folders import backups_folder
from workbench.operations.labelling.accept_labels import accept_labels
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.export_labels import ExportFormat, export_labels
from workbench.operations.labelling.label_table import LabelRow, write_label_table
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project, open_to_work
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images

_NEW_MOUNTS = 0x00020000  # CLONE_NEWNS
_SIZE = 12 * 2**20
_LEFT = (4_000, 50_000, 160_000)  # At most so many bytes are free when the work begins.
_NEEDED = re.compile(r" [\d,]+ MB are needed, [\d,]+ MB are free|and reading the project needs about 1 MB")


@cache
def cannot_mount() -> str:
    """Return why no file system can be mounted here."""
    if os.name != "posix" or os.geteuid() != 0:
        return "Only root can mount a small disk."
    command = ["/usr/bin/env", "unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]
    try:
        tried = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError as error:
        return str(error)
    return tried.stderr.strip()[:200]


@cache
def _have_own_mounts() -> None:
    """Let no other process see what this one mounts, so that nothing stays mounted when it is killed."""
    if ctypes.CDLL(None, use_errno=True).unshare(_NEW_MOUNTS):
        raise OSError(ctypes.get_errno(), "no mounts of one's own")
    subprocess.run(["/bin/mount", "--make-rprivate", "/"], check=True)


@dataclass(frozen=True)
class Disk:
    """A small disk; `filler` takes what is free of it."""

    folder: Path

    @property
    def _filler(self) -> Path:
        return self.folder / "filler"

    def fill(self, left: int) -> None:
        """Leave only so many bytes free."""
        free = shutil.disk_usage(self.folder).free
        with self._filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(free - left, 1))

    def free(self) -> None:
        """Free the space again."""
        self._filler.unlink(missing_ok=True)


@contextmanager
def small_disk(folder: Path) -> Generator[Disk]:
    """Mount a small disk at a folder."""
    _have_own_mounts()
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)], check=True)
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["/bin/umount", "--lazy", str(folder)], check=True)


Work = Callable[[Project], object]


@cache
def _fresh_images() -> Path:
    return make_classes(home_of_scenes() / "fresh", classes=10, images=20, seed=9)


def _importing(project: Project) -> None:
    import_images(project, _fresh_images(), ImportRequest(), Silent())


def _waiting(project: Project) -> list[tuple[int, Path]]:
    return [(image.id, image.path) for image in list_images(project) if image.path.parent.name == "pile"]


def _deciding(project: Project) -> None:
    classes = labelling_classes(project)
    for image, _ in _waiting(project):
        decide(project, [Decided(image, classes[0].id, Decision.CORRECTED, "other", 0.5)])


def _accepting(table: Path, project: Project) -> None:
    if not table.exists():
        write_label_table(table, [LabelRow(path, f"new {path.stem}", 1.0) for _, path in _waiting(project)])
    accept_labels(project, table, 0.0, Silent(), replace=True)


def _training(project: Project) -> None:
    train_approach(project, replace(SHORT, episodes=12), Silent(), checkpoint_seconds=0.0)


def _backing_up(project: Project) -> None:
    project.back_up(project.path.parent / "backups")


def _exporting(kind: ExportFormat, project: Project) -> None:
    export_labels(project, kind, project.path.parent / "labels", Silent())


def _works(place: Place) -> dict[str, Work]:
    return {
        "import": _importing,
        "label": _deciding,
        "accept": partial(_accepting, place.folder / "labels.csv"),
        "train": _training,
        "backup": _backing_up,
        "export a table": partial(_exporting, ExportFormat.CSV),
        "export folders": partial(_exporting, ExportFormat.FOLDERS),
    }


def fill_the_disk(place: Place) -> str:
    """Work on a disk that is full, free it, and do the same work again without opening the project anew."""
    works = _works(place)
    name = list(works)[place.number % len(works)]
    left = place.chance.randrange(place.chance.choice(_LEFT))
    with small_disk(place.folder / "disk") as disk:
        path = Path(shutil.copy(labelled() if "export" in name else to_label().project, disk.folder / "made.mlwb"))
        with open_to_work(path) as project:
            disk.fill(left)
            said = _said_by(works[name], project)
            saved = {} if said else None
            disk.free()
            if said or "export" not in name:
                works[name](project)
        if name in ("label", "accept"):
            hold_labels(path, _expected(path, name))
        hold_sound(path)
        hold_names(disk.folder, {"made.mlwb"} | ({"labels"} if "export" in name else set()) | _backups_of(name))
        if place.number % 3 == 0:
            hold_goes_on(path)
        hold_unchanged(to_label().images)
    return f"{name} with {left // 1000} kB free: {'done' if saved is None else said}"


def _backups_of(name: str) -> set[str]:
    return {"backups"} if name == "backup" else set()


def _expected(path: Path, name: str) -> dict[str, str]:
    with open_to_work(path) as project:
        first = labelling_classes(project)[0].name
        return {file.name: f"new {file.stem}" if name == "accept" else first for _, file in _waiting(project)}


def _said_by(work: Work, project: Project) -> str:
    """Return the sentence that the work ends with, or nothing where it went well."""
    try:
        work(project)
    except UserError as error:
        said = str(error)
        hold(that=bool(_NEEDED.search(said)), otherwise=f"what is needed and free is not said: {said}")
        hold(that="\n" not in said and said.endswith("."), otherwise=f"not a sentence: {said}")
        return said
    return ""


def open_on_a_full_disk(place: Place) -> str:
    """Open, read, check, migrate or make a project on a full disk, also where a log was left beside it."""
    kind = ("log", "migrate", "new", "close")[place.number % 4]
    left = place.chance.randrange(place.chance.choice(_LEFT))
    with small_disk(place.folder / "disk") as disk:
        path = disk.folder / "made.mlwb"
        said = _OPENINGS[kind](path, disk, left)
        disk.free()
        there = {file.name for file in disk.folder.glob("*")}
        # A log that could not be brought into the file keeps its index.
        ours = {"made.mlwb", "made.mlwb-wal"} | ({"made.mlwb-shm"} if "made.mlwb-wal" in there else set())
        hold(that=there <= ours, otherwise=f"{sorted(there - ours)} are left")
        if kind == "new" and said:
            hold(that=not path.exists(), otherwise="half a project was made")
            new_project(path).close()
        open_to_work(path).close()
        damage = [fault for fault in checked(path)["damage"] if "has changed since" not in fault]
        hold(that=not damage, otherwise=f"check finds {damage}")
        hold_names(disk.folder, ["made.mlwb"])
    return f"{kind} with {left // 1000} kB free: {said or 'done'}"


def _with_a_log(path: Path, disk: Disk, left: int) -> str:
    elsewhere = Path(shutil.copy(labelled(), path.parent.parent / "made.mlwb"))
    with open_to_work(elsewhere) as project:
        _deciding(project)
        for end in ("", "-wal"):
            shutil.copy(f"{elsewhere}{end}", f"{path}{end}")
    disk.fill(left)
    said = _sentence_of(lambda: open_to_work(path).close())
    hold(that="not saved" not in said, otherwise=f"what was saved is said not to be: {said}")
    return said


def _migrating(path: Path, disk: Disk, left: int) -> str:
    shutil.copy(KEPT / "schema_2.mlwb", path)
    disk.fill(left)
    return _sentence_of(lambda: open_to_work(path).close())


def _making(path: Path, disk: Disk, left: int) -> str:
    disk.fill(left)
    return _sentence_of(lambda: new_project(path).close())


def _closing(path: Path, disk: Disk, left: int) -> str:
    """Save while there is space, and fill the disk before what is saved is brought into the one file."""
    shutil.copy(to_label().project, path)

    def work() -> None:
        with open_to_work(path) as project:
            _deciding(project)
            disk.fill(left)

    return _sentence_of(work)


_OPENINGS = {"log": _with_a_log, "migrate": _migrating, "new": _making, "close": _closing}


def _sentence_of(work: Callable[[], object]) -> str:
    try:
        work()
    except UserError as error:
        said = str(error)
        hold(that=bool(_NEEDED.search(said)), otherwise=f"what is needed and free is not said: {said}")
        return said
    return ""


def fill_the_backup_disk(place: Place) -> str:
    """Open and label while the disk of the backups is full."""
    with small_disk(backups_folder()) as disk:
        disk.fill(place.chance.randrange(40_000))
        path = to_label().copied(place.folder)
        with open_to_work(path) as project:
            hold(that=project.not_backed_up is not None, otherwise="that there is no backup is not said")
            said = str(project.not_backed_up)
            hold(that=bool(_NEEDED.search(said)), otherwise=f"what is needed and free is not said: {said}")
            _deciding(project)
        disk.free()
        with suppress(OSError):
            open_to_work(path).close()
        hold(that=any(disk.folder.glob("*/*.mlwb")), otherwise="there is no backup after space was freed")
        hold_sound(path)
        hold_labels(path, _expected(path, "label"))
    return said


ROWS = (
    Row("disk-full", "disk full while working", 14, 280, fill_the_disk, not_here=cannot_mount),
    Row("disk-full-opening", "disk full while opening, making, migrating", 8, 160, open_on_a_full_disk,
        not_here=cannot_mount),
    Row("disk-full-backups", "the disk of the backups full", 2, 40, fill_the_backup_disk, not_here=cannot_mount),
)  # fmt: skip
