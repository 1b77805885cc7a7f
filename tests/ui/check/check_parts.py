"""A project with a short run, and a person at the page Check."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.made_images import make_nested_tasks
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import TrainingRequest, train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.ui.check.check_page import CheckPage
from workbench.ui.services.project_context import ProjectContext

SHORT = TrainingRequest(
    "prototypical", image_size=16, query=3, episodes=12, episodes_per_step=2, validate_every=6, validation_episodes=4
)
SLOW = 60_000  # milliseconds
Kind = TypeVar("Kind")


def fill(project: Project, folder: Path, requests: Sequence[TrainingRequest] = (SHORT,)) -> None:
    """Import three folders of classes and train on them, once for each request."""
    import_images(project, make_nested_tasks(folder / "images"), ImportRequest(), Silent())
    for request in requests:
        train_approach(project, request, Silent())


def shown(qtbot: QtBot, context: ProjectContext, size: tuple[int, int] = (1000, 700)) -> CheckPage:
    """Return the page as it is when its reading is over."""
    page = CheckPage(context)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.entered()
    settle(qtbot, context)
    return page


def settle(qtbot: QtBot, context: ProjectContext) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=SLOW)


def ask_little(page: CheckPage) -> None:
    """Set the form to what is tested quickly."""
    for field, value in ((page.panel.form.way, 3), (page.panel.form.query, 2), (page.panel.form.episodes, 20)):
        field.setValue(value)


def choose(qtbot: QtBot, page: CheckPage, *keys: str) -> None:
    """Choose these subjects at the left."""
    page.panel.table.select_keys(set(keys), keys[0])
    settle(qtbot, page.context)


def start(qtbot: QtBot, page: CheckPage) -> None:
    """Press the page's button, and wait for what comes of it."""
    qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    settle(qtbot, page.context)


def part(page: CheckPage, kind: type[Kind]) -> Kind:
    """Return the tab of that kind."""
    return next(tab for tab in page.results.parts if isinstance(tab, kind))
