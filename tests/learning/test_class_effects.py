"""The interval over classes holds what a test on all classes would give, where that over episodes does not."""

import numpy as np
import pytest

from tests.benchmarks.made_episodes import Answers, answers, drawn
from workbench.learning.class_effects import class_effects, difference_over_classes, interval_over_classes
from workbench.learning.episode import EpisodeShape
from workbench.learning.paired import Difference, mean_with_interval

MEANS = np.random.default_rng(0).normal(size=(1000, 8)) * 0.8


def measured(classes: int, draw: np.random.Generator, *learners: str) -> list[Answers]:
    """Test learners on some classes, all on the same episodes."""
    chosen = draw.choice(len(MEANS), classes, replace=False)
    vectors = (MEANS[chosen][:, None] + draw.normal(size=(classes, 20, 8))).astype(np.float32)
    episodes = drawn(classes, 20, EpisodeShape(5, 5, 5), 150, draw)
    return [answers(vectors, episodes, learner) for learner in learners]


def share_held(means: list[float], halves: list[float]) -> float:
    return float((np.abs(np.array(means) - np.mean(means)) <= halves).mean())


@pytest.mark.parametrize("classes", [5, 16])
def test_nine_of_ten_intervals_over_classes_hold_the_accuracy_over_all_classes(classes: int) -> None:
    draw = np.random.default_rng(classes)
    found = [measured(classes, draw, "prototypes")[0] for _ in range(100)]
    means = [float(one.each.mean()) for one in found]
    assert share_held(means, [interval_over_classes(class_effects(one.cells)) for one in found]) >= 0.9
    assert share_held(means, [mean_with_interval(one.each.tolist()).ci95 for one in found]) < 0.4


def test_nine_of_ten_intervals_of_a_difference_hold_it_over_all_classes() -> None:
    draw = np.random.default_rng(3)
    found = [measured(16, draw, "prototypes", "nearest") for _ in range(60)]
    means = [float((one.each - other.each).mean()) for one, other in found]
    halves = [difference_over_classes(class_effects(one.cells), class_effects(other.cells)) for one, other in found]
    assert share_held(means, halves) >= 0.9
    alone = [interval_over_classes(class_effects(one.cells)) for one, _ in found]
    assert np.mean(halves) < np.mean(alone)


def test_a_class_brings_its_right_answers_and_costs_those_taken_for_it() -> None:
    # Half of what is called 2 in place of 1 would be called 1 without 2, as 1 and 3 are called alike then.
    effects = class_effects({(1, 1): 4, (1, 2): 2, (1, 3): 4, (2, 2): 10, (3, 3): 10})
    gains = {1: 4.0, 2: 10.0 - 1.0, 3: 10.0 - 4 * 4 / 6}
    mean = sum(gains.values()) / 3
    assert effects == pytest.approx({number: (gain - mean) / 30 for number, gain in gains.items()})
    assert sum(effects.values()) == pytest.approx(0)


def test_a_class_always_taken_for_another_has_an_effect_too() -> None:
    effects = class_effects({(1, 2): 10, (2, 2): 10})
    assert effects == pytest.approx({1: -0.25, 2: 0.25})


def test_equal_classes_have_no_spread_and_no_interval_is_wider_than_all_there_is() -> None:
    assert interval_over_classes(class_effects({(1, 1): 5, (2, 2): 5})) == 0
    assert interval_over_classes(class_effects({(1, 1): 5, (2, 1): 5})) == 1
    assert interval_over_classes(class_effects({(1, 1): 5})) == 0
    assert class_effects({}) == {}


def test_the_difference_of_a_test_to_itself_is_none() -> None:
    effects = class_effects({(1, 1): 4, (1, 2): 2, (2, 2): 9, (3, 1): 1, (3, 3): 7})
    assert difference_over_classes(effects, effects) == 0
    assert difference_over_classes(effects, {}) == 0


def test_the_wider_interval_decides_whether_a_difference_is_clear() -> None:
    assert Difference(0.05, 0.01).is_above
    assert not Difference(0.05, 0.01, 0.06).is_above
    assert not Difference(-0.05, 0.01, 0.06).is_below
    assert Difference(0.05, 0.02, 0.01).widest == 0.02
