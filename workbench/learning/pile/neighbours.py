"""Which vectors lie close together."""

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor
from torch.nn import functional

_BLOCK = 1024  # rows of the matrix of cosines that are held at once
_EXACT = 20_000  # From this many vectors on, neighbours are looked for among the principal components.
_COMPONENTS = 128


@dataclass(frozen=True)
class Neighbours:
    """For each of n vectors its k nearest others by cosine, the nearest first."""

    rows: Tensor  # (n, k) int64
    cosines: Tensor  # (n, k)


def axes_to_compare(units: Tensor) -> Tensor:  # (d, c)
    """Return the axes among which unit vectors (n, d) are compared: none where there are few, who are compared whole.

    Beyond 20,000, those are the 128 of the largest variance.
    """
    if len(units) <= _EXACT:
        return torch.empty(units.shape[1], 0)
    _, axes = cast("tuple[Tensor, Tensor]", torch.linalg.eigh(units.T @ units))
    return axes[:, -_COMPONENTS:].contiguous()


def along_axes(units: Tensor, axes: Tensor) -> Tensor:
    """Return what is compared of unit vectors (n, d), at unit length."""
    return functional.normalize(units @ axes, dim=1) if axes.shape[1] else units


def nearest_neighbours(units: Tensor, count: int) -> Neighbours:
    """Return the `count` nearest others of each of the unit vectors (n, d), or as many as there are."""
    count = max(0, min(count, len(units) - 1))
    unknown = Neighbours(torch.full((len(units), count), -1), torch.full((len(units), count), -torch.inf))
    return completed_neighbours(units, unknown, torch.ones(len(units), dtype=torch.bool))


def completed_neighbours(units: Tensor, known: Neighbours, is_new: Tensor) -> Neighbours:
    """Return the nearest others of each of the unit vectors (n, d), where most are known already.

    Those of a vector with a row -1 are all looked for; of the others, a neighbour that `is_new` (n,) may be nearer than
    what is known.
    """
    rows, cosines = known.rows.clone(), known.cosines.clone()
    count = rows.shape[1]
    is_unknown = (rows < 0).any(1)
    for part in torch.split(is_unknown.nonzero()[:, 0], _BLOCK):
        block = units[part] @ units.T
        block[torch.arange(len(part)), part] = -torch.inf
        cosines[part], rows[part] = block.topk(count, dim=1)
    new = is_new.nonzero()[:, 0]
    new_units = units[new]
    for part in torch.split((~is_unknown).nonzero()[:, 0], _BLOCK) if len(new) else ():
        to_new = units[part] @ new_units.T
        among = torch.cat([cosines[part], to_new], 1).topk(count, dim=1)
        numbers = torch.cat([rows[part], new.expand(len(part), -1)], 1)
        rows[part], cosines[part] = numbers.gather(1, among.indices), among.values
    return Neighbours(rows, cosines)
