"""An open project that is damaged: what is whole is shown, and a repair is offered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.faults.damaged_values import damage, whole_project
from tests.ui.frame.test_main_window import opened
from workbench.folders import backups_folder
from workbench.operations.runs.listing import list_runs
from workbench.store.project import open_project
from workbench.store.project_check import check_open_project
from workbench.ui.check.check_page import CheckPage
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.repaired import RepairedDialog
from workbench.ui.label.label_page import LabelPage
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import say


def damaged_run(tmp_path: Path) -> Path:
    """Return a project of which a run is damaged, and all else is whole."""
    path = whole_project(tmp_path)
    damage(path, "UPDATE runs SET approach = 'prototypicax' WHERE id = (SELECT min(id) FROM runs)")
    return path


def offers_of_repair(window: MainWindow) -> list[QPushButton]:
    return [act for act in window.findChildren(QPushButton) if act.text() == "Repair into a new file"]


@pytest.mark.timeout(120)
def test_a_damaged_run_hides_nothing_else_and_is_named_on_every_page_that_lists_runs(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = damaged_run(tmp_path)
    window.open_project(path)
    workspace = opened(qtbot, window)
    complaints = list[str]()
    workspace.context.notifier.complained_of_damage.connect(complaints.append)
    whole = len(list_runs(workspace.context.project).runs)
    workspace.show_page("label")
    labelled = workspace.page
    assert isinstance(labelled, LabelPage)
    qtbot.waitUntil(lambda: labelled.reading.sources is not None, timeout=20_000)
    qtbot.waitUntil(lambda: bool(labelled.labelling.classes), timeout=20_000)
    workspace.show_page("learn")
    learned = workspace.page
    assert isinstance(learned, LearnPage)
    qtbot.waitUntil(lambda: "Run 1" in learned.run_panel.damaged.text(), timeout=20_000)
    assert learned.run_panel.list.runs.rowCount() == whole
    workspace.show_page("check")
    checked = workspace.page
    assert isinstance(checked, CheckPage)
    qtbot.waitUntil(lambda: "Run 1" in checked.panel.damaged.text(), timeout=20_000)
    assert len(offers_of_repair(window)) == 1
    assert not complaints


@pytest.mark.timeout(120)
def test_an_open_project_that_is_damaged_is_offered_to_be_repaired(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = damaged_run(tmp_path)
    window.open_project(path)
    workspace = opened(qtbot, window)

    def fail(report: object) -> None:
        raise ValueError("what nothing can be made of")

    workspace.context.jobs.start("work", fail, owner=workspace)
    qtbot.waitUntil(lambda: bool(workspace.banners.complaint), timeout=20_000)
    assert "`" not in workspace.banners.complaint
    offers_of_repair(window)[-1].click()
    qtbot.waitUntil(lambda: bool(window.findChildren(RepairedDialog)), timeout=20_000)
    (dialog,) = window.findChildren(RepairedDialog)
    assert path.with_stem(f"{path.stem} repaired").exists()
    dialog.open_it.click()
    repaired = opened(qtbot, window)
    assert list_runs(repaired.context.project).damaged == ()


def test_what_is_damaged_is_named_in_the_language_of_the_window(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    path = whole_project(tmp_path)
    damage(path, "UPDATE runs SET seconds = seconds + 1")
    with open_project(path, backups=backups_folder()) as project:
        (fault,) = check_open_project(project).faults
    assert say(fault).startswith("Runs: ")
    settings.language = "es"
    window.speak_anew()
    assert say(fault).startswith("Entrenamientos: ")
