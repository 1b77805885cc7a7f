"""Which vectors lie close together."""

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor
from torch.nn import functional

_BLOCK = 1024  # rows of the matrix of cosines that are held at once
_EXACT = 10_000  # From this many vectors on, neighbours are looked for among the principal components.
_COMPONENTS = 128


@dataclass(frozen=True)
class Neighbours:
    """For each of n vectors its k nearest others by cosine, the nearest first."""

    rows: Tensor  # (n, k) int64
    cosines: Tensor  # (n, k)


def nearest_neighbours(units: Tensor, count: int) -> Neighbours:
    """Return the `count` nearest others of each of the unit vectors (n, d), or as many as there are.

    Up to 10,000 vectors they are exact, beyond by 128 principal components.
    """
    count = max(0, min(count, len(units) - 1))
    if len(units) > _EXACT:
        units = functional.normalize(units @ _principal_axes(units), dim=1)
    rows: list[Tensor] = [torch.empty(0, count, dtype=torch.int64)]
    cosines: list[Tensor] = [torch.empty(0, count)]
    for start in range(0, len(units), _BLOCK):
        block = units[start : start + _BLOCK] @ units.T
        block[torch.arange(len(block)), torch.arange(start, start + len(block))] = -torch.inf
        nearest = block.topk(count, dim=1)
        rows.append(nearest.indices)
        cosines.append(nearest.values)
    return Neighbours(torch.cat(rows), torch.cat(cosines))


def _principal_axes(vectors: Tensor) -> Tensor:
    """Return the axes (d, 128) of the largest variance of centred vectors (n, d)."""
    _, axes = cast("tuple[Tensor, Tensor]", torch.linalg.eigh(vectors.T @ vectors))
    return axes[:, -_COMPONENTS:]
