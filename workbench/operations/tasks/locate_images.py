"""Find images that moved, by their content, in the folder where they are now."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.imaging.full_path import full_path
from workbench.imaging.grouping import Grouping
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.imaging.scan import FolderLayout, FoundFile, scan
from workbench.operations.progress import Listening, Reporter
from workbench.operations.tasks.doubled_rows import Doubled, absorb
from workbench.store.models import Image, ImageClass, ImageStatus, Task
from workbench.store.project import Project
from workbench.words import marked, message


@dataclass(frozen=True)
class LocateReport:
    """How many images were sought and found, and those whose content is nowhere in the new folder."""

    sought: int
    found: int
    missing: tuple[Path, ...]


def locate_images(project: Project, old: Path, new: Path, reporter: Reporter) -> LocateReport:
    """Point every image last seen under `old` to the file of the same content under `new`.

    A name alone never counts. Raises UserError when no image was last seen under `old` or none of them is in `new`.
    """
    old, new = full_path(old), full_path(new)
    with project.read() as session:
        images = session.execute(select(Image.id, Image.path, Image.sha256))
        sought = [(number, path, sha256) for number, path, sha256 in images if path.is_relative_to(old) and sha256]
    if not sought:
        text = marked("No image of this project was last seen in {folder}. Give the folder it was imported from.")
        raise UserError(message(text, folder=str(old)))
    by_content = _by_content(new, reporter)
    moved: dict[int, ReadFile] = {}
    for number, path, sha256 in sought:
        same = by_content.get(sha256, [])
        unchanged_path = new / path.relative_to(old)
        if same:
            # Of several files with the content, the one at the same path within the folder.
            moved[number] = next((read for read in same if read.path == unchanged_path), same[0])
    if not moved:
        text = marked("None of the {count} images last seen in {old} is in {new}. Choose the folder they are in now.")
        raise UserError(message(text, count=len(sought), old=str(old), new=str(new)))
    # A folder may have moved in part: what is still where it was seen is not missing.
    gone = {number for number, path, _ in sought if number not in moved and not path.is_file()}
    placed_or_gone = moved.keys() | gone
    staying = {folder for number, path, _ in sought if number not in placed_or_gone for folder in path.parents}
    with project.write() as session:
        went = absorb(session, _doubled(session, sought, moved))
        remaining = [image for image in sought if image[0] not in went]
        _point(session, remaining, {number: read for number, read in moved.items() if number not in went}, gone)
        _move_folders(session, old, new, staying)
    return LocateReport(len(sought), len(moved), tuple(path for number, path, _ in sought if number in gone))


def _by_content(folder: Path, reporter: Reporter) -> dict[bytes, list[ReadFile]]:
    listening = Listening(reporter, message(marked("Scanning {folder}"), folder=folder.name))
    found = scan(folder, FolderLayout.UNLABELLED, Grouping.parse("none"), listening.going_on)
    files = [file.path for file in found if isinstance(file, FoundFile)]
    by_content: dict[bytes, list[ReadFile]] = {}
    with closing(in_threads(read_file, files, going_on=listening.going_on)) as reading:
        for number, read in enumerate(reading, 1):
            by_content.setdefault(read.sha256, []).append(read)
            text = message(marked("{done} of {total} files compared"), done=number, total=len(files))
            listening.report(number / len(files), text)
    return by_content


def _doubled(session: Session, sought: list[tuple[int, Path, bytes]], moved: dict[int, ReadFile]) -> list[Doubled]:
    """Pair images that are gone with rows that hold their new place: it was imported before they were located."""
    query = select(Image.id, Image.path, Image.sha256)
    holders = {path: (number, sha256) for number, path, sha256 in session.execute(query)}
    doubled: dict[int, Doubled] = {}
    for number, path, sha256 in sought:
        holder, content = holders.get(moved[number].path, (number, None)) if number in moved else (number, None)
        if holder != number and content == sha256 and not path.is_file():
            doubled.setdefault(holder, Doubled(number, holder))
    return list(doubled.values())


def _point(session: Session, sought: list[tuple[int, Path, bytes]], moved: dict[int, ReadFile], gone: set[int]) -> None:
    """Write the new paths, taking out of `moved` those that another image of the task has."""
    images = {number: session.get_one(Image, number) for number, _, _ in sought}
    held = {
        (task, path)
        for number, task, path in session.execute(select(Image.id, Image.task_id, Image.path))
        if number not in moved
    }
    for number in list(moved):
        location = (images[number].task_id, moved[number].path)
        if location in held:
            del moved[number]
        held.add(location)
    for number, image in images.items():
        # Two images may have swapped paths: all leave theirs before any takes its new one.
        image.path = image.path / str(number) if number in moved else image.path
        # What could not be read there cannot be read here.
        if image.status is not ImageStatus.UNREADABLE and (number in moved or number in gone):
            image.status = ImageStatus.READY if number in moved else ImageStatus.MISSING
    session.flush()
    for number, read in moved.items():
        images[number].path, images[number].modified_ns = read.path, read.modified_ns


def _move_folders(session: Session, old: Path, new: Path, staying: set[Path]) -> None:
    for kind in (Task, ImageClass):
        for row in session.scalars(select(kind)):
            if row.folder.is_relative_to(old) and row.folder not in staying:
                row.folder = new / row.folder.relative_to(old)
