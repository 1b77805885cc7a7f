"""The language and the look change while work goes on: titles follow, places stay, and no stray window appears."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.learn.learn_parts import SHORT, fill
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.runs.training import train_approach
from workbench.store.project import Project
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.settings_dialog import SettingsDialog
from workbench.ui.frame.workspace import Workspace
from workbench.ui.images.images_page import ImagesPage
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.services.job_report import Report
from workbench.ui.services.lanes import IMPORTING, LEARNING, MEASURING
from workbench.ui.services.translation import tr
from workbench.words import message

PATIENCE = 60_000


class StrayWindows(QObject):
    """Takes down every widget that appears as a window of its own, if only for a moment."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen += [type(watched).__name__] if watched is not self._window else []
        return False


@pytest.fixture
def strays(window: MainWindow, qapp: QApplication) -> Iterator[StrayWindows]:
    strays = StrayWindows(window)
    qapp.installEventFilter(strays)
    yield strays
    qapp.removeEventFilter(strays)


def fill_with_runs(project: Project, folder: Path) -> None:
    """Import three small tasks, and train twice on them."""
    fill(project, folder)
    for _ in range(2):
        train_approach(project, SHORT, Silent())


@pytest.fixture
def workspace(qtbot: QtBot, window: MainWindow, templates: ProjectTemplates, tmp_path: Path) -> Workspace:
    path = tmp_path / "a.mlwb"
    with new_project(path) as project:
        templates.fill(project, fill_with_runs, tmp_path)
    window.open_project(path)
    return of(qtbot, window)


def of(qtbot: QtBot, window: MainWindow) -> Workspace:
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=PATIENCE)
    assert window.workspace is not None
    return window.workspace


def turn(window: MainWindow, language: str, scheme: str) -> None:
    """Choose another language and another look, as the settings do."""
    window.settings.language, window.settings.scheme = language, scheme
    window.theme.apply()
    window.speak_anew()


def goes_on(report: Report) -> None:
    """Work until it is stopped."""
    never = threading.Event()
    while not never.wait(0.01):
        report.report(0.5, message("Loading"))


@pytest.mark.slow
def test_work_under_way_is_called_in_the_new_language_and_nothing_flashes_up(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, strays: StrayWindows
) -> None:
    for lane in (IMPORTING, LEARNING, MEASURING):
        window.jobs.start(lambda: tr("Learn"), goes_on, owner=window, lane=lane)
    qtbot.waitUntil(lambda: len(workspace.jobs.rows) >= 3, timeout=PATIENCE)
    for key in ("images", "learn", "check", "label", "export"):
        of(qtbot, window).show_page(key)
        turn(window, "es", "dark")
        anew = of(qtbot, window)
        assert anew.page.key == key
        assert {row.name.text() for row in anew.jobs.rows} >= {"Aprender"}
        assert "Learn" not in {row.name.text() for row in anew.jobs.rows}
        assert not anew.jobs.isHidden()
        turn(window, "en", "light")
    assert strays.seen == []
    window.jobs.cancel_all()
    qtbot.waitUntil(lambda: window.jobs.is_idle, timeout=PATIENCE)


@pytest.mark.slow
def test_the_tab_and_the_run_stay_chosen_on_learn(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    workspace.show_page("learn")
    page = workspace.page
    assert isinstance(page, LearnPage)
    qtbot.waitUntil(lambda: len(page.run_panel.list.runs.rows) == 2, timeout=PATIENCE)
    page.tabs.setCurrentWidget(page.run_panel)
    page.run_panel.list.setCurrentIndex(page.run_panel.list.runs.index(1))
    assert page.facts is not None
    chosen = page.facts.id
    turn(window, "es", "dark")
    anew = of(qtbot, window).page
    assert isinstance(anew, LearnPage)
    assert anew.tabs.currentWidget() is anew.run_panel
    qtbot.waitUntil(lambda: anew.facts is not None, timeout=PATIENCE)
    assert anew.facts is not None
    assert anew.facts.id == chosen


@pytest.mark.slow
def test_the_folder_and_the_class_stay_chosen_on_images_also_on_a_page_that_is_hidden(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    page = workspace.page
    assert isinstance(page, ImagesPage)
    folders = page.folders.folders
    qtbot.waitUntil(lambda: folders.rows.rowCount() == 4, timeout=PATIENCE)
    folders.setCurrentIndex(folders.rows.index(2))
    assert folders.task is not None
    task, some = folders.task.id, set(page.classes.classes.ids_of([1, 2]))
    page.classes.select(some)
    workspace.show_page("export")
    window.settings.scheme = "dark"
    window.theme.apply()
    workspace.show_page("images")
    anew = workspace.page
    assert isinstance(anew, ImagesPage)
    assert anew is not page
    qtbot.waitUntil(lambda: anew.folders.folders.rows.rowCount() == 4, timeout=PATIENCE)
    assert anew.folders.folders.task is not None
    assert anew.folders.folders.task.id == task
    assert set(anew.classes.selected_ids()) == some


def test_a_project_that_is_being_opened_opens_also_when_the_language_changes_meanwhile(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    new_project(tmp_path / "a.mlwb").close()
    window.open_project(tmp_path / "a.mlwb")
    turn(window, "es", "dark")
    assert not window.start.new.isEnabled()
    assert "Abriendo" in window.start.busy.text.text()
    assert of(qtbot, window).context.path == tmp_path / "a.mlwb"


def test_the_settings_stay_open_and_speak_the_language_that_was_chosen(
    qtbot: QtBot, window: MainWindow, strays: StrayWindows
) -> None:
    window.show_settings()
    (dialog,) = window.findChildren(SettingsDialog)
    before = dialog.pos()
    dialog.language.setCurrentIndex(dialog.language.findData("es"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert window.findChildren(SettingsDialog) == [dialog]
    assert (dialog.isVisible(), dialog.windowTitle(), dialog.pos()) == (True, "Ajustes", before)
    assert dialog.language.currentData() == "es"
    assert strays.seen == ["SettingsDialog"]
    dialog.accept()


def test_the_settings_are_as_large_as_what_they_say_in_each_language(qtbot: QtBot, window: MainWindow) -> None:
    window.show_settings()
    (dialog,) = window.findChildren(SettingsDialog)
    heights = list[int]()
    for language in ("en", "es", "en"):
        dialog.language.setCurrentIndex(dialog.language.findData(language))
        dialog.language.activated.emit(dialog.language.currentIndex())
        dialog.grab()
        for words in dialog.findChildren(QLabel):
            if words.isVisible():
                assert words.height() >= words.heightForWidth(words.width()), words.text()
        for act in dialog.findChildren(QPushButton):
            assert act.width() >= act.sizeHint().width(), act.text()
        heights.append(dialog.height())
    assert heights[0] == heights[2]
    dialog.accept()
