"""The training desk starts, pauses and goes on with the one training of a project."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.learn_parts import LONG, SHORT, fill
from workbench.operations.projects import Project
from workbench.operations.run_curve import run_curve
from workbench.operations.runs import describe_runs
from workbench.ui.bench import Bench
from workbench.ui.training_desk import Stage, TrainingDesk

PATIENCE = 30_000


@pytest.fixture
def project(project: Project, tmp_path: Path) -> Project:
    return fill(project, tmp_path)


@pytest.fixture
def desk(bench: Bench) -> TrainingDesk:
    return bench.training


def reach(qtbot: QtBot, desk: TrainingDesk, stage: Stage) -> None:
    qtbot.waitUntil(lambda: desk.stage is stage, timeout=PATIENCE)


def learn_for_a_while(qtbot: QtBot, desk: TrainingDesk) -> None:
    desk.start(LONG)
    qtbot.waitUntil(lambda: len(desk.curve) > 5, timeout=PATIENCE)


def test_a_training_is_followed_to_its_end(qtbot: QtBot, desk: TrainingDesk, project: Project) -> None:
    desk.start(SHORT)
    assert desk.stage is Stage.STARTING
    reach(qtbot, desk, Stage.FINISHED)
    assert desk.outcome is not None
    assert desk.episode == SHORT.episodes
    assert len(desk.curve) == SHORT.episodes // SHORT.episodes_per_step
    assert desk.best is not None
    assert desk.frame is not None
    assert desk.shown is not None
    assert [facts.state for facts in describe_runs(project)] == ["finished"]


def test_the_list_of_runs_changes_when_a_run_begins_and_when_it_ends(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignals([bench.changes.runs_changed] * 2, timeout=PATIENCE):
        bench.training.start(SHORT)
    reach(qtbot, bench.training, Stage.FINISHED)


def test_what_is_paused_goes_on_as_the_same_run_to_the_same_end(
    qtbot: QtBot, desk: TrainingDesk, project: Project
) -> None:
    wish = replace(SHORT, episodes=200, validate_every=20)
    desk.start(wish)
    qtbot.waitUntil(lambda: len(desk.curve) > 5, timeout=PATIENCE)
    desk.pause()
    assert desk.stage is Stage.PAUSING
    reach(qtbot, desk, Stage.PAUSED)
    run, paused_at = desk.run, desk.episode
    assert run is not None
    before = desk.curve.loss.tolist()
    desk.resume(run)
    reach(qtbot, desk, Stage.FINISHED)
    assert desk.run == run
    assert 0 < paused_at < wish.episodes
    assert desk.curve.loss.tolist()[: len(before)] == before
    assert desk.curve.loss.tolist() == run_curve(project, run).loss.tolist()
    assert len(describe_runs(project)) == 1


def test_what_is_stopped_leaves_the_desk_ready_and_the_run_in_the_list(
    qtbot: QtBot, desk: TrainingDesk, project: Project
) -> None:
    learn_for_a_while(qtbot, desk)
    desk.stop()
    assert desk.stage is Stage.STOPPING
    reach(qtbot, desk, Stage.IDLE)
    assert [(facts.state, facts.resumable) for facts in describe_runs(project)] == [("stopped", True)]


def test_cancelling_in_the_list_of_jobs_pauses(qtbot: QtBot, desk: TrainingDesk) -> None:
    learn_for_a_while(qtbot, desk)
    assert desk.job is not None
    desk.job.cancel()
    reach(qtbot, desk, Stage.PAUSED)


def test_stopping_before_the_first_episode_leaves_no_run(qtbot: QtBot, desk: TrainingDesk, project: Project) -> None:
    desk.start(LONG)
    desk.stop()
    reach(qtbot, desk, Stage.IDLE)
    assert describe_runs(project) == ()


def test_a_run_that_cannot_begin_says_why(qtbot: QtBot, desk: TrainingDesk) -> None:
    desk.start(replace(SHORT, way=1))
    reach(qtbot, desk, Stage.FAILED)
    assert desk.trouble is not None
    assert str(desk.trouble)


def test_a_loss_that_is_no_number_ends_the_run_with_a_sentence(
    qtbot: QtBot, desk: TrainingDesk, project: Project
) -> None:
    desk.start(replace(LONG, learning_rate=1e30))
    reach(qtbot, desk, Stage.FAILED)
    assert desk.trouble is not None
    assert [facts.state for facts in describe_runs(project)] == ["failed"]


def test_only_one_training_is_under_way(qtbot: QtBot, desk: TrainingDesk, project: Project) -> None:
    learn_for_a_while(qtbot, desk)
    desk.start(SHORT)
    desk.resume(1)
    desk.stop()
    reach(qtbot, desk, Stage.IDLE)
    assert len(describe_runs(project)) == 1


def test_a_cost_is_measured_and_never_beside_a_training(qtbot: QtBot, bench: Bench) -> None:
    costs: list[object] = []
    bench.training.estimate(SHORT, bench.voice, costs.append, costs.append)
    qtbot.waitUntil(lambda: len(costs) == 1, timeout=PATIENCE)
    learn_for_a_while(qtbot, bench.training)
    bench.training.estimate(SHORT, bench.voice, costs.append, costs.append)
    assert [job for job in bench.jobs.listed if job is not bench.training.job] == []
    bench.training.stop()
    reach(qtbot, bench.training, Stage.IDLE)


def test_a_training_that_begins_while_a_cost_is_measured_is_as_reproducible(
    qtbot: QtBot, bench: Bench, project: Project
) -> None:
    desk = bench.training
    desk.start(SHORT)
    reach(qtbot, desk, Stage.FINISHED)
    desk.estimate(SHORT, bench.voice, lambda cost: None, lambda error: None)
    desk.start(SHORT)
    reach(qtbot, desk, Stage.FINISHED)
    one, other = (run_curve(project, facts.id) for facts in describe_runs(project))
    assert one.loss.tolist() == other.loss.tolist()
