"""Builds what the pages of an open project share, its history, changes and thumbnails, and the pages themselves."""

from workbench.operations.project.opening import Project
from workbench.operations.tasks.thumbnails import image_thumbnail
from workbench.ui.frame.workspace import Workspace
from workbench.ui.look.theme import Theme
from workbench.ui.services.changes import Changes
from workbench.ui.services.history import History
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.names import Names
from workbench.ui.services.notifier import Notifier
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.search_controller import SearchController
from workbench.ui.services.settings import Settings
from workbench.ui.services.thumbnails import Thumbnails
from workbench.ui.services.training_controller import TrainingController
from workbench.ui.services.training_queue import TrainingQueue


def context_for(project: Project, settings: Settings, theme: Theme, jobs: Jobs) -> ProjectContext:
    """Return what the pages of a project that was just opened share."""
    changes, notifier = Changes(), Notifier()
    jobs.within = project.naming_damage
    controller = TrainingController(project, jobs, changes)
    return ProjectContext(
        project=project,
        path=project.path,
        read_only=project.read_only_reason,
        not_backed_up=project.not_backed_up,
        settings=settings,
        theme=theme,
        jobs=jobs,
        changes=changes,
        history=History(project, jobs, notifier),
        notifier=notifier,
        thumbnails=Thumbnails(image_thumbnail),
        names=Names(jobs),
        training=controller,
        queue=TrainingQueue(controller),
        search=SearchController(project, jobs, changes),
    )


def workspace_for(project: Project, settings: Settings, theme: Theme, jobs: Jobs) -> Workspace:
    """Return the workspace of a project that was just opened."""
    return Workspace(context_for(project, settings, theme, jobs))
