"""Smoothing over neighbours: each image is drawn towards the classes of the images nearest to it.

Ziko, Dolz, Granger & Ben Ayed, 2020, "Laplacian Regularized Few-Shot Learning", section 3, with an approach's
log-probabilities in place of distances to prototypes, and equal weights of the neighbours.
"""

from typing import Any

import numpy as np
import scipy.sparse
import torch
from torch import Tensor
from torch.nn import functional

from workbench.learning.pile.neighbours import Neighbours

_sparse: Any = scipy.sparse  # It has no types.
_CLOSEST = 5
_ROUNDS = 20
_LEAST = -75.0  # Of less, the exponential is denormal, with which processors reckon slowly.


def closest_graph(neighbours: Neighbours) -> Any:
    """Return the five nearest neighbours of each image, equal in weight: a sparse array (n, n) of SciPy."""
    closest = neighbours.rows[:, :_CLOSEST]
    size, count = closest.shape
    weights = np.full(size * count, 1 / max(1, count), np.float32)
    starts = (count * np.arange(size + 1)).astype(np.int32)
    columns = closest.flatten().numpy().astype(np.int32)
    return _sparse.csr_array((weights, columns, starts), shape=(size, size))


def smoothed_logits(logits: Tensor, closest: Any, strength: float) -> Tensor:
    """Return logits (n, way) that are drawn, each, towards the classes of the neighbours in `closest_graph`."""
    known = functional.log_softmax(logits.float(), dim=1).clamp(min=_LEAST).numpy()
    if not closest.nnz:
        return torch.from_numpy(known)
    drawn_by = strength * closest
    ones = np.ones((known.shape[1], 1), np.float32)
    smoothed = known
    for _ in range(_ROUNDS):
        # One logit of each row is at least -log(way), and none is above the strength: no sum vanishes or overflows.
        shares = np.exp(smoothed)
        shares /= shares @ ones
        smoothed = drawn_by @ shares
        smoothed += known
    return torch.from_numpy(smoothed)
