"""Importing a folder again after something in it was renamed, moved or deleted.

An image is its content: a class or a whole folder whose files are gone, and whose contents lie elsewhere, has moved.
The same rows get the new path and the new name, so that labels and runs keep pointing to them. What is nowhere is said.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.facts.file_reason import FileReason
from workbench.imaging.reading import hash_file, in_threads
from workbench.imaging.scan import FoundFile
from workbench.operations.progress import Listening, Reporter
from workbench.operations.tasks.doubled_rows import Doubled, absorb
from workbench.operations.tasks.found_classes import FoundClasses
from workbench.operations.tasks.images import in_chunks
from workbench.operations.tasks.known_classes import stored_layout, tasks_at
from workbench.operations.tasks.moved_rows import GoneImage, Moved, MovedRows
from workbench.store.models import Image, ImageClass, ImageStatus, Layout, Task
from workbench.store.project import Project
from workbench.words import Message, marked, message, printable

_Files = Iterable[FoundFile | FileReason[Message]]


@dataclass(frozen=True)
class Relocation:
    """What had moved since the last import, and what is gone."""

    images: int = 0  # found at another place by their content
    classes: tuple[tuple[str, str], ...] = ()  # (name before, name now)
    folders: tuple[tuple[Path, Path], ...] = ()  # (folder before, folder now)
    gone: tuple[Path, ...] = ()
    gone_classes: tuple[str, ...] = ()  # those of which nothing is left


def relocate(project: Project, found: FoundClasses, files: _Files, reporter: Reporter) -> Relocation:
    """Give images that are gone their new place among the files of an import; the others are missing from now on.

    Raises Cancelled.
    """
    layout = stored_layout(found.layout)
    with project.read() as session:
        gone = list(_gone_images(session, found, layout, reporter))
        known = _known_paths(session, found, layout) if gone else set[Path]()
    if not gone:
        return Relocation()
    moved = list(_matched(gone, _unknown_files(gone, known, files, reporter)))
    with project.write() as session:
        rows = MovedRows(session, found, layout)
        rows.move(gone, moved)
        placed = {one.gone.id for one in moved}
        doubled = _doubled(session, [one for one in gone if one.id not in placed], rows.tasks.values())
        absorb(session, doubled)
        placed |= {pair.gone for pair in doubled}
        lost, empty = _lose(session, [one for one in gone if one.id not in placed], rows.tasks.values())
    return Relocation(len(placed), tuple(rows.renamed), tuple(rows.folders), lost, empty)


def words_of_relocation(relocation: Relocation) -> tuple[Message, ...]:
    """Say what moved, and what is gone."""
    said: list[Message] = []
    for old, new in relocation.folders:
        text = marked(
            "The folder {old} is now {new}: its images were recognised by content, labels and runs keep them."
        )
        said.append(message(text, old=printable(old), new=printable(new)))
    if relocation.classes:
        text = marked(
            "{count} classes have another folder now, for example {old}, now {new}: their images were recognised by "
            "content, labels and runs keep them."
        )
        old, new = relocation.classes[0]
        said.append(message(text, count=len(relocation.classes), old=old, new=new))
    if relocation.images and not said:
        text = marked("{count} images have moved and were recognised by content.")
        said.append(message(text, count=relocation.images))
    if relocation.gone_classes:
        text = marked("{count} classes are gone from the folder, for example {name}: none of their images is there.")
        said.append(message(text, count=len(relocation.gone_classes), name=relocation.gone_classes[0]))
    if relocation.gone:
        text = marked(
            "{count} images are gone from the folder, for example {path}. They stay in the project as missing."
        )
        said.append(message(text, count=len(relocation.gone), path=printable(relocation.gone[0])))
    return tuple(said)


def _gone_images(session: Session, found: FoundClasses, layout: Layout, reporter: Reporter) -> Iterator[GoneImage]:
    """Yield the images whose files are gone, of the tasks of an import, and of other folders that are gone."""
    imported = set(tasks_at(session, found.task_folders, layout).values())
    others = {
        number: folder.is_dir()
        for number, folder in session.execute(select(Task.id, Task.folder).where(Task.layout == layout))
        if number not in imported
    }
    gone_classes = [
        number
        for number, task_id, folder in session.execute(select(ImageClass.id, ImageClass.task_id, ImageClass.folder))
        if others.get(task_id) and not folder.is_dir()
    ]
    columns = select(Image.id, Image.task_id, Image.class_id, Image.path, Image.sha256, Image.size)
    columns = columns.where(Image.sha256.is_not(None), Image.status != ImageStatus.UNREADABLE).order_by(Image.id)
    of_tasks = [*imported, *(number for number, is_there in others.items() if not is_there)]
    chosen = [(Image.task_id, chunk) for chunk in in_chunks(of_tasks)]
    chosen += [(Image.class_id, chunk) for chunk in in_chunks(gone_classes)]
    seen = 0
    for column, chunk in chosen:
        for number, task_id, class_id, path, sha256, size in session.execute(columns.where(column.in_(chunk))):
            seen += 1
            if seen % 1000 == 0:
                reporter.report(None, message(marked("Looking for {count} images"), count=seen))
            if sha256 and not path.is_file():
                yield GoneImage(number, task_id, class_id, path, sha256, size)


def _known_paths(session: Session, found: FoundClasses, layout: Layout) -> set[Path]:
    tasks = list(tasks_at(session, found.task_folders, layout).values())
    chosen = [select(Image.path).where(Image.task_id.in_(chunk)) for chunk in in_chunks(tasks)]
    return {path for query in chosen for path in session.scalars(query)}


def _unknown_files(
    gone: Iterable[GoneImage], known: set[Path], files: _Files, reporter: Reporter
) -> dict[bytes, list[FoundFile]]:
    """Return the files that the project does not have, by content; only those as large as an image that is gone."""
    sizes = {one.size for one in gone}
    unknown = [
        file
        for file in files
        if isinstance(file, FoundFile) and file.path not in known and _size_of(file.path) in sizes
    ]
    by_content: dict[bytes, list[FoundFile]] = {}
    listening = Listening(reporter, message(marked("{done} of {total} files compared"), done=0, total=len(unknown)))
    with closing(in_threads(hash_file, [file.path for file in unknown], going_on=listening.going_on)) as hashes:
        for number, (file, sha256) in enumerate(zip(unknown, hashes, strict=True), 1):
            if sha256 is not None:
                by_content.setdefault(sha256, []).append(file)
            if number % 16 == 0:
                text = message(marked("{done} of {total} files compared"), done=number, total=len(unknown))
                listening.report(number / len(unknown), text)
    return by_content


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _matched(gone: Iterable[GoneImage], by_content: dict[bytes, list[FoundFile]]) -> Iterator[Moved]:
    """Yield where each image is now: the file of its content, by preference that of its name, each file once."""
    for one in gone:
        same = by_content.get(one.sha256)
        if same:
            file = next((file for file in same if file.path.name == one.path.name), same[0])
            same.remove(file)
            yield Moved(one, file)


def _doubled(session: Session, gone: Iterable[GoneImage], tasks: Iterable[int]) -> list[Doubled]:
    """Pair images that are gone with rows of an earlier import, which added the same content at its new place."""
    rows = defaultdict[bytes, list[tuple[int, Path, int | None]]](list)
    columns = select(Image.id, Image.sha256, Image.path, Image.class_id).where(Image.status == ImageStatus.READY)
    for chunk in in_chunks(list(tasks)):
        for number, sha256, path, class_id in session.execute(columns.where(Image.task_id.in_(chunk))):
            if sha256:
                rows[sha256].append((number, path, class_id))
    doubled: list[Doubled] = []
    for one in gone:
        # What a class has twice it had twice before.
        there = [row for row in rows[one.sha256] if row[2] is None or row[2] != one.class_id]
        there = [row for row in there if row[0] != one.id and row[1].is_file()]
        if there:
            chosen = min(there, key=lambda row: (row[1].name != one.path.name, row[0]))
            rows[one.sha256].remove(chosen)
            doubled.append(Doubled(one.id, chosen[0]))
    return doubled


def _lose(
    session: Session, gone: Iterable[GoneImage], tasks: Iterable[int]
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Mark images as missing; return their paths, and the names of the classes of which nothing is left."""
    imported = set(tasks)
    lost = [one for one in gone if one.task_id in imported]
    for one in lost:
        session.get_one(Image, one.id).status = ImageStatus.MISSING
    counts = Counter(one.class_id for one in lost if one.class_id is not None)
    empty: list[str] = []
    for class_id, count in counts.items():
        images = select(Image.id).where(Image.class_id == class_id, Image.sha256.is_not(None))
        if len(session.scalars(images).all()) == count:
            empty.append(session.get_one(ImageClass, class_id).name)
    return tuple(one.path for one in lost), tuple(empty)
