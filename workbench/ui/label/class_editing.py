"""Changes the classes to give and their examples, each change undoable at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.operations.change import Change
from workbench.operations.labelling.class_changes import (
    RemoveClass,
    add_class,
    move_class,
    remove_class,
    rename_labelling_class,
)
from workbench.operations.labelling.example_changes import RemoveExamples, add_examples, move_example, remove_examples
from workbench.operations.labelling.examples import (
    ExampleFilesReport,
    ExamplesFolderReport,
    add_example_files,
    add_examples_folder,
)
from workbench.operations.labelling.labelling_set import LabellingClassFacts, class_named_alike
from workbench.ui.controls.choice_dialog import ChoiceDialog
from workbench.ui.services.history import Step
from workbench.ui.services.job import JobWork
from workbench.ui.services.job_report import Report
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr
from workbench.words import Message, marked, message

_READING = "label-examples"  # The lane of files being read: decisions need not wait for them.


class ClassEditing:
    """Starts the operations on classes and examples, and says when they have changed.

    Jobs belong to the project's history, not to a page: a change is undone even after its page was built anew.
    """

    def __init__(self, context: ProjectContext) -> None:
        self._context = context
        self._project = context.project

    def add(self, name: str, then: Callable[[int], None] = lambda class_id: None) -> None:
        """Add a class, then call `then` with its id."""

        def done(inverse: RemoveClass) -> None:
            self._did(tr("Class {name} added", name=name), inverse)
            then(inverse.class_id)

        self._write(lambda report: add_class(self._project, name), done)

    def rename(self, image_class: LabellingClassFacts, name: str) -> None:
        """Give a class another name."""
        text = tr("{name} renamed to {new}", name=image_class.name, new=name)
        self._change(text, lambda report: rename_labelling_class(self._project, image_class.id, name))

    def move(self, image_class: LabellingClassFacts, position: int) -> None:
        """Move a class to another position; the first is 1."""
        text = tr("{name} moved", name=image_class.name)
        self._change(text, lambda report: move_class(self._project, image_class.id, position))

    def remove(self, image_class: LabellingClassFacts) -> None:
        """Take a class and its examples out of the set."""
        text = tr("Class {name} removed", name=image_class.name)
        self._change(text, lambda report: remove_class(self._project, image_class.id))

    def add_images(self, image_class: LabellingClassFacts, image_ids: Sequence[int]) -> None:
        """Make images of the project examples of a class."""
        self._write(
            lambda report: add_examples(self._project, image_class.id, image_ids),
            lambda inverse: self._added(image_class.name, inverse),
        )

    def add_files(self, image_class: LabellingClassFacts, paths: Sequence[Path]) -> None:
        """Make files examples of a class; a folder stands for the files in it."""

        def work(report: Report) -> ExampleFilesReport:
            return add_example_files(self._project, image_class.id, _files_in(paths), report)

        def done(report: ExampleFilesReport) -> None:
            self._report_refused(report.refused)
            self._added(image_class.name, report.inverse)
            # Files that were not known have become images of the project.
            self._context.changes.tasks_changed.emit(self)

        self._read(work, done)

    def add_folder(self, folder: Path) -> None:
        """Make every sub-folder of a folder a class, and the images in it examples."""

        def done(report: ExamplesFolderReport) -> None:
            self._report_refused(report.refused)
            if report.added or report.new_classes:
                text = tr("{count} examples added from {folder}", count=len(report.added), folder=folder.name)
                self._did(text, report.inverse)
            self._context.changes.tasks_changed.emit(self)

        self._read(lambda report: add_examples_folder(self._project, folder, report), done)

    def remove_examples(self, image_class: LabellingClassFacts, example_ids: Sequence[int]) -> None:
        """Take examples out of a class."""
        text = tr("{count} examples removed from {name}", count=len(example_ids), name=image_class.name)
        self._change(text, lambda report: remove_examples(self._project, example_ids))

    def move_example(self, example_id: int, image_class: LabellingClassFacts) -> None:
        """Make an example one of another class."""
        text = tr("Example moved to {name}", name=image_class.name)
        self._change(text, lambda report: move_example(self._project, example_id, image_class.id))

    def _added(self, name: str, inverse: RemoveExamples) -> None:
        count = len(inverse.example_ids)
        if count:
            self._did(tr("{count} examples added to {name}", count=count, name=name), inverse)
        else:
            self._context.notifier.say(tr("No change: these are already examples of {name}.", name=name))

    def _change(self, text: str, work: Callable[[Report], Change]) -> None:
        self._write(work, lambda inverse: self._did(text, inverse))

    def _write(self, work: JobWork, done: Callable[[Any], None]) -> None:
        self._context.write(_job(), work, owner=self._context.history, done=done, failed=self._failed)

    def _read(self, work: JobWork, done: Callable[[Any], None]) -> None:
        self._context.jobs.start(tr("Add examples"), work, owner=self._context.history, done=done, lane=_READING)

    def _did(self, text: str, inverse: Change) -> None:
        step = Step(text, inverse, _job(), self._context.changes.classes_changed)
        step.changed.emit(self)
        self._context.decided(step)

    def _failed(self, error: Exception) -> None:
        # A list that showed the new name already goes back to the stored one.
        self._context.changes.classes_changed.emit(None)
        self._context.notifier.complain_of(error)

    def _report_refused(self, refused: Sequence[FileReason[Message]]) -> None:
        if refused:
            text = tr(
                "{count} files could not be added as examples. The first: {name}: {reason}",
                count=len(refused),
                name=refused[0].path.name,
                reason=refused[0].reason,
            )
            self._context.notifier.complain(text)


def ask_if_alike(
    over: QWidget,
    classes: Sequence[LabellingClassFacts],
    name: str,
    do: Callable[[], None],
    *,
    use: Callable[[LabellingClassFacts], None] = lambda image_class: None,
    renamed: LabellingClassFacts | None = None,
) -> None:
    """Do what gives a class that name; ask first where another is called almost the same, which is mostly a slip.

    `use` takes that other class in its place; `renamed` is the class that has another name so far, and may keep it.
    """
    other = class_named_alike(classes, name, None if renamed is None else renamed.id)
    if other is None:
        do()
        return
    name = " ".join(name.split())
    title = tr("There is already a class {name}", name=other.name)
    text = tr(
        "{new} differs from {name} only in capitals or in how its letters are coded. As two classes, the images of one "
        "would count as wrong for the other.",
        new=name,
        name=other.name,
    )
    usual = tr("Use {name}", name=other.name), lambda: use(other)
    if renamed is not None:
        usual = tr("Keep {name}", name=renamed.name), lambda: None
    ChoiceDialog(over.window(), title, text, usual, (tr("Two classes"), do)).open()


def _job() -> str:
    return tr("Edit classes")


def _files_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files among paths, and those in the folders among them. Raises UserError where that cannot be read."""
    try:
        inside = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
        return [file for file in inside if file.is_file()]
    except OSError as error:
        text = marked("{folder} cannot be read: {reason}")
        raise UserError(message(text, folder=str(error.filename), reason=error.strerror or str(error))) from error
