"""The command that searches for the best way to learn."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.made_images import make_classes, make_nested_tasks
from tests.operations.search.made_searches import REQUEST, found_run, make_search
from workbench.cli.app import run
from workbench.facts import Fact, fact
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project, open_to_work
from workbench.operations.runs.listing import describe_runs
from workbench.operations.search.history import describe_searches
from workbench.operations.tasks.import_images import ImportRequest, import_images

KEYS = {
    "run", "approach", "encoder", "accuracy", "ci95", "baseline", "baseline_accuracy", "difference", "difference_ci95",
    "trials", "seconds", "sentence",
}  # fmt: skip


def project_in(folder: Path, images: Path) -> Path:
    path = folder / "p.mlwb"
    with new_project(path) as made:
        import_images(made, images, ImportRequest(), Silent())
    return path


@pytest.mark.slow
@pytest.mark.usefixtures("known_features")
def test_it_finds_a_run_and_goes_on_when_it_is_given_more_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project_in(tmp_path, make_nested_tasks(tmp_path / "images"))
    command = ["search", str(path), "--way", "3", "--shot", "1", "--device", "cpu", "--alone", "--json"]
    assert run([*command, "--minutes", "0.2", "--trials", "0"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert found.keys() >= KEYS
    assert (found["run"], found["difference"], found["learned"]) == (found["baseline"], None, None)
    assert f"{100 * found['accuracy']:.1f}" in found["sentence"]
    with open_to_work(path) as project:
        assert [(facts.id, facts.is_usable) for facts in describe_runs(project)] == [(found["run"], True)]
    assert run(["search", str(path), "--resume"]) == 0
    assert found["sentence"] in capsys.readouterr().out


def test_it_says_with_how_much_was_tried_and_that_it_is_less_than_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project_in(tmp_path, make_nested_tasks(tmp_path / "images"))
    with open_to_work(path) as project:
        make_search(project, found=found_run(1), request=replace(REQUEST, asked_way=50))
    assert run(["search", str(path), "--resume"]) == 0
    assert "3-way 1-shot, as the images allow no more of the 50-way 1-shot asked for" in capsys.readouterr().out
    assert run(["search", str(path), "--resume", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["way"], told["shot"], told["asked_way"], told["asked_shot"]) == (3, 1, 50, 1)


def test_too_few_classes_are_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project_in(tmp_path, make_classes(tmp_path / "images", classes=2, images=3))
    assert run(["search", str(path)]) == 2
    assert "at least 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["--resume"], ["--minutes", "0"], ["--minutes", "inf"], ["--way", "1"], ["--engine", "mainframe"]]
)
def test_what_it_cannot_do_it_says(tmp_path: Path, arguments: list[str]) -> None:
    assert run(["search", str(project_in(tmp_path, make_nested_tasks(tmp_path / "images"))), *arguments]) == 2


def searched_in(path: Path, *, failure: Fact | None) -> None:
    """Write into a project a search that is over, after two minutes; with a failure it found nothing."""
    with open_to_work(path) as project:
        record = make_search(project, found=None if failure else found_run(1))
        record.keep_failure(failure)


def test_a_search_that_already_took_as_long_says_so_and_does_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project_in(tmp_path, make_nested_tasks(tmp_path / "images"))
    searched_in(path, failure=None)
    assert run(["search", str(path), "--resume", "--minutes", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["run"], told["state"]) == (1, "finished")
    assert "2.00 min" in told["note"]
    assert "1.00" in told["note"]
    assert run(["search", str(path), "--resume", "--minutes", "1"]) == 0
    assert told["note"] in capsys.readouterr().out
    with open_to_work(path) as project:
        (facts,) = describe_searches(project)
    assert (facts.seconds, facts.request.seconds) == (120.0, REQUEST.seconds)


def test_why_a_search_found_nothing_is_its_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project_in(tmp_path, make_nested_tasks(tmp_path / "images"))
    failure = fact("episodes.too_few_classes")
    searched_in(path, failure=failure)
    assert run(["search", str(path), "--resume", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["run"], told["sentence"]) == (None, str(failure))
    assert "nothing more is done" in told["note"]
    assert run(["search", str(path), "--resume"]) == 0
    assert str(failure) in capsys.readouterr().out
