"""Runs are named, noted, deleted and restored; nothing of that touches their weights, and each change is undone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.fact_codes import refused
from tests.operations.conftest import SHORT, fill
from tests.operations.evaluation.test_verdict import QUERIES, store_test
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.operations.change import Change
from workbench.operations.evaluation.candidates import ComparisonRequest, candidates_of, usable_runs
from workbench.operations.evaluation.evaluations import describe_evaluations
from workbench.operations.evaluation.verdict import find_stronger
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import Project
from workbench.operations.project.steps import describe_steps
from workbench.operations.runs.keeping.run_changes import (
    delete_run,
    remark_on_run,
    rename_run,
    restore_run,
)
from workbench.operations.runs.listing import deleted_numbers, describe_runs, list_all_runs, list_runs
from workbench.operations.runs.record import find_run
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run
from workbench.store.models import Checkpoint, Run, RunState


@pytest.fixture
def two(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    """A project with two runs."""
    templates.fill(project, fill, tmp_path, (SHORT, replace(SHORT, seed=1)))
    return project


def weights(project: Project) -> list[tuple[int, bytes]]:
    with project.read() as session:
        return [(run, sha256) for run, sha256 in session.execute(select(Checkpoint.run_id, Checkpoint.sha256))]


def said_of(project: Project, run: int) -> tuple[str | None, str | None, bool]:
    with project.read() as session:
        row = session.get_one(Run, run)
        return row.name, row.remark, row.deleted_at is not None


@pytest.mark.parametrize(
    ("make", "after"),
    [
        (lambda project: rename_run(project, 1, "  pollen,\n5 examples "), ("pollen, 5 examples", None, False)),
        (lambda project: remark_on_run(project, 1, "first try\r\nslow\n"), (None, "first try\nslow", False)),
        (lambda project: delete_run(project, 1), (None, None, True)),
    ],
)
def test_each_change_is_undone_and_made_again(
    trained: Project, make: Callable[[Project], Change], after: tuple[str | None, str | None, bool]
) -> None:
    before, kept = said_of(trained, 1), weights(trained)
    inverse = make(trained)
    assert said_of(trained, 1) == after
    again = inverse.apply(trained)
    assert said_of(trained, 1) == before
    again.apply(trained)
    assert said_of(trained, 1) == after
    assert weights(trained) == kept
    assert check_project(trained.path, Silent()).sound


def test_a_name_and_a_note_are_listed_and_an_empty_one_takes_it_away(trained: Project) -> None:
    rename_run(trained, 1, "pollen")
    remark_on_run(trained, 1, "for the poster")
    facts = describe_runs(trained)[0]
    assert (facts.name, facts.remark) == ("pollen", "for the poster")
    rename_run(trained, 1, "  ")
    remark_on_run(trained, 1, None)
    assert said_of(trained, 1) == (None, None, False)


def test_what_is_too_long_to_be_shown_is_refused_and_what_cannot_be_stored_is_left_out(trained: Project) -> None:
    rename_run(trained, 1, "po\0ll\x1ben \ud83c")
    assert said_of(trained, 1)[0] == "pollen ?"
    with pytest.raises(UserError):
        rename_run(trained, 1, "x" * 121)
    with pytest.raises(UserError):
        remark_on_run(trained, 1, "x" * 10_001)
    assert said_of(trained, 1) == ("pollen ?", None, False)


def test_a_deleted_run_is_nowhere_to_be_found_until_it_is_restored(two: Project) -> None:
    store_test(two, "2", 0.99, queries=QUERIES, details={"digest": "a", "transductive": False})
    restore = delete_run(two, 2)
    assert [run.id for run in describe_runs(two)] == [run.id for run in list_runs(two).runs] == [1]
    assert [run.id for run in describe_runs(two, deleted=True)] == [2]
    assert [[run.id for run in listed.runs] for listed in list_all_runs(two)] == [[1], [2]]
    assert deleted_numbers(two) == (2,)
    assert find_run(two, "latest").id == find_run(two, "latest", with_checkpoint=True).id == 1
    assert [run.id for run in usable_runs(two)] == [1]
    assert [one.run for one in candidates_of(two, ComparisonRequest(baselines=()))] == [1]
    assert describe_evaluations(two) == ()
    for use in (
        lambda: load_trained(two, "2", "cpu"),
        lambda: resume_run(two, "2", Silent()),
        lambda: candidates_of(two, ComparisonRequest(runs=("2",))),
    ):
        with refused("run.deleted", run="2"):
            use()
    restore.apply(two)
    assert [run.id for run in describe_runs(two)] == [1, 2]
    assert find_run(two, "latest").id == 2
    assert [test.run for test in describe_evaluations(two)] == [2]


def test_a_deleted_run_is_not_said_to_be_better_than_another(two: Project) -> None:
    for run, accuracy in (("1", 0.4), ("2", 0.95)):
        store_test(two, run, accuracy, details={"transductive": False})
    stronger = find_stronger(two, 1)
    assert stronger is not None
    assert stronger.what == "2"
    delete_run(two, 2)
    assert find_stronger(two, 1) is None


def test_where_all_runs_are_deleted_nothing_is_learned_yet(trained: Project) -> None:
    store_test(trained, "1", 0.5)
    assert describe_steps(trained).learn.done
    assert describe_steps(trained).check.done
    delete_run(trained, 1)
    assert not describe_steps(trained).learn.done
    assert not describe_steps(trained).check.done
    with refused("run.none_yet"):
        find_run(trained, "latest")


def test_a_run_that_is_being_trained_is_not_deleted(trained: Project) -> None:
    with trained.write() as session:
        session.execute(update(Run).values(state=RunState.RUNNING))
    with refused("run.being_trained", run="1"):
        delete_run(trained, 1)
    assert not said_of(trained, 1)[2]


def test_what_is_not_there_is_neither_changed_nor_deleted_twice_nor_restored(trained: Project) -> None:
    with refused("run.not_deleted"):
        restore_run(trained, 1)
    delete_run(trained, 1)
    with refused("run.deleted"):
        delete_run(trained, 1)
    for change in (
        lambda: rename_run(trained, 7, "x"),
        lambda: delete_run(trained, 7),
        lambda: restore_run(trained, 7),
    ):
        with refused("run.not_there", run="7"):
            change()
