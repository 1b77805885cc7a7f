"""Running an approach on precomputed vectors, so that no image is encoded twice."""

import copy

import numpy as np
import torch
from torch import Tensor

from workbench.learning.accelerator.copies import to_device
from workbench.learning.approach import Approach
from workbench.learning.episode import Episode, Episodes
from workbench.learning.networks.encoders import Encoder, Takes
from workbench.learning.sampling import EpisodeSampler, Pool, turned_images
from workbench.learning.shared_contents import PoolRows

_LEAST = 256  # vectors that there is room for at first


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


class PoolVectors:
    """The vectors of a pool's images, each made when an episode first has it."""

    def __init__(self, encoder: Encoder, pool: Pool) -> None:
        self._encoder, self._pool = encoder, pool
        self._place = np.full(len(pool.class_of) * pool.rotations, -1, np.int64)  # in the table, of a turned image
        self._count = 0
        self._table = torch.empty(_LEAST, encoder.dimension, device=pool.device)

    def of(self, rows: PoolRows, turns: PoolRows) -> Tensor:
        """Return the vectors (n, dimension) of rows (n,) of the pool, each turned by so many quarters (n,)."""
        keys = rows * self._pool.rotations + turns
        fresh = np.unique(keys[self._place[keys] < 0])
        if len(fresh):
            images = turned_images(self._pool, *np.divmod(fresh, self._pool.rotations))
            with torch.no_grad():
                self._add(fresh, self._encoder(images).float())
        return self._table[to_device(self._place[keys], device=self._table.device)[0]]

    def _add(self, keys: PoolRows, vectors: Tensor) -> None:
        end = self._count + len(keys)
        if end > len(self._table):
            larger = self._table.new_empty(min(max(end, 2 * len(self._table)), len(self._place)), vectors.shape[1])
            larger[: self._count] = self._table[: self._count]
            self._table = larger
        self._table[self._count : end] = vectors
        self._place[keys] = np.arange(self._count, end)
        self._count = end


class VectorEpisodes:
    """The episodes of a sampler, with the vectors of their images in the place of the images."""

    def __init__(self, sampler: EpisodeSampler, vectors: PoolVectors) -> None:
        if sampler.augment:
            raise ValueError("an image that is augmented anew in each episode has no vector of its own")
        self._sampler, self._vectors = sampler, vectors

    def episode(self, number: int) -> Episode:
        """Return episode `number`, with vectors (n, dimension) as its images."""
        return self._sampler.episode(number, self._vectors.of)


def embedding_once(approach: Approach, sampler: EpisodeSampler) -> tuple[Approach, Episodes]:
    """Return an approach and episodes that give the same answers as these, embedding each image once where possible.

    The approach is in the mode it is in now, which should be that of evaluation.
    """
    if not approach.capabilities.adapts_embeddings:
        return approach, sampler
    return on_embeddings(approach), VectorEpisodes(sampler, PoolVectors(approach.encoder, sampler.pool))
