"""The one training of a project starts, pauses and goes on."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.learn.learn_parts import LONG, SHORT, fill
from workbench.operations.project.opening import Project
from workbench.operations.runs.curve import run_curve
from workbench.operations.runs.listing import describe_runs
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.run_words import state_word
from workbench.ui.services.training_controller import TrainingController
from workbench.ui.services.training_stage import Stage

PATIENCE = 30_000


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture
def controller(context: ProjectContext) -> TrainingController:
    return context.training


def reach(qtbot: QtBot, controller: TrainingController, stage: Stage) -> None:
    qtbot.waitUntil(lambda: controller.stage is stage, timeout=PATIENCE)


def learn_for_a_while(qtbot: QtBot, controller: TrainingController) -> None:
    controller.start(LONG)
    qtbot.waitUntil(lambda: len(controller.curve) > 5, timeout=PATIENCE)


@pytest.mark.slow
def test_a_training_is_followed_to_its_end(qtbot: QtBot, controller: TrainingController, project: Project) -> None:
    controller.start(SHORT)
    assert controller.stage is Stage.STARTING
    reach(qtbot, controller, Stage.FINISHED)
    assert controller.outcome is not None
    assert controller.episode == SHORT.episodes
    assert len(controller.curve) == SHORT.episodes // SHORT.episodes_per_step
    assert controller.best is not None
    assert controller.frame is not None
    assert controller.preview is not None
    assert [facts.state for facts in describe_runs(project)] == ["finished"]


@pytest.mark.slow
def test_the_list_of_runs_changes_when_a_run_begins_and_when_it_ends(qtbot: QtBot, context: ProjectContext) -> None:
    with qtbot.waitSignals([context.changes.runs_changed] * 2, timeout=PATIENCE):
        context.training.start(SHORT)
    reach(qtbot, context.training, Stage.FINISHED)


@pytest.mark.slow
def test_what_is_paused_goes_on_as_the_same_run_to_the_same_end(
    qtbot: QtBot, controller: TrainingController, project: Project
) -> None:
    request = replace(SHORT, episodes=80, validate_every=20)
    controller.start(request)
    qtbot.waitUntil(lambda: len(controller.curve) > 5, timeout=PATIENCE)
    controller.pause()
    assert controller.stage is Stage.PAUSING
    reach(qtbot, controller, Stage.PAUSED)
    run, paused_at = controller.run, controller.episode
    assert run is not None
    before = controller.curve.loss.tolist()
    controller.resume(run)
    reach(qtbot, controller, Stage.FINISHED)
    assert controller.run == run
    assert 0 < paused_at < request.episodes
    assert controller.curve.loss.tolist()[: len(before)] == before
    assert controller.curve.loss.tolist() == run_curve(project, run).loss.tolist()
    assert len(describe_runs(project)) == 1


@pytest.mark.slow
def test_what_is_stopped_leaves_the_controller_idle_and_the_run_in_the_list(
    qtbot: QtBot, controller: TrainingController, project: Project
) -> None:
    learn_for_a_while(qtbot, controller)
    controller.stop()
    assert controller.stage is Stage.STOPPING
    reach(qtbot, controller, Stage.IDLE)
    assert [(facts.state, facts.resumable) for facts in describe_runs(project)] == [("stopped", True)]


@pytest.mark.slow
def test_cancelling_in_the_list_of_jobs_pauses(qtbot: QtBot, controller: TrainingController) -> None:
    learn_for_a_while(qtbot, controller)
    assert controller.job is not None
    controller.job.cancel()
    reach(qtbot, controller, Stage.PAUSED)


def test_stopping_before_the_first_episode_leaves_no_run(
    qtbot: QtBot, controller: TrainingController, project: Project
) -> None:
    controller.start(LONG)
    controller.stop()
    reach(qtbot, controller, Stage.IDLE)
    assert describe_runs(project) == ()


def test_what_is_paused_while_images_are_prepared_goes_on_to_the_end(
    qtbot: QtBot, controller: TrainingController, project: Project
) -> None:
    controller.start(SHORT)
    controller.pause()
    assert controller.stage is Stage.PAUSING
    reach(qtbot, controller, Stage.PAUSED)
    assert controller.is_preparing
    assert describe_runs(project) == ()
    controller.go_on()
    assert controller.stage is Stage.STARTING
    reach(qtbot, controller, Stage.FINISHED)
    assert [facts.state for facts in describe_runs(project)] == ["finished"]


@pytest.mark.slow
def test_a_run_that_is_prepared_to_go_on_is_the_current_one_and_can_be_paused_then(
    qtbot: QtBot, controller: TrainingController, project: Project
) -> None:
    learn_for_a_while(qtbot, controller)
    controller.stop()
    reach(qtbot, controller, Stage.IDLE)
    controller.resume(1)
    assert controller.run == 1
    assert state_word(describe_runs(project)[0], controller.stage) == "Preparing"
    controller.pause()
    reach(qtbot, controller, Stage.PAUSED)
    controller.go_on()
    reach(qtbot, controller, Stage.TRAINING)
    assert len(describe_runs(project)) == 1
    controller.stop()
    reach(qtbot, controller, Stage.IDLE)


@pytest.mark.slow
def test_earlier_moments_stay_and_those_of_another_run_go(qtbot: QtBot, controller: TrainingController) -> None:
    controller.start(SHORT)
    reach(qtbot, controller, Stage.FINISHED)
    assert {0, 6, 12} <= set(controller.frames.episodes)
    assert controller.previews.episodes == (6, 12)
    controller.start(replace(SHORT, way=2))
    assert len(controller.frames) == len(controller.previews) == 0
    controller.stop()
    reach(qtbot, controller, Stage.IDLE)


def test_a_run_that_cannot_begin_says_why(qtbot: QtBot, controller: TrainingController) -> None:
    controller.start(replace(SHORT, way=1))
    reach(qtbot, controller, Stage.FAILED)
    assert controller.trouble is not None
    assert str(controller.trouble)


def test_a_loss_that_is_no_number_ends_the_run_with_a_reason(
    qtbot: QtBot, controller: TrainingController, project: Project
) -> None:
    controller.start(replace(LONG, learning_rate=1e30))
    reach(qtbot, controller, Stage.FAILED)
    assert controller.trouble is not None
    assert [facts.state for facts in describe_runs(project)] == ["failed"]


@pytest.mark.slow
def test_only_one_training_is_under_way(qtbot: QtBot, controller: TrainingController, project: Project) -> None:
    learn_for_a_while(qtbot, controller)
    controller.start(SHORT)
    controller.resume(1)
    controller.stop()
    reach(qtbot, controller, Stage.IDLE)
    assert len(describe_runs(project)) == 1


@pytest.mark.slow
def test_a_cost_is_measured_and_never_beside_a_training(qtbot: QtBot, context: ProjectContext) -> None:
    costs: list[object] = []
    context.training.estimate(SHORT, context.notifier, costs.append, costs.append)
    qtbot.waitUntil(lambda: len(costs) == 1, timeout=PATIENCE)
    learn_for_a_while(qtbot, context.training)
    context.training.estimate(SHORT, context.notifier, costs.append, costs.append)
    assert [job for job in context.jobs.listed if job is not context.training.job] == []
    context.training.stop()
    reach(qtbot, context.training, Stage.IDLE)


@pytest.mark.slow
def test_a_training_that_begins_while_a_cost_is_measured_is_as_reproducible(
    qtbot: QtBot, context: ProjectContext, project: Project
) -> None:
    controller = context.training
    controller.start(SHORT)
    reach(qtbot, controller, Stage.FINISHED)
    controller.estimate(SHORT, context.notifier, lambda cost: None, lambda error: None)
    controller.start(SHORT)
    reach(qtbot, controller, Stage.FINISHED)
    one, other = (run_curve(project, facts.id) for facts in describe_runs(project))
    assert one.loss.tolist() == other.loss.tolist()
