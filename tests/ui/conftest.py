"""Tests of the window need no display; a context is what every page is handed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.leaks import listeners, listening_since
from tests.project_templates import PROJECT, ProjectTemplates
from tests.ui.label.label_parts import Labeller, fill
from workbench.errors import UserError
from workbench.operations.project.opening import Project
from workbench.ui.frame.opened_project import context_for
from workbench.ui.look.theme import Theme
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import say

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What a page decided is undone after the page was built anew: these listeners are no widgets, and live as long as the
# history has steps of theirs.
OF_THE_PROJECT = ("History.reversing(PyObject,bool)", "History.written(PyObject)")


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Also a test without widgets needs one: without an application Qt takes no translator."""
    return qapp


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def theme(qapp: QApplication, settings: Settings) -> Iterator[Theme]:
    theme = Theme(qapp, settings)
    before = listeners([theme])
    yield theme
    left = listening_since(before, [theme])
    shiboken6.delete(theme)
    assert not left, f"Something listens longer than its window lives: {', '.join(left)}."


@pytest.fixture
def project(templates: ProjectTemplates, tmp_path: Path) -> Iterator[Project]:
    """An empty project; a test file whose pages need more in it has a `project` fixture of its own."""
    with templates.new(tmp_path / PROJECT) as made:
        yield made


@pytest.fixture
def context(qtbot: QtBot, project: Project, settings: Settings, theme: Theme) -> Iterator[ProjectContext]:
    """What the pages of the project share; what fails is complained of as the window does, and a bug fails the test."""
    context = context_for(project, settings, theme, Jobs())

    def on_failed(error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        context.notifier.complain(say(error.text))

    context.jobs.failed.connect(on_failed)
    services = [service for service in vars(context).values() if isinstance(service, QObject)]
    before = listeners(services)
    yield context
    context.jobs.cancel_all()
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=20_000)
    # Before garbage is looked for on any thread again: a widget must be deleted by this one.
    assert context.thumbnails.close(5)
    context.jobs.close(0)
    left = [words for words in listening_since(before, services) if not words.endswith(OF_THE_PROJECT)]
    context.jobs.failed.disconnect(on_failed)
    assert not left, f"Something listens longer than its page lives: {', '.join(left)}."


@pytest.fixture
def said(context: ProjectContext) -> Iterator[list[str]]:
    """What was said in the line at the bottom, in order."""
    words: list[str] = []
    context.notifier.said.connect(words.append)
    yield words
    context.notifier.said.disconnect(words.append)


@pytest.fixture
def complaints(context: ProjectContext) -> Iterator[list[str]]:
    """What was complained of above the page, in order."""
    words: list[str] = []
    context.notifier.complained.connect(words.append)
    yield words
    context.notifier.complained.disconnect(words.append)


@pytest.fixture
def truth(templates: ProjectTemplates, project: Project, tmp_path: Path) -> dict[str, str]:
    """A run and a pile to label in the project; the class of each file."""
    return templates.fill(project, fill, tmp_path)


@pytest.fixture
def labeller(qtbot: QtBot, truth: object, context: ProjectContext) -> Labeller:
    """A person at the page Label."""
    return Labeller(qtbot, context)


@pytest.fixture
def ready(labeller: Labeller, tmp_path: Path) -> Labeller:
    """With examples, and proposals for all images."""
    labeller.take_examples(tmp_path)
    return labeller
