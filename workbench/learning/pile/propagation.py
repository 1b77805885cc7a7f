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


def passing_graph(neighbours: Neighbours) -> Any:
    """Return the symmetric graph D^-1/2 A D^-1/2 (n, n) that labels are passed on in, a sparse array of SciPy.

    Neighbours count in both directions and weigh the cube of their cosine.
    """
    size, count = neighbours.rows.shape
    weights = neighbours.cosines.clamp(min=0).pow(3).flatten().numpy()
    starts = (count * np.arange(size + 1)).astype(np.int32)
    columns = neighbours.rows.flatten().numpy().astype(np.int32)
    one_way = _sparse.csr_array((weights, columns, starts), shape=(size, size))
    graph = (one_way + one_way.T.tocsr()).tocsr()
    degrees = 1 / np.sqrt(np.maximum(graph.sum(1), 1e-12)).astype(np.float32)
    graph.data *= np.repeat(degrees, np.diff(graph.indptr)) * degrees[graph.indices]
    return graph


def propagated_shares(graph: Any, labels: Tensor, way: int) -> Tensor:
    """Return class shares (n, way) by passing on the labels (n,) of examples, -1 for images without one.

    `graph` is that of `passing_graph`. A class's label weighs as much in all, however many examples it has.
    """
    examples = (labels >= 0).numpy()
    given = np.zeros((len(labels), way), np.float32)
    given[examples] = functional.one_hot(labels[labels >= 0], way).numpy()
    given /= np.maximum(given.sum(0), 1)
    passing, own = _PASSED_ON * graph, (1 - _PASSED_ON) * given
    passed = given
    for _ in range(_ROUNDS):
        passed = passing @ passed
        passed += own
    shares = torch.from_numpy(passed) + torch.finfo(torch.float32).tiny
    return shares / shares.sum(1, keepdim=True)
