"""An approach that is shown vectors its encoder made before, so that no image goes through the encoder twice."""

import copy

from torch import Tensor

from workbench.learning.approach import Approach
from workbench.learning.encoders import Encoder, Takes


class AlreadyEmbedded(Encoder):
    """Takes vectors (n, dimension) and returns them as they are."""

    takes: Takes = "features"

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.dimension = dimension

    def forward(self, vectors: Tensor) -> Tensor:
        return vectors


def on_embeddings(approach: Approach) -> Approach:
    """Return the approach as one that takes its encoder's vectors (n, dimension) instead of images.

    It shares every weight with `approach`, which is left as it was. Raises ValueError for an approach without
    `adapts_embeddings`.
    """
    if not approach.adapts_embeddings:
        raise ValueError(f"{approach.name} needs images to adapt")
    shown = copy.copy(approach)
    # A copied module still shares the table of its parts, and the encoder is to be replaced in the copy alone.
    shown._modules = dict(approach._modules)
    shown.encoder = AlreadyEmbedded(approach.encoder.dimension).train(approach.training)
    return shown
