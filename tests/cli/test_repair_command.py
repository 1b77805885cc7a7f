"""`check` names what is damaged, and `repair` makes a new project of what is whole."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import rmtree

import pytest

from tests.store.parts import add_label, add_task, renamed_after_a_kill
from workbench.cli.app import run
from workbench.folders import backups_folder
from workbench.operations.project.opening import new_project


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A project whose two folders have changed since its backup, behind the program's back."""
    path = tmp_path / "birds.mlwb"
    with new_project(path) as project:
        add_task(project, "first")
        add_label(project)
        project.back_up(backups_folder())
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE tasks SET name = 'x' || name")
    return path


def test_check_names_the_table_and_how_much_of_it_is_whole(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(damaged), "--json"]) == 1
    checked = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert checked["tables"]["tasks"] == {"whole": 0, "damaged": 2}
    assert checked["tables"]["labels"] == {"whole": 1, "damaged": 0}
    assert run(["check", str(damaged)]) == 1
    assert "tasks: 0 whole, 2 damaged" in capsys.readouterr().out


def test_check_promises_nothing_of_backups_where_there_are_none(
    damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(damaged)]) == 1
    with_one = next(line for line in capsys.readouterr().out.splitlines() if "`repair` makes" in line)
    rmtree(backups_folder())
    assert run(["check", str(damaged)]) == 1
    without = next(line for line in capsys.readouterr().out.splitlines() if "`repair` makes" in line)
    assert ("backup" in with_one, "backup" in without) == (True, False)


def test_repair_says_by_table_what_is_whole_and_what_the_backup_gave(
    damaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, new = damaged.read_bytes(), tmp_path / "new.mlwb"
    assert run(["repair", str(damaged), "--output", str(new), "--json"]) == 0
    report = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (report["whole"]["tasks"], report["damaged"]["tasks"], report["from_backup"]["tasks"]) == (0, 2, 2)
    assert (report["whole"]["labels"], report["damaged"]["labels"], report["complete"]) == (1, 0, True)
    assert report["rows"][0]["differences"] == [{"column": "name", "damaged": "xfirst", "repaired": "first"}]
    assert damaged.read_bytes() == before
    assert run(["check", str(new)]) == 0


def test_repair_says_row_by_row_what_differs(damaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["repair", str(damaged), "--output", str(tmp_path / "new.mlwb")]) == 0
    out = capsys.readouterr().out
    assert "tasks: 0 whole, 2 damaged, 2 from a backup" in out
    assert "name: 'xfirst' → 'first'" in out


def test_a_project_may_be_named_from_the_folder_it_lies_in(damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(damaged.parent)
    assert run(["repair", damaged.name, "--output", "new.mlwb"]) == 0
    assert run(["check", "new.mlwb"]) == 0


def test_repair_never_writes_over_a_file(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["repair", str(damaged), "--output", str(damaged)]) == 2
    assert "already exists" in capsys.readouterr().err


def test_repair_makes_one_project_of_a_renamed_one_and_the_changes_beside_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    new = renamed_after_a_kill(tmp_path)
    before = [new.read_bytes(), (tmp_path / "old.mlwb-wal").read_bytes()]
    assert run(["runs", str(new)]) == 2
    assert "old.mlwb-wal" in capsys.readouterr().err
    assert run(["check", str(new)]) == 1
    capsys.readouterr()
    assert run(["repair", str(new), "--output", str(tmp_path / "whole.mlwb"), "--json"]) == 0
    values = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (values["log"], values["whole"]["tasks"]) == (str(tmp_path / "old.mlwb-wal"), 2)
    assert [new.read_bytes(), (tmp_path / "old.mlwb-wal").read_bytes()] == before
    (tmp_path / "apart").mkdir()
    whole = (tmp_path / "whole.mlwb").rename(tmp_path / "apart" / "whole.mlwb")
    assert run(["check", str(whole)]) == 0
