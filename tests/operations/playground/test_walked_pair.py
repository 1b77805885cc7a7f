"""What two networks do on their way to a goal: the steps, the starts that ship, and a sentence that fits."""

from collections.abc import Iterable
from dataclasses import replace
from statistics import mean

import pytest
import torch

from workbench.operations.playground.goals import FAR, FURTHEST_ACROSS, FURTHEST_UP, GOAL_KINDS, INSIDE, Goal, draw_goal
from workbench.operations.playground.starts import read_starts
from workbench.operations.playground.walked_pair import WalkedPair, WalkedStep, walk_pair
from workbench.operations.playground.walks_seen import THERE, what_walks_showed

TRIED = 6  # goals
KNOWN, OUTSIDE = Goal(0.3, 0.3), Goal(1.0, 1.0)


def last(pairs: Iterable[WalkedPair]) -> WalkedPair:
    *_, whole = pairs
    return whole


def made(goal: Goal, learner: tuple[float, float], twin: tuple[float, float]) -> WalkedPair:
    """Return a pair whose walks earn and end so, before an update and after one."""
    sides = [(WalkedStep((), -earned, -earned, (), (), away),) * 2 for earned, away in (learner, twin)]
    return WalkedPair(sides[0], sides[1], goal, -0.1)


def test_goals_lie_in_the_square_but_not_at_its_middle_or_far_outside() -> None:
    for number in range(20):
        inside, far = draw_goal(INSIDE, number), draw_goal(FAR, number)
        assert inside.is_known
        assert inside.distance_to(0.0, 0.0) > THERE
        assert not far.is_known
        assert abs(far.across) <= FURTHEST_ACROSS
        assert abs(far.up) <= FURTHEST_UP
    for kind in GOAL_KINDS:
        assert draw_goal(kind, 0) == draw_goal(kind, 0) != draw_goal(kind, 1)


def test_the_first_walks_are_there_before_the_others() -> None:
    pairs = list(walk_pair(read_starts("movement")[-1], KNOWN))
    assert [len(pair.learner) for pair in pairs] == [len(pair.twin) for pair in pairs] == [1, 2, 3, 4]
    assert pairs[0].learner == pairs[-1].learner[:1]
    for steps in (pairs[-1].learner, pairs[-1].twin):
        assert steps[0].moved == (0.0, 0.0, 0.0)
        assert all(share > 0 for share in steps[1].moved)
        for step in steps:
            assert all(path[0] == (0.0, 0.0) for path in step.paths)
            assert step.away > 0


def test_walking_twice_gives_the_same_and_leaves_the_thread_able_to_train() -> None:
    start = read_starts("movement")[-1]
    assert last(walk_pair(start, KNOWN)) == last(walk_pair(start, KNOWN))
    assert torch.is_grad_enabled()


def test_starts_of_four_moments_ship_and_before_any_learning_both_are_the_same_network() -> None:
    starts = read_starts("movement")
    assert [start.tasks for start in starts] == [0, 100, 1_000, 2_000]
    assert max(len(weights) for start in starts for weights in (start.learner, start.twin)) < 50_000
    begun = last(walk_pair(starts[0], KNOWN))
    assert begun.learner[0].paths == begun.twin[0].paths
    assert begun.learner[0].loss == pytest.approx(begun.twin[0].loss)


def test_the_one_that_learned_to_learn_earns_far_more_after_one_update_and_comes_near_the_oracle() -> None:
    start = read_starts("movement")[-1]
    walked = [last(walk_pair(start, draw_goal(INSIDE, 1_000 + number))) for number in range(TRIED)]
    lost = [
        mean(side[1].loss or 0.0 for side in sides) for sides in ([p.learner for p in walked], [p.twin for p in walked])
    ]
    assert lost[0] < 2.5
    assert lost[1] > 3 * lost[0]
    assert mean(pair.learner[3].loss or 0.0 for pair in walked) < mean(-pair.best for pair in walked) + 1
    assert all(pair.learner[3].away < THERE for pair in walked)


def test_a_goal_far_outside_is_reached_by_neither() -> None:
    start = read_starts("movement")[-1]
    for number in range(4):
        pair = last(walk_pair(start, draw_goal(FAR, number)))
        assert min(pair.learner[3].away, pair.twin[3].away) > THERE
        words = [str(what_walks_showed(pair, update)) for update in (1, 2, 3)]
        assert all("Neither has ever learned from a goal outside of the square" in sentence for sentence in words)


def test_the_sentence_changes_with_the_facts_and_states_what_both_earned() -> None:
    near, off = (-0.51, 0.05), (-12.4, 0.61)
    pairs = [made(goal, *sides) for goal in (KNOWN, OUTSIDE) for sides in ((near, off), (off, near), (off, off))]
    sentences = [str(what_walks_showed(pair, 1)) for pair in pairs]
    assert len(set(sentences)) == len(pairs)
    assert all("1 update " in words and "12.4" in words for words in sentences)
    assert "any goal in the square" in sentences[0]
    assert "any goal in the square" not in str(what_walks_showed(made(KNOWN, off, (-30.0, 0.9)), 1))
    assert "neither gets there" in sentences[5]
    led = replace(
        pairs[3], learner=(*pairs[3].learner, WalkedStep((), 90.0, 90.0, (), (), 1.7)), twin=pairs[3].twin * 2
    )
    assert "ended 0.05 from it after an earlier update; after 2 updates they end 1.70" in str(what_walks_showed(led, 2))
    assert "Before the first update" in str(what_walks_showed(pairs[0], 0))
