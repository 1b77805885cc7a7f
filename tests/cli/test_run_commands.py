"""Runs are named, noted, deleted, restored, exported and imported on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Terminal, import_and_train, import_nested_tasks
from tests.operations.search.made_searches import make_search
from tests.project_templates import ProjectTemplates
from workbench.cli.app import run
from workbench.operations.project.opening import open_to_work
from workbench.operations.search.trial_runs import drop_weights

pytestmark = pytest.mark.usefixtures("known_features")


@pytest.fixture
def trained(templates: ProjectTemplates, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Terminal:
    return Terminal(capsys, tmp_path).given(templates, import_and_train, tmp_path)


def test_a_name_and_a_note_are_listed(trained: Terminal) -> None:
    (listed,) = trained.json("runs")["runs"]
    assert (listed["name"], listed["remark"], listed["deleted"]) == (None, None, False)
    changes = ("--rename", "1", "pollen, 5 examples", "--note", "latest", "for the poster")
    (listed,) = trained.json("runs", *changes)["runs"]
    assert (listed["name"], listed["remark"], listed["deleted"]) == ("pollen, 5 examples", "for the poster", False)
    out = trained("runs")[1]
    assert "pollen, 5 examples" in out
    assert "for the poster" in out
    assert trained.json("runs", "--rename", "1", "")["runs"][0]["name"] is None


def test_a_deleted_run_is_listed_apart_and_restored(trained: Terminal) -> None:
    assert trained.json("runs", "--delete", "latest") == {"runs": []}
    (deleted,) = trained.json("runs", "--deleted")["runs"]
    assert (deleted["run"], deleted["deleted"]) == (1, True)
    assert "deleted" in trained.refusal("evaluate", "--run", "1")
    assert "no run yet" in trained.refusal("runs", "--delete", "latest")
    assert "no run 7" in trained.refusal("runs", "--restore", "7")
    assert "no run latest" in trained.refusal("runs", "--restore", "latest")
    (restored,) = trained.json("runs", "--restore", "1")["runs"]
    assert (restored["run"], restored["deleted"]) == (1, False)
    assert trained.json("runs", "--deleted") == {"runs": []}


def test_of_several_changes_all_are_made_or_none(trained: Terminal) -> None:
    trained.refusal("runs", "--rename", "1", "pollen", "--delete", "7")
    assert trained.json("runs")["runs"][0]["name"] is None
    trained.refusal("runs", "--rename", "1", "pollen", "--note", "1", "x" * 10_001)
    assert trained.json("runs")["runs"][0]["name"] is None


def test_compact_says_before_what_it_removes_for_good(trained: Terminal) -> None:
    trained("runs", "--delete", "1")
    code, out, err = trained("compact")
    assert code == 0
    assert "1 deleted run (" in err
    assert "1 deleted run removed" in out
    assert trained.json("runs", "--deleted") == {"runs": []}
    assert trained.json("compact")["removed"] == 0
    assert trained("check")[0] == 0


def test_a_run_goes_to_another_project(
    trained: Terminal, templates: ProjectTemplates, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    trained("runs", "--rename", "1", "pollen")
    file = tmp_path / "pollen.safetensors"
    written = trained.json("export-run", "1", "--output", file)
    assert (written["run"], written["bytes"]) == (1, file.stat().st_size)
    assert "already exists" in trained.refusal("export-run", "1", "--output", file)
    assert "no run 9" in trained.refusal("export-run", "9", "--output", tmp_path / "9.safetensors")
    other = str(tmp_path / "other.mlwb")
    assert run(["new", other]) == 0
    capsys.readouterr()
    assert run(["import-run", other, str(file), "--json"]) == 0
    imported = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (imported["run"], imported["name"], imported["state"]) == (1, "pollen", "finished")
    assert any("pollen.safetensors" in note for note in imported["notes"])
    assert run(["import-run", other, str(file), "--json"]) == 0
    once_more = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (imported["added"], once_more["added"], once_more["run"]) == (True, False, 1)
    assert run(["import-run", other, str(file)]) == 0
    assert "run 1, which is here already" in capsys.readouterr().out
    assert run(["import-run", other, str(file), "--again", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["run"] == 2
    assert run(["import-run", other, str(file), "--again"]) == 0
    said = capsys.readouterr().out
    assert "is now run 3" in said
    assert "pollen.safetensors" in said
    assert "GPU" not in said
    assert run(["check", other]) == 0
    capsys.readouterr()
    file.write_bytes(file.read_bytes()[:-9])
    assert run(["import-run", other, str(file)]) == 2
    assert "damaged" in capsys.readouterr().err


def test_class_names_are_left_out_of_the_file_if_asked(trained: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "run.safetensors"
    trained("export-run", "latest", "--output", file, "--no-class-names")
    assert b"class_" not in file.read_bytes()


def test_without_a_run_there_is_nothing_to_export(
    templates: ProjectTemplates, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    terminal = Terminal(capsys, tmp_path).given(templates, import_nested_tasks, tmp_path)
    assert "no run yet" in terminal.refusal("export-run", "latest", "--output", tmp_path / "run.safetensors")
    assert "No run is deleted." in terminal("runs", "--deleted")[1]


def test_a_run_whose_weights_a_search_dropped_is_listed_as_that(trained: Terminal, tmp_path: Path) -> None:
    with open_to_work(Path(trained.project)) as project:
        make_search(project, run=1)
        drop_weights(project, 1)
    assert "dropped after a search" in trained("runs")[1]
    assert trained.json("runs")["runs"][0]["weights_dropped"]
    refusal = trained.refusal("export-run", "1", "--output", tmp_path / "run.safetensors")
    assert "best trainings only" in refusal
