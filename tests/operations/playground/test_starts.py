"""The starts that ship: all there, refused in words where damaged, and as good on new curves as is said."""

import shutil
from pathlib import Path
from statistics import mean

import pytest

from workbench.errors import UserError
from workbench.operations.playground.adapted_pair import AdaptedPair, adapt_pair
from workbench.operations.playground.adapted_ratings import adapt_to_ratings
from workbench.operations.playground.curve_tasks import draw_curve
from workbench.operations.playground.rating_people import draw_person
from workbench.operations.playground.seen import Side, nearer
from workbench.operations.playground.starts import SHIPPED_STARTS, read_starts, write_starts

TRIED = 30  # curves


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED_STARTS / "curves", tmp_path / "curves")
    return tmp_path


@pytest.mark.parametrize(("problem", "tasks", "largest"), [("curves", 100_000, 10_000), ("ratings", 10_000, 60_000)])
def test_starts_of_several_moments_ship_in_a_few_kilobytes_each(problem: str, tasks: int, largest: int) -> None:
    starts = read_starts(problem)
    assert [start.tasks for start in starts[:3]] == [0, 100, 1_000]
    assert starts[-1].tasks >= tasks
    assert max(len(weights) for start in starts for weights in (start.learner, start.twin)) < largest


def test_before_any_learning_both_are_the_same_network() -> None:
    task, person = draw_curve("sines", 0), draw_person("known", 0)
    of_curves = adapt_pair(read_starts("curves")[0], task.points, task.truth)
    of_ratings = adapt_to_ratings(read_starts("ratings")[0], person.ratings, person.given)
    for pair in (of_curves, of_ratings):
        assert pair.learner[0] == pair.twin[0]


def test_the_one_that_learned_to_learn_is_far_nearer_after_one_step() -> None:
    start = read_starts("curves")[-1]
    tasks = [draw_curve("sines", 1_000 * number) for number in range(TRIED)]
    pairs = [adapt_pair(start, task.points, task.truth) for task in tasks]
    learner, twin = (mean(pair_errors) for pair_errors in zip(*(errors_of(pair, 1) for pair in pairs), strict=True))
    assert learner < 0.7
    assert twin > 2 * learner
    assert sum(nearer(pair, 1) is Side.LEARNER for pair in pairs) > 0.8 * TRIED


def errors_of(pair: AdaptedPair, step: int) -> tuple[float, ...]:
    return tuple(side[step].error or 0.0 for side in (pair.learner, pair.twin))


@pytest.mark.parametrize("file", ["starts.json", "learner-0.safetensors", "twin-100.safetensors"])
@pytest.mark.parametrize("damage", ["removed", "cut", "changed"])
def test_damaged_starts_are_refused_in_words(file: str, damage: str, copied: Path) -> None:
    path = copied / "curves" / file
    whole = path.read_bytes()
    if damage == "removed":
        path.unlink()
    else:
        path.write_bytes(
            whole[: len(whole) // 2] if damage == "cut" else whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:]
        )
    with pytest.raises(UserError) as refused:
        read_starts("curves", copied)
    assert str(copied / "curves") in str(refused.value)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    starts = read_starts("curves")[:2]
    write_starts(starts, tmp_path)
    assert read_starts("curves", tmp_path) == starts
