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
    middle = (vectors.float().mean(0) + examples.float().mean(0)) / 2
    known = functional.normalize(examples.float() - middle, dim=1)
    nearest: list[Tensor] = []
    for start in range(0, len(vectors), _BLOCK):
        units = functional.normalize(vectors[start : start + _BLOCK].float() - middle, dim=1)
        nearest.append((units @ known.T).max(1).values)
    return torch.cat(nearest) + _WEIGHT_OF_CONFIDENCE * confidence
