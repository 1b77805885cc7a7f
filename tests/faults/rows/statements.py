"""Killed at every statement of a migration, a backup, an export and an opening; the power cut in the log."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.faults.dying import killed_at, spread, steps_of
from tests.faults.oracle import checked, digests_under, hold_names, hold_sound, hold_unchanged
from tests.faults.random_repair import rows_of
from tests.faults.row import Place, Row, hold
from tests.faults.scenes import home_of_scenes, to_label
from tests.store.parts import add_label, add_task, task_names
from tests.store.test_damage import cut_or_garbled
from tests.store.test_old_projects import KEPT
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.folders import backups_folder
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.export_labels import ExportFormat, export_labels
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project, open_to_read, open_to_work
from workbench.operations.tasks.images import list_images
from workbench.store.backups import all_backups
from workbench.store.file_identity import SCHEMA, read_header
from workbench.store.integrity import file_faults
from workbench.store.project import open_project

_FORMATS = (ExportFormat.FOLDERS, ExportFormat.CSV, ExportFormat.JSON)


@cache
def _migrated(schema: int) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of a kept project that was migrated undisturbed."""
    folder = home_of_scenes() / f"migrated-{schema}"
    folder.mkdir()
    path = Path(shutil.copy(KEPT / f"schema_{schema}.mlwb", folder))
    open_project(path, backups=folder / "backups").close()
    return rows_of(path)


@cache
def _steps_of_migrating(schema: int) -> int:
    folder = home_of_scenes() / f"migrating-{schema}"
    folder.mkdir()
    path = Path(shutil.copy(KEPT / f"schema_{schema}.mlwb", folder))
    return steps_of(lambda: open_project(path, backups=folder / "backups").close(), folder)


def kill_a_migration(place: Place) -> str:
    schema = 1 + place.number % (SCHEMA - 1)
    _migrated(schema)
    steps = _steps_of_migrating(schema)
    step = spread(place.number // (SCHEMA - 1), steps)
    path = Path(shutil.copy(KEPT / f"schema_{schema}.mlwb", place.folder))
    backups = backups_folder()
    killed_at(step, lambda: open_project(path, backups=backups).close(), place.folder.parent)
    wal = path.with_name(f"{path.name}-wal")
    if not (wal.exists() and wal.stat().st_size):
        number = int.from_bytes(read_header(path)[60:64], "big")
        hold(that=number in (schema, SCHEMA), otherwise=f"it is left at schema {number}")
    hold(that=not file_faults(path), otherwise=f"it is damaged: {[str(fault) for fault in file_faults(path)]}")
    open_to_work(path).close()
    hold(that=rows_of(path) == _migrated(schema), otherwise="what is migrated after the kill differs")
    hold(that=bool(all_backups(path, backups)), otherwise="there is no backup of what it was")
    hold_names(place.folder, [path.name])
    hold(that=not _damage_without_images(path), otherwise=f"check finds {_damage_without_images(path)}")
    return f"schema {schema}, step {step} of {steps}"


def _damage_without_images(path: Path) -> list[str]:
    """Return what the check finds; the images of kept projects lie nowhere."""
    return [fault for fault in checked(path)["damage"] if "has changed since" not in fault]


def _back_up(path: Path) -> Callable[[], object]:
    def work() -> None:
        with open_project(path, backups=backups_folder()) as project:
            project.back_up(backups_folder())

    return work


def kill_a_backup(place: Place) -> str:
    path = to_label().copied(place.folder)
    _back_up(path)()
    steps = _steps_of_backup()
    step = spread(place.number, steps)
    before = digests_under(backups_folder())
    killed_at(step, _back_up(path), place.folder.parent)
    hold_unchanged(before)
    whole = [not file_faults(backup) for backup in all_backups(path, backups_folder())]
    hold(that=all(whole), otherwise="a backup is only half there")
    _back_up(path)()
    hold_sound(path)
    hold_names(place.folder, [path.name])
    return f"step {step} of {steps}"


@cache
def _steps_of_backup() -> int:
    folder = home_of_scenes() / "backing-up"
    folder.mkdir()
    path = to_label().copied(folder)
    return steps_of(_back_up(path), folder)


@cache
def labelled() -> Path:
    """Return a project in which all images of its pile have labels."""
    folder = home_of_scenes() / "labelled"
    folder.mkdir()
    path = to_label().copied(folder)
    with open_to_work(path) as project:
        classes = labelling_classes(project)
        waiting = [image for image in list_images(project) if image.path.parent.name == "pile"]
        decide(
            project,
            [Decided(image.id, classes[image.id % 4].id, Decision.CORRECTED, "other", 0.5) for image in waiting],
        )
    return path


def _export(path: Path, kind: ExportFormat, output: Path) -> Callable[[], object]:
    def work() -> None:
        with open_to_read(path) as project:
            export_labels(project, kind, output, Silent())

    return work


@cache
def _exported(kind: ExportFormat) -> tuple[int, object]:
    """Return how many steps an export has, and what it writes."""
    folder = home_of_scenes() / f"exported-{kind}"
    folder.mkdir()
    path = Path(shutil.copy(labelled(), folder))
    steps = steps_of(_export(path, kind, folder / "counted"), folder)
    return steps, _content(folder / "counted")


def _content(output: Path) -> object:
    if output.is_dir():
        return {str(path.relative_to(output)): digest for path, digest in digests_under(output).items()}
    return output.read_bytes()


def kill_an_export(place: Place) -> str:
    kind = _FORMATS[place.number % 3]
    steps, whole = _exported(kind)
    step = spread(place.number // 3, steps)
    path = Path(shutil.copy(labelled(), place.folder))
    output = place.folder / "labels"
    killed_at(step, _export(path, kind, output), place.folder.parent)
    hold(that=not output.exists() or _content(output) == whole, otherwise="the export is only half there")
    # Whoever opens the project next takes the lock, and what SQLite left.
    own = [path.with_name(path.name + suffix) for suffix in ("", ".lock", "-wal", "-shm")]
    strays = sorted(file.name for file in place.folder.iterdir() if file not in (*own, output))
    found = [fault for fault in checked(path)["damage"] if any(stray in fault for stray in strays)]
    hold(that=len(found) == len(strays), otherwise=f"check does not say whose {strays} are")
    if not output.exists():
        _export(path, kind, output)()
        hold(that=_content(output) == whole, otherwise="the export after it differs")
    hold_unchanged(to_label().images)
    return f"{kind}, step {step} of {steps}"


@cache
def _with_a_log() -> tuple[bytes, bytes]:
    """Return a project's file and its log while twenty commits are only in the log."""
    folder = home_of_scenes() / "with-a-log"
    folder.mkdir()
    path = folder / "made.mlwb"
    new_project(path).close()
    with open_project(path, backups=folder) as project:
        add_label(project)
        project.checkpoint()
        for number in range(20):
            add_task(project, str(number))
        return path.read_bytes(), path.with_name("made.mlwb-wal").read_bytes()


def cut_the_power(place: Place) -> str:
    content, log = _with_a_log()
    path = place.folder / "made.mlwb"
    path.write_bytes(content)
    path.with_name("made.mlwb-wal").write_bytes(cut_or_garbled(log, place.chance))
    try:
        with open_project(path, backups=backups_folder()) as project:
            names = task_names(project)
    except UserError as error:
        hold(that=False, otherwise=str(error))
        raise
    hold(that=names == ["new", *map(str, range(len(names) - 1))], otherwise=f"not the first commits but {names}")
    hold(that=not file_faults(path), otherwise="it is damaged")
    if place.number % 10 == 0:
        hold(that=not _damage_without_images(path), otherwise=f"check finds {_damage_without_images(path)}")
    hold_names(place.folder, ["made.mlwb"])
    return f"{len(names) - 1} of 20 commits"


ROWS = (
    Row("kill-migration", "kill inside a migration, at every statement", 24, 2400, kill_a_migration),
    Row("kill-backup", "kill inside a backup, at every statement", 10, 120, kill_a_backup),
    Row("kill-export", "kill inside an export, at every statement", 15, 360, kill_an_export),
    Row("power-cut", "power cut: the log cut or garbled at random", 300, 5000, cut_the_power),
)
