"""The sentence of a comparison follows from paired intervals, and never praises what had seen the classes."""

import numpy as np
import pytest

from workbench.facts import Fact, fact
from workbench.operations.evaluation.comparison_words import Recommendation, best_baseline, recommend
from workbench.operations.evaluation.comparisons import CandidateFigures, ComparedRow
from workbench.words import Decimal

EPISODES = 200
HARDNESS = np.random.default_rng(0).normal(0, 0.1, EPISODES)


def called(key: str) -> Fact:
    return fact("candidate.run", approach=key, run="1")


class Candidates:
    """Rows and accuracies that share what is hard about the episodes."""

    def __init__(self) -> None:
        self.rows: list[ComparedRow] = []
        self.accuracies: dict[str, list[float]] = {}

    def add(self, key: str, accuracy: float, *, baseline: bool = False, ms: float = 1.0, seen: int = 0) -> None:
        noise = np.random.default_rng(len(self.rows) + 1).normal(0, 0.02, EPISODES)
        noise -= noise.mean() + HARDNESS.mean()
        figures = CandidateFigures(accuracy, 0.014, None, ms, ms / 10, 0)
        name = called(key)
        self.accuracies[key] = list(accuracy + HARDNESS + noise)
        self.rows.append(ComparedRow(key, None, "", "", name, name, baseline, 0.0, 0, seen, (), figures))

    def says(self, chance: float = 0.2) -> Recommendation:
        return recommend(self.rows, self.accuracies, chance)


@pytest.fixture
def candidates() -> Candidates:
    return Candidates()


def test_a_clear_difference_is_said_in_points_with_its_interval(candidates: Candidates) -> None:
    candidates.add("matching", 0.721)
    candidates.add("pixels", 0.5, baseline=True)
    candidates.add("pretrained", 0.7, baseline=True)
    says = candidates.says()
    assert says.winner == "matching"
    assert says.sentence.code == "comparison.beats_baseline"
    assert says.sentence.values["what"] == called("matching")
    assert says.sentence.values["baseline"] == called("pretrained")
    points = says.sentence.values["points"]
    assert isinstance(points, Decimal)
    assert points.number == pytest.approx(2.1)


def test_pairing_sees_what_separate_intervals_would_not(candidates: Candidates) -> None:
    candidates.add("matching", 0.71)
    candidates.add("pixels", 0.70, baseline=True)
    assert candidates.says().winner == "matching"


@pytest.mark.parametrize(
    ("accuracy", "code"), [(0.7005, "comparison.not_significant"), (0.65, "comparison.worse_than_baseline")]
)
def test_without_a_clear_gain_the_baseline_is_to_be_used(candidates: Candidates, accuracy: float, code: str) -> None:
    candidates.add("maml", accuracy)
    candidates.add("pixels", 0.70, baseline=True)
    says = candidates.says()
    assert says.winner == "pixels"
    assert says.sentence.code == code
    assert says.sentence.values["baseline"] == called("pixels")
    assert says.sentence.values["what"] == called("maml")


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
    assert candidates.says().sentence.code == "comparison.beats_baseline"


def test_a_run_that_saw_the_classes_is_passed_over(candidates: Candidates) -> None:
    candidates.add("cheat", 0.99, seen=3)
    candidates.add("matching", 0.75)
    candidates.add("seen baseline", 0.9, baseline=True, seen=3)
    candidates.add("pixels", 0.6, baseline=True)
    baseline = best_baseline(candidates.rows)
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
