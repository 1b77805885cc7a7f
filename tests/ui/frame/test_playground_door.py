"""The playground opened from the start page, from a project's rail and from the guide, and the way back."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from workbench.operations.project.opening import new_project
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.guide.guide_links import PlaceLink
from workbench.ui.playground.playground_page import PlaygroundPage

PATIENCE = 60_000


def page_of(window: MainWindow) -> PlaygroundPage:
    assert window.playground.page is not None
    return window.playground.page


def test_it_opens_from_the_start_page_without_a_project_and_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    assert window.playground.page is None
    window.start.playground.click()
    page = page_of(window)
    assert page.isVisible()
    assert window.workspace is None
    page.back.click()
    assert not page.isVisible()
    assert window.start.isVisible()
    window.start.playground.click()
    assert page_of(window) is page
    qtbot.waitUntil(lambda: not window.jobs.listed, timeout=PATIENCE)


def test_it_opens_from_the_rail_of_a_project_and_leads_back_to_its_page(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.mlwb"
    new_project(path).close()
    window.open_project(path)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=PATIENCE)
    workspace = window.workspace
    assert workspace is not None
    workspace.rail.playground.click()
    assert page_of(window).isVisible()
    assert not workspace.isVisible()
    page_of(window).back.click()
    assert workspace.isVisible()
    assert workspace.page.key == "images"


def test_a_link_of_the_guide_shows_it_and_a_link_to_a_page_leaves_it(qtbot: QtBot, window: MainWindow) -> None:
    window.guide.show_place(PlaceLink("playground"))
    assert page_of(window).isVisible()
    window.guide.open_here()
    assert window.guide.guide is not None
    assert window.guide.guide.page == "playground"


def test_it_speaks_the_language_that_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    window.start.playground.click()
    page = page_of(window)
    window.settings.language = "es"
    window.speak_anew()
    qtbot.waitUntil(lambda: page.title.text() == "Zona de juego")
    assert page.isVisible()
    assert page_of(window) is page
    window.settings.language = "en"
    window.speak_anew()
    qtbot.waitUntil(lambda: page.title.text() == "Playground")
