"""The command that trains a plan of runs."""

import json
from pathlib import Path

import pytest

from tests.made_images import make_nested_tasks
from tests.operations.conftest import SHORT
from tests.operations.engines.test_train_many import ENTRIES, ENTRY, plan_of
from workbench.cli.app import run
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.tasks.import_images import ImportRequest, import_images


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.mlwb"
    with new_project(path) as made:
        import_images(made, make_nested_tasks(tmp_path / "images"), ImportRequest(), Silent())
    return path


@pytest.mark.slow
def test_a_plan_is_trained_gone_on_with_and_shown(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = plan_of(tmp_path, [*ENTRIES, ENTRY | {"episodes": 0}])
    command = ["train-many", str(project), str(plan), "--device", "cpu", "--json"]
    assert run([*command, "--workers", "2"]) == 0
    values = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert sorted(found["run"] for found in values["runs"]) == [1, 2, 3, 4]
    assert {found["state"] for found in values["runs"]} == {"finished"}
    assert (values["finished_before"], values["failed"]) == (0, [])
    assert run([*command, "--resume"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["finished_before"] == 4
    assert run([name for name in command if name != "--json"] + ["--resume"]) == 0
    assert "4 runs were finished before." in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--workers", "0"], ["--engine", "mainframe"], ["--address", "localhost:1"]])
def test_what_it_cannot_do_it_says_in_a_sentence(project: Path, tmp_path: Path, arguments: list[str]) -> None:
    assert run(["train-many", str(project), str(plan_of(tmp_path, [ENTRY])), *arguments]) == 2


def test_train_itself_wants_at_least_one_episode(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", str(project), "--approach", SHORT.approach, "--episodes", "0"]) == 2
    assert "episodes" in capsys.readouterr().err
