"""The runs that can propose are listed with the accuracy that says most, and where it comes from."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import StopsAtEpisode
from tests.ui.label.label_parts import WAIT, Labeller
from tests.ui.learn.learn_parts import fill as fill_with_tasks
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.listing import EvaluationFacts, RunFacts
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_request import TrainingRequest, settings_of
from workbench.ui.label.label_sources import read_sources, run_choices

WHEN = datetime(2026, 1, 1, tzinfo=UTC)
RUN = RunFacts(
    1, "prototypical", "conv4", "finished", 10, 10, 1.0, "CPU", WHEN, 0.88, 0.01, None, True, False, 6_600_000, (),
    settings_of(TrainingRequest("prototypical")), (),
)  # fmt: skip


def a_result_of(accuracy: float, episodes: int = 100, shot: int = 1, role: str = "meta-test") -> EvaluationFacts:
    return EvaluationFacts(accuracy, 0.01, episodes, 5, shot, 5, role, WHEN)


def shown(*evaluations: EvaluationFacts) -> str:
    """What stands between the number of a run and its name."""
    return run_choices([replace(RUN, evaluations=evaluations)], {"prototypical": "Prototypical"})[0].text


def test_before_it_is_tested_the_validation_accuracy_is_shown_and_called_so() -> None:
    assert shown() == "Run 1 · validation 88 % · Prototypical"
    assert shown(a_result_of(0.99, role="meta-train")) == "Run 1 · validation 88 % · Prototypical"


@pytest.mark.parametrize(
    "evaluations",
    [
        (a_result_of(0.912),),
        (a_result_of(0.912, episodes=200), a_result_of(0.7)),
        (a_result_of(0.7), a_result_of(0.912)),
        (a_result_of(0.912), a_result_of(0.2, episodes=900, shot=0)),
    ],
)
def test_the_longest_and_then_newest_test_on_unseen_classes_counts(evaluations: tuple[EvaluationFacts, ...]) -> None:
    assert shown(*evaluations) == "Run 1 · tested 91.2 % · Prototypical"


def test_of_several_runs_with_one_name_the_numbers_say_which() -> None:
    alike = [replace(RUN, id=number, name="pollen") for number in (4, 7)]
    runs = [*alike, replace(RUN, name="moss")]
    texts = [choice.text for choice in run_choices(runs, {"prototypical": "Prototypical"})]
    accuracy = "validation 88 % · Prototypical"
    assert texts[:3] == [f"pollen · Run 4 · {accuracy}", f"pollen · Run 7 · {accuracy}", f"moss · {accuracy}"]


def test_a_run_stopped_on_its_way_is_not_chosen_before_a_finished_one(project: Project, tmp_path: Path) -> None:
    fill_with_tasks(project, tmp_path)
    train_approach(project, SHORT, Silent())
    with pytest.raises(Cancelled):
        train_approach(project, replace(SHORT, seed=1), StopsAtEpisode(0.8))
    runs = read_sources(project, project.path).runs
    assert [(run.id, run.state) for run in runs] == [(1, "finished"), (2, "stopped")]


@pytest.mark.slow
def test_a_test_made_meanwhile_is_listed_and_ends_the_warning(qtbot: QtBot, ready: Labeller) -> None:
    assert " · validation " in ready.page.head.runs.itemText(0)
    ready.wait(lambda: "has not been tested" in ready.page.centre.hint.text())
    evaluate_run(ready.context.project, EvaluationRequest("1", way=2, query=2, episodes=20), Silent())
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        ready.context.changes.evaluations_changed.emit(None)
    ready.wait(lambda: " · tested " in ready.page.head.runs.itemText(0))
    assert "has not been tested" not in ready.page.centre.hint.text()
    ready.settle()
