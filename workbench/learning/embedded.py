"""Running an approach on precomputed vectors, so that no image is encoded twice."""

import copy

from torch import Tensor

from workbench.learning.approach import Approach
from workbench.learning.encoders import Encoder, Takes


class AlreadyEmbedded(Encoder):
    """An identity encoder: takes vectors (n, dimension) and returns them unchanged."""

    takes: Takes = "features"

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.dimension = dimension

    def forward(self, vectors: Tensor) -> Tensor:
        return vectors


def on_embeddings(approach: Approach) -> Approach:
    """Return the approach as one that takes its encoder's vectors (n, dimension) instead of images.

    It shares all weights with `approach`, which stays unchanged. Raises ValueError for an approach without
    `capabilities.adapts_embeddings`.
    """
    if not approach.capabilities.adapts_embeddings:
        raise ValueError(f"{approach.name} needs images to adapt")
    copied = copy.copy(approach)
    # A shallow copy shares the table of submodules, and the encoder must be replaced in the copy only.
    copied._modules = dict(approach._modules)  # pyright: ignore[reportPrivateUsage]
    copied.encoder = AlreadyEmbedded(approach.encoder.dimension).train(approach.training)
    return copied
