"""Runs that learn a problem in place of images: trained, resumed exactly, listed apart, and tested."""

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite
from pathlib import Path

import pytest

from tests.fact_codes import refused
from tests.operations.ratings.made_tables import write_made_ratings
from workbench.errors import UserError
from workbench.facts.problems import PROBLEM_TITLES
from workbench.learning.problems import problem_named
from workbench.operations.evaluation.evaluate_problem import evaluate_problem
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project, new_project
from workbench.operations.ratings.rating_tables import import_ratings
from workbench.operations.runs.curve import run_curve
from workbench.operations.runs.listing import RunFacts, describe_runs
from workbench.operations.runs.problems.usual_request import usual_request
from workbench.operations.runs.record import find_run
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.runs.training_request import TrainingRequest
from workbench.store.models import CheckpointKind
from workbench.words import Message

SHORT = TrainingRequest("maml", problem="curves", episodes=40, validate_every=10, validation_episodes=3)
GIVEN = {"episodes", "validation_episodes"}


class StopsHalfway:
    def report(self, share: float | None, text: Message) -> None:
        if share is not None and 0.5 <= share < 1:
            raise Cancelled


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "p.mlwb") as made:
        yield made


def trained(project: Project, approach: str = "maml") -> RunFacts:
    request = usual_request(replace(SHORT, approach=approach), GIVEN)
    return train_approach(project, replace(request, episodes_per_step=5), Silent())


def weights(project: Project, run: int) -> bytes:
    stored = find_run(project, str(run)).checkpoint(CheckpointKind.BEST)
    assert stored is not None
    return stored.weights


def test_a_problem_needs_no_images_and_its_best_is_the_lowest_error(project: Project) -> None:
    run = trained(project)
    assert (run.problem, run.state, run.episode) == ("curves", "finished", 40)
    checked = run_curve(project, run.id).checked
    assert run.best_accuracy == min(result.accuracy for result in checked)
    assert next(result.best for result in checked)


@pytest.mark.parametrize("problem", PROBLEM_TITLES)
def test_a_stopped_run_goes_on_to_the_very_weights_of_one_that_was_not(
    project: Project, problem: str, tmp_path: Path
) -> None:
    if problem_named(problem).needs_data:
        import_ratings(project, write_made_ratings(tmp_path)[0])
    few = {"shot": 4, "query": 4, "episodes": 4, "validate_every": 1, "episodes_per_step": 1}
    request = replace(usual_request(replace(SHORT, problem=problem), GIVEN), **few)
    whole = train_approach(project, request, Silent())
    with pytest.raises(Cancelled):
        train_approach(project, request, StopsHalfway())
    stopped = describe_runs(project, problems=True)[-1]
    assert stopped.resumable
    resumed = resume_run(project, str(stopped.id), Silent())
    assert weights(project, resumed.id) == weights(project, whole.id)


def test_what_works_on_images_does_not_offer_it(project: Project) -> None:
    run = trained(project)
    assert describe_runs(project) == ()
    assert [facts.id for facts in describe_runs(project, problems=True)] == [run.id]
    with refused("run.learned_a_problem"):
        load_trained(project, str(run.id), "cpu")
    with refused("run.none_yet"):
        load_trained(project, "latest", "cpu")


@pytest.mark.parametrize("problem", PROBLEM_TITLES)
def test_what_a_person_gave_is_kept_and_the_rest_is_usual(problem: str) -> None:
    asked = TrainingRequest("maml", problem=problem, shot=7, episodes=3)
    completed = usual_request(asked, {"shot"})
    assert completed.shot == 7
    assert completed.episodes > 3
    assert usual_request(TrainingRequest("maml"), set()) == TrainingRequest("maml")


def test_a_test_has_errors_by_points_and_steps_beside_those_of_nothing_learned(project: Project) -> None:
    report = evaluate_problem(project, str(trained(project).id), Silent(), tasks=3)
    own = {figure.at: figure for figure in report.figures if not figure.under}
    assert {("5", "0"), ("5", "1"), ("10", "10"), ("20", "5")} <= own.keys()
    assert all(isfinite(figure.mean) and figure.ci95 > 0 and figure.tasks == 3 for figure in own.values())
    assert {figure.at for figure in report.untrained if not figure.under} == own.keys()
    assert own["5", "0"].mean != next(f.mean for f in report.untrained if f.at == ("5", "0") and not f.under)


def test_a_test_has_the_figures_of_the_newest_twin_beside_those_of_the_run(project: Project) -> None:
    run, twin = trained(project), trained(project, "transfer")
    figures = evaluate_problem(project, str(run.id), Silent(), tasks=2).figures
    own = evaluate_problem(project, str(twin.id), Silent(), tasks=2).figures
    beside = [replace(each, under=each.under[1:]) for each in figures if each.under[:1] == ("pretrained",)]
    assert beside == [each for each in own if each.under[:1] != ("pretrained",)]


def test_unknown_names_and_learners_are_refused(project: Project) -> None:
    for wrong in (replace(SHORT, problem="weather"), replace(SHORT, approach="siamese")):
        with pytest.raises(UserError):
            train_approach(project, wrong, Silent())
    assert describe_runs(project, problems=True) == ()
