"""The window around the pages: opening, closing, language, appearance, and what goes wrong."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.faults.damaged_values import damage, whole_project
from tests.store.parts import a_file_in_place_of, add_task, renamed_after_a_kill
from workbench.folders import backups_folder, logs_folder
from workbench.operations.project.opening import is_damage, new_project
from workbench.operations.runs.trained import load_trained
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.ui.controls.text import label
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.repaired import RepairedDialog
from workbench.ui.frame.report import ReportDialog
from workbench.ui.frame.settings_dialog import SettingsDialog
from workbench.ui.frame.workspace import Workspace
from workbench.ui.look.tokens import DARK, LIGHT
from workbench.ui.services.settings import Settings


def opened(qtbot: QtBot, window: MainWindow) -> Workspace:
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    assert window.workspace is not None
    return window.workspace


def buttons(window: MainWindow) -> set[str]:
    return {button.text() for button in window.findChildren(QPushButton) if button.isVisibleTo(window)}


def test_a_new_project_opens_with_its_five_steps_and_is_recent_afterwards(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.new_project(tmp_path / "Pollen.mlwb")
    workspace = opened(qtbot, window)
    assert list(workspace.rail.steps) == ["images", "learn", "check", "label", "export"]
    assert workspace.page.key == "images"
    assert window.windowTitle() == "Pollen"
    assert "unsaved" not in window.windowTitle()
    assert window.settings.recent() == (tmp_path / "Pollen.mlwb",)


def test_a_step_that_cannot_run_says_on_a_click_what_it_waits_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.new_project(tmp_path / "a.mlwb")
    workspace = opened(qtbot, window)
    learn = workspace.rail.steps["learn"]
    qtbot.waitUntil(lambda: bool(learn.waits_for))
    learn.click()
    assert workspace.page.key == "images"
    assert "import a folder" in workspace.status.text.text()
    assert learn.toolTip() == learn.waits_for


def test_a_file_that_is_no_project_is_refused_on_the_start_page(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.mlwb"
    letter.write_text("Dear reader")
    window.open_project(letter)
    qtbot.waitUntil(lambda: bool(window.complaint), timeout=20_000)
    assert "letter.mlwb" in window.complaint
    assert window.start.new.isEnabled()
    assert letter.read_text() == "Dear reader"


@pytest.mark.slow
def test_a_project_open_elsewhere_opens_read_only_and_says_so(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with new_project(tmp_path / "shared.mlwb"):
        window.open_project(tmp_path / "shared.mlwb")
        workspace = opened(qtbot, window)
        assert workspace.context.read_only is not None
        shown = [words.text() for words in workspace.banners.findChildren(type(label()))]
        assert any("another window" in text for text in shown)
        window.close_project()
        qtbot.waitUntil(lambda: window.workspace is None)


def test_only_the_complaint_that_is_taken_back_goes(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.new_project(tmp_path / "a.mlwb")
    workspace = opened(qtbot, window)
    notifier, banners = workspace.context.notifier, workspace.banners
    notifier.complain("The disk is full.")
    notifier.withdraw("The folder is gone.")
    assert banners.complaint == "The disk is full."
    notifier.withdraw("The disk is full.")
    assert banners.complaint == ""


def test_closing_a_project_goes_back_to_the_start_page_and_lets_others_open_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.mlwb"
    window.new_project(path)
    opened(qtbot, window)
    window.close_project()
    qtbot.waitUntil(lambda: window.workspace is None, timeout=20_000)
    assert {"New project…", "Open project…", "Try the example", "a"} <= buttons(window)
    assert [file.name for file in tmp_path.iterdir()] == ["a.mlwb"]


@pytest.mark.slow
def test_the_language_changes_at_once_and_the_page_stays(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.new_project(tmp_path / "a.mlwb")
    opened(qtbot, window).show_page("learn")
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.language.setCurrentIndex(dialog.language.findData("es"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    workspace = opened(qtbot, window)
    assert workspace.page.key == "learn"
    assert "Imágenes" in workspace.rail.steps["images"].text()
    assert Settings().language == "es"


def test_the_appearance_changes_at_once(qtbot: QtBot, window: MainWindow) -> None:
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    for scheme, colors in (("dark", DARK), ("light", LIGHT)):
        dialog.scheme.setCurrentIndex(dialog.scheme.findData(scheme))
        dialog.scheme.activated.emit(dialog.scheme.currentIndex())
        assert window.theme.colors is colors
        assert QApplication.palette().window().color().name().upper() == colors.page


def test_what_should_not_have_happened_is_shown_once_with_a_report_to_copy(qtbot: QtBot, window: MainWindow) -> None:
    def broken(report: object) -> None:
        raise ZeroDivisionError("a bug for the test")

    window.jobs.start("Break", broken, owner=window)
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is not None)
    dialogs = window.findChildren(ReportDialog)
    assert len(dialogs) == 1
    assert "a bug for the test" in dialogs[0].findChildren(QPlainTextEdit)[0].toPlainText()
    assert "a bug for the test" in (logs_folder() / "errors.log").read_text()
    dialogs[0].accept()


@pytest.mark.slow
def test_a_project_opens_on_the_page_where_it_was_left(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.new_project(tmp_path / "a.mlwb")
    opened(qtbot, window).show_page("check")
    window.close_project()
    qtbot.waitUntil(lambda: window.workspace is None, timeout=20_000)
    window.open_project(tmp_path / "a.mlwb")
    assert opened(qtbot, window).page.key == "check"


def test_a_project_that_lost_its_file_says_so_when_it_is_closed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.new_project(tmp_path / "a.mlwb")
    opened(qtbot, window)
    (tmp_path / "a.mlwb").unlink()
    window.close_project()
    qtbot.waitUntil(lambda: window.workspace is None, timeout=20_000)
    assert "moved" in window.complaint


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_either_of_the_keys_people_know_does_again_what_was_undone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    window.new_project(tmp_path / "a.mlwb")
    workspace = opened(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key, modifiers)
    assert workspace.status.text.text() == "There is nothing to redo."


@pytest.mark.slow
def test_a_damaged_project_is_offered_to_be_repaired_and_the_new_one_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.mlwb"
    with new_project(path) as project:
        for number in range(40):
            add_task(project, f"{number} " * 100)
        project.back_up(backups_folder())
    content = path.read_bytes()
    damaged = content[: 4096 * 9] + bytes(4096) + content[4096 * 10 :]
    path.write_bytes(damaged)
    window.open_project(path)
    qtbot.waitUntil(lambda: bool(window.complaint), timeout=20_000)
    (repair,) = [act for act in window.findChildren(QPushButton) if act.text() == "Repair into a new file"]
    repair.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(RepairedDialog)), timeout=20_000)
    (dialog,) = window.findChildren(RepairedDialog)
    assert "a repaired.mlwb" in dialog.summary
    assert path.read_bytes() == damaged
    dialog.open_it.click()
    workspace = opened(qtbot, window)
    assert workspace.context.path == tmp_path / "a repaired.mlwb"
    assert len(describe_tasks(workspace.context.project)) == 40


def test_what_fails_because_of_damage_names_it_and_the_backup_and_is_no_bug(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = whole_project(tmp_path)
    window.open_project(path)
    workspace = opened(qtbot, window)
    backup = max(backups_folder().glob("*/*.mlwb"))
    damage(path, "UPDATE runs SET approach = 'protXtypical', settings = replace(settings, 'cosine', 'c)sine')")

    def fail(report: object) -> None:
        raise ValueError("what nothing can be made of")

    project, errors = workspace.context.project, list[Exception]()
    for work in (lambda report: load_trained(project, "1", "cpu"), fail):
        workspace.context.jobs.start("work", work, owner=workspace, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 2, timeout=20_000)
    assert all(is_damage(error) and str(backup) in str(error) for error in errors)
    assert not window.findChildren(ReportDialog)


@pytest.mark.slow
def test_of_a_project_with_two_names_a_copy_is_offered_and_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with new_project(tmp_path / "birds.mlwb") as project:
        add_task(project, "first")
    (tmp_path / "link.mlwb").hardlink_to(tmp_path / "birds.mlwb")
    window.open_project(tmp_path / "birds.mlwb")
    workspace = opened(qtbot, window)
    assert workspace.context.read_only is not None
    [offer] = workspace.banners.findChildren(QPushButton)
    offer.click()
    dialog = workspace.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "copy.mlwb"))
    qtbot.waitUntil(lambda: window.workspace not in (None, workspace), timeout=20_000)
    assert window.workspace is not None
    context = window.workspace.context
    assert (context.path.name, context.read_only) == ("copy.mlwb", None)
    assert [task.name for task in describe_tasks(context.project)] == ["first"]


@pytest.mark.slow
def test_changes_beside_a_renamed_project_are_offered_and_taken_in(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    new = renamed_after_a_kill(tmp_path)
    window.open_project(new)
    qtbot.waitUntil(lambda: bool(window.complaint), timeout=20_000)
    assert "old.mlwb-wal" in window.complaint
    next(button for button in window.findChildren(QPushButton) if button.text() == "Take in the changes").click()
    workspace = opened(qtbot, window)
    assert [task.name for task in describe_tasks(workspace.context.project)] == ["first", "second"]
    assert not (tmp_path / "old.mlwb-wal").exists()


@pytest.mark.slow
def test_a_project_without_a_backup_opens_and_a_banner_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    new_project(tmp_path / "a.mlwb").close()
    a_file_in_place_of(backups_folder())
    window.open_project(tmp_path / "a.mlwb")
    workspace = opened(qtbot, window)
    assert "work goes on without it" in workspace.banners.complaint
    workspace.show_page("images")
    assert workspace.context.read_only is None
