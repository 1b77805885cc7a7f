"""Which images look like none of the classes: an open-set score that the pile itself refines.

The form of Boudiaf et al., 2023, "Open-Set Likelihood Maximization for Few-Shot Learning" (OSLO): prototypes are fitted
again to the images of the pile, each weighted by how likely it is to be of a known class.
"""

import torch
from torch import Tensor
from torch.nn import functional

_ROUNDS = 5
_STEEPNESS = 15.0  # of the weight of an image, around the median cosine of the pile
_SCALE = 10.0  # of cosines, as logits


def familiarity(vectors: Tensor, examples: Tensor, labels: Tensor, way: int) -> Tensor:
    """Return how much each of the pile's vectors (n, d) looks like one of the classes, as a cosine (n,).

    `examples` (m, d) have the classes `labels` (m,); classes without an example are not looked for.
    """
    middle = (vectors.float().mean(0) + examples.float().mean(0)) / 2
    pile, known = (functional.normalize(part.float() - middle, dim=1) for part in (vectors, examples))
    members = functional.one_hot(labels, way).float()
    members = members[:, members.sum(0) > 0]
    sums = members.T @ known
    prototypes = functional.normalize(sums, dim=1)
    for _ in range(_ROUNDS):
        cosines = pile @ prototypes.T
        nearest = cosines.max(1).values
        weights = torch.sigmoid(_STEEPNESS * (nearest - nearest.median()))
        shares = weights[:, None] * functional.softmax(_SCALE * cosines, dim=1)
        prototypes = functional.normalize(sums + shares.T @ pile, dim=1)
    return (pile @ prototypes.T).max(1).values
