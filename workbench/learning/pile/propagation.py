"""Label propagation: the labels of examples are passed on from neighbour to neighbour.

Zhou, Bousquet, Lal, Weston & Schölkopf, 2004, "Learning with Local and Global Consistency", section 2, iterated.
"""

from typing import Any

import numpy as np
import scipy.sparse
import torch
from torch import Tensor
from torch.nn import functional

from workbench.learning.pile.neighbours import Neighbours

_sparse: Any = scipy.sparse  # It has no types.
_PASSED_ON = 0.9  # share of a label that comes from neighbours; the rest is the example's own
_ROUNDS = 30


def propagated_shares(neighbours: Neighbours, labels: Tensor, way: int) -> Tensor:
    """Return class shares (n, way) by passing on the labels (n,) of examples, -1 for images without one.

    Neighbours count in both directions and weigh the cube of their cosine; a class's label weighs as much in all,
    however many examples it has.
    """
    graph = _normalised(neighbours)
    examples = (labels >= 0).numpy()
    given = np.zeros((len(labels), way), np.float32)
    given[examples] = functional.one_hot(labels[labels >= 0], way).numpy()
    given /= np.maximum(given.sum(0), 1)
    passed = given
    for _ in range(_ROUNDS):
        passed = _PASSED_ON * (graph @ passed) + (1 - _PASSED_ON) * given
    shares = torch.from_numpy(passed) + torch.finfo(torch.float32).tiny
    return shares / shares.sum(1, keepdim=True)


def _normalised(neighbours: Neighbours) -> Any:
    """Return the symmetric graph D^-1/2 A D^-1/2 (n, n), a sparse array of SciPy."""
    size, count = neighbours.rows.shape
    weights = neighbours.cosines.clamp(min=0).pow(3).flatten().numpy()
    starts = np.arange(0, size * count + 1, max(1, count))[: size + 1]
    one_way = _sparse.csr_array((weights, neighbours.rows.flatten().numpy(), starts), shape=(size, size))
    graph = (one_way + one_way.T).tocsr()
    degrees = 1 / np.sqrt(np.maximum(graph.sum(1), 1e-12)).astype(np.float32)
    scale = _sparse.dia_array((degrees[None], [0]), shape=(size, size))
    return (scale @ graph @ scale).tocsr()
