"""The sentence of a comparison follows from paired intervals, and never praises what had seen the classes."""

from dataclasses import replace

import numpy as np
import pytest

from workbench.facts import Fact, fact
from workbench.learning.class_effects import interval_over_classes
from workbench.learning.paired import mean_with_interval
from workbench.operations.evaluation.comparison_words import (
    ChosenPair,
    Recommendation,
    best_of,
    recommend,
    with_differences,
)
from workbench.operations.evaluation.comparisons import CandidateFigures, ComparedRow
from workbench.operations.evaluation.differences import MeasuredAccuracy
from workbench.words import Decimal

EPISODES = 200
HARDNESS = np.random.default_rng(0).normal(0, 0.1, EPISODES)


def called(key: str) -> Fact:
    return fact("candidate.run", approach=key, run="1")


class Candidates:
    """Rows and accuracies that share what is hard about the episodes."""

    def __init__(self) -> None:
        self.rows: list[ComparedRow] = []
        self.measured: dict[str, MeasuredAccuracy] = {}

    def add(
        self,
        key: str,
        accuracy: float,
        *,
        baseline: bool = False,
        ms: float = 1.0,
        seen: int = 0,
        validation: float | None = None,
        seeds: tuple[float, ...] = (),
        effects: dict[int, float] | None = None,
    ) -> None:
        noise = np.random.default_rng(len(self.rows) + 1).normal(0, 0.02, EPISODES)
        noise -= noise.mean() + HARDNESS.mean()
        figures = CandidateFigures(accuracy, 0.014, None, ms, ms / 10, 0, seeds=seeds, validation=validation)
        name = called(key)
        each = tuple((accuracy + HARDNESS + noise).tolist())
        mean = replace(mean_with_interval(each), ci95_classes=interval_over_classes(effects or {}))
        self.measured[key] = MeasuredAccuracy(mean, EPISODES, each, "the same", effects or {})
        self.rows.append(ComparedRow(key, None, "", "", name, name, baseline, 0.0, 0, seen, (), figures))

    def pair(self, *, by_validation: bool = False) -> ChosenPair:
        return best_of(self.rows, by_validation=by_validation)

    def says(self, chance: float = 0.2, *, by_validation: bool = False) -> Recommendation:
        return recommend(self.rows, self.measured, chance, self.pair(by_validation=by_validation))


def codes(sentence: Fact) -> list[str]:
    """The codes of a sentence and of all within it, in their order."""
    inner = [code for value in sentence.values.values() if isinstance(value, Fact) for code in codes(value)]
    return [sentence.code, *inner]


def within(sentence: Fact, code: str) -> Fact:
    """The sentence of that code within another."""
    parts = [sentence]
    while parts:
        part = parts.pop()
        if part.code == code:
            return part
        parts += [value for value in part.values.values() if isinstance(value, Fact)]
    raise LookupError(code)


@pytest.fixture
def candidates() -> Candidates:
    return Candidates()


def test_a_clear_difference_is_said_in_points_with_its_interval(candidates: Candidates) -> None:
    candidates.add("matching", 0.721)
    candidates.add("pixels", 0.5, baseline=True)
    candidates.add("pretrained", 0.7, baseline=True)
    says = candidates.says()
    assert says.winner == "matching"
    difference = within(says.sentence, "difference.above")
    assert difference.values["what"] == called("matching")
    assert difference.values["other"] == called("pretrained")
    points = difference.values["points"]
    assert isinstance(points, Decimal)
    assert points.number == pytest.approx(2.1)


def test_pairing_sees_what_separate_intervals_would_not(candidates: Candidates) -> None:
    candidates.add("matching", 0.71)
    candidates.add("pixels", 0.70, baseline=True)
    assert candidates.says().winner == "matching"


def test_what_holds_on_these_classes_only_is_not_called_better(candidates: Candidates) -> None:
    candidates.add("matching", 0.73, effects={1: 0.05, 2: -0.05, 3: 0.0})
    candidates.add("pixels", 0.70, baseline=True, effects={1: 0.0, 2: 0.0, 3: 0.0})
    says = candidates.says()
    assert says.winner == "pixels"
    interval = within(says.sentence, "difference.unclear").values["interval"]
    assert isinstance(interval, Decimal)
    assert interval.number > 10


@pytest.mark.parametrize(("accuracy", "code"), [(0.7005, "difference.unclear"), (0.65, "difference.below")])
def test_without_a_clear_gain_the_baseline_is_to_be_used(candidates: Candidates, accuracy: float, code: str) -> None:
    candidates.add("maml", accuracy)
    candidates.add("pixels", 0.70, baseline=True)
    says = candidates.says()
    assert says.winner == "pixels"
    assert within(says.sentence, "comparison.use_baseline").values["baseline"] == called("pixels")
    assert within(says.sentence, code).values["what"] == called("maml")


def test_the_best_are_chosen_by_validation_and_reported_on_the_test(candidates: Candidates) -> None:
    candidates.add("lucky", 0.75, validation=0.6)
    candidates.add("matching", 0.72, validation=0.7)
    candidates.add("pixels", 0.71, baseline=True, validation=0.5)
    candidates.add("pretrained", 0.7, baseline=True, validation=0.65)
    pair = candidates.pair(by_validation=True)
    assert (pair.approach and pair.approach.key, pair.baseline and pair.baseline.key) == ("matching", "pretrained")
    says = candidates.says(by_validation=True)
    assert within(says.sentence, "difference.above").values["other"] == called("pretrained")
    chosen = within(says.sentence, "comparison.best_by_validation").values
    assert (chosen["approach"], chosen["baseline"]) == (called("matching"), called("pretrained"))
    assert str(says.sentence).startswith(str(within(says.sentence, "comparison.best_by_validation")))
    rows = with_differences(candidates.rows, candidates.measured, pair.baseline)
    assert [row.key for row in rows if row.figures and row.figures.to_baseline is None] == ["pretrained"]


def test_without_a_validation_of_all_the_best_are_chosen_by_the_test_which_says_so(candidates: Candidates) -> None:
    candidates.add("lucky", 0.75, validation=0.6)
    candidates.add("matching", 0.72)
    candidates.add("pixels", 0.6, baseline=True, validation=0.5)
    says = candidates.says(by_validation=True)
    assert says.winner == "lucky"
    assert "comparison.chosen_by_test" in codes(says.sentence)


def test_the_best_of_many_by_these_very_episodes_may_be_luck(candidates: Candidates) -> None:
    candidates.add("pixels", 0.7, baseline=True)
    candidates.add("best", 0.7042)
    assert candidates.says().winner == "best"
    for number in range(8):
        candidates.add(f"other {number}", 0.7)
    says = candidates.says()
    assert says.winner == "pixels"
    assert within(says.sentence, "comparison.may_be_luck").values["looked_at"] == 9
    assert "difference.above" in codes(says.sentence)


def test_the_spread_over_seeds_is_said_and_of_one_training_that_there_is_none(candidates: Candidates) -> None:
    candidates.add("pixels", 0.5, baseline=True)
    candidates.add("matching", 0.912, seeds=(0.912, 0.908, 0.915))
    assert "3 seeds: 91.2, 90.8, 91.5." in str(candidates.says().sentence)
    alone = Candidates()
    alone.add("pixels", 0.5, baseline=True)
    alone.add("matching", 0.912, seeds=(0.912,))
    assert "comparison.one_training" in codes(alone.says().sentence)


def test_what_is_as_good_and_much_faster_is_named(candidates: Candidates) -> None:
    candidates.add("maml", 0.8005, ms=100)
    candidates.add("matching", 0.8, ms=10)
    candidates.add("poor", 0.7, ms=1)
    candidates.add("pixels", 0.5, baseline=True, ms=1)
    sentence = candidates.says().sentence
    assert sentence.code == "comparison.faster_alternative"
    assert sentence.values["what"] == called("matching")
    assert sentence.values["winner"] == called("maml")
    assert sentence.values["times"] == 10


def test_what_is_hardly_faster_is_not_named(candidates: Candidates) -> None:
    candidates.add("maml", 0.8005, ms=20)
    candidates.add("matching", 0.8, ms=10)
    candidates.add("pixels", 0.5, baseline=True, ms=10)
    assert "comparison.faster_alternative" not in codes(candidates.says().sentence)


def test_a_run_that_saw_the_classes_is_passed_over(candidates: Candidates) -> None:
    candidates.add("cheat", 0.99, seen=3)
    candidates.add("matching", 0.75)
    candidates.add("seen baseline", 0.9, baseline=True, seen=3)
    candidates.add("pixels", 0.6, baseline=True)
    baseline = candidates.pair().baseline
    assert baseline is not None
    assert baseline.key == "pixels"
    says = candidates.says()
    assert says.winner == "matching"
    assert "cheat" not in str(says.sentence)


def test_guessing_is_called_that(candidates: Candidates) -> None:
    candidates.add("maml", 0.21)
    candidates.add("pixels", 0.2, baseline=True)
    says = candidates.says()
    assert says.winner is None
    assert says.sentence == fact("comparison.no_better_than_chance", chance=Decimal(20.0))


def test_what_is_worse_than_guessing_is_called_that(candidates: Candidates) -> None:
    candidates.add("zero-shot", 0.1)
    says = candidates.says()
    assert says.winner is None
    assert says.sentence == fact("comparison.worse_than_chance", chance=Decimal(20.0))


def test_one_side_alone_is_not_called_better(candidates: Candidates) -> None:
    candidates.add("pixels", 0.5, baseline=True)
    assert candidates.says().sentence == fact("comparison.only_baselines", what=called("pixels"))
    other = Candidates()
    other.add("maml", 0.5)
    assert other.says().sentence.code == "comparison.nothing_to_compare_with"


def test_where_all_had_seen_the_classes_nothing_holds(candidates: Candidates) -> None:
    candidates.add("maml", 0.9, seen=5)
    assert candidates.says().winner is None
    assert candidates.says().sentence.code == "comparison.none_tested"
