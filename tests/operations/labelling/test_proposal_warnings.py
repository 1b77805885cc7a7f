"""What is said before a person relies on what a run proposes."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.operations.conftest import SHORT
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.labelling.proposal_warnings import proposal_warnings
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach
from workbench.store.models import Evaluation, Measurement
from workbench.words import Decimal, Message

TEST = EvaluationRequest(way=2, shot=1, query=2, episodes=30)


def store_accuracy(project: Project, number: int, accuracy: float) -> None:
    """Let a test have measured that accuracy, with an interval of 5 points."""
    with project.write() as session:
        row = session.get_one(Evaluation, number)
        row.accuracy, row.ci95 = accuracy, 0.05


def chance_in(warning: Message | None) -> tuple[int, int, int]:
    """The accuracy in percent, the way and the shot of a warning that a run is no better than chance."""
    assert warning is not None
    accuracy, way, shot = (warning.values[name] for name in ("accuracy", "way", "shot"))
    assert isinstance(accuracy, Decimal)
    return round(accuracy.number), int(str(way)), int(str(shot))


def test_a_run_that_was_never_tested_is_said_to_be_unknown(trained: Project) -> None:
    warning = proposal_warnings(trained, 1, all_have_examples=True)
    assert warning is not None
    assert dict(warning.values) == {"run": "1"}
    assert "not been tested" in str(warning)


@pytest.mark.slow
def test_a_run_at_chance_is_warned_of_and_a_better_test_clears_it(trained: Project) -> None:
    first = evaluate_run(trained, TEST, Silent())
    store_accuracy(trained, first.id, 0.54)
    assert chance_in(proposal_warnings(trained, 1, all_have_examples=True)) == (54, 2, 1)
    longer = evaluate_run(trained, replace(TEST, episodes=40), Silent())
    store_accuracy(trained, longer.id, 0.9)
    assert proposal_warnings(trained, 1, all_have_examples=True) is None
    shorter = evaluate_run(trained, TEST, Silent())
    store_accuracy(trained, shorter.id, 0.5)
    assert proposal_warnings(trained, 1, all_have_examples=True) is None


@pytest.mark.slow
def test_tests_with_examples_say_nothing_of_classes_without_any(trained: Project) -> None:
    tested = evaluate_run(trained, TEST, Silent())
    store_accuracy(trained, tested.id, 0.9)
    assert proposal_warnings(trained, 1, all_have_examples=True) is None
    assert "not been tested" in str(proposal_warnings(trained, 1, all_have_examples=False))
    with trained.write() as session:
        session.get_one(Evaluation, tested.id).shot = 0
    store_accuracy(trained, tested.id, 0.5)
    assert chance_in(proposal_warnings(trained, 1, all_have_examples=False)) == (50, 2, 0)
    assert "only been tested without" in str(proposal_warnings(trained, 1, all_have_examples=True))


@pytest.mark.slow
def test_a_validation_no_better_than_chance_is_enough_to_say_so(imported: Project) -> None:
    train_approach(imported, SHORT, Silent())
    with imported.write() as session:
        for row in session.scalars(select(Measurement)):
            if row.validation_accuracy is not None:
                row.validation_accuracy, row.validation_ci95 = 0.2, 0.1
    accuracy, _, _ = chance_in(proposal_warnings(imported, 1, all_have_examples=True))
    assert accuracy == 20


def test_nothing_is_said_of_the_pretrained_network(trained: Project) -> None:
    assert proposal_warnings(trained, None, all_have_examples=True) is None
