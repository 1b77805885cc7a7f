"""What two networks make of points: steps, errors and moves are those of the networks, and the sentence fits them."""

import pytest

from workbench.operations.playground.adapted_pair import AdaptedPair, AdaptedStep, adapt_pair
from workbench.operations.playground.curve_tasks import ACROSS, FAMILIES, REACH_UP, CurvePoint, draw_curve
from workbench.operations.playground.pair_kinds import MOST_STEPS
from workbench.operations.playground.seen import Side, nearer, what_was_seen
from workbench.operations.playground.starts import read_starts


@pytest.fixture(scope="module")
def adapted() -> AdaptedPair:
    task = draw_curve("sines", 0)
    return adapt_pair(read_starts("curves")[-1], task.points, task.truth)


def made(learner: float, twin: float) -> AdaptedPair:
    sides = ((AdaptedStep((), error, error, ()),) * 2 for error in (learner, twin))
    return AdaptedPair(*sides)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_curve_stays_on_the_plane_and_its_points_lie_on_it(family: str) -> None:
    task = draw_curve(family, 0)
    assert max(map(abs, task.truth)) <= REACH_UP
    assert len(task.truth) == len(ACROSS)
    for point in task.points:
        near = min(range(len(ACROSS)), key=lambda place: abs(ACROSS[place] - point.across))
        assert task.truth[near] == pytest.approx(point.up, abs=1.0)
    assert draw_curve(family, 0) == task
    assert draw_curve(family, task.number + 1) != task


def test_every_step_is_there_and_the_weights_move_from_the_first_on(adapted: AdaptedPair) -> None:
    for steps in (adapted.learner, adapted.twin):
        assert len(steps) == MOST_STEPS + 1
        assert steps[0].moved == (0.0, 0.0, 0.0)
        assert all(share > 0 for share in steps[1].moved)
        assert steps[MOST_STEPS].moved != steps[1].moved
        assert len(steps[0].outputs) == len(ACROSS)


def test_the_error_is_that_of_the_outputs_on_the_true_curve(adapted: AdaptedPair) -> None:
    truth = draw_curve("sines", 0).truth
    step = adapted.learner[1]
    squares = [(output - true) ** 2 for output, true in zip(step.outputs, truth, strict=True)]
    assert step.error == pytest.approx(sum(squares) / len(squares), rel=1e-4)


def test_adapting_brings_the_learner_nearer_to_the_points(adapted: AdaptedPair) -> None:
    before, after = adapted.learner[0].loss, adapted.learner[MOST_STEPS].loss
    assert before is not None
    assert after is not None
    assert after < before / 2


def test_adapting_twice_gives_the_same(adapted: AdaptedPair) -> None:
    task = draw_curve("sines", 0)
    assert adapt_pair(read_starts("curves")[-1], task.points, task.truth) == adapted


def test_without_points_there_is_the_start_alone() -> None:
    start = read_starts("curves")[-1]
    bare = adapt_pair(start, (), None)
    assert len(bare.learner) == len(bare.twin) == 1
    assert (bare.learner[0].loss, bare.learner[0].error) == (None, None)
    assert what_was_seen(bare, 0, None) is None
    with_one = adapt_pair(start, (CurvePoint(1.0, 2.0),), None)
    assert with_one.learner[0].outputs == bare.learner[0].outputs


def test_errors_that_hardly_differ_are_called_alike() -> None:
    assert nearer(made(1.0, 1.05), 1) is Side.NEITHER
    assert nearer(made(1.0, 1.5), 1) is Side.LEARNER
    assert nearer(made(1.5, 1.0), 1) is Side.TWIN
    assert nearer(made(float("nan"), 1.0), 1) is Side.TWIN


@pytest.mark.parametrize("family", [*FAMILIES, None])
def test_the_sentence_changes_with_the_facts_and_states_both_errors(family: str | None) -> None:
    pairs = (made(0.38, 2.51), made(2.51, 0.38), made(0.38, 0.38))
    sentences = [str(what_was_seen(pair, 1, family)) for pair in pairs]
    assert len(set(sentences)) == len(pairs)
    for words in sentences[:2]:
        assert "0.38" in words
        assert "2.51" in words
        assert "1 step " in words
    assert "step" in str(what_was_seen(pairs[0], 0, family))
