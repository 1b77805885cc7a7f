"""The examples of labelling classes, from files and folders; images of equal content belong to one class only."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.imaging.full_path import full_path
from workbench.imaging.grouping import Grouping
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.imaging.scan import FolderLayout, Sidecar, scan
from workbench.operations.change import Change, Together
from workbench.operations.labelling.class_changes import RemoveClass
from workbench.operations.labelling.example_changes import RemoveExamples, add_example, readable_image
from workbench.operations.labelling.labelling_rows import class_for, classes_in_order, image_for, set_for_labels
from workbench.operations.progress import Listening, Reporter
from workbench.operations.tasks.classes import class_is_gone, clean_name
from workbench.operations.tasks.images import ImageFacts, facts_by_id
from workbench.store.models import Example, LabellingClass
from workbench.store.project import Project
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class ExampleFilesReport:
    """The ids of the new examples, and the files that could not become one, with the reason."""

    added: tuple[int, ...]
    refused: tuple[FileReason[Message], ...]

    @property
    def inverse(self) -> RemoveExamples:
        """The change that takes the new examples out; the images stay in the project."""
        return RemoveExamples(self.added)


@dataclass(frozen=True)
class ExamplesFolderReport:
    """The classes of a folder of examples, and which of them are new; the rest as in `ExampleFilesReport`."""

    classes: tuple[int, ...]
    new_classes: tuple[int, ...]
    added: tuple[int, ...]
    refused: tuple[FileReason[Message], ...]

    @property
    def inverse(self) -> Together:
        """The change that takes the new examples out, and then the new classes."""
        removals: list[Change] = [RemoveClass(class_id) for class_id in reversed(self.new_classes)]
        return Together((RemoveExamples(self.added), *removals))


def add_example_files(project: Project, class_id: int, paths: Sequence[Path], reporter: Reporter) -> ExampleFilesReport:
    """Make files examples of a class; each becomes an image of an unlabelled pile of its folder, unless it is known.

    A file that is one already adds none. Raises UserError when the class is gone, Cancelled before anything is written.
    """
    reads = _read([full_path(path) for path in paths], reporter)
    with project.write() as session:
        if session.get(LabellingClass, class_id) is None:
            raise class_is_gone()
        return _add(session, [(class_id, read) for read in reads])


def add_examples_folder(project: Project, folder: Path, reporter: Reporter) -> ExamplesFolderReport:
    """Make the files of every sub-folder examples of the class of that name, added when it is new.

    A sub-folder without a readable image adds no class. Raises UserError when there is no sub-folder with a file,
    Cancelled before anything is written.
    """
    files, skipped = find_examples(folder, reporter)
    reads = _read([file.path for file in files], reporter)
    with project.write() as session:
        set_id = set_for_labels(session)
        existing = {labelling_class.id for labelling_class in classes_in_order(session, set_id)}
        readable = {file.class_name for file, read in zip(files, reads, strict=True) if read.reason is None}
        ids = {name: class_for(session, set_id, clean_name(name)) for name in sorted(readable)}
        # Which class an unreadable file was meant for does not matter.
        report = _add(session, [(ids.get(file.class_name, -1), read) for file, read in zip(files, reads, strict=True)])
    classes = tuple(dict.fromkeys(ids.values()))
    new_classes = tuple(class_id for class_id in classes if class_id not in existing)
    return ExamplesFolderReport(classes, new_classes, report.added, (*report.refused, *skipped))


def _read(paths: Sequence[Path], reporter: Reporter) -> list[ReadFile]:
    reads: list[ReadFile] = []
    listening = Listening(reporter, message(marked("{done} of {total} images read"), done=0, total=len(paths)))
    with closing(in_threads(read_file, paths, going_on=listening.going_on)) as reading:
        for read in reading:
            reads.append(read)
            text = message(marked("{done} of {total} images read"), done=len(reads), total=len(paths))
            listening.report(len(reads) / len(paths), text)
    return reads


def _add(session: Session, reads: Sequence[tuple[int, ReadFile]]) -> ExampleFilesReport:
    added: list[int] = []
    refused: list[FileReason[Message]] = []
    for class_id, read in reads:
        if read.reason is not None:
            refused.append(FileReason(read.path, read.reason))
            continue
        try:
            number = add_example(session, class_id, readable_image(session, image_for(session, read)))
        except UserError as error:
            refused.append(FileReason(read.path, error.text))
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
    by_class: dict[int, list[ExampleFacts]] = defaultdict(list)
    for number, class_id, image_id in rows:
        if image_id in images:
            by_class[class_id].append(ExampleFacts(number, images[image_id]))
    return by_class


@dataclass(frozen=True)
class ExampleFile:
    """A file that may be an example, and the class its folder stands for."""

    path: Path
    class_name: str


def find_examples(folder: Path, reporter: Reporter) -> tuple[list[ExampleFile], list[FileReason[Message]]]:
    """Return the files of every class in a folder, and the files that are skipped; sidecars are left alone.

    Raises UserError when the folder cannot be read or holds no examples, Cancelled when asked to stop.
    """
    listening = Listening(reporter, message(marked("Scanning {folder}"), folder=folder.name))
    files: list[ExampleFile] = []
    skipped: list[FileReason[Message]] = []
    for file in scan(folder, FolderLayout.CLASSES, Grouping.parse("none"), listening.going_on):
        if isinstance(file, Sidecar):
            continue
        if isinstance(file, FileReason):
            skipped.append(file)
        elif file.class_name is not None:
            files.append(ExampleFile(file.path, file.class_name))
    if not files:
        text = marked(
            "{folder} contains no examples. It needs one sub-folder per class, with at least one image in each."
        )
        raise UserError(message(text, folder=str(folder)))
    return files, skipped
