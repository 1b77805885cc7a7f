"""Commands on projects that hold what no project of ours holds: a sentence, never a traceback."""

import contextlib
from pathlib import Path

import pytest

from tests.faults.damaged_values import DAMAGES, damage, endings, whole_project
from workbench.errors import UserError
from workbench.folders import backups_folder
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import is_damage, open_for_window
from workbench.operations.runs.listing import describe_runs
from workbench.store.integrity import DamagedProject
from workbench.store.project import open_project

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
