"""How far vectors lie from others, and how much of their spread lies between groups."""

import numpy as np
import pytest

from workbench.learning.spread import group_means, nearest_distances, ratio_of_medians, share_between


@pytest.fixture
def draw() -> np.random.Generator:
    """Draws the same for each test, in whatever order they run."""
    return np.random.default_rng(0)


def test_the_nearest_is_found_at_its_distance() -> None:
    distances = nearest_distances(np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([[0.0, 1.0], [30.0, 40.0]]))
    assert distances == pytest.approx([1.0, np.sqrt(18)])


def test_means_come_in_order_of_the_groups() -> None:
    means = group_means(np.array([[1.0], [4.0], [3.0]]), np.array([7, 2, 7]))
    assert means.tolist() == [[4.0], [2.0]]


def test_a_ratio_of_equals_is_one_within_its_interval(draw: np.random.Generator) -> None:
    ratio = ratio_of_medians(draw.uniform(1, 2, 60), draw.uniform(1, 2, 60))
    assert ratio.low < 1 < ratio.high
    assert ratio.value == pytest.approx(1, abs=0.2)


def test_what_lies_twice_as_far_is_told_from_chance(draw: np.random.Generator) -> None:
    ratio = ratio_of_medians(2 * draw.uniform(1, 2, 60), draw.uniform(1, 2, 60))
    assert ratio.low > 1.5


def test_few_numbers_leave_a_wide_interval(draw: np.random.Generator) -> None:
    few, many = (ratio_of_medians(draw.uniform(1, 3, count), draw.uniform(1, 3, count)) for count in (4, 400))
    assert few.high - few.low > many.high - many.low


def test_a_single_number_has_a_ratio_too(draw: np.random.Generator) -> None:
    ratio = ratio_of_medians(np.array([3.0]), draw.uniform(1, 2, 60))
    assert 1.5 < ratio.low < ratio.value < ratio.high < 3


def test_nothing_lies_between_groups_drawn_by_chance_however_many(draw: np.random.Generator) -> None:
    shares = [share_between(draw.normal(size=(60, 5)), draw.integers(0, 20, 60)) for _ in range(20)]
    assert np.mean(shares) < 0.1


def test_all_lies_between_groups_of_equals() -> None:
    assert share_between(np.repeat([[0.0], [1.0], [5.0]], 4, axis=0), np.repeat([1, 2, 3], 4)) == 1.0


def test_groups_that_differ_more_have_a_larger_share(draw: np.random.Generator) -> None:
    groups, noise = np.repeat(np.arange(5), 10), draw.normal(size=(50, 4))
    shift = draw.normal(size=(5, 4))[groups]
    none, little, much = (share_between(noise + by * shift, groups) for by in (0.0, 0.7, 4.0))
    assert none < little < much < 1


def test_vectors_that_are_all_the_same_are_not_diverse() -> None:
    assert share_between(np.ones((6, 2)), np.repeat([0, 1], 3)) == 0.0
