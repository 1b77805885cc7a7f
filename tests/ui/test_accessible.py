"""Whoever cannot see the window or has no mouse: everything says what it is, and Tab reaches it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.learn.learn_parts import fill
from workbench.operations.project.opening import Project
from workbench.ui.frame.workspace import Workspace
from workbench.ui.learn.choosing.search_choice import SearchChoice
from workbench.ui.learn.training_form import TrainingForm
from workbench.ui.pages import PAGES
from workbench.ui.services.project_context import ProjectContext

KEYS = tuple(kind.key for kind in PAGES)


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture
def workspace(qtbot: QtBot, context: ProjectContext) -> Iterator[Workspace]:
    workspace = Workspace(context)
    workspace.resize(1280, 800)
    workspace.show()
    yield workspace
    workspace.leave()
    context.jobs.cancel_all()
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=20_000)
    shiboken6.delete(workspace)


def show(qtbot: QtBot, workspace: Workspace, key: str) -> None:
    workspace.show_page(key)
    qtbot.waitUntil(lambda: not workspace.context.jobs.listed, timeout=20_000)


def focusable(workspace: Workspace) -> list[QWidget]:
    """Return what Tab should reach; a part of another widget leaves the focus to the whole."""
    return [
        widget
        for widget in workspace.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def says(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex())
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""


def reached(first: QWidget) -> list[QWidget]:
    """Return what has the focus as Tab is pressed, until it comes round."""
    first.setFocus()
    widgets: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in widgets:
        widgets.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return widgets


def is_one_of_a_group(widget: QWidget) -> bool:
    """Whether arrows go to it, from the one of its group that is chosen."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked()


@pytest.mark.parametrize("key", KEYS)
def test_everything_that_takes_the_focus_says_what_it_is(qtbot: QtBot, workspace: Workspace, key: str) -> None:
    show(qtbot, workspace, key)
    assert not [widget for widget in focusable(workspace) if not says(widget).strip()]


@pytest.mark.parametrize("key", KEYS)
def test_tab_reaches_every_control(qtbot: QtBot, workspace: Workspace, key: str) -> None:
    show(qtbot, workspace, key)
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    wanted = focusable(workspace)
    visited = reached(wanted[0])
    assert not [widget for widget in wanted if widget not in visited and not is_one_of_a_group(widget)]


@pytest.mark.slow
def test_tab_goes_through_a_form_as_it_is_read(qtbot: QtBot, workspace: Workspace) -> None:
    show(qtbot, workspace, "learn")
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    workspace.pages["learn"].findChildren(SearchChoice)[0].myself.click()
    form = workspace.pages["learn"].findChildren(TrainingForm)[0]
    QApplication.processEvents()  # What is shown now is laid out.
    through = [widget for widget in reached(focusable(workspace)[0]) if form.isAncestorOf(widget)]
    heights = [widget.mapTo(form, widget.rect().topLeft()).y() for widget in through]
    assert len(heights) > 8
    assert heights == sorted(heights)
