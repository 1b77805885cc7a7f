"""Strangers that look alike become one group, and where groups are cut apart is learned from held-out classes."""

import time

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from workbench.learning.pile.alike import agreeing_cut, alike_groups


def made(classes: int, images: int, seed: int) -> tuple[Tensor, Tensor]:
    """Directions of some classes, and the class of each."""
    draw = np.random.default_rng(seed)
    means = functional.normalize(torch.from_numpy(draw.normal(size=(classes, 64))).float(), dim=1)
    labels = torch.arange(classes).repeat_interleave(images)
    noise = torch.from_numpy(draw.normal(size=(len(labels), 64))).float() / 16
    return functional.normalize(means[labels] + noise, dim=1), labels


def cut() -> float:
    return agreeing_cut([made(6, 8, seed) for seed in range(10, 20)])


def test_the_cut_from_held_out_classes_finds_other_classes_again() -> None:
    units, labels = made(5, 9, seed=1)
    groups = alike_groups(units, cut())
    assert sorted(np.bincount(groups).tolist()) == [9] * 5
    assert all(len(set(groups[labels.numpy() == number].tolist())) == 1 for number in range(5))


def test_the_largest_group_comes_first_and_fewer_than_three_are_no_group() -> None:
    units, labels = made(4, 9, seed=2)
    kept = torch.cat([torch.nonzero(labels == number)[:count, 0] for number, count in enumerate((2, 5, 9, 1))])
    groups = alike_groups(units[kept], cut())
    assert groups.tolist() == [-1] * 2 + [1] * 5 + [0] * 9 + [-1]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_two_images_are_never_a_group(count: int) -> None:
    assert alike_groups(torch.ones(count, 4) / 2, 1.0).tolist() == [-1] * count


def test_where_nothing_was_held_out_only_equal_images_are_alike() -> None:
    assert agreeing_cut([]) == 0
    units, _ = made(1, 4, seed=3)
    assert alike_groups(units, 0.0).tolist() == [-1] * 4


def test_five_thousand_are_grouped_in_a_second_each_with_its_class() -> None:
    units, labels = made(50, 100, seed=4)
    height = cut()
    began = time.perf_counter()
    groups = alike_groups(units, height)
    assert time.perf_counter() - began < 1
    largest = [np.bincount(groups[labels.numpy() == number] + 1).argmax() for number in range(50)]
    assert np.mean(groups + 1 == np.repeat(largest, 100)) > 0.97
