"""Replayed searches, by which RESULTS.md says how good searching is, decide as searches do and lose no time."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf
from pathlib import Path

import pytest

from tests.benchmarks.search import project_to_replay_in, regret_of, ways_of
from tests.benchmarks.searching.records import Kept, Recorded, RecordedTask, read_records
from workbench.operations.search.heads import HEADS, SHIPPED
from workbench.operations.search.history import describe_newest_search
from workbench.operations.search.looks import Looks
from workbench.operations.search.past_tasks import shipped_tasks
from workbench.operations.search.setting import Setting
from workbench.store.project import Project

pytestmark = pytest.mark.usefixtures("known_features")

POOR = ("matching", "reptile", "maml", "siamese", "metanet")
LOOKS = Looks(40, 20.0, 1.0, 105.0, False, 3)


def kept(validation: int, accuracy: float) -> Kept:
    hits = round(75 * accuracy)
    return Kept(validation, "".join(chr(ord("0") + hits + number % 3 - 1) for number in range(200)), accuracy, 0.01)


def training(approach: str, accuracy: float) -> Recorded:
    rungs = [accuracy - 0.1 + 0.1 * ninth / 9 for ninth in range(1, 10)]
    validations = tuple((2.0 * ninth, rung, 0.01) for ninth, rung in enumerate(rungs, 1))
    setting = Setting(approach, SHIPPED, episodes=360)
    return Recorded("trained", 16.0, setting, validations, tuple(kept(ninth, rungs[ninth - 1]) for ninth in (1, 3, 9)))


def recorded(data: str, best: float) -> RecordedTask:
    heads = [Recorded("head", 0.0, head, ((0.5, 0.7, 0.01),), (kept(1, 0.7),)) for head in HEADS]
    trained = [training("prototypical", best), *(training(name, 0.6) for name in POOR)]
    return RecordedTask(data, data, 1, LOOKS, 5, "stretch", 10.0, (*heads, *trained))


@pytest.fixture
def replays_in(tmp_path: Path) -> Iterator[Project]:
    with project_to_replay_in(tmp_path) as project:
        yield project


def test_a_replayed_search_comes_to_what_is_the_best_on_the_records(replays_in: Project) -> None:
    task = recorded("here", 0.9)
    found = ways_of(replays_in, [task])["without it"](task, 300.0, 0)
    regret = regret_of(task, found)
    assert regret.test == pytest.approx(0.0)
    assert regret.near < 300.0
    assert [moment.accuracy for moment in found.moments] == sorted(moment.accuracy for moment in found.moments)


def test_the_first_trainings_are_looked_at_before_the_most_promising_of_them_goes_on(replays_in: Project) -> None:
    task = recorded("here", 0.9)
    ways_of(replays_in, [task])["without it"](task, 300.0, 0)
    search = describe_newest_search(replays_in)
    assert search is not None
    looked_at = [trial for trial in search.trials if trial.stage == 2 and trial.rungs][:3]
    after = [trial for trial in looked_at if len(trial.rungs) > 1]
    went_on = min(after, key=lambda trial: trial.rungs[1].spent or inf)
    assert max(trial.rungs[0].spent or inf for trial in looked_at) < (went_on.rungs[1].spent or 0.0)
    assert went_on.rungs[0].accuracy == max(trial.rungs[0].accuracy for trial in looked_at)


def test_with_a_like_task_in_the_table_it_comes_there_sooner(replays_in: Project) -> None:
    task, other = recorded("here", 0.9), recorded("there", 0.88)
    ways = ways_of(replays_in, [task, other])
    near = {
        name: [regret_of(task, ways[name](task, 300.0, seed)).near for seed in range(3)]
        for name in ("with the table", "without it")
    }
    assert max(near["with the table"]) < inf
    assert sum(near["with the table"]) < sum(near["without it"])


def test_a_task_of_the_same_data_advises_nobody(replays_in: Project) -> None:
    task = recorded("here", 0.9)
    ways = ways_of(replays_in, [task, replace(task, task="here-5", shot=5)])
    with_table, without = (ways[name](task, 60.0, 0) for name in ("with the table", "without it"))
    assert with_table.moments == without.moments


def test_the_records_are_those_of_the_table_that_ships() -> None:
    assert tuple(task.as_past for task in read_records()) == shipped_tasks()
    assert all(len(one.choice) == 200 for task in read_records() for setting in task.settings for one in setting.kept)


def test_a_setting_that_was_tried_longer_takes_longer_but_its_validations_do_not() -> None:
    once = training("prototypical", 0.9)
    assert once.times(360)[-1] == pytest.approx(18.0)
    assert once.times(720)[-1] == pytest.approx(18.0 + 16.0)


def test_heads_are_told_apart_by_their_options() -> None:
    task = recorded("here", 0.9)
    assert task.head("transfer", {"head": "cosine", "batch": "classes"}).setting == Setting(
        "transfer", SHIPPED, {"head": "cosine"}
    )
    assert task.head("transfer", {"head": "linear", "batch": "classes"}).setting == Setting("transfer", SHIPPED)


def test_heads_that_take_long_leave_time_for_trainings(replays_in: Project) -> None:
    task = recorded("here", 0.9)
    slow = tuple(replace(one, validations=((60.0, 0.7, 0.01),)) if one.kind == "head" else one for one in task.settings)
    found = ways_of(replays_in, [task])["without it"](replace(task, settings=slow), 300.0, 0)
    assert found.moments[-1].accuracy > 0.7
