"""What the program leaves behind when it is interrupted, and whose it is."""

from pathlib import Path

import pytest

from tests.store.parts import renamed_after_a_kill
from workbench.folders import backups_folder
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import new_project
from workbench.operations.project.strays import strays_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    new_project(tmp_path / "birds.mlwb").close()
    return tmp_path / "birds.mlwb"


@pytest.mark.parametrize(
    "name",
    [
        "birds.mlwb.0123abcd.new",
        "copy.mlwb.0123abcd.new",
        ".labels.csv.0123abcd.part",
        ".labels.0123abcd.export",
        ".whole.mlwb.0123abcd.repair",
        "gone.mlwb-wal",
    ],
)
def test_what_an_interruption_leaves_is_listed(path: Path, name: str) -> None:
    (path.parent / name).write_bytes(b"half")
    [stray] = strays_of(path)
    assert name in str(stray)
    assert not check_project(path, Silent()).sound


@pytest.mark.parametrize("name", ["birds.mlwb.new", "birds.mlwb.lock", "letter.partial", ".labels.export", "note.new"])
def test_files_of_a_person_are_not(path: Path, name: str) -> None:
    (path.parent / name).write_bytes(b"mine")
    assert strays_of(path) == []


def test_a_backup_that_was_interrupted_is_listed(path: Path) -> None:
    with new_project(path.parent / "other.mlwb") as project:
        backup = project.back_up(backups_folder())
    (backup.parent / "20260101T000000.000000Z.partial").write_bytes(b"half")
    [stray] = strays_of(path.parent / "other.mlwb")
    assert ".partial" in str(stray)


def test_changes_of_a_renamed_project_are_damage_that_check_names(tmp_path: Path) -> None:
    report = check_project(renamed_after_a_kill(tmp_path), Silent())
    assert not report.sound
    assert "old.mlwb-wal" in str(report.damage[0])
