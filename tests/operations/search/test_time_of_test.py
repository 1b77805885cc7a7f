"""The test at the end of a search is planned for from what the trials took, and kept to the time that is left."""

from dataclasses import replace

import pytest

from tests.operations.search.made_searches import make_search
from workbench.operations.search.budget import Budget
from workbench.operations.search.heads import HEADS
from workbench.operations.search.search_record import Rung, TrialFacts
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.setting import Setting
from workbench.operations.search.time_of_test import TestTime, time_of_test
from workbench.operations.search.unavoidable import Unavoidable
from workbench.store.project import Project
from workbench.store.search_models import TrialState
from workbench.words import Decimal

REQUEST = SearchRequest(300.0, validation_episodes=200)


def trial(setting: Setting, accuracy: float | None, seconds: float, *, episode: int = 0) -> TrialFacts:
    rungs = () if accuracy is None else (Rung(episode, accuracy, 0.01, seconds),)
    return TrialFacts(0, 1 if not episode else 2, setting, None, TrialState.FINISHED, rungs, accuracy, 0.01, seconds)


def test_it_is_as_long_as_the_best_head_and_the_best_trainings_make_it() -> None:
    training = Setting("maml", "conv4", episodes=900)
    known = [
        trial(HEADS[0], 0.7, 2.0),
        trial(HEADS[1], 0.9, 20.0),
        trial(training, 0.8, 40.0, episode=300),
        trial(training, 0.2, 400.0, episode=300),
        trial(replace(training, learning_rate=0.1), None, 0.0),
    ]
    time = time_of_test(known, REQUEST)
    assert time.head == pytest.approx(0.1)
    assert time.learned == pytest.approx((0.1, 1.0))
    assert time_of_test([], REQUEST).least == 0.0


def test_the_time_kept_for_it_grows_with_what_it_takes() -> None:
    budget = Budget(300.0, clock=lambda: 0.0)
    assert budget.for_tests == 30.0
    budget.expected_test = TestTime(0.3, (), 200).least
    assert budget.for_tests == pytest.approx(0.3 * (21 + 60 * 4 / 3))
    assert budget.for_trainings == pytest.approx(300.0 - budget.for_tests)


@pytest.mark.parametrize("seconds", [0.5, 5.0, 50.0, 500.0])
def test_there_are_as_many_episodes_as_there_is_time_for_but_enough_to_say_something(seconds: float) -> None:
    time = TestTime(0.01, (0.05, 0.02), 200)
    assert 50 <= time.to_choose(seconds) <= 200
    assert 60 <= time.to_test(seconds) <= 600
    if time.to_choose(seconds) > 50:
        assert time.to_choose(seconds) * 0.08 <= seconds
    if time.to_test(seconds) > 60:
        assert (time.to_test(seconds) * 4 / 3 + 21) * 0.06 <= seconds


def test_what_took_longer_than_asked_is_said_with_its_parts_of_all_sittings(imported: Project) -> None:
    record, now = make_search(imported), [0.0]
    budget = Budget(60.0, 20.0, clock=lambda: now[0])
    unavoidable = Unavoidable(record, budget)
    with unavoidable.part("images"):
        now[0] += 30.0
    assert unavoidable.overrun() is None
    with Unavoidable(record, budget).part("images"):
        now[0] += 6.0
    with unavoidable.part("test"):
        now[0] += 12.0
    over = unavoidable.overrun()
    assert over is not None
    shown = {"took": 68, "asked": 60, "images": 36, "test_images": 0, "test": 12}
    assert over.values == {name: Decimal(seconds / 60) for name, seconds in shown.items()}
