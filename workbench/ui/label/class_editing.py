"""Changes the classes to give and their examples, each change undoable at once."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from workbench.errors import UserError
from workbench.operations.labelling.labelling_set import (
    ExampleFilesReport,
    ExamplesFolderReport,
    LabellingClassFacts,
    RemovedClass,
    add_class,
    add_example_files,
    add_examples,
    add_examples_folder,
    labelling_classes,
    move_class,
    remove_class,
    remove_examples,
    rename_labelling_class,
    restore_class,
)
from workbench.ui.services.history import UndoStep
from workbench.ui.services.jobs import JobWork, Report
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr
from workbench.words import marked, message

_READING = "label-examples"  # The lane of files being read: decisions need not wait for them.
Pairs = tuple[tuple[int, int], ...]  # (class id, image id)


class ClassEditing:
    """Starts the operations on classes and examples, and says when they have changed.

    Jobs belong to the project's history, not to a page: a change is undone even after its page was built anew.
    """

    def __init__(self, context: ProjectContext) -> None:
        self._context = context
        self._project = context.project

    def add(self, name: str, then: Callable[[int], None] = lambda class_id: None) -> None:
        """Add a class and go on with its id."""

        def done(class_id: int) -> None:
            self._changed()
            self._context.decided(self._removable(tr("Class {name} added", name=name), class_id))
            then(class_id)

        self._write(lambda report: add_class(self._project, name), done)

    def rename(self, each: LabellingClassFacts, name: str) -> None:
        """Give a class another name."""

        def named(new: str) -> Callable[[], None]:
            return lambda: self._write(
                lambda report: rename_labelling_class(self._project, each.id, new), lambda before: self._changed()
            )

        text = tr("{name} renamed to {new}", name=each.name, new=name)
        step = UndoStep(text, undo=named(each.name), redo=named(name))
        self._write(lambda report: rename_labelling_class(self._project, each.id, name), lambda before: self._did(step))

    def move(self, each: LabellingClassFacts, place: int) -> None:
        """Put a class in another place, from 1 on."""

        def moved(to: int) -> Callable[[], None]:
            return lambda: self._write(
                lambda report: move_class(self._project, each.id, to), lambda before: self._changed()
            )

        def done(before: int) -> None:
            self._did(UndoStep(tr("{name} moved", name=each.name), undo=moved(before), redo=moved(place)))

        self._write(lambda report: move_class(self._project, each.id, place), done)

    def remove(self, each: LabellingClassFacts) -> None:
        """Take a class and its examples out of the set."""
        gone: list[RemovedClass] = []

        def take(removed: RemovedClass) -> None:
            gone[:] = [removed]
            self._changed()

        def done(removed: RemovedClass) -> None:
            take(removed)
            self._context.decided(UndoStep(tr("Class {name} removed", name=each.name), undo=undo, redo=redo))

        def undo() -> None:
            self._write(lambda report: restore_class(self._project, gone[0]), lambda class_id: self._changed())

        def redo() -> None:
            self._write(lambda report: remove_class(self._project, each.id), take)

        self._write(lambda report: remove_class(self._project, each.id), done)

    def add_images(self, each: LabellingClassFacts, image_ids: Sequence[int]) -> None:
        """Make images of the project examples of a class."""
        self._write(
            lambda report: add_examples(self._project, each.id, image_ids),
            lambda added: self._added(each.name, added),
        )

    def add_files(self, each: LabellingClassFacts, paths: Sequence[Path]) -> None:
        """Make files examples of a class; a folder stands for the files in it."""

        def work(report: Report) -> ExampleFilesReport:
            return add_example_files(self._project, each.id, _files_in(paths), report)

        def done(found: ExampleFilesReport) -> None:
            self._tell_refused(found.refused)
            self._added(each.name, found.added)
            # Files that were not known have become images of the project.
            self._context.changes.tasks_changed.emit()

        self._context.jobs.start(tr("Add examples"), work, owner=self._context.history, done=done, lane=_READING)

    def add_folder(self, folder: Path) -> None:
        """Make every sub-folder of a folder a class, and the images in it examples."""

        def work(report: Report) -> tuple[ExamplesFolderReport, set[int]]:
            before = {image_class.id for image_class in labelling_classes(self._project)}
            return add_examples_folder(self._project, folder, report), before

        def done(found: tuple[ExamplesFolderReport, set[int]]) -> None:
            report, before = found
            self._tell_refused(report.refused)
            new = tuple(number for number in report.classes if number not in before)
            text = tr("{count} examples added from {folder}", count=len(report.added), folder=folder.name)
            self._changed()
            self._context.changes.tasks_changed.emit()
            if report.added or new:
                self._context.decided(self._foldable(text, report.added, new))

        self._context.jobs.start(tr("Add examples"), work, owner=self._context.history, done=done, lane=_READING)

    def remove_examples(self, each: LabellingClassFacts, example_ids: Sequence[int]) -> None:
        """Take examples out of a class."""
        text = tr("{count} examples removed from {name}", count=len(example_ids), name=each.name)

        def done(pairs: Pairs) -> None:
            self._changed()
            self._context.decided(self._examples_step(text, tuple(example_ids), pairs, are_in=False))

        self._write(lambda report: remove_examples(self._project, example_ids), done)

    def _added(self, name: str, added: tuple[int, ...]) -> None:
        if not added:
            self._context.notifier.say(tr("No change: these are already examples of {name}.", name=name))
            return
        self._changed()
        text = tr("{count} examples added to {name}", count=len(added), name=name)
        self._context.decided(self._examples_step(text, added, (), are_in=True))

    def _examples_step(self, text: str, ids: tuple[int, ...], pairs: Pairs, *, are_in: bool) -> UndoStep:
        state: dict[str, Any] = {"ids": ids, "pairs": pairs}

        def out() -> None:
            self._write(lambda report: remove_examples(self._project, state["ids"]), lambda found: keep("pairs", found))

        def back() -> None:
            self._write(lambda report: _put_back(self._project, state["pairs"]), lambda found: keep("ids", found))

        def keep(name: str, found: Any) -> None:
            state[name] = found
            self._changed()

        return UndoStep(text, undo=out, redo=back) if are_in else UndoStep(text, undo=back, redo=out)

    def _removable(self, text: str, class_id: int) -> UndoStep:
        """Return the step that a class was added."""
        return self._foldable(text, (), (class_id,))

    def _foldable(self, text: str, examples: tuple[int, ...], classes: tuple[int, ...]) -> UndoStep:
        """Return the step that classes were added, and examples to them and to others."""
        state: dict[str, Any] = {"examples": examples, "classes": (), "pairs": ()}

        def take_out(report: Report) -> None:
            # Examples of classes that go come back with them, so only the others are taken out one by one.
            gone = state["classes"] = []
            for class_id in classes:
                # One at a time: those gone before one that has to stay can still be brought back.
                gone.append(remove_class(self._project, class_id))
            with_class = {number for removed in gone for number, _ in removed.examples}
            others = [number for number in state["examples"] if number not in with_class]
            state["pairs"] = remove_examples(self._project, others)
            state["examples"] = tuple(with_class)

        def put_back(report: Report) -> None:
            # Each left a place among those that were still there, so the last to go is the first to come back.
            for removed in reversed(state["classes"]):
                restore_class(self._project, removed)
            state["examples"] += _put_back(self._project, state["pairs"])

        def start(work: JobWork) -> None:
            self._write(work, lambda nothing: self._changed())

        return UndoStep(text, undo=lambda: start(take_out), redo=lambda: start(put_back))

    def _write(self, work: JobWork, done: Callable[[Any], None]) -> None:
        self._context.write(tr("Edit classes"), work, owner=self._context.history, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        # Part of it may have been done.
        self._changed()
        if isinstance(error, UserError):
            self._context.notifier.complain(say(error.text))

    def _changed(self) -> None:
        self._context.changes.classes_changed.emit()

    def _did(self, step: UndoStep) -> None:
        self._changed()
        self._context.decided(step)

    def _tell_refused(self, refused: Sequence[tuple[Path, Any]]) -> None:
        if refused:
            path, reason = refused[0]
            text = tr(
                "{count} files could not be added as examples. The first: {name}: {reason}",
                count=len(refused),
                name=path.name,
                reason=reason,
            )
            self._context.notifier.complain(text)


def _files_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files among paths, and those in the folders among them. Raises UserError where that cannot be read."""
    try:
        found = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
        return [file for file in found if file.is_file()]
    except OSError as error:
        text = marked("{folder} cannot be read: {reason}")
        raise UserError(message(text, folder=str(error.filename), reason=error.strerror or str(error))) from error


def _put_back(project: Any, pairs: Pairs) -> tuple[int, ...]:
    """Make images examples again of the classes they were examples of."""
    by_class = groupby(sorted(pairs), key=lambda pair: pair[0])
    return tuple(
        number
        for class_id, group in by_class
        for number in add_examples(project, class_id, [image_id for _, image_id in group])
    )
