"""The dialog after a repair: summed up first, what a person decided before all else, in the person's language."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.operations.project.test_repair_project import damage
from tests.ui.languages import spoken
from workbench.folders import backups_folder
from workbench.operations.progress import Silent
from workbench.operations.project.opening import open_for_window
from workbench.operations.project.repair.repair_project import repair_project
from workbench.operations.project.repair.repair_report import RepairReport
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.repaired import RepairedDialog

OLD = Path(__file__).parents[2] / "store" / "old_projects" / "schema_4.mlwb"


@pytest.fixture
def report(tmp_path: Path) -> RepairReport:
    """What became of a project that lost a label, an image and the weights of a run, and kept a class as it was."""
    path = Path(shutil.copy(OLD, tmp_path / "trees.mlwb"))
    open_for_window(path).close()
    shutil.rmtree(backups_folder())
    damage(
        path,
        "UPDATE labels SET who = 'eve' WHERE id = 5",
        "DELETE FROM checkpoints WHERE id = 12",
        "UPDATE classes SET name = 'x' WHERE id = 3",
        "DELETE FROM images WHERE id = 1",
    )
    return repair_project(path, tmp_path / "new.mlwb", Silent())


def cells(dialog: RepairedDialog) -> list[list[str]]:
    table = dialog.table
    items = [[table.itemAtPosition(row, column) for column in range(5)] for row in range(table.rowCount())]
    widgets = [[item.widget() for item in row if item is not None] for row in items]
    return [[widget.text() for widget in row if isinstance(widget, QLabel)] for row in widgets]


def test_what_a_person_decided_comes_first_in_the_table_and_in_the_list(qtbot: QtBot, report: RepairReport) -> None:
    with spoken("en"):
        dialog = RepairedDialog(report)
    qtbot.addWidget(dialog)
    assert "1" in dialog.lost.text()
    assert cells(dialog)[1] == ["Labels", "18", "0", "0", "1"]
    assert [row[0] for row in cells(dialog)[2:5]] == ["Examples", "Images", "Learned weights"]
    (classes,) = [row for row in cells(dialog) if row[0] == "Classes of folders"]
    assert classes[2:] == ["0", "1", "0"]
    lines = dialog.rows.toPlainText().splitlines()
    assert lines[0].startswith("Labels, number 5: lost")
    assert "image: " in lines[0]
    assert "decision: " in lines[0]
    assert len(lines) == len(report.rows)


def test_all_that_it_says_is_in_the_language_of_the_person(qtbot: QtBot, report: RepairReport) -> None:
    with spoken("es"):
        dialog = RepairedDialog(report)
    qtbot.addWidget(dialog)
    assert cells(dialog)[1][0] == "Etiquetas"
    lines = dialog.rows.toPlainText().splitlines()
    assert lines[0].startswith("Etiquetas, número 5: perdida")
    assert not {"lost", "kept", "number"} & set(" ".join(lines).replace(":", "").split())


def test_a_text_file_is_said_to_be_no_project_and_nothing_is_offered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "notes.mlwb"
    path.write_text("Dear diary, today it rained.\n" * 30)
    window.open_project(path)
    qtbot.waitUntil(lambda: bool(window.complaint), timeout=20_000)
    assert "is not a project" in window.complaint
    assert "Repair into a new file" not in {act.text() for act in window.findChildren(QPushButton)}
