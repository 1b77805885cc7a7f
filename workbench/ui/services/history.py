"""The decisions of a person, step by step, so that each step can be undone and redone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from workbench.operations.change import Change
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.lanes import WRITING
from workbench.ui.services.notifier import Notifier

if TYPE_CHECKING:
    from workbench.operations.project.opening import Project


REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")  # People know the one or the other.


@dataclass(frozen=True)
class Step:
    """One decision that was written: what it was, in words, and the change that undoes it."""

    text: str
    inverse: Change
    job: str  # what the list of jobs calls it
    changed: SignalInstance  # of Changes: emitted whenever it was undone or redone
    initiator: object = None  # who made it; it shows an undo or redo at once, on `reversing`
    subject: object = None  # what the initiator needs in order to show it


@dataclass
class _Entry:
    """A step, and the change that reverses it: an undo while it is done, a redo while it is undone."""

    step: Step
    turn: Change | None  # None: it can be reversed no more


class History(QObject):
    """The decisions of one project since it was opened, newest last, and the one place that undoes them."""

    changed = Signal()
    reversing = Signal(Step, bool)  # A step that is about to be undone (True) or redone (False).
    written = Signal(Step)  # The undo or redo is in the project file now.

    def __init__(self, project: "Project", jobs: Jobs, notifier: Notifier) -> None:
        super().__init__()
        self._project = project
        self._jobs = jobs
        self._notifier = notifier
        self._done: list[_Entry] = []
        self._undone: list[_Entry] = []

    def add(self, step: Step) -> None:
        """Remember a decision that was just written; what had been undone can no longer be redone."""
        self._done.append(_Entry(step, step.inverse))
        self._undone.clear()
        self.changed.emit()

    def undo(self) -> str | None:
        """Undo the newest decision and return its words; None when there is none."""
        return self._move(self._done, self._undone)

    def redo(self) -> str | None:
        """Redo what was undone last and return its words; None when there is nothing."""
        return self._move(self._undone, self._done)

    @property
    def next_undo(self) -> str | None:
        """The words of the step that would be undone next."""
        return self._done[-1].step.text if self._done else None

    @property
    def next_redo(self) -> str | None:
        """The words of the step that would be done again next."""
        return self._undone[-1].step.text if self._undone else None

    def _move(self, source: list[_Entry], target: list[_Entry]) -> str | None:
        if not source:
            return None
        entry = source.pop()
        target.append(entry)
        self.reversing.emit(entry.step, target is self._undone)
        self._write(entry)
        self.changed.emit()
        return entry.step.text

    def _write(self, entry: _Entry) -> None:
        step = entry.step

        def work(report: Report) -> Change | None:
            # Read only now: an earlier undo or redo of the entry has replaced its inverse.
            return entry.turn.apply(self._project) if entry.turn is not None else None

        def done(inverse: Change | None) -> None:
            entry.turn = inverse
            if inverse is not None:
                step.changed.emit(step.initiator)
                self.written.emit(step)

        def failed(error: Exception) -> None:
            self._forget(entry)
            # What is shown of it may be wrong.
            step.changed.emit(None)
            self._notifier.complain_of(error)

        self._jobs.start(step.job, work, owner=self, done=done, failed=failed, lane=WRITING)

    def _forget(self, entry: _Entry) -> None:
        entry.turn = None
        self._done = [other for other in self._done if other is not entry]
        self._undone = [other for other in self._undone if other is not entry]
        self.changed.emit()
