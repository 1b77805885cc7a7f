"""The tour: five steps over the pages of a real project, offered once, skipped with Escape, repeated from the guide."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.languages import LANGUAGES
from tests.ui.learn.learn_parts import fill
from workbench.folders import free_example_folder
from workbench.operations.project.opening import new_project
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.workspace import Workspace
from workbench.ui.look.theme import Theme
from workbench.ui.pages import PAGES
from workbench.ui.services.settings import Settings
from workbench.ui.tour.tour_view import TourView

PATIENCE = 60_000


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> Workspace:
    window.open_project(path)
    return of(qtbot, window)


def of(qtbot: QtBot, window: MainWindow) -> Workspace:
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.jobs.listed, timeout=PATIENCE)
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def workspace(qtbot: QtBot, window: MainWindow, templates: ProjectTemplates, tmp_path: Path) -> Workspace:
    path = tmp_path / "a.mlwb"
    with new_project(path) as project:
        templates.fill(project, fill, tmp_path)
    return opened(qtbot, window, path)


def tour_of(window: MainWindow) -> TourView:
    assert window.tour.view is not None
    return window.tour.view


def place_of(widget: QWidget, workspace: Workspace) -> QRect:
    return QRect(widget.mapTo(workspace, QPoint(0, 0)), widget.size())


def press(window: MainWindow, key: Qt.Key) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def assert_nothing_is_cut_off(view: TourView, workspace: Workspace) -> None:
    callout = view.callout
    assert workspace.rect().contains(callout.geometry())
    assert not callout.geometry().intersects(view.target)
    for words in callout.findChildren(QLabel):
        if words.isVisible():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
    for act in callout.findChildren(QPushButton):
        if act.isVisible():
            assert act.width() >= act.sizeHint().width(), act.text()
            assert callout.rect().contains(act.geometry())


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_steps_lead_through_the_pages_and_nothing_is_cut_off(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, language: str
) -> None:
    window.resize(1024, 640)
    window.settings.language = language
    window.speak_anew()
    workspace = of(qtbot, window)
    assert not window.settings.knows_tour
    window.tour.begin()
    assert window.settings.knows_tour
    view = tour_of(window)
    assert not view.callout.back.isEnabled()
    shown = list[QRect]()
    for number, kind in enumerate(PAGES, 1):
        qtbot.waitUntil(lambda: not window.jobs.listed, timeout=PATIENCE)
        waits_for = workspace.rail.steps[kind.key].waits_for
        assert view.callout.title.text() == workspace.rail.steps[kind.key].name
        assert str(number) in view.callout.count.text()
        assert view.callout.text.text() in view.callout.accessibleDescription()
        assert view.callout.waits_for.text() == waits_for
        if waits_for:
            assert view.target == place_of(workspace.rail.steps[kind.key], workspace)
        else:
            assert workspace.page.key == kind.key
            assert place_of(workspace.page, workspace).contains(view.target)
        assert_nothing_is_cut_off(view, workspace)
        shown.append(view.target)
        press(window, Qt.Key.Key_Return)
    assert len({target.getRect() for target in shown}) == 5
    assert window.tour.view is None


def test_it_is_left_with_escape_and_goes_back(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    window.guide.open()
    assert window.guide.guide is not None
    window.guide.guide.tour.click()
    assert not window.guide.guide.isVisible()  # It would cover what is shown.
    view = tour_of(window)
    view.callout.next.click()
    view.callout.back.click()
    assert workspace.page.key == "images"
    press(window, Qt.Key.Key_Escape)
    assert window.tour.view is None
    window.tour.begin()
    workspace.rail.steps["check"].setFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.tour.view is None


def test_it_follows_what_it_points_at_and_all_can_be_used_meanwhile(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.tour.begin()
    view = tour_of(window)
    view.callout.next.click()
    view.callout.next.click()
    act = workspace.page.head.act  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: view.target == place_of(act, workspace))
    window.resize(1400, 800)
    qtbot.waitUntil(lambda: workspace.width() == 1400 and view.target == place_of(act, workspace))
    assert_nothing_is_cut_off(view, workspace)
    assert workspace.childAt(view.target.center()) is act  # What is clicked there is not the ring around it.
    # A person who goes elsewhere is shown the way back.
    QTest.mouseClick(workspace.rail.steps["images"], Qt.MouseButton.LeftButton)
    assert workspace.page.key == "images"
    qtbot.waitUntil(lambda: view.target == place_of(workspace.rail.steps["check"], workspace))
    workspace.show_page("check")
    qtbot.waitUntil(lambda: view.target == place_of(act, workspace))
    workspace.rail.playground.click()
    assert not view.callout.isVisible()
    window.playground.leave()
    assert view.callout.isVisible()


def test_it_goes_on_in_another_language_and_ends_with_the_project(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.tour.begin()
    tour_of(window).callout.next.click()
    window.settings.language = "es"
    window.speak_anew()
    view = tour_of(window)
    assert (view.callout.title.text(), view.callout.count.text()) == ("Aprender", "2 de 5")
    assert view.parentWidget() is window.workspace
    window.theme.apply()
    window.close_project()
    qtbot.waitUntil(lambda: window.workspace is None, timeout=PATIENCE)
    assert window.tour.view is None


def test_where_a_step_is_locked_the_tour_shows_it_in_the_rail(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    new_project(tmp_path / "a.mlwb").close()
    workspace = opened(qtbot, window, tmp_path / "a.mlwb")
    window.tour.begin()
    view = tour_of(window)
    for key in ("learn", "check", "label", "export"):
        view.callout.next.click()
        assert workspace.page.key == "images"
        assert view.target == place_of(workspace.rail.steps[key], workspace)
        assert view.callout.waits_for.isVisible()


def test_the_offer_is_not_made_again_to_whoever_declines_it(window: MainWindow) -> None:
    assert window.start.offer.isVisible()
    assert window.start.new.hasFocus() or window.focusWidget() is window.start.new
    window.start.offer.decline.click()
    assert not window.start.offer.isVisible()
    window.speak_anew()
    assert not window.start.offer.isVisible()


def test_without_a_project_the_tour_is_in_the_example_that_was_opened_last(qtbot: QtBot, window: MainWindow) -> None:
    path = free_example_folder("Workbench example") / "Example.mlwb"
    path.parent.mkdir(parents=True)
    new_project(path).close()
    opened(qtbot, window, path)
    window.close_project()
    qtbot.waitUntil(lambda: window.workspace is None, timeout=PATIENCE)
    assert window.start.offer.isHidden()  # Whoever has a project is not new.
    window.tour.begin()
    assert of(qtbot, window).context.path == path
    assert tour_of(window).callout.isVisible()


def test_a_tour_whose_example_was_cancelled_is_not_sprung_on_another_project(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: window.loaded, timeout=PATIENCE)
    window.start.offer.show_tour.click()
    assert window.start.busy.job is not None  # The example is being drawn.
    window.start.busy.job.cancel()
    qtbot.waitUntil(window.start.example.isEnabled, timeout=PATIENCE)
    assert window.start.offer.isVisible()
    new_project(tmp_path / "a.mlwb").close()
    opened(qtbot, window, tmp_path / "a.mlwb")
    assert window.tour.view is None


def used_and_closed(qtbot: QtBot, settings: Settings, theme: Theme) -> "weakref.ref[MainWindow]":
    """Open a window and all its doors and close it again; nothing here refers to it any more."""
    window = MainWindow(settings, theme)
    window.show()
    qtbot.waitUntil(lambda: window.loaded, timeout=PATIENCE)
    window.guide.open()
    window.playground.open()
    with qtbot.waitSignal(window.closed, timeout=PATIENCE):
        window.stop_and_close()
    return weakref.ref(window)


def test_a_window_that_was_closed_is_freed(qtbot: QtBot, theme: Theme, settings: Settings) -> None:
    left = used_and_closed(qtbot, settings, theme)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None
