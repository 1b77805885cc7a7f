"""Where nobody chose a run, the one labels that a person would take: found by a search, or the best of its kind."""

from typing import Any

import pytest
from sqlalchemy import inspect, select, update

from tests.fact_codes import code_of
from tests.operations.search.made_searches import found_run, make_search
from workbench.operations.project.opening import Project
from workbench.operations.runs.keeping.run_changes import delete_run
from workbench.operations.runs.listing import unfinished
from workbench.operations.runs.planning.usual_run import UsualRun, usual_run
from workbench.store.models import Checkpoint, CheckpointKind, Measurement, Run, RunState


def again(project: Project, accuracy: float, *, state: RunState = RunState.FINISHED, **settings: object) -> int:
    """Write a run that is as the first but for its best validation and the settings that are given."""
    with project.write() as session:
        first = session.get_one(Run, 1)
        values = {column.key: getattr(first, column.key) for column in inspect(Run).column_attrs}
        run = Run(**values | {"id": None, "settings": values["settings"] | settings, "state": state})
        session.add(run)
        session.flush()
        for kept in session.scalars(select(Checkpoint).where(Checkpoint.run_id == 1)):
            session.add(
                Checkpoint(
                    run_id=run.id, kind=kept.kind, episode=kept.episode, sha256=kept.sha256, weights=kept.weights,
                    state=kept.state,
                )
            )  # fmt: skip
        measured = {"loss": 0.5, "accuracy": 0.5, "rate": 0.001, "seconds": 1.0, "validation_ci95": 0.01}
        session.add(Measurement(run_id=run.id, episode=1, validation_accuracy=accuracy, **measured))
        return run.id


@pytest.fixture
def measured(trained: Project) -> Project:
    """A project with a run of which the best validation is 60 %."""
    with trained.write() as session:
        session.execute(update(Measurement).where(Measurement.validation_accuracy > 0).values(validation_accuracy=0.6))
    return trained


def chosen(project: Project) -> tuple[int, str]:
    usual = usual_run(project)
    assert usual is not None
    assert str(usual.run) in str(usual.why)
    return usual.run, code_of(usual.why)


def test_where_there_is_no_run_none_is_chosen(imported: Project) -> None:
    assert usual_run(imported) is None


def test_of_runs_that_can_be_compared_the_best_on_validation_classes_labels(measured: Project) -> None:
    assert chosen(measured) == (1, "run.usual_newest")
    best = again(measured, 0.8)
    again(measured, 0.7)
    assert chosen(measured) == (best, "run.usual_best")
    usual = usual_run(measured)
    assert isinstance(usual, UsualRun)
    assert "of 3 runs" in str(usual.why)
    assert "80.0 %" in str(usual.why)
    delete_run(measured, best)
    assert chosen(measured) == (3, "run.usual_best")


def test_a_run_for_another_number_of_classes_is_not_compared(measured: Project) -> None:
    again(measured, 0.99, way=2)
    assert chosen(measured) == (2, "run.usual_newest")
    third = again(measured, 0.5)
    assert third == 3
    assert chosen(measured) == (1, "run.usual_best")


def test_one_that_was_stopped_or_still_learns_labels_only_where_there_is_no_other(measured: Project) -> None:
    again(measured, 0.9, state=RunState.STOPPED)
    again(measured, 0.95, state=RunState.RUNNING)
    assert chosen(measured)[0] == 1
    delete_run(measured, 1)
    assert chosen(measured) == (2, "run.usual_newest")


def test_what_the_newest_search_found_labels_until_something_better_is_trained_by_hand(measured: Project) -> None:
    found = again(measured, 0.4)
    make_search(measured, found=found_run(found), run=found)
    assert chosen(measured) == (found, "run.usual_found")
    make_search(measured, state=RunState.STOPPED)
    assert chosen(measured) == (found, "run.usual_found")
    by_hand = again(measured, 0.9)
    assert chosen(measured) == (by_hand, "run.usual_better")
    delete_run(measured, by_hand)
    delete_run(measured, found)
    assert chosen(measured) == (1, "run.usual_newest")


def test_a_worse_training_by_hand_does_not_replace_what_a_search_found(measured: Project) -> None:
    found = again(measured, 0.9)
    make_search(measured, found=found_run(found), run=found)
    again(measured, 0.5)
    shot = found_settings(measured, found)["shot"]
    again(measured, 0.95, shot=shot + 4)
    again(measured, 0.95, way=2)
    assert chosen(measured) == (found, "run.usual_found")
    harder = again(measured, 0.91, way=30)
    assert chosen(measured) == (harder, "run.usual_better")


def test_a_training_on_other_classes_labels_in_place_of_what_a_search_found(measured: Project) -> None:
    found = again(measured, 0.9)
    make_search(measured, found=found_run(found), run=found)
    classes = found_settings(measured, found)["classes"]
    fewer = {role: numbers[:-1] for role, numbers in classes.items()}
    newer = again(measured, 0.5, classes=fewer)
    assert chosen(measured) == (newer, "run.usual_of_others")
    again(measured, 0.6)
    assert chosen(measured) == (newer, "run.usual_of_others")


def test_what_was_imported_does_not_replace_what_a_search_found(measured: Project) -> None:
    found = again(measured, 0.6)
    make_search(measured, found=found_run(found), run=found)
    again(measured, 0.99, classes={})
    assert chosen(measured) == (found, "run.usual_found")


def found_settings(project: Project, run: int) -> dict[str, Any]:
    with project.read() as session:
        return dict(session.get_one(Run, run).settings)


def test_a_run_that_a_search_stopped_is_not_called_unfinished(measured: Project) -> None:
    by_hand = again(measured, 0.5, state=RunState.STOPPED)
    found = again(measured, 0.6, state=RunState.STOPPED)
    with measured.write() as session:
        for kept in session.scalars(select(Checkpoint).where(Checkpoint.run_id.in_((by_hand, found)))):
            kept.kind, kept.state = CheckpointKind.LAST, {"episode": 1}
    assert [unfinished(measured, run) != () for run in (by_hand, found)] == [True, True]
    make_search(measured, found=found_run(found), run=found)
    assert [unfinished(measured, run) != () for run in (by_hand, found)] == [True, False]
