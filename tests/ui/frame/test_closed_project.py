"""After a project was closed nothing of it is left: no listener, page or word, and no error when anything changes."""

import gc
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.leaks import listeners, listening_since
from tests.project_templates import ProjectTemplates
from tests.ui.frame.test_main_window import opened
from tests.ui.label.label_parts import fill
from workbench.operations.project.opening import Project, new_project
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.look.tokens import LIGHT

PAGES = ("images", "learn", "check", "label", "export")


def make(path: Path, folder: Path) -> object:
    """Make a project in which every page has something to show."""
    with new_project(path) as project:
        return fill(project, folder)


@pytest.fixture
def path(templates: ProjectTemplates, tmp_path: Path) -> Path:
    templates.put(make, tmp_path / "full.mlwb", tmp_path)
    return tmp_path / "full.mlwb"


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.jobs.listed, timeout=60_000)


def show_all(qtbot: QtBot, window: MainWindow) -> None:
    workspace = opened(qtbot, window)
    for key in PAGES:
        workspace.show_page(key)
        settle(qtbot, window)


def close(qtbot: QtBot, window: MainWindow) -> None:
    window.close_project()
    qtbot.waitUntil(lambda: window.workspace is None, timeout=60_000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # A page that was about to go may have asked for something more, which ends when it finds the project closed. Until
    # then its thread holds what it is about.
    settle(qtbot, window)


def change_everything(window: MainWindow) -> None:
    for scheme in ("dark", "light", "dark"):
        window.settings.scheme = scheme
        window.theme.apply()
    for language in ("es", "en"):
        window.settings.language = language
        window.speak_anew()
    window.jobs.changed.emit()


@pytest.mark.slow
def test_nothing_listens_or_lives_on_after_a_project_was_closed(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    qtbot.waitUntil(lambda: window.loaded, timeout=60_000)
    settle(qtbot, window)
    before = listeners([window.theme, window.jobs, window])
    window.open_project(path)
    show_all(qtbot, window)
    window.speak_anew()
    show_all(qtbot, window)
    workspace = opened(qtbot, window)
    gone = [weakref.ref(part) for part in (workspace, workspace.context.project, workspace.context.history)]
    gone += [weakref.ref(page) for page in workspace.pages.values()]
    del workspace
    close(qtbot, window)
    assert listening_since(before, [window.theme, window.jobs, window]) == []
    gc.unfreeze()  # Set aside by what took long to load.
    gc.collect()
    assert [part() for part in gone if part() is not None] == []
    with qtbot.captureExceptions() as raised:
        change_everything(window)
    assert raised == []


@pytest.mark.slow
def test_what_ends_after_the_project_was_closed_says_nothing(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.open_project(path)
    workspace = opened(qtbot, window)
    settle(qtbot, window)
    gate, project = threading.Event(), workspace.context.project
    said: list[object] = []

    def late(nothing: object) -> None:
        # What ended although it was asked to stop may begin something else.
        window.jobs.start("again", lambda report: read(project), owner=window, done=said.append)

    window.jobs.start("first", lambda report: gate.wait(10), owner=window, done=late)
    with qtbot.captureExceptions() as raised:
        window.close_project()
        gate.set()
        qtbot.waitUntil(lambda: window.workspace is None, timeout=60_000)
        settle(qtbot, window)
    assert raised == []
    assert window.complaint == ""


@pytest.mark.slow
def test_what_a_page_still_asks_of_a_closed_project_is_not_answered(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.open_project(path)
    project = opened(qtbot, window).context.project
    settle(qtbot, window)
    close(qtbot, window)
    heard: list[object] = []
    with qtbot.captureExceptions() as raised:
        window.jobs.failed.connect(heard.append)
        window.jobs.start("late", lambda report: read(project), owner=window, done=heard.append, failed=heard.append)
        settle(qtbot, window)
    assert (heard, raised, window.complaint) == ([], [], "")


def read(project: Project) -> str:
    with project.read():
        return "read"


@pytest.mark.slow
def test_pages_that_are_not_shown_are_built_again_after_the_appearance_changed(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.open_project(path)
    show_all(qtbot, window)
    workspace = opened(qtbot, window)
    workspace.show_page("label")
    settle(qtbot, window)
    label = workspace.page
    images = weakref.ref(workspace.pages["images"])
    window.settings.scheme = "dark" if window.theme.colors is LIGHT else "light"
    window.theme.apply()
    assert workspace.page is label
    assert list(workspace.pages) == ["label"]
    settle(qtbot, window)
    gc.collect()
    assert images() is None
    show_all(qtbot, window)
    assert set(workspace.pages) == set(PAGES)
