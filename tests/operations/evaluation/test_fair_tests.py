"""What makes a test fair: what features are centred on, whether queries are seen together, what guessing gives."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from sqlalchemy import select, update

from tests.fact_codes import codes_of
from tests.operations.conftest import SHORT
from workbench.learning.episode import Support
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.centring import centred
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import CandidateFigures, ComparisonResult
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.evaluations import describe_evaluation, describe_evaluations
from workbench.operations.evaluation.verdict import describe_verdict
from workbench.operations.features.episode_pool import class_ids_of, load_view, readable_images_of
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.listing import describe_run
from workbench.operations.runs.trained import Trained, load_trained
from workbench.operations.runs.training import train_approach
from workbench.store.models import Evaluation, ImageClass, Role

pytestmark = pytest.mark.usefixtures("known_features")

REQUEST = EvaluationRequest(way=3, query=2, episodes=12)
COMPARED = ComparisonRequest(baselines=(PIXELS,), way=3, query=2, episodes=12)


def features_of(project: Project, role: Role) -> torch.Tensor:
    view = load_trained(project, "pretrained", "cpu").view
    loaded = load_view(readable_images_of(project, class_ids_of(project, role)), view, "cpu", Silent())
    return torch.from_numpy(loaded.values)


def centre_of(trained: Trained) -> torch.Tensor:
    return dict(trained.approach.encoder.named_buffers())["mean"]


def give_all(project: Project, role: Role) -> None:
    with project.write() as session:
        session.execute(update(ImageClass).values(role=role))


@pytest.mark.slow
def test_the_pretrained_network_is_centred_on_images_to_learn_from_and_not_on_those_tested(imported: Project) -> None:
    network = load_trained(imported, "pretrained", "cpu")
    trained, notes = centred(imported, network, Role.META_TEST, "cpu", Silent())
    assert notes == ()
    learned = features_of(imported, Role.META_TRAIN)
    assert torch.allclose(centre_of(trained), learned.mean(0, keepdim=True), atol=1e-5)


@pytest.mark.slow
def test_without_images_to_learn_from_each_episode_is_centred_on_its_examples_which_is_said(imported: Project) -> None:
    give_all(imported, Role.META_TEST)
    network = load_trained(imported, "pretrained", "cpu")
    trained, notes = centred(imported, network, Role.META_TEST, "cpu", Silent())
    assert codes_of(notes) == ["test.centred_on_examples"]
    examples = features_of(imported, Role.META_TEST)[:6]
    trained.adapt(Support(examples, torch.tensor([0, 0, 1, 1, 2, 2]), 3))
    assert torch.allclose(centre_of(trained), examples.mean(0, keepdim=True), atol=1e-5)
    report = evaluate_run(imported, replace(REQUEST, run="pretrained", episodes=4), Silent())
    assert "test.centred_on_examples" in codes_of([note for note in report.notes if hasattr(note, "code")])
    assert report.pile is not None


def test_a_test_keeps_what_its_sentences_rest_on(trained: Project) -> None:
    report = evaluate_run(trained, REQUEST, Silent())
    with trained.read() as session:
        details = session.get_one(Evaluation, report.id).details
    assert np.mean(details["accuracies"]) == pytest.approx(report.accuracy)
    assert len(details["accuracies"]) == 12
    assert len(details["digest"]) == 64
    assert details["chance"] == report.chance == pytest.approx(1 / 3)
    assert details["ci95_classes"] == report.ci95_classes
    assert details["transductive"] is report.transductive is False
    (listed,) = describe_evaluations(trained)
    assert listed.ci95_classes == report.ci95_classes == describe_evaluation(trained, report.id).summary.ci95_classes
    assert describe_run(trained, 1).evaluations[0].widest == report.widest


def test_a_test_of_its_own_has_the_episodes_of_a_comparison(trained: Project) -> None:
    report = evaluate_run(trained, REQUEST, Silent())
    compared = compare_runs(trained, COMPARED, Silent())
    with trained.read() as session:
        assert session.get_one(Evaluation, report.id).details["digest"] == compared.digest


def test_the_test_and_the_comparison_say_the_very_same_of_a_difference(trained: Project) -> None:
    compared = compare_runs(trained, replace(COMPARED, episodes=40), Silent())
    said = str(describe_verdict(trained, figures(compared, "1").evaluation).sentence).split("On the same episodes: ")[1]
    assert str(compared.sentence).startswith(said)


def test_an_older_test_without_what_sentences_rest_on_has_its_interval_over_classes_all_the_same(
    trained: Project,
) -> None:
    report = evaluate_run(trained, REQUEST, Silent())
    with trained.write() as session:
        row = session.get_one(Evaluation, report.id)
        row.details = {"confusion": row.details["confusion"]}
    assert describe_evaluation(trained, report.id).summary.ci95_classes == pytest.approx(report.ci95_classes)
    assert describe_evaluations(trained)[0].ci95_classes == 0
    assert "chance is 33.3 %" in str(describe_verdict(trained, report.id).sentence)


@pytest.mark.slow
def test_a_run_that_may_see_queries_together_does_so_only_where_it_is_asked_for(trained: Project) -> None:
    train_approach(trained, replace(SHORT, approach="reptile", options={"transduction": True}), Silent())
    alone = evaluate_run(trained, REQUEST, Silent())
    together = evaluate_run(trained, replace(REQUEST, transductive=True), Silent())
    assert (alone.transductive, together.transductive) == (False, True)
    assert "candidate.not_transductive_here" in codes_of([note for note in alone.notes if hasattr(note, "code")])
    evaluate_run(trained, replace(REQUEST, run="1"), Silent())
    assert "(run 1)" in str(describe_verdict(trained, alone.id, against=("1",)).sentence)
    text = str(describe_verdict(trained, together.id, against=("1",)).sentence)
    assert "(run 1)" not in text
    assert "transductive" in text
    compared = compare_runs(trained, COMPARED, Silent())
    row = figures(compared, "2")
    assert (row.accuracy, row.transductive) == (alone.accuracy, False)


def leave_in_task(project: Project, role: Role, counts: tuple[int, ...]) -> None:
    """Give as many classes of each task that role, and none of the others."""
    with project.write() as session:
        classes = session.scalars(select(ImageClass).order_by(ImageClass.task_id, ImageClass.id)).all()
        for task, count in zip(sorted({row.task_id for row in classes}), counts, strict=True):
            for number, row in enumerate(row for row in classes if row.task_id == task):
                row.role = role if number < count else Role.META_TRAIN


def test_guessing_is_right_more_often_where_small_tasks_give_fewer_classes(imported: Project) -> None:
    leave_in_task(imported, Role.META_TEST, (5, 2, 2))
    request = replace(REQUEST, run=PIXELS, way=5, episodes=60, mix_tasks=False)
    report = evaluate_run(imported, request, Silent())
    with imported.read() as session:
        each = len(session.get_one(Evaluation, report.id).details["accuracies"])
    assert each == 60
    assert 0.35 < report.chance < 0.45
    assert f"chance is {100 * report.chance:.1f}".rstrip("0").rstrip(".") in str(
        describe_verdict(imported, report.id).sentence
    )
    notes = codes_of([note for note in report.notes if hasattr(note, "code")])
    assert {"episodes.tasks_as_often", "comparison.few_classes"} <= set(notes)
    mixed = evaluate_run(imported, replace(request, mix_tasks=True), Silent())
    assert "episodes.tasks_as_often" not in codes_of([note for note in mixed.notes if hasattr(note, "code")])
    compared = compare_runs(imported, replace(COMPARED, way=5, mix_tasks=False), Silent())
    assert "episodes.tasks_as_often" in codes_of(compared.notes)


def figures(compared: ComparisonResult, key: str) -> CandidateFigures:
    return next(row.figures for row in compared.rows if row.key == key and row.figures is not None)


@pytest.mark.slow
def test_the_best_are_chosen_by_validation_classes_where_there_are_enough(trained: Project) -> None:
    train_approach(trained, replace(SHORT, seed=1), Silent())
    compared = compare_runs(trained, COMPARED, Silent())
    assert compared.chosen_on == "meta-validation"
    assert all(row.figures and row.figures.validation is not None for row in compared.rows)
    by_test = compare_runs(trained, replace(COMPARED, way=5), Silent())
    few = [row for row in by_test.rows if row.figures and row.figures.validation is not None]
    assert (by_test.chosen_on, few) in (("meta-validation", list(by_test.rows)), ("meta-test", []))
    own = compare_runs(trained, replace(COMPARED, role=Role.META_VALIDATION), Silent())
    assert all(row.figures and row.figures.validation is None for row in own.rows)


@pytest.mark.slow
def test_runs_that_differ_by_their_seed_are_shown_together(trained: Project) -> None:
    train_approach(trained, replace(SHORT, seed=1), Silent())
    train_approach(trained, replace(SHORT, way=3), Silent())
    compared = compare_runs(trained, COMPARED, Silent())
    first, second, other = (figures(compared, key) for key in ("1", "2", "3"))
    assert first.seeds == second.seeds == (first.accuracy, second.accuracy)
    assert other.seeds == (other.accuracy,)
    assert figures(compared, PIXELS).seeds == ()


def test_where_there_is_nothing_to_choose_from_nothing_is_said_to_be_chosen(trained: Project) -> None:
    assert compare_runs(trained, COMPARED, Silent()).chosen_on is None
