"""Import a folder of images: find them, read them once, and keep their facts in the project."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.imaging.reading import in_threads, read_file
from workbench.imaging.scan import FolderLayout, FoundFile, detect_layout, scan
from workbench.operations.progress import Reporter
from workbench.operations.tasks._imported_rows import ImportedRows, ScannedImage
from workbench.operations.tasks.class_tables import is_table_file
from workbench.operations.tasks.doubtful_frames import DoubtfulFrames, warn_of_frames
from workbench.operations.tasks.found_classes import find_classes, warn_of_look_alikes
from workbench.operations.tasks.import_report import ImportReport, ImportRequest
from workbench.operations.tasks.known_classes import layout_before
from workbench.operations.tasks.relocation import relocate, words_of_relocation
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.operations.tasks.skipped_files import PassedOver, damaged_first
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.split_folder_roles import described_splits, words_of_splits
from workbench.operations.tasks.table_files import TableCounts, find_labelled, words_of_table
from workbench.operations.tasks.task_facts import TaskFacts, describe_tasks, warn_of_few_classes, warn_of_few_images
from workbench.store.project import Project
from workbench.words import Message, marked, message

_BATCH = 256
_USUAL_EPISODE = (5, 1, 15)  # way, shot and query of a training by default


def import_images(project: Project, source: Path, request: ImportRequest, reporter: Reporter) -> ImportReport:
    """Add the images of a folder that the project does not have yet; `source` may be a table of files and classes.

    Every batch reported as added is saved. Raises UserError when the folder or the table cannot be read or holds no
    image, Cancelled when asked to stop.
    """
    _refuse_shares(request.roles)
    reporter.report(None, message(marked("Scanning {folder}"), folder=source.name))
    folder = _source_of(project, source, request)
    found = find_classes(folder.files(), folder.layout, reporter)
    splits = described_splits(found, request.roles)
    by_folder = splits is not None and splits.give_roles
    relocation = relocate(project, found, folder.files(), reporter)
    rows = ImportedRows(project, found, request.roles, roles_by_folder=by_folder)
    passed_over, frames = PassedOver(), DoubtfulFrames()
    files = passed_over.noting(folder.files())
    saved, total = 0, found.files
    while batch := list(islice(files, _BATCH)):
        scanned = _read(rows.fresh(batch), reporter, saved, total)
        _look_at(scanned, frames)
        passed_over.files += rows.save(scanned)
        saved += len(batch)
        reporter.report(saved / total, _saved(saved, total))
    if not rows.added and not rows.known:
        raise UserError(_nothing_imported(folder, [*passed_over.files, *passed_over.sidecars]))
    tasks = describe_tasks(project, rows.task_ids)
    warnings = (
        *(words_of_table(folder.table) if folder.table else ()),
        *([words_of_splits(splits)] if splits else ()),
        *words_of_relocation(relocation),
        *warn_of_shared_roles(project),
        *warn_of_look_alikes(found),
        *warn_of_frames(frames.listed()),
        *_warn_of_scarcity(project, tasks),
    )
    return ImportReport(
        folder.layout,
        rows.added,
        rows.known,
        tuple(damaged_first(passed_over.files)),
        rows.duplicates(),
        tasks,
        warnings,
        splits,
        relocation,
        folder.table,
        _question(tasks) if folder.is_detected and folder.layout is FolderLayout.TASKS else None,
        len(passed_over.sidecars),
        frames.listed(),
    )


@dataclass(frozen=True)
class _Source:
    """What is imported: a folder in a layout, or the files of it that have a class by a table."""

    folder: Path
    layout: FolderLayout
    files: Callable[[], Iterator[FoundFile | FileReason[Message]]]
    table: TableCounts | None = None
    is_detected: bool = False


def _source_of(project: Project, source: Path, request: ImportRequest) -> _Source:
    is_table = is_table_file(source)
    table = source if is_table else request.labels
    if table is not None:
        folder = source.absolute().parent if is_table else source
        labelled = find_labelled(folder, table, request.grouping)
        return _Source(folder, FolderLayout.CLASSES, lambda: iter(labelled.files), labelled.counts)
    given = request.layout or layout_before(project, source)
    layout = given or detect_layout(source)
    return _Source(source, layout, lambda: scan(source, layout, request.grouping), is_detected=given is None)


def _question(tasks: Sequence[TaskFacts]) -> Message | None:
    """Ask what only a person knows, where folders are two deep, with an example."""
    task = next((task for task in tasks if len(task.classes) > 1), None)
    if task is None:
        return None
    first, second, *_ = task.classes
    text = marked(
        "Are {first} and {second} two classes, or two individuals of the class {name}? They were imported as classes."
    )
    return message(text, first=first.name, second=second.name, name=task.name)


def _read(fresh: list[FoundFile], reporter: Reporter, before: int, total: int) -> list[ScannedImage]:
    scanned: list[ScannedImage] = []
    with closing(in_threads(read_file, [file.path for file in fresh])) as reading:
        for file, read in zip(fresh, reading, strict=True):
            scanned.append(ScannedImage(file, read))
            if len(scanned) % 16 == 0:
                read_so_far = message(marked("{done} of {total} images read"), done=before + len(scanned), total=total)
                reporter.report((before + len(scanned)) / total, read_so_far)
    return scanned


def _look_at(scanned: Sequence[ScannedImage], frames: DoubtfulFrames) -> None:
    for image in scanned:
        if image.read.facts is not None:
            frames.add(image.file.task_folder, image.file.path, image.read.facts.quality)


def _warn_of_scarcity(project: Project, tasks: tuple[TaskFacts, ...]) -> tuple[Message, ...]:
    """Warn of imported classes with few images, and of roles with few classes in the whole project."""
    way, shot, query = _USUAL_EPISODE
    return warn_of_few_images(tasks, shot + query) + warn_of_few_classes(describe_tasks(project), way)


def _saved(saved: int, total: int) -> Message:
    return message(marked("{done} of {total} images saved"), done=saved, total=total)


def _refuse_shares(request: RoleRequest) -> None:
    most = 0.7 if request.role is None else 0.9
    if request.validation is not None and not 0.0 <= request.validation <= most:
        text = marked("The share of meta-validation classes must be from 0 to {most}, not {value}.")
        raise UserError(message(text, most=most, value=request.validation))


def _nothing_imported(source: _Source, skipped: list[FileReason[Message]]) -> Message:
    folder = str(source.folder)
    if source.table is not None:
        text = marked("None of the {count} rows of {table} names an image in {folder} and a class for it.")
        return message(text, count=source.table.rows, table=str(source.table.table), folder=folder)
    if skipped:
        text = marked("No image in {folder} could be imported. The first: {path}: {reason}")
        return message(text, folder=folder, path=skipped[0].path.name, reason=skipped[0].reason)
    return message(marked("There are no images in {folder}. Choose a folder that holds images."), folder=folder)
