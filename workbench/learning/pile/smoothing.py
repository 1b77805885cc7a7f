"""Smoothing over neighbours: each image is drawn towards the classes of the images nearest to it.

Ziko, Dolz, Granger & Ben Ayed, 2020, "Laplacian Regularized Few-Shot Learning", section 3, with an approach's
log-probabilities in place of distances to prototypes, and equal weights of the neighbours.
"""

from torch import Tensor
from torch.nn import functional

from workbench.learning.pile.neighbours import Neighbours

_CLOSEST = 5
_ROUNDS = 20


def smoothed_logits(logits: Tensor, neighbours: Neighbours, strength: float) -> Tensor:
    """Return logits (n, way) that are drawn, each, towards the classes of the five nearest neighbours."""
    known = functional.log_softmax(logits.float(), dim=1)
    closest = neighbours.rows[:, :_CLOSEST]
    if not closest.shape[1]:
        return known
    smoothed = known
    for _ in range(_ROUNDS):
        smoothed = known + strength * functional.softmax(smoothed, dim=1)[closest].mean(1)
    return smoothed
