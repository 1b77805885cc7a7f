"""Representatives: what is nearest to the mean of its group, and what lies farthest from what was chosen before."""

import numpy as np
import torch

from workbench import learning


def test_the_most_typical_of_a_group_is_nearest_to_its_mean() -> None:
    angles = torch.tensor([0.0, 0.3, 0.5, 3.0, 2.0, 2.2, 2.9])
    units = torch.stack([angles.cos(), angles.sin()], 1)
    groups = np.array([0, 0, 0, -1, 1, 1, 1])
    assert learning.typical_of_groups(units, groups) == [1, 5]
    assert learning.typical_of_groups(units, np.full(7, -1)) == []
    assert learning.typical_of_groups(units[:0], groups[:0]) == []


def test_what_is_least_alike_is_always_the_farthest_from_what_was_chosen() -> None:
    vectors = np.array([[0.0], [1.0], [10.0], [4.0], [0.0]], np.float32)
    assert learning.least_alike(vectors, 3) == [0, 2, 3]
    assert sorted(learning.least_alike(vectors, 9)) == [0, 1, 2, 3, 4]
    assert learning.least_alike(vectors[:0], 3) == []
