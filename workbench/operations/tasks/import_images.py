"""Import a folder of images: find them, read them once, and keep their facts in the project."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.imaging.grouping import Grouping
from workbench.imaging.reading import in_threads, read_file
from workbench.imaging.scan import FolderLayout, FoundFile, detect_layout, scan
from workbench.operations.progress import Listening, Reporter
from workbench.operations.tasks._imported_rows import ImportedRows, ScannedImage
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.task_facts import (
    TaskFacts,
    describe_tasks,
    warn_of_few_classes,
    warn_of_few_images,
    warn_of_leaks,
)
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked, message

_BATCH = 256
_FORMER_LAYOUTS = {"domains": "tasks"}
_USUAL_EPISODE = (5, 1, 15)  # way, shot and query of a training by default


@dataclass(frozen=True)
class ImportRequest:
    """How a person wants a folder imported; a `layout` of None is detected."""

    layout: FolderLayout | None = None
    roles: RoleRequest = field(default_factory=RoleRequest)
    grouping: Grouping = field(default_factory=lambda: Grouping.parse("none"))


@dataclass(frozen=True)
class ImportReport:
    """The result of an import; `tasks` describes the imported tasks as they are now."""

    layout: FolderLayout
    added: int
    known: int
    skipped: tuple[FileReason[Message], ...]
    duplicates: int  # Images added whose content another image of the project has, too.
    tasks: tuple[TaskFacts, ...]
    warnings: tuple[Message, ...]


def import_images(project: Project, folder: Path, request: ImportRequest, reporter: Reporter) -> ImportReport:
    """Add the images of `folder` that the project does not have yet.

    Every batch reported as added is saved. Raises UserError when the folder cannot be read or holds no image,
    Cancelled when asked to stop.
    """
    _refuse_shares(request.roles)
    reporter = Listening(reporter, message(marked("Scanning {folder}"), folder=folder.name))
    layout = request.layout or detect_layout(folder, reporter.going_on)
    total, keys = _count(folder, layout, request.grouping, reporter)
    rows = ImportedRows(project, layout, keys, request.roles)
    skipped: list[FileReason[Message]] = []
    files = _noting_skipped(scan(folder, layout, request.grouping, reporter.going_on), skipped)
    saved = 0
    while batch := list(islice(files, _BATCH)):
        skipped += rows.save(_read(rows.fresh(batch), reporter, saved, total))
        saved += len(batch)
        reporter.report(saved / total, _saved(saved, total))
    if not rows.added and not rows.known:
        raise UserError(_nothing_imported(folder, skipped))
    tasks = describe_tasks(project, rows.task_ids)
    warnings = (
        warn_of_leaks(project, reporter.going_on) + _warn_of_scarcity(project, tasks) + _warn_of_merged(rows.merged)
    )
    return ImportReport(
        layout,
        rows.added,
        rows.known,
        tuple(skipped),
        rows.duplicates(reporter.going_on),
        tasks,
        warnings,
    )


def _read(fresh: list[FoundFile], reporter: Listening, before: int, total: int) -> list[ScannedImage]:
    scanned: list[ScannedImage] = []
    with closing(in_threads(read_file, [file.path for file in fresh], going_on=reporter.going_on)) as reading:
        for file, read in zip(fresh, reading, strict=True):
            scanned.append(ScannedImage(file, read))
            if len(scanned) % 16 == 0:
                read_so_far = message(marked("{done} of {total} images read"), done=before + len(scanned), total=total)
                reporter.report((before + len(scanned)) / total, read_so_far)
    return scanned


def _count(
    folder: Path, layout: FolderLayout, grouping: Grouping, reporter: Listening
) -> tuple[int, dict[Path, list[Path]]]:
    """Count the files and list the class folders by task folder, to plan progress and roles."""
    total, classes = 0, dict[Path, dict[Path, None]]()
    for file in scan(folder, layout, grouping, reporter.going_on):
        if isinstance(file, FoundFile):
            total += 1
            of_task = classes.setdefault(file.task_folder, {})
            if file.class_folder is not None:
                of_task[file.class_folder] = None
        if total % 1000 == 0:
            reporter.report(None, message(marked("Scanning: {count} files"), count=total))
    return total, {task: list(folders) for task, folders in classes.items()}


def _noting_skipped(
    files: Iterator[FoundFile | FileReason[Message]], skipped: list[FileReason[Message]]
) -> Iterator[FoundFile]:
    for file in files:
        if isinstance(file, FileReason):
            skipped.append(file)
        else:
            yield file


def _warn_of_scarcity(project: Project, tasks: tuple[TaskFacts, ...]) -> tuple[Message, ...]:
    """Warn of imported classes with few images, and of roles with few classes in the whole project."""
    way, shot, query = _USUAL_EPISODE
    return warn_of_few_images(tasks, shot + query) + warn_of_few_classes(describe_tasks(project), way)


def _warn_of_merged(names: set[str]) -> tuple[Message, ...]:
    text = marked("Several folders are named {name}, in different Unicode forms; they were merged into one class.")
    return tuple(message(text, name=name) for name in sorted(names))


def _saved(saved: int, total: int) -> Message:
    return message(marked("{done} of {total} images saved"), done=saved, total=total)


def _refuse_shares(request: RoleRequest) -> None:
    most = 0.7 if request.role is None else 0.9
    if request.validation is not None and not 0.0 <= request.validation <= most:
        text = marked("The share of meta-validation classes must be from 0 to {most}, not {value}.")
        raise UserError(message(text, most=most, value=request.validation))


def _nothing_imported(folder: Path, skipped: list[FileReason[Message]]) -> Message:
    if skipped:
        text = marked("No image in {folder} could be imported. The first: {path}: {reason}")
        return message(text, folder=str(folder), path=skipped[0].path.name, reason=skipped[0].reason)
    return message(marked("There are no images in {folder}. Choose a folder that holds images."), folder=str(folder))


def layout_of(name: str) -> FolderLayout | None:
    """Return the layout of that name, which may be its former one; None for `auto`, which is detected."""
    return None if name == "auto" else FolderLayout(_FORMER_LAYOUTS.get(name, name))


def role_of(name: str) -> Role | None:
    """Return the role of that name; None for `auto`, which divides the classes."""
    return None if name == "auto" else Role(name)


def grouping_of(text: str) -> Grouping:
    """Return how images are grouped by specimen: none, subfolder, prefix, or a pattern. Raises UserError."""
    return Grouping.parse(text)
