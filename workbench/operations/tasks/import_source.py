"""What is imported: a folder in a layout, or the files of it that have a class by a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.imaging.full_path import full_path
from workbench.imaging.scan import FolderLayout, FoundFile, detect_layout, scan
from workbench.operations.tasks.class_tables import is_table_file
from workbench.operations.tasks.import_report import ImportRequest
from workbench.operations.tasks.known_classes import holds_tasks, layout_before
from workbench.operations.tasks.table_files import TableCounts, find_labelled
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.store.project import Project
from workbench.words import Message, marked, message

_MOST_KEPT = 50_000  # files, some 30 MB


@dataclass(frozen=True)
class ImportSource:
    """A folder, its layout and its files, which can be gone through several times."""

    folder: Path
    layout: FolderLayout
    files: Callable[[], Iterator[FoundFile | FileReason[Message]]]
    table: TableCounts | None = None
    may_hold_individuals: bool = False  # Nobody said what the folders inside are.


def import_source(project: Project, source: Path, request: ImportRequest, going_on: Callable[[], None]) -> ImportSource:
    """Return what a person wants imported. Raises UserError when the folder or the table cannot be read, or a
    layout is given beside a table.

    `going_on` is called again and again while folders are gone through, now and later, and may raise to end it.
    """
    is_table = is_table_file(source)
    table = source if is_table else request.labels
    if table is not None:
        _refuse_two_sources(request, table)
        folder = full_path(source).parent if is_table else source
        labelled = find_labelled(folder, table, request.grouping, going_on)
        return ImportSource(folder, FolderLayout.CLASSES, lambda: iter(labelled.files), labelled.counts)
    given = request.layout or layout_before(project, source)
    layout = given or detect_layout(source, going_on)
    if given is None and layout in (FolderLayout.TASKS, FolderLayout.SPLITS) and holds_tasks(project, source):
        given = layout = FolderLayout.TASKS
    unsaid = given is None and layout is FolderLayout.TASKS

    walk = _Walk(lambda: scan(source, layout, request.grouping, going_on))
    return ImportSource(source, layout, walk, may_hold_individuals=unsaid)


class _Walk:
    """The files of a folder, which is walked once where it holds no more than can be kept."""

    def __init__(self, scanned: Callable[[], Iterator[FoundFile | FileReason[Message]]]) -> None:
        self._scanned = scanned
        self._kept: list[FoundFile | FileReason[Message]] | None = None

    def __call__(self) -> Iterator[FoundFile | FileReason[Message]]:
        if self._kept is not None:
            yield from self._kept
            return
        seen: list[FoundFile | FileReason[Message]] | None = []
        for file in self._scanned():
            if seen is not None:
                seen.append(file)
                seen = seen if len(seen) <= _MOST_KEPT else None
            yield file
        self._kept = seen


def _refuse_two_sources(request: ImportRequest, table: Path) -> None:
    if request.layout not in (None, FolderLayout.CLASSES):
        text = marked(
            "The classes are taken from {table}, so a folder layout cannot be given as well. Leave one of the two out."
        )
        raise UserError(message(text, table=str(table)))


def ask_of_individuals(tasks: Sequence[TaskFacts]) -> Message | None:
    """Ask what only a person knows, where folders are two deep, with an example."""
    task = next((task for task in tasks if len(task.classes) > 1), None)
    if task is None:
        return None
    first, second, *_ = task.classes
    text = marked(
        "Are {first} and {second} two classes, or two individuals of the class {name}? They were imported as classes."
    )
    return message(text, first=first.name, second=second.name, name=task.name)
