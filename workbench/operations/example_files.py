"""Examples given as files: read, made images of the project, and examples of a class."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.operations.class_naming import class_is_gone, clean_name
from workbench.operations.example_rows import add_example, readable_image
from workbench.operations.labelling_rows import class_for, image_for, set_for_labels
from workbench.operations.progress import Reporter
from workbench.operations.read_examples import find_examples
from workbench.store.models import LabellingClass
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
