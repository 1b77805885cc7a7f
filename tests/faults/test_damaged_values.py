"""Commands on projects that hold what no project of ours holds: a sentence, never a traceback."""

import contextlib
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.faults.damaged_values import DAMAGES, commands, damage, endings, whole_project
from workbench.cli.app import run
from workbench.errors import UserError
from workbench.folders import backups_folder
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import is_damage, open_for_window
from workbench.operations.runs.listing import describe_runs, list_runs
from workbench.operations.runs.trained import load_trained
from workbench.store.integrity import DamagedProject
from workbench.store.models import Run
from workbench.store.project import open_project
from workbench.store.project_check import check_open_project

# What a flipped byte makes of the words and figures of a run.
OF_A_RUN = {
    "its approach": "UPDATE runs SET approach = 'protXtypical', settings = replace(settings, 'prototypical', 'proXo')",
    "its approach beside its settings": "UPDATE runs SET approach = 'x' || approach",
    "its network": "UPDATE runs SET settings = replace(settings, 'conv4', 'cXnv4')",
    "the size of its images": "UPDATE runs SET settings = replace(settings, 'size\": 16', 'size\": 96')",
    "an option": "UPDATE runs SET settings = replace(settings, 'cosine', 'c)sine')",
    "its weights": "UPDATE checkpoints SET weights = zeroblob(length(weights))",
    "the state of a checkpoint": "UPDATE checkpoints SET state = '{\"x\": 1}'",
}
SOME = (
    "settings of a run are no JSON",
    "a label has no date",
    "the state of an image is none of ours",
    "a class's name is no text",
    "the table of runs is gone",
)


@pytest.mark.parametrize("table", ["runs", "images", "labels"])
def test_a_check_of_a_project_that_lacks_a_table_says_so(table: str, tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    damage(path, DAMAGES[f"the table of {table} is gone"])
    report = check_project(path, Silent())
    assert not report.sound
    assert table in {checked.name for checked in report.tables}


def list_runs_and_fail(path: Path) -> None:
    with open_project(path, backups=backups_folder(), read_only=True) as project:
        describe_runs(project)
        raise ValueError("what an operation makes of it later")


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", SOME)
def test_every_command_on_a_damaged_project_ends_with_a_sentence(name: str, tmp_path: Path) -> None:
    for ending in endings(tmp_path, {name: DAMAGES[name]}):
        assert ending.code is not None, ending
        assert ending.words


@pytest.mark.parametrize("name", [name for name, statement in DAMAGES.items() if "UPDATE runs SET s" in statement])
def test_what_is_met_while_a_project_is_read_is_named_with_its_backup(name: str, tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    damage(path, DAMAGES[name])
    content = path.read_bytes()
    with pytest.raises(DamagedProject) as met:
        list_runs_and_fail(path)
    assert str(path) in str(met.value.text)
    assert str(backups_folder()) in str(met.value.text)
    assert is_damage(met.value)
    assert path.read_bytes() == content


def test_an_error_with_no_damage_behind_it_stays_what_it_is(tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    with open_project(path, backups=backups_folder()) as project:
        for work in (project.read, project.write):
            with pytest.raises(ValueError, match="mine"), work():
                raise ValueError("mine")
    with pytest.raises(ValueError, match="mine"), open_project(path, backups=backups_folder()):
        raise ValueError("mine")


@pytest.mark.slow
@pytest.mark.parametrize("name", DAMAGES)
def test_a_window_opens_it_or_says_that_it_is_damaged(name: str, tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    damage(path, DAMAGES[name])
    # Damage that listing the runs does not meet is left for `check`.
    with contextlib.suppress(UserError), open_for_window(path) as project:
        describe_runs(project)


@pytest.mark.parametrize("command", ["evaluate", "resume", "label"])
@pytest.mark.parametrize("name", OF_A_RUN)
def test_a_command_on_a_damaged_run_says_so_and_names_the_backup(
    name: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = whole_project(tmp_path)
    backup = max(backups_folder().glob("*/*.mlwb"))
    damage(path, OF_A_RUN[name])
    if command == "resume":
        damage(path, "UPDATE runs SET state = 'stopped'")
    assert run([command, str(path), *commands(tmp_path)[command]]) == 2
    assert str(backup) in capsys.readouterr().err


def test_a_list_of_runs_does_not_pass_over_an_approach_that_was_damaged(tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    damage(path, OF_A_RUN["its approach"])
    with pytest.raises(DamagedProject), open_project(path, backups=backups_folder()) as project:
        describe_runs(project)


def test_a_run_as_a_newer_version_saved_it_is_listed_and_what_uses_it_says_what_to_do(tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    newest = max(backups_folder().glob("*/*.mlwb"))
    with open_project(path, backups=backups_folder()) as project:
        with project.write() as session:
            for stored in session.scalars(select(Run)):
                stored.approach = "telepathy"
                stored.settings = stored.settings | {"approach": "telepathy"}
        assert {listed.approach for listed in describe_runs(project)} == {"telepathy"}
        assert check_open_project(project).faults == ()
    with pytest.raises(UserError, match="telepathy") as met, open_project(path, backups=backups_folder()) as project:
        load_trained(project, "latest", "cpu")
    assert "newer version" in str(met.value)
    assert str(newest) in str(met.value)


def test_of_two_backups_the_one_that_is_whole_is_named(tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    whole = max(backups_folder().glob("*/*.mlwb"))
    damage(path, OF_A_RUN["its network"])
    with open_project(path, backups=backups_folder()) as project:
        project.back_up(backups_folder())
    with pytest.raises(DamagedProject, match=whole.stem), open_project(path, backups=backups_folder()) as project:
        load_trained(project, "latest", "cpu")


def test_of_a_list_of_runs_only_the_damaged_one_is_missing(tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    with open_project(path, backups=backups_folder()) as project, project.read() as session:
        numbers = list(session.scalars(select(Run.id).order_by(Run.id)))
    for statement in (*OF_A_RUN.values(), DAMAGES["settings of a run are no JSON"], DAMAGES["an approach is no text"]):
        if statement.startswith("UPDATE runs"):
            damaged = Path(shutil.copy(path, tmp_path / "damaged.mlwb"))
            damage(damaged, f"{statement} WHERE id = {numbers[0]}")
            with open_project(damaged, backups=backups_folder()) as project:
                listed = list_runs(project)
            assert [*listed.damaged, *(run.id for run in listed.runs)] == numbers


def test_a_backup_with_the_same_damage_is_never_named(tmp_path: Path) -> None:
    path = whole_project(tmp_path)
    shutil.rmtree(backups_folder())
    damage(path, OF_A_RUN["its network"])
    with open_project(path, backups=backups_folder()) as project:
        project.back_up(backups_folder())
    with pytest.raises(DamagedProject) as met, open_project(path, backups=backups_folder()) as project:
        load_trained(project, "latest", "cpu")
    assert str(backups_folder()) not in str(met.value)
