"""Import a folder of images: find them, read them once, and keep their facts in the project."""

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path

from workbench.errors import UserError
from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.reading import in_threads, read_file
from workbench.imaging.scan import FoundFile
from workbench.operations.progress import Listening, Reporter
from workbench.operations.tasks._imported_rows import ImportedRows, ScannedImage
from workbench.operations.tasks.doubtful_frames import DoubtfulFrames, warn_of_frames
from workbench.operations.tasks.found_classes import find_classes, warn_of_look_alikes
from workbench.operations.tasks.import_report import ImportReport, ImportRequest
from workbench.operations.tasks.import_source import ImportSource, ask_of_individuals, import_source
from workbench.operations.tasks.relocation import relocate, words_of_relocation
from workbench.operations.tasks.several_pages import TakenPage, taken_page, words_of_pages
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.operations.tasks.skipped_files import PassedOver, damaged_first
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.split_folder_roles import SplitFolders, described_splits, words_of_splits
from workbench.operations.tasks.table_files import words_of_table
from workbench.operations.tasks.task_facts import TaskFacts, describe_tasks, warn_of_few_classes, warn_of_few_images
from workbench.operations.tasks.vanished_folder import (
    FolderGone,
    holds_anything,
    is_of_gone,
    raise_if_gone,
    words_of_gone,
)
from workbench.store.project import Project
from workbench.words import Message, marked, message

_BATCH = 256
_READ = marked("{done} of {total} images read")
_SAVED = marked("{done} of {total} images checked, new ones saved")  # Also where none is new.
_MOST_NAMED = 10
_USUAL_EPISODE = (5, 1, 15)  # way, shot and query of a training by default


def import_images(project: Project, source: Path, request: ImportRequest, reporter: Reporter) -> ImportReport:
    """Add the images of a folder that the project does not have yet; `source` may be a table of files and classes.

    Every batch reported as added is saved. Where the folder goes meanwhile, the report says so (`cut_off`). Raises
    UserError when the folder or the table cannot be read or holds no image, Cancelled when asked to stop.
    """
    _refuse_shares(request.roles)
    reporter = Listening(reporter, message(marked("Scanning {folder}"), folder=source.name))
    reporter.going_on()
    chosen = import_source(project, source, request, reporter.going_on)
    found = find_classes(chosen.files(), chosen.layout, reporter)
    splits = described_splits(found, request.roles)
    by_folder = splits is not None and splits.give_roles
    relocation = relocate(project, found, chosen.files(), reporter)
    rows = ImportedRows(project, found, request.roles, roles_by_folder=by_folder, pages=request.pages)
    passed_over, frames, pages, cut_off = _save_all(rows, chosen, found.files, reporter)
    tasks, shared = describe_tasks(project, rows.task_ids), warn_of_shared_roles(project, reporter.going_on)
    about_files = (*warn_of_look_alikes(found), *words_of_pages(pages), *warn_of_frames(frames))
    about_source = (*([cut_off] if cut_off else ()), *_words_of_source(chosen, splits))
    about_folder = (*about_source, *words_of_relocation(relocation))
    return ImportReport(
        layout=chosen.layout,
        added=rows.added,
        known=rows.known,
        skipped=tuple(damaged_first(passed_over.files)),
        duplicates=rows.duplicates(reporter.going_on),
        tasks=tasks,
        warnings=(*about_folder, *shared, *about_files, *_warn_of_scarcity(project, tasks)),
        shared_roles=shared,
        splits=splits,
        relocation=relocation,
        table=chosen.table,
        question=ask_of_individuals(tasks) if chosen.may_hold_individuals else None,
        sidecars=len(passed_over.sidecars),
        frames=frames,
        several_pages=pages,
        cut_off=cut_off,
    )


def _words_of_source(chosen: ImportSource, splits: SplitFolders | None) -> tuple[Message, ...]:
    return (*(words_of_table(chosen.table) if chosen.table else ()), *([words_of_splits(splits)] if splits else ()))


def _save_all(
    rows: ImportedRows, chosen: ImportSource, total: int, reporter: Listening
) -> tuple[PassedOver, tuple[FileReason[Fact], ...], tuple[TakenPage, ...], Message | None]:
    """Read and save the files, batch by batch.

    Return what was left out, the frames that are doubtful, the files with several pages, and what to say where the
    folder went.
    """
    passed_over, frames = PassedOver(), DoubtfulFrames()
    pages: list[TakenPage] = []
    read: list[ScannedImage] = []
    done = 0  # of those that were read

    def save() -> None:
        _look_at(read, frames)
        pages.extend(taken for taken in (taken_page(image.read) for image in read) if taken is not None)
        passed_over.files += rows.save(read)
        so_far = done + rows.known_before
        reporter.report(so_far / total, message(_SAVED, done=so_far, total=total))
        read.clear()

    def read_one(file: FoundFile) -> ScannedImage:
        return ScannedImage(file, read_file(file.path, rows.choice_for(file)))

    fresh = _fresh(rows, passed_over.noting(chosen.files()))
    with closing(in_threads(read_one, fresh, going_on=reporter.going_on)) as reading, suppress(FolderGone):
        for image in reading:
            raise_if_gone(chosen.folder, image.read.reason)
            read.append(image)
            done += 1
            if len(read) == _BATCH:
                save()
            elif done % 16 == 0:
                so_far = done + rows.known_before
                reporter.report(so_far / total, message(_READ, done=so_far, total=total))
    if total:
        save()
    cut_off = _cut_off(rows, chosen.folder, passed_over, total)
    if not rows.added and not rows.known:
        raise UserError(cut_off or _nothing_imported(chosen, [*passed_over.files, *passed_over.sidecars]))
    return passed_over, frames.listed(), tuple(pages), cut_off


def _cut_off(rows: ImportedRows, folder: Path, passed_over: PassedOver, total: int) -> Message | None:
    """Say that the folder went before all was read, if it did; what went with it is not listed file by file."""
    done = rows.added + rows.known
    if done + len(passed_over.files) >= total and not any(is_of_gone(file.reason) for file in passed_over.files):
        return None
    if holds_anything(folder):
        return None
    passed_over.files = [file for file in passed_over.files if not is_of_gone(file.reason)]
    return words_of_gone(folder, done, total)


def _fresh(rows: ImportedRows, files: Iterator[FoundFile]) -> Iterator[FoundFile]:
    """Yield the files that have to be read."""
    while batch := list(islice(files, _BATCH)):
        yield from rows.fresh(batch)


def _look_at(scanned: Sequence[ScannedImage], frames: DoubtfulFrames) -> None:
    for image in scanned:
        if image.read.facts is not None:
            frames.add(image.file.task_folder, image.file.path, image.read.facts.quality)


def _warn_of_scarcity(project: Project, tasks: tuple[TaskFacts, ...]) -> tuple[Message, ...]:
    """Warn of imported classes with few images, and of roles with few classes in the whole project."""
    way, shot, query = _USUAL_EPISODE
    return warn_of_few_images(tasks, shot + query) + warn_of_few_classes(describe_tasks(project), way)


def _refuse_shares(request: RoleRequest) -> None:
    most = 0.7 if request.role is None else 0.9
    if request.validation is not None and not 0.0 <= request.validation <= most:
        text = marked("The share of meta-validation classes must be from 0 to {most}, not {value}.")
        raise UserError(message(text, most=most, value=request.validation))


def _nothing_imported(source: ImportSource, skipped: list[FileReason[Message]]) -> Message:
    folder = str(source.folder)
    if source.table is not None:
        text = marked("None of the {count} rows of {table} names an image in {folder} and a class for it.")
        return message(text, count=source.table.rows, table=str(source.table.table), folder=folder)
    if skipped:
        text = marked("None of the {count} images in {folder} could be imported.\n{images}")
        return message(text, count=len(skipped), folder=folder, images=_named(skipped))
    return message(marked("There are no images in {folder}. Choose a folder that holds images."), folder=folder)


def _named(skipped: Sequence[FileReason[Message]]) -> Message:
    """Name the first images with their reasons, a line for each, and count the others."""
    lines = [message("{path}: {reason}", path=file.path.name, reason=file.reason) for file in skipped[:_MOST_NAMED]]
    if len(skipped) > _MOST_NAMED:
        lines.append(message(marked("and {count} more"), count=len(skipped) - _MOST_NAMED))
    template = "\n".join(f"{{line{number}}}" for number in range(len(lines)))
    return Message(template, {f"line{number}": line for number, line in enumerate(lines)})
