"""What a person does with a run after its training: name, note, delete, restore, export; and the import of one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from workbench.operations.change import Change
from workbench.operations.runs.exchange.export_run import RunExport, export_run_file
from workbench.operations.runs.exchange.import_run import ImportedRun, import_run_file
from workbench.operations.runs.keeping.run_changes import (
    DeleteRun,
    delete_run,
    remark_on_run,
    rename_run,
    restore_run,
)
from workbench.operations.runs.listing import RunFacts
from workbench.ui.services.history import Step
from workbench.ui.services.job import JobWork
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.run_words import name_or_number
from workbench.ui.services.translation import say, tr

_LANE = "runs"  # Files of runs are read and written one after another.


class RunEditing(QObject):
    """Starts the operations, each change undoable at once; jobs belong to the project and outlive the page."""

    imported = Signal(int)  # The number that a run has here.

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._project = context.project

    def rename(self, facts: RunFacts, name: str) -> None:
        """Give a run another name, or none where nothing is left of it."""
        number = str(facts.id)
        text = tr("Run {run} is called {name}", run=number, name=" ".join(name.split()))
        if not name.strip():
            text = tr("The name of run {run} is taken away", run=number)
        self._change(text, lambda report: rename_run(self._project, facts.id, name))

    def remark(self, facts: RunFacts, remark: str) -> None:
        """Keep another note on a run."""
        text = tr("Note on {name} changed", name=name_or_number(facts))
        self._change(text, lambda report: remark_on_run(self._project, facts.id, remark))

    def delete(self, facts: RunFacts) -> None:
        """Delete a run, so that it can be restored."""
        text = tr("{name} deleted; what it proposed and you decided stays", name=name_or_number(facts))
        self._change(text, lambda report: delete_run(self._project, facts.id))

    def restore(self, run: int, name: str = "") -> None:
        """Restore a deleted run, which is called by its number where it has no name."""
        text = tr("{name} restored", name=name or tr("Run {run}", run=str(run)))
        self._change(text, lambda report: restore_run(self._project, run))

    def export(self, facts: RunFacts, output: Path, *, class_names_too: bool) -> None:
        """Write a run into a new file."""
        context = self._context

        def done(report: RunExport) -> None:
            text = tr("{name} written to {file}", name=name_or_number(facts), file=report.output.name)
            context.notifier.say(". ".join((text, *(say(warning) for warning in report.warnings))))

        context.jobs.start(
            tr("Export {name}", name=name_or_number(facts)),
            lambda report: export_run_file(self._project, str(facts.id), output, class_names_too=class_names_too),
            owner=context.history,
            done=done,
            failed=context.notifier.complain_of,
            lane=_LANE,
        )

    def import_file(self, file: Path) -> None:
        """Make a run of a file that was exported, which an undo deletes again."""
        context = self._context

        def done(imported: ImportedRun) -> None:
            facts = imported.run
            if imported.added:
                text = tr("{file} is now run {run}", file=file.name, run=str(facts.id))
                self._did(text, DeleteRun(facts.id))
            else:
                words = tr("{file} is here already, as run {run}: nothing was added", file=file.name, run=str(facts.id))
                context.notifier.say(words)
            if shiboken6.isValid(self):  # Else the page was built anew meanwhile.
                self.imported.emit(facts.id)

        context.jobs.start(
            tr("Import {name}", name=file.name),
            lambda report: import_run_file(self._project, file),
            owner=context.history,
            done=done,
            failed=context.notifier.complain_of,
            lane=_LANE,
        )

    def _change(self, text: str, work: JobWork) -> None:
        done: Callable[[Any], None] = lambda inverse: self._did(text, inverse)  # noqa: E731
        self._context.write(_job(), work, owner=self._context.history, done=done, failed=self._failed)

    def _did(self, text: str, inverse: Change) -> None:
        step = Step(text, inverse, _job(), self._context.changes.runs_changed)
        step.changed.emit(None)
        self._context.decided(step)

    def _failed(self, error: Exception) -> None:
        # A list that showed something else already goes back to what is stored.
        self._context.changes.runs_changed.emit(None)
        self._context.notifier.complain_of(error)


def _job() -> str:
    return tr("Edit runs")
