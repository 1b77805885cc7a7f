"""`compare` on the command line: the sentence first, the table after it, everything as JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import import_and_train, import_nested_tasks
from tests.project_templates import PROJECT, ProjectTemplates
from workbench.cli.app import run

pytestmark = pytest.mark.usefixtures("known_features")

SMALL = ["--way", "3", "--query", "2", "--episodes", "4"]


@pytest.fixture
def imported(templates: ProjectTemplates, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A project without a run."""
    templates.put(import_nested_tasks, tmp_path / PROJECT, tmp_path)
    capsys.readouterr()
    return str(tmp_path / PROJECT)


@pytest.fixture
def project(templates: ProjectTemplates, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A project with a run."""
    templates.put(import_and_train, tmp_path / PROJECT, tmp_path)
    capsys.readouterr()
    return str(tmp_path / PROJECT)


@pytest.mark.slow
def test_the_sentence_comes_first_and_everything_is_in_the_json(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", project, "--runs", "1", *SMALL]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(".")
    assert "accuracy" in lines[1]
    assert any(line.startswith("Prototypical Networks (run 1)") for line in lines)
    assert run(["compare", project, "--runs", "1,latest", *SMALL, "--shots", "--steps", "--json"]) == 0
    comparison = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert {row["key"] for row in comparison["rows"]} == {"1", "pixels", "pretrained"}
    assert {"sentence", "digest", "device", "chance", "request", "notes", "id", "created_at"} <= set(comparison)
    assert comparison["rows"][0]["figures"]["accuracy"] >= comparison["rows"][1]["figures"]["accuracy"]
    assert {line["key"] for line in comparison["shots"]["lines"]} == {"1", "pixels", "pretrained"}
    assert "adapts in steps" in comparison["steps"]["sentence"]
    assert comparison["doubts"] is None
    for row in comparison["rows"]:
        assert {"difference", "ci95", "ci95_classes", "chosen_on", "seeds", "transductive"} <= set(row)
        assert row["transductive"] is False
        assert row["chosen_on"] in ("meta-validation", "meta-test")
    (mine,) = (row for row in comparison["rows"] if row["key"] == "1")
    assert mine["difference"] == mine["figures"]["to_baseline"]["mean"]
    assert mine["seeds"] == [mine["figures"]["accuracy"]]


@pytest.mark.slow
def test_doubts_are_said_of_each_run_and_of_the_folders(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", project, *SMALL, "--doubts", "--json"]) == 0
    doubts = json.loads(capsys.readouterr().out.splitlines()[-1])["doubts"]
    assert [row["run"] for row in doubts["runs"]] == [1]
    assert all(row["gap"]["sentence"] and row["distance"]["ratio"] > 0 for row in doubts["runs"])
    assert 0 <= doubts["diversity"]["value"] <= 1


@pytest.mark.parametrize("arguments", [["--runs", "9"], ["--role", "auto"], ["--shot", "0"], ["--device", "abacus"]])
def test_bad_input_is_refused_in_one_sentence(
    imported: str, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", imported, *SMALL, *arguments]) == 2
    assert capsys.readouterr().err.strip().endswith(".")
