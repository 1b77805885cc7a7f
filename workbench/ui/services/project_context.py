"""What a page is handed: the open project and the window's parts around it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from workbench.ui.look.theme import Theme
from workbench.ui.services.changes import Changes
from workbench.ui.services.history import History, UndoStep
from workbench.ui.services.jobs import WRITING, Done, Failed, Jobs, JobWork
from workbench.ui.services.settings import Settings
from workbench.words import Message

if TYPE_CHECKING:
    from workbench.ui.services.names import Names
    from workbench.ui.services.thumbnails import Thumbnails
    from workbench.ui.services.training_controller import TrainingController
    from workbench.ui.services.training_queue import TrainingQueue


class Notifier(QObject):
    """How a page speaks: one line at the bottom, a complaint on top, or a wish to go elsewhere."""

    said = Signal(str)  # What just happened.
    complained = Signal(str)
    withdrew = Signal(str)  # A complaint that no longer holds.
    requested = Signal(str)  # The key of a page to go to.

    def say(self, text: str) -> None:
        """Say in the line at the bottom what just happened."""
        self.said.emit(text)

    def complain(self, text: str) -> None:
        """Say once, above the page, what went wrong and what to do."""
        self.complained.emit(text)

    def withdraw(self, text: str) -> None:
        """Take a complaint back, where that is the one still shown."""
        self.withdrew.emit(text)

    def go_to(self, page: str) -> None:
        """Show the page of that key."""
        self.requested.emit(page)


@dataclass(frozen=True)
class ProjectContext:
    """One open project on the bench; `project` is an opaque handle that only operations look into."""

    project: Any
    path: Path
    read_only: Message | None  # Why nothing can be changed; None when it can.
    settings: Settings
    theme: Theme
    jobs: Jobs
    changes: Changes
    history: History
    notifier: Notifier
    thumbnails: "Thumbnails"
    names: "Names"
    training: "TrainingController"  # The one training that can be under way.
    queue: "TrainingQueue"  # Those that come after it.

    def write(
        self, name: str, work: JobWork, *, owner: QObject, done: Done | None = None, failed: Failed | None = None
    ):
        """Start a job that writes what a person decided; such jobs run one after another, in order."""
        return self.jobs.start(name, work, owner=owner, done=done, failed=failed, lane=WRITING)

    def decided(self, step: UndoStep) -> None:
        """Remember a decision that was written, so that it can be undone, and say it."""
        self.history.add(step)
        self.notifier.say(step.text)
