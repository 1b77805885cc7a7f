"""Several trainings take their turn at the desk, and what goes wrong with one does not stop the others."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.learn_parts import LONG, SHORT, fill
from workbench.operations.projects import Project
from workbench.operations.runs import describe_runs
from workbench.operations.train_wish import TrainWish
from workbench.ui.bench import Bench
from workbench.ui.training_desk import Stage
from workbench.ui.training_queue import TrainingQueue

PATIENCE = 60_000
MATCHING = replace(SHORT, approach="matching")
TRANSFER = replace(SHORT, approach="transfer")


@pytest.fixture
def project(project: Project, tmp_path: Path) -> Project:
    return fill(project, tmp_path)


@pytest.fixture
def queue(bench: Bench) -> TrainingQueue:
    return bench.queue


def train(qtbot: QtBot, queue: TrainingQueue, wishes: Sequence[TrainWish]) -> None:
    with qtbot.waitSignal(queue.completed, timeout=PATIENCE):
        queue.start(wishes)


def learn_for_a_while(qtbot: QtBot, bench: Bench, wishes: Sequence[TrainWish]) -> None:
    bench.queue.start(wishes)
    qtbot.waitUntil(lambda: len(bench.training.curve) > 5, timeout=PATIENCE)


def outcomes(project: Project) -> list[tuple[str, str]]:
    return [(facts.approach, facts.state) for facts in describe_runs(project)]


def test_two_approaches_are_trained_in_turn_and_are_then_to_be_compared(
    qtbot: QtBot, bench: Bench, queue: TrainingQueue, project: Project
) -> None:
    train(qtbot, queue, (SHORT, MATCHING))
    assert outcomes(project) == [("prototypical", "finished"), ("matching", "finished")]
    assert bench.training.trained_together == tuple(facts.id for facts in describe_runs(project))
    assert not queue.is_under_way
    assert queue.missed == ()


def test_one_that_cannot_be_trained_does_not_stop_the_others(
    qtbot: QtBot, bench: Bench, queue: TrainingQueue, project: Project
) -> None:
    wild = replace(LONG, learning_rate=1e30)
    refused = replace(TRANSFER, way=1)
    train(qtbot, queue, (wild, refused, MATCHING))
    assert outcomes(project) == [("prototypical", "failed"), ("matching", "finished")]
    assert bench.training.trained_together == (describe_runs(project)[1].id,)
    assert [missed.approach for missed in queue.missed] == ["prototypical", "transfer"]
    assert all(str(missed.why) for missed in queue.missed)


def test_where_nothing_could_be_trained_nothing_is_to_be_compared(
    qtbot: QtBot, bench: Bench, queue: TrainingQueue
) -> None:
    train(qtbot, queue, (replace(SHORT, way=1),))
    assert bench.training.trained_together == ()


def test_stopping_ends_the_queue_and_keeps_the_run(
    qtbot: QtBot, bench: Bench, queue: TrainingQueue, project: Project
) -> None:
    learn_for_a_while(qtbot, bench, (LONG, MATCHING))
    bench.training.stop()
    qtbot.waitUntil(lambda: not queue.is_under_way, timeout=PATIENCE)
    assert bench.training.stage is Stage.IDLE
    assert outcomes(project) == [("prototypical", "stopped")]
    assert bench.training.trained_together == ()


def test_pausing_pauses_the_queue_which_goes_on_with_the_run(
    qtbot: QtBot, bench: Bench, queue: TrainingQueue, project: Project
) -> None:
    first = replace(LONG, episodes=200, validate_every=50)
    learn_for_a_while(qtbot, bench, (first, MATCHING))
    bench.training.pause()
    qtbot.waitUntil(lambda: bench.training.stage is Stage.PAUSED, timeout=PATIENCE)
    assert queue.current == first
    assert bench.training.run is not None
    with qtbot.waitSignal(queue.completed, timeout=PATIENCE):
        bench.training.resume(bench.training.run)
    assert outcomes(project) == [("prototypical", "finished"), ("matching", "finished")]


@pytest.mark.parametrize("paused", [False, True])
def test_one_that_is_skipped_keeps_its_run_and_the_next_begins(
    qtbot: QtBot, bench: Bench, queue: TrainingQueue, project: Project, paused: bool
) -> None:
    learn_for_a_while(qtbot, bench, (LONG, MATCHING))
    if paused:
        bench.training.pause()
        qtbot.waitUntil(lambda: bench.training.stage is Stage.PAUSED, timeout=PATIENCE)
    with qtbot.waitSignal(queue.completed, timeout=PATIENCE):
        queue.skip()
    assert outcomes(project) == [("prototypical", "stopped"), ("matching", "finished")]
    assert bench.training.trained_together == (describe_runs(project)[1].id,)


def test_what_is_cancelled_to_close_the_window_begins_nothing_more(
    qtbot: QtBot, bench: Bench, project: Project
) -> None:
    learn_for_a_while(qtbot, bench, (LONG, MATCHING))
    idle: list[bool] = []
    bench.jobs.cancel_all()
    bench.jobs.when_idle(lambda: idle.append(True))
    qtbot.waitUntil(lambda: bool(idle), timeout=PATIENCE)
    assert outcomes(project) == [("prototypical", "stopped")]
    assert not bench.training.is_busy


def test_there_is_one_queue_at_a_time(qtbot: QtBot, bench: Bench, queue: TrainingQueue, project: Project) -> None:
    learn_for_a_while(qtbot, bench, (LONG,))
    queue.start((MATCHING, TRANSFER))
    assert queue.wishes == (LONG,)
    bench.training.stop()
    qtbot.waitUntil(lambda: not queue.is_under_way, timeout=PATIENCE)
