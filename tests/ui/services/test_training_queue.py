"""Several trainings take their turn, and what goes wrong with one does not stop the others."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.learn.learn_parts import LONG, SHORT, fill
from workbench.operations.project.opening import Project
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.training_queue import TrainingQueue
from workbench.ui.services.training_stage import Stage

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 60_000
MATCHING = replace(SHORT, approach="matching")
TRANSFER = replace(SHORT, approach="transfer")


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture
def queue(context: ProjectContext) -> TrainingQueue:
    return context.queue


def train(qtbot: QtBot, queue: TrainingQueue, requests: Sequence[TrainingRequest]) -> None:
    with qtbot.waitSignal(queue.completed, timeout=PATIENCE):
        queue.start(requests)


def learn_for_a_while(qtbot: QtBot, context: ProjectContext, requests: Sequence[TrainingRequest]) -> None:
    context.queue.start(requests)
    qtbot.waitUntil(lambda: len(context.training.curve) > 5, timeout=PATIENCE)


def outcomes(project: Project) -> list[tuple[str, str]]:
    return [(facts.approach, facts.state) for facts in describe_runs(project)]


@pytest.mark.slow
def test_two_approaches_are_trained_in_turn_and_are_then_to_be_compared(
    qtbot: QtBot, context: ProjectContext, queue: TrainingQueue, project: Project
) -> None:
    train(qtbot, queue, (SHORT, MATCHING))
    assert outcomes(project) == [("prototypical", "finished"), ("matching", "finished")]
    assert context.training.trained_together == tuple(facts.id for facts in describe_runs(project))
    assert not queue.is_under_way
    assert queue.missed == ()


@pytest.mark.slow
def test_one_that_cannot_be_trained_does_not_stop_the_others(
    qtbot: QtBot, context: ProjectContext, queue: TrainingQueue, project: Project
) -> None:
    wild = replace(LONG, learning_rate=1e30)
    refused = replace(TRANSFER, way=1)
    train(qtbot, queue, (wild, refused, MATCHING))
    assert outcomes(project) == [("prototypical", "failed"), ("matching", "finished")]
    assert context.training.trained_together == (describe_runs(project)[1].id,)
    assert [missed.approach for missed in queue.missed] == ["prototypical", "transfer"]
    assert all(str(missed.why) for missed in queue.missed)


def test_where_nothing_could_be_trained_nothing_is_to_be_compared(
    qtbot: QtBot, context: ProjectContext, queue: TrainingQueue
) -> None:
    train(qtbot, queue, (replace(SHORT, way=1),))
    assert context.training.trained_together == ()


@pytest.mark.slow
def test_stopping_ends_the_queue_and_keeps_the_run(
    qtbot: QtBot, context: ProjectContext, queue: TrainingQueue, project: Project
) -> None:
    learn_for_a_while(qtbot, context, (LONG, MATCHING))
    context.training.stop()
    qtbot.waitUntil(lambda: not queue.is_under_way, timeout=PATIENCE)
    assert context.training.stage is Stage.IDLE
    assert outcomes(project) == [("prototypical", "stopped")]
    assert context.training.trained_together == ()


@pytest.mark.slow
def test_pausing_pauses_the_queue_which_goes_on_with_the_run(
    qtbot: QtBot, context: ProjectContext, queue: TrainingQueue, project: Project
) -> None:
    first = replace(LONG, episodes=80, validate_every=20)
    learn_for_a_while(qtbot, context, (first, MATCHING))
    context.training.pause()
    qtbot.waitUntil(lambda: context.training.stage is Stage.PAUSED, timeout=PATIENCE)
    assert queue.current == first
    assert context.training.run is not None
    with qtbot.waitSignal(queue.completed, timeout=PATIENCE):
        context.training.resume(context.training.run)
    assert outcomes(project) == [("prototypical", "finished"), ("matching", "finished")]


@pytest.mark.slow
@pytest.mark.parametrize("paused", [False, True])
def test_one_that_is_skipped_keeps_its_run_and_the_next_begins(
    qtbot: QtBot, context: ProjectContext, queue: TrainingQueue, project: Project, paused: bool
) -> None:
    learn_for_a_while(qtbot, context, (LONG, MATCHING))
    if paused:
        context.training.pause()
        qtbot.waitUntil(lambda: context.training.stage is Stage.PAUSED, timeout=PATIENCE)
    with qtbot.waitSignal(queue.completed, timeout=PATIENCE):
        queue.skip()
    assert outcomes(project) == [("prototypical", "stopped"), ("matching", "finished")]
    assert context.training.trained_together == (describe_runs(project)[1].id,)


@pytest.mark.slow
def test_what_is_cancelled_to_close_the_window_begins_nothing_more(
    qtbot: QtBot, context: ProjectContext, project: Project
) -> None:
    learn_for_a_while(qtbot, context, (LONG, MATCHING))
    idle: list[bool] = []
    context.jobs.cancel_all()
    context.jobs.when_idle(lambda: idle.append(True))
    qtbot.waitUntil(lambda: bool(idle), timeout=PATIENCE)
    assert outcomes(project) == [("prototypical", "stopped")]
    assert not context.training.is_busy


@pytest.mark.slow
def test_there_is_one_queue_at_a_time(
    qtbot: QtBot, context: ProjectContext, queue: TrainingQueue, project: Project
) -> None:
    learn_for_a_while(qtbot, context, (LONG,))
    queue.start((MATCHING, TRANSFER))
    assert queue.requests == (LONG,)
    context.training.stop()
    qtbot.waitUntil(lambda: not queue.is_under_way, timeout=PATIENCE)
