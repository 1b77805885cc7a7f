"""Accuracy against shots and against steps: points with intervals, a sentence, and kept for tomorrow."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from tests.fact_codes import code_of, codes_of
from tests.made_images import pattern
from tests.operations.conftest import SHORT
from workbench.errors import UserError
from workbench.learning.approaches import APPROACHES
from workbench.operations.attributes.trait_tables import keep_traits, read_traits
from workbench.operations.evaluation.adaptation_curve import adaptation_curve, newest_adaptation_curve
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import describe_comparisons
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.shot_curve import newest_shot_curve, shot_curve
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach
from workbench.store.models import Role
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")

REQUEST = ComparisonRequest(baselines=(PIXELS,), way=3, query=2, episodes=20)
STEPPING = [kind.name for kind in APPROACHES if kind.capabilities.adapts_iteratively]


class Listener:
    """Keeps how far the work said it was."""

    def __init__(self) -> None:
        self.shares: list[float] = []

    def report(self, share: float | None, text: Message) -> None:
        if share is not None and "episodes" in str(text):
            self.shares.append(share)


@pytest.mark.slow
def test_a_curve_goes_as_far_as_the_images_allow_and_says_where_it_ends(trained: Project) -> None:
    # Six images of each class leave four examples beside two queries.
    curve = shot_curve(trained, REQUEST, Silent())
    assert curve.shots == (1, 2, 3)
    assert codes_of(curve.notes) == ["shots.end", "comparison.rough_intervals", "comparison.few_classes"]
    assert curve.notes[0].values["shots"] == 3
    assert {line.key for line in curve.lines} == {"1", PIXELS}
    for line in curve.lines:
        assert [point.shots for point in line.points] == [1, 2, 3]
        assert all(0 <= point.accuracy <= 1 and point.ci95 >= 0 for point in line.points)


@pytest.mark.slow
def test_a_curve_that_is_not_cut_says_nothing_of_an_end(trained: Project) -> None:
    curve = shot_curve(trained, REQUEST, Silent(), shots=(1, 2))
    assert curve.shots == (1, 2)
    assert "shots.end" not in codes_of(curve.notes)


@pytest.mark.slow
def test_the_last_point_is_what_a_test_with_so_many_examples_finds(trained: Project) -> None:
    curve = shot_curve(trained, REQUEST, Silent())
    for line in curve.lines:
        alone = evaluate_run(trained, EvaluationRequest(line.key, 3, 3, 2, 20), Silent())
        assert line.points[-1].accuracy == pytest.approx(alone.accuracy)


@pytest.mark.slow
def test_the_best_line_comes_first_and_speaks_for_the_curve(trained: Project) -> None:
    curve = shot_curve(trained, REQUEST, Silent())
    ends = [line.points[-1].accuracy for line in curve.lines]
    assert ends == sorted(ends, reverse=True)
    assert curve.sentence == curve.lines[0].sentence
    assert code_of(curve.sentence).startswith("shots.")
    for line in curve.lines:
        assert line.enough in curve.shots


@pytest.mark.slow
def test_a_curve_of_shots_is_read_again_and_is_no_comparison(trained: Project) -> None:
    assert newest_shot_curve(trained) is None
    curve = shot_curve(trained, REQUEST, Silent())
    assert newest_shot_curve(trained) == curve
    assert describe_comparisons(trained) == ()


@pytest.mark.slow
def test_progress_is_counted_up_to_the_whole(trained: Project) -> None:
    listener = Listener()
    shot_curve(trained, REQUEST, listener, shots=(1, 2))
    assert listener.shares == sorted(listener.shares)
    assert len(listener.shares) == 2 * 2 * 20
    assert listener.shares[-1] == 1.0


def test_no_example_at_all_is_not_asked_of_what_needs_one(trained: Project) -> None:
    with pytest.raises(UserError, match="at least 1"):
        shot_curve(trained, REQUEST, Silent(), shots=(0, 1))


def test_where_no_run_takes_steps_the_sentence_says_so(trained: Project) -> None:
    curve = adaptation_curve(trained, REQUEST, Silent())
    assert curve.lines == ()
    assert code_of(curve.sentence) == "steps.none"
    assert newest_adaptation_curve(trained) is None


@pytest.mark.parametrize(
    "approach", [pytest.param(name, marks=pytest.mark.slow if name == "reptile" else ()) for name in STEPPING]
)
def test_a_run_is_followed_from_before_adapting_to_what_it_is_tested_with(imported: Project, approach: str) -> None:
    soon = replace(SHORT, episodes=2, validate_every=2, validation_episodes=2)
    train_approach(imported, replace(soon, approach=approach), Silent())
    request = replace(REQUEST, episodes=6)
    curve = adaptation_curve(imported, request, Silent())
    (line,) = curve.lines
    assert [point.steps for point in line.points] == list(range(len(line.points)))
    assert len(line.points) > 1
    assert np.diff([point.milliseconds for point in line.points]).min() >= 0
    alone = evaluate_run(imported, EvaluationRequest("1", 3, 1, 2, 6), Silent())
    assert line.points[-1].accuracy == pytest.approx(alone.accuracy)
    assert f"{line.points[-1].steps} steps" in str(line.sentence)
    assert newest_adaptation_curve(imported) == curve


@pytest.mark.slow
def test_a_run_that_saw_the_tested_classes_does_not_speak_for_the_curve(trained: Project) -> None:
    curve = shot_curve(trained, replace(REQUEST, role=Role.META_TRAIN), Silent(), shots=(1, 2))
    assert [line.key for line in curve.lines] == [PIXELS, "1"]
    assert curve.lines[1].seen_classes > 0
    assert curve.chance == pytest.approx(1 / 3)


@pytest.mark.slow
def test_a_run_that_knows_the_traits_of_all_classes_begins_without_examples(imported: Project, tmp_path: Path) -> None:
    blocks = ",".join(f"block {number}" for number in range(25))
    lines = [f"class,{blocks}"]
    for task, number in product(range(3), range(6)):
        cells = ["yes" if block else "no" for block in pattern(1000 * (task + 1) + number)[::4, ::4].reshape(-1)]
        lines.append(",".join([f"task_{task:02}/class_{number:02}", *cells]))
    table = tmp_path / "traits.csv"
    table.write_text("\n".join(lines))
    keep_traits(imported, read_traits(table))
    train_approach(imported, replace(SHORT, approach="zero-shot", shot=1), Silent())
    curve = shot_curve(imported, REQUEST, Silent(), shots=(1, 2))
    points = {line.key: [point.shots for point in line.points] for line in curve.lines}
    assert points == {"1": [0, 1, 2], PIXELS: [1, 2]}
    compared = compare_runs(imported, REQUEST, Silent())
    assert all(row.figures is not None for row in compared.rows)
