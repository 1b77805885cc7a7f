"""Training both beside each other: what is kept on the way, when it ends, and how it is stopped."""

import pytest

from workbench.operations.playground.adapted_pair import adapt_pair
from workbench.operations.playground.curve_tasks import draw_curve
from workbench.operations.playground.pair_training import PairPlan, train_pair
from workbench.operations.playground.starts import StartPair
from workbench.operations.progress import Cancelled, Silent
from workbench.words import Message


class Stopping(Silent):
    def __init__(self, after: int) -> None:
        self.left = after

    def report(self, share: float | None, text: Message) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def trained(plan: PairPlan) -> list[StartPair]:
    pairs: list[StartPair] = []
    train_pair(plan, Silent(), pairs.append)
    return pairs


def test_both_are_kept_at_each_moment_and_at_the_end() -> None:
    pairs = trained(PairPlan("curves", 150))
    assert [pair.tasks for pair in pairs] == [0, 100, 150]
    assert len({pair.learner for pair in pairs}) == len({pair.twin for pair in pairs}) == 3
    task = draw_curve("sines", 0)
    begun = adapt_pair(pairs[0], task.points, task.truth)
    assert begun.learner[0] == begun.twin[0]


def test_the_same_seed_leads_to_the_same_networks_and_another_to_others() -> None:
    plan = PairPlan("curves", 50)
    assert trained(plan) == trained(plan)
    assert trained(plan)[-1] != trained(PairPlan("curves", 50, seed=1))[-1]


def test_it_ends_when_its_time_is_over() -> None:
    pairs = trained(PairPlan("curves", 1_000_000, seconds=0.0))
    assert [pair.tasks for pair in pairs] == [0]


def test_what_was_kept_before_it_was_stopped_is_handed_over() -> None:
    pairs: list[StartPair] = []
    with pytest.raises(Cancelled):
        train_pair(PairPlan("curves", 10_000), Stopping(after=5), pairs.append)
    assert [pair.tasks for pair in pairs] == [0, 100]
