"""What unlabelled images add to a few examples: classes are passed on between images that lie close together.

No method here assumes that classes have equal shares of the images: those that do lose much where shares are uneven
(Veilleux, Boudiaf, Piantanida & Ben Ayed, 2021, "Realistic evaluation of transductive few-shot learning").
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

_BLOCK = 2048  # rows of the matrix of cosines that are held at once


@dataclass(frozen=True)
class Neighbours:
    """For each of n vectors its k nearest others by cosine, the nearest first."""

    rows: Tensor  # (n, k) int64
    cosines: Tensor  # (n, k)

    def nearest(self, count: int) -> "Neighbours":
        """Return the `count` nearest of each, or as many as there are."""
        return Neighbours(self.rows[:, :count], self.cosines[:, :count])


def nearest_neighbours(vectors: Tensor, count: int) -> Neighbours:
    """Return the `count` nearest others of each of vectors (n, d), exactly; fewer where there are not so many."""
    units = functional.normalize(vectors.float(), dim=1)
    count = max(0, min(count, len(units) - 1))
    rows: list[Tensor] = []
    cosines: list[Tensor] = []
    for start in range(0, len(units), _BLOCK):
        block = units[start : start + _BLOCK] @ units.T
        block[torch.arange(len(block)), torch.arange(start, start + len(block))] = -torch.inf
        nearest = block.topk(count, dim=1)
        rows.append(nearest.indices)
        cosines.append(nearest.values)
    return Neighbours(torch.cat(rows), torch.cat(cosines))


def smoothed(logits: Tensor, neighbours: Neighbours, strength: float = 5.0, rounds: int = 20) -> Tensor:
    """Return class shares (n, way) from an approach's logits (n, way), each drawn towards those of its neighbours.

    Ziko, Dolz, Granger & Ben Ayed, 2020, "Laplacian Regularized Few-Shot Learning", equation (12), with the approach's
    log-probabilities in place of distances to prototypes, and equal weights of the neighbours.
    """
    known = functional.log_softmax(logits.float(), dim=1)
    shares = known.exp()
    if not neighbours.rows.shape[1]:
        return shares
    for _ in range(rounds):
        shares = functional.softmax(known + strength * shares[neighbours.rows].mean(1), dim=1)
    return shares


def propagated(neighbours: Neighbours, labels: Tensor, way: int, share: float = 0.8, rounds: int = 30) -> Tensor:
    """Return class shares (n, way) by passing on the labels (n,) of examples; -1 is an image without a label.

    Zhou, Bousquet, Lal, Weston & Schölkopf, 2004, "Learning with Local and Global Consistency", section 2, iterated
    `rounds` times; neighbours are mutual and weigh the cube of their cosine. Examples keep their label.
    """
    graph = _normalised(neighbours)
    examples = labels >= 0
    given = torch.zeros(len(labels), way)
    given[examples] = functional.one_hot(labels[examples], way).float()
    counts = given.sum(0).clamp(min=1)
    given = given / counts
    passed = given
    for _ in range(rounds):
        passed = share * (graph @ passed) + (1 - share) * given
    passed = passed * counts.clamp(max=1) + torch.finfo(passed.dtype).tiny
    shares = passed / passed.sum(1, keepdim=True)
    shares[examples] = functional.one_hot(labels[examples], way).float()
    return shares


def _normalised(neighbours: Neighbours) -> Tensor:
    """Return the symmetric graph D^-1/2 A D^-1/2 (n, n), sparse."""
    size, count = neighbours.rows.shape
    ends = neighbours.rows.flatten()
    starts = torch.arange(size).repeat_interleave(count)
    weights = neighbours.cosines.clamp(min=0).pow(3).flatten()
    both = torch.stack([torch.cat([starts, ends]), torch.cat([ends, starts])])
    graph = torch.sparse_coo_tensor(both, torch.cat([weights, weights]), (size, size)).coalesce()
    degrees = torch.sparse.sum(graph, 1).to_dense().clamp(min=1e-12).rsqrt()
    first, second = graph.indices()
    values = graph.values() * degrees[first] * degrees[second]
    return torch.sparse_coo_tensor(graph.indices(), values, (size, size)).coalesce().to_sparse_csr()
