"""The context of a page: the open project and the services of the window."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.look.theme import Theme
from workbench.ui.services.changes import Changes
from workbench.ui.services.history import History, Step
from workbench.ui.services.job import Done, Failed, Job, JobWork, Title
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.lanes import WRITING
from workbench.ui.services.notifier import Notifier
from workbench.ui.services.settings import Settings
from workbench.words import Message

if TYPE_CHECKING:
    from workbench.operations.project.opening import Project
    from workbench.ui.services.names import Names
    from workbench.ui.services.search_controller import SearchController
    from workbench.ui.services.thumbnails import Thumbnails
    from workbench.ui.services.training_controller import TrainingController
    from workbench.ui.services.training_queue import TrainingQueue


@dataclass(frozen=True)
class ProjectContext:
    """One open project, which only operations look into, and what is shared by the pages that show it."""

    project: "Project"
    path: Path
    read_only: Message | None  # Why nothing can be changed; None when it can.
    not_backed_up: Message | None  # Why the backup that was due could not be written.
    settings: Settings
    theme: Theme
    jobs: Jobs
    changes: Changes
    history: History
    notifier: Notifier
    thumbnails: "Thumbnails"
    names: "Names"
    training: "TrainingController"  # The one training that can be under way.
    queue: "TrainingQueue"  # The trainings that wait for it.
    search: "SearchController"  # The one search that can be under way.
    # What was chosen on each page that was let go of, by its key: it is built again in another language or look.
    places: dict[str, object] = field(default_factory=dict[str, object])

    @property
    def may_begin_to_learn(self) -> bool:
        """Whether a training could begin: the project can be changed, and none is under way or waits."""
        under_way = self.training.is_busy or self.queue.is_under_way or self.search.is_busy
        return self.read_only is None and not under_way

    def write(
        self, name: Title, work: JobWork, *, owner: QObject, done: Done | None = None, failed: Failed | None = None
    ) -> Job:
        """Start a job that writes what a person decided; such jobs run one after another, in order."""
        return self.jobs.start(name, work, owner=owner, done=done, failed=failed, lane=WRITING)

    def decided(self, step: Step) -> None:
        """Remember a decision that was written, so that it can be undone, and say it."""
        self.history.add(step)
        self.notifier.say(step.text)
