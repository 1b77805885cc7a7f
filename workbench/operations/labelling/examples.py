"""The examples of labelling classes: read from files and folders, and kept as rows, one class a content."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.imaging.grouping import Grouping
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.imaging.scan import FolderLayout, PassedOver, scan
from workbench.operations.labelling.labelling_rows import class_for, image_for, set_for_labels
from workbench.operations.progress import Reporter
from workbench.operations.tasks.classes import class_is_gone, clean_name
from workbench.operations.tasks.images import ImageFacts, facts_by_id
from workbench.store.models import Example, Image, ImageStatus, LabellingClass
from workbench.store.project import Project
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class ExampleFilesReport:
    """The ids of the new examples, and the files that could not become one, with the reason."""

    added: tuple[int, ...]
    refused: tuple[tuple[Path, Message], ...]


@dataclass(frozen=True)
class ExamplesFolderReport:
    """The classes of a folder of examples, those that were there included; the rest as in `ExampleFilesReport`."""

    classes: tuple[int, ...]
    added: tuple[int, ...]
    refused: tuple[tuple[Path, Message], ...]


def add_example_files(project: Project, class_id: int, paths: Sequence[Path], reporter: Reporter) -> ExampleFilesReport:
    """Make files examples of a class; each becomes an image of an unlabelled pile of its folder, unless it is known.

    A file that is one already adds none. Raises UserError when the class is gone, Cancelled before anything is written.
    """
    reads = _read([path.absolute() for path in paths], reporter)
    with project.write() as session:
        if session.get(LabellingClass, class_id) is None:
            raise class_is_gone()
        return _add(session, [(class_id, read) for read in reads])


def add_examples_folder(project: Project, folder: Path, reporter: Reporter) -> ExamplesFolderReport:
    """Make the files of every sub-folder examples of the class of that name, added when it is new.

    A sub-folder without a readable image adds no class. Raises UserError when there is no sub-folder with a file,
    Cancelled before anything is written.
    """
    found, passed_over = find_examples(folder)
    reads = _read([each.path for each in found], reporter)
    with project.write() as session:
        set_id = set_for_labels(session)
        readable = {each.class_name for each, read in zip(found, reads, strict=True) if read.reason is None}
        ids = {name: class_for(session, set_id, clean_name(name)) for name in sorted(readable)}
        # Which class an unreadable file was meant for does not matter.
        report = _add(session, [(ids.get(each.class_name, -1), read) for each, read in zip(found, reads, strict=True)])
    refused = (*report.refused, *((each.path, each.reason) for each in passed_over))
    return ExamplesFolderReport(tuple(dict.fromkeys(ids.values())), report.added, refused)


def _read(paths: Sequence[Path], reporter: Reporter) -> list[ReadFile]:
    reads: list[ReadFile] = []
    with closing(in_threads(read_file, paths)) as reading:
        for read in reading:
            reads.append(read)
            text = message(marked("{done} of {total} images read"), done=len(reads), total=len(paths))
            reporter.report(len(reads) / len(paths), text)
    return reads


def _add(session: Session, reads: Sequence[tuple[int, ReadFile]]) -> ExampleFilesReport:
    added: list[int] = []
    refused: list[tuple[Path, Message]] = []
    for class_id, read in reads:
        if read.reason is not None:
            refused.append((read.path, read.reason))
            continue
        try:
            number = add_example(session, class_id, readable_image(session, image_for(session, read)))
        except UserError as error:
            refused.append((read.path, error.text))
        else:
            added += [] if number is None else [number]
    return ExampleFilesReport(tuple(added), tuple(refused))


@dataclass(frozen=True)
class ExampleFacts:
    """An image that a person gave as an example of a class."""

    id: int
    image: ImageFacts


def examples_by_class(session: Session, set_id: int) -> dict[int, list[ExampleFacts]]:
    """Return the examples of each class of the set, in the order they were given."""
    query = select(Example.id, Example.class_id, Example.image_id).join(
        LabellingClass, LabellingClass.id == Example.class_id
    )
    rows = session.execute(query.where(LabellingClass.set_id == set_id).order_by(Example.id)).all()
    images = facts_by_id(session, [image_id for _, _, image_id in rows])
    found: dict[int, list[ExampleFacts]] = defaultdict(list)
    for number, class_id, image_id in rows:
        if image_id in images:
            found[class_id].append(ExampleFacts(number, images[image_id]))
    return found


def readable_image(session: Session, image_id: int) -> Image:
    """Return an image that can be an example. Raises UserError for another."""
    image = session.get(Image, image_id)
    if image is None or image.sha256 is None or image.status is ImageStatus.UNREADABLE:
        text = marked("{path} cannot be read, so it cannot be an example.")
        raise UserError(message(text, path=str(image.path) if image else str(image_id)))
    return image


def add_example(session: Session, class_id: int, image: Image) -> int | None:
    """Make an image an example; None when its content is one of that class already.

    Raises UserError, naming the class, when it is an example of another.
    """
    query = (
        select(LabellingClass.id, LabellingClass.name)
        .join(Example, Example.class_id == LabellingClass.id)
        .join(Image, Image.id == Example.image_id)
        .where(Image.sha256 == image.sha256)
    )
    holder = session.execute(query.limit(1)).first()
    if holder is not None and holder.id != class_id:
        text = marked("{path} is already an example of {name}. Remove it there first.")
        raise UserError(message(text, path=str(image.path), name=holder.name))
    if holder is not None:
        return None
    row = Example(class_id=class_id, image_id=image.id)
    session.add(row)
    session.flush()
    return row.id


@dataclass(frozen=True)
class ExampleFile:
    """A file that may be an example, and the class its folder stands for."""

    path: Path
    class_name: str


def find_examples(folder: Path) -> tuple[list[ExampleFile], list[PassedOver]]:
    """Return the files of every class in a folder, and what is passed over.

    Raises UserError when the folder cannot be read or holds no examples.
    """
    found: list[ExampleFile] = []
    passed_over: list[PassedOver] = []
    for each in scan(folder, FolderLayout.CLASSES, Grouping.parse("none")):
        if isinstance(each, PassedOver):
            passed_over.append(each)
        elif each.class_name is not None:
            found.append(ExampleFile(each.path, each.class_name))
    if not found:
        text = marked(
            "{folder} contains no examples. It needs one sub-folder per class, with at least one image in each."
        )
        raise UserError(message(text, folder=str(folder)))
    return found, passed_over
