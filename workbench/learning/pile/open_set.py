"""How familiar images look: whether they are of one of the classes at all.

The score adds two that fail in different ways: the cosine to the nearest example, and the confidence of the proposal.
On held-out classes of photographs it tells strangers apart better than either, than energy, and than prototypes fitted
again to the pile (Boudiaf et al., 2023, "Open-Set Likelihood Maximization for Few-Shot Learning"):
`tests/benchmarks/RESULTS.md`.
"""

import torch
from torch import Tensor
from torch.nn import functional

_WEIGHT_OF_CONFIDENCE = 0.4  # Both parts then vary alike.
_BLOCK = 4096


def familiarity(vectors: Tensor, examples: Tensor, confidence: Tensor) -> Tensor:
    """Return how much each of the pile's vectors (n, d) looks like one of the classes (n,); more is more familiar.

    `examples` (m, d) are the vectors of all examples, and `confidence` (n,) is that of the proposals, 0 to 1.
    """
    if not len(vectors) or not len(examples):
        return confidence
    middle = middle_of(vectors, examples)
    known = directions_from(middle, examples)
    nearest: list[Tensor] = []
    for start in range(0, len(vectors), _BLOCK):
        units = directions_from(middle, vectors[start : start + _BLOCK])
        nearest.append((units @ known.T).max(1).values)
    return torch.cat(nearest) + _WEIGHT_OF_CONFIDENCE * confidence


def middle_of(vectors: Tensor, examples: Tensor) -> Tensor:  # (d,)
    """Return the point from which directions tell classes apart: between the means of the pile and of the examples."""
    means = [part.float().mean(0) for part in (vectors, examples) if len(part)]
    return torch.stack(means).mean(0) if means else torch.zeros(vectors.shape[1])


def directions_from(middle: Tensor, vectors: Tensor) -> Tensor:  # (n, d)
    """Return the directions of unit length in which vectors (n, d) lie from the middle."""
    return functional.normalize(vectors.float() - middle, dim=1)
