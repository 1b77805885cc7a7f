"""Images that stand for others: the most typical of each group, and those least like one another."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


def typical_of_groups(units: Tensor, groups: NDArray[np.int64]) -> list[int]:
    """Return for each group from 0 on the index of the direction (n, d) nearest to its mean; -1 is no group."""
    typical: list[int] = []
    for number in range(int(groups.max(initial=-1)) + 1):
        members = torch.from_numpy(np.flatnonzero(groups == number))
        nearest = (units[members] @ units[members].mean(0)).argmax()
        typical.append(int(members[nearest]))
    return typical


def least_alike(vectors: NDArray[np.float32], count: int) -> list[int]:
    """Choose vectors by farthest-first traversal: the first, then always the one farthest from all chosen before."""
    chosen: list[int] = []
    distances = np.full(len(vectors), np.inf)
    while len(chosen) < min(count, len(vectors)):
        chosen.append(int(distances.argmax()))
        distances = np.minimum(distances, np.square(vectors - vectors[chosen[-1]]).sum(1))
        distances[chosen] = -1.0  # Of equal images, too, each is chosen once.
    return chosen
