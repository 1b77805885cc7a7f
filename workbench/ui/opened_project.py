"""Puts an open project on the bench: its history, its changes and its thumbnails, and the pages around them."""

from typing import Any

from workbench.operations.thumbnails import thumbnail
from workbench.ui.bench import Bench, Voice
from workbench.ui.changes import Changes
from workbench.ui.history import History
from workbench.ui.jobs import Jobs
from workbench.ui.names import Names
from workbench.ui.settings import Settings
from workbench.ui.theme import Theme
from workbench.ui.thumbnails import Thumbnails
from workbench.ui.training_desk import TrainingDesk
from workbench.ui.training_queue import TrainingQueue
from workbench.ui.workspace import Workspace


def bench_for(project: Any, settings: Settings, theme: Theme, jobs: Jobs) -> Bench:
    """Return the bench of a project that was just opened."""
    changes = Changes()
    desk = TrainingDesk(project, jobs, changes)
    return Bench(
        project=project,
        path=project.path,
        read_only=project.read_only_reason,
        settings=settings,
        theme=theme,
        jobs=jobs,
        changes=changes,
        history=History(),
        voice=Voice(),
        thumbnails=Thumbnails(thumbnail),
        names=Names(jobs),
        training=desk,
        queue=TrainingQueue(desk),
    )


def workspace_for(project: Any, settings: Settings, theme: Theme, jobs: Jobs) -> Workspace:
    """Return the workspace of a project that was just opened."""
    return Workspace(bench_for(project, settings, theme, jobs))
