"""Groups of images that look alike, among those that are of none of the classes.

Average linkage (Sokal & Michener, 1958) of the cosines of centred vectors, cut at one height. The height is not
guessed: it is the one at which the groups agree best with the classes of held-out images, by the adjusted Rand index
(Hubert & Arabie, 1985, "Comparing partitions") of all their pairs.
"""

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import scipy
import torch
from numpy.typing import NDArray
from torch import Tensor

_MOST_LINKED = 1500  # Linking takes the square of it; the others join the group that they would have been linked to.

Floats = NDArray[np.float64]


def agreeing_cut(held_out: Sequence[tuple[Tensor, Tensor]]) -> float:
    """Return the height to cut at, from episodes of held-out directions (n, d) and their classes (n,).

    0, at which only equal images are alike, where no cut is better than that.
    """
    heights: list[Floats] = []
    together: list[NDArray[np.bool_]] = []
    for units, classes in held_out:
        first, second = np.triu_indices(len(units), 1)
        if len(first):
            heights.append(cast("Floats", _hierarchy().cophenet(_linked(units))))
            together.append((classes[first] == classes[second]).numpy())
    if not heights:
        return 0.0
    return _best_cut(np.concatenate(heights), np.concatenate(together))


def alike_groups(units: Tensor, cut: float, *, least: int = 3) -> NDArray[np.int64]:  # (n,)
    """Return for each of the directions (n, d) the number of its group, the largest first; -1 for none.

    A group has at least so many members. Of more directions than can be linked quickly, some are, always the same.
    """
    count = len(units)
    if count < least:
        return np.full(count, -1, np.int64)
    linked = torch.arange(count)
    if count > _MOST_LINKED:
        linked = torch.from_numpy(np.random.default_rng(0).permutation(count)[:_MOST_LINKED]).sort().values
    of_linked = np.asarray(_hierarchy().fcluster(_linked(units[linked]), cut, "distance"), np.int64) - 1
    groups = torch.from_numpy(of_linked)
    if len(linked) < count:
        groups = _joined(units, linked, groups, cut)
    return _numbered_by_size(groups.numpy(), least)


def _linked(units: Tensor) -> Floats:
    distances = (1 - units @ units.T).clamp(0, 2).double().numpy()
    first, second = np.triu_indices(len(units), 1)
    return cast("Floats", _hierarchy().linkage(distances[first, second], "average"))


def _best_cut(heights: Floats, together: NDArray[np.bool_]) -> float:
    order = np.argsort(heights, kind="stable")
    heights, together = heights[order], together[order]
    # Cut at each height, pairs of images are joined or not, and of one class or not.
    right = np.cumsum(together).astype(np.float64)
    wrong = np.arange(1, len(heights) + 1) - right
    missed = right[-1] - right
    apart = wrong[-1] - wrong
    chance = (right + missed) * (missed + apart) + (right + wrong) * (wrong + apart)
    index = np.divide(2 * (right * apart - missed * wrong), chance, out=np.zeros_like(chance), where=chance > 0)
    # Pairs of one height are joined together.
    index[:-1][np.diff(heights) == 0] = 0.0
    best = int(index.argmax())
    return float(heights[best]) if index[best] > 0 else 0.0


def _joined(units: Tensor, linked: Tensor, groups: Tensor, cut: float) -> Tensor:
    """Return the groups of all directions (n,), where only some are linked: -1 for one that is too far from each."""
    number = int(groups.max()) + 1
    # The mean distance to the members of a group is the distance to their mean.
    means = torch.zeros(number, units.shape[1]).index_add_(0, groups, units[linked])
    means /= groups.bincount(minlength=number)[:, None]
    nearest = (1 - units @ means.T).min(1)
    every = torch.where(nearest.values <= cut, nearest.indices, torch.tensor(-1))
    every[linked] = groups
    return every


def _numbered_by_size(groups: NDArray[np.int64], least: int) -> NDArray[np.int64]:
    names, counts = np.unique(groups[groups >= 0], return_counts=True)
    order = np.argsort(-counts, kind="stable")
    kept = names[order][counts[order] >= least]
    number = np.full(max(1, int(groups.max()) + 1), -1, np.int64)
    number[kept] = np.arange(len(kept))
    return np.where(groups >= 0, number[groups.clip(min=0)], -1)


def _hierarchy() -> Any:
    return scipy.cluster.hierarchy  # It has no types.
