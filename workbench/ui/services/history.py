"""What a person decided, step by step, so that each step can be undone and done again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

UndoWork = Callable[[], None]


@dataclass(frozen=True)
class UndoStep:
    """One decision: what it was, in words, and the calls that undo it and do it again.

    Both only start their work, which the jobs' writing lane does in the order it was asked for.
    """

    text: str
    undo: UndoWork
    redo: UndoWork


class History(QObject):
    """The decisions of one project since it was opened, newest last."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []

    def add(self, step: UndoStep) -> None:
        """Remember a decision that was just made; what had been undone can no longer be done again."""
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()

    def undo(self) -> str | None:
        """Undo the newest decision and return its words; None when there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        step.undo()
        self.changed.emit()
        return step.text

    def redo(self) -> str | None:
        """Do again what was undone last and return its words; None when there is nothing."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        step.redo()
        self.changed.emit()
        return step.text

    @property
    def next_undo(self) -> str | None:
        """The words of what would be undone next."""
        return self._done[-1].text if self._done else None
