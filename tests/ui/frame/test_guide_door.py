"""The guide opened from anywhere: F1, the buttons, and the links that show a place in the program."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.languages import spoken
from tests.ui.learn.learn_parts import fill
from workbench.operations.project.opening import new_project
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.workspace import Workspace
from workbench.ui.guide.guide_pages import FIRST
from workbench.ui.guide.guide_window import GuideWindow
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.look.theme import Theme
from workbench.ui.pages import PAGES
from workbench.ui.services.settings import Settings

PATIENCE = 60_000


def guide_of(window: MainWindow) -> GuideWindow:
    assert window.guide.guide is not None
    return window.guide.guide


def press_f1(qtbot: QtBot, window: MainWindow) -> GuideWindow:
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    return guide_of(window)


@pytest.fixture
def workspace(qtbot: QtBot, window: MainWindow, templates: ProjectTemplates, tmp_path: Path) -> Workspace:
    path = tmp_path / "a.mlwb"
    with new_project(path) as project:
        templates.fill(project, fill, tmp_path)
    window.open_project(path)
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: MainWindow) -> Workspace:
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=PATIENCE)
    assert window.workspace is not None
    return window.workspace


def test_nothing_of_the_guide_is_read_before_it_is_opened(window: MainWindow) -> None:
    assert window.guide.guide is None
    assert window.findChildren(GuideWindow) == []


def test_f1_opens_the_guide_beside_the_start_page(qtbot: QtBot, window: MainWindow) -> None:
    guide = press_f1(qtbot, window)
    assert guide.isVisible()
    assert not guide.isModal()
    assert guide.page == FIRST
    guide.go_to("reptile")
    guide.close()
    (button,) = [button for button in window.findChildren(QPushButton) if button.text() == "Guide"]
    button.click()
    assert guide_of(window) is guide
    assert (guide.isVisible(), guide.page) == (True, "reptile")


def test_the_guide_closes_with_the_window(qtbot: QtBot, theme: Theme, settings: Settings) -> None:
    with spoken("en"):
        window = MainWindow(settings, theme)
        window.show()
        guide = press_f1(qtbot, window)
        guide.go_to("mann")
        with qtbot.waitSignal(window.closed, timeout=PATIENCE):
            window.stop_and_close()
        assert not guide.isVisible()
        assert settings.text("guide.page") == "mann"
        shiboken6.delete(window)


def test_the_guide_speaks_the_language_that_is_chosen_and_stays_at_its_page(qtbot: QtBot, window: MainWindow) -> None:
    guide = press_f1(qtbot, window)
    guide.go_to("transfer")
    window.settings.language = "es"
    window.speak_anew()
    assert guide_of(window) is guide
    assert guide.page == "transfer"
    assert guide.reader.toPlainText().startswith("Aprendizaje por transferencia")


def test_f1_opens_the_page_that_fits_what_is_shown(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    for kind in PAGES:
        workspace.show_page(kind.key)
        assert press_f1(qtbot, window).page == kind.key


def test_a_link_shows_the_page_that_it_speaks_of_or_what_that_waits_for(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    guide = press_f1(qtbot, window)
    guide.reader.anchorClicked.emit(QUrl("workbench:page/label"))
    assert workspace.page.key == "label"
    qtbot.waitUntil(lambda: bool(workspace.rail.steps["export"].waits_for), timeout=PATIENCE)
    guide.reader.anchorClicked.emit(QUrl("workbench:page/export"))
    assert workspace.page.key == "label"
    assert guide.notice.text() == workspace.rail.steps["export"].waits_for
    guide.reader.anchorClicked.emit(QUrl("workbench:example"))
    assert window.workspace is workspace
    assert "example" in guide.notice.text()


@pytest.mark.slow
def test_a_link_to_an_approach_shows_its_card_and_f1_there_leads_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    guide = press_f1(qtbot, window)
    guide.reader.anchorClicked.emit(QUrl("workbench:approach/reptile"))
    page = workspace.page
    assert isinstance(page, LearnPage)
    qtbot.waitUntil(lambda: page.guide_page() == "reptile", timeout=PATIENCE)
    form = page.new_run.form
    assert form is not None
    assert form.approaches.chosen.name == "reptile"
    card = form.approaches.cards["reptile"]
    area = page.new_run.area.viewport()
    qtbot.waitUntil(lambda: 0 <= card.mapTo(area, card.rect().topLeft()).y() < area.height())
    guide.go_to(FIRST)
    form.details.more.click()
    assert guide.page == "reptile"
    guide.go_to(FIRST)
    assert press_f1(qtbot, window).page == "reptile"
    page.new_run.choice.for_me.setChecked(True)
    assert press_f1(qtbot, window).page == "learn"


@pytest.mark.slow
def test_without_a_project_a_link_shows_the_place_in_the_example(qtbot: QtBot, window: MainWindow) -> None:
    guide = press_f1(qtbot, window)
    guide.reader.anchorClicked.emit(QUrl("workbench:page/check"))
    assert guide.notice.text()
    workspace = opened(qtbot, window)
    assert workspace.page.key == "check"
    assert "Workbench example" in str(workspace.context.path)
    assert not guide.notice.text()
