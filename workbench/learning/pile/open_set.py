"""How familiar images look: whether they are of one of the classes at all.

The score adds two that fail in different ways: the cosine to the nearest example, and the confidence of the proposal.
On held-out classes of photographs it tells strangers apart better than either, than energy, and than prototypes fitted
again to the pile (Boudiaf et al., 2023, "Open-Set Likelihood Maximization for Few-Shot Learning"):
`tests/benchmarks/RESULTS.md`.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from workbench.learning.pile.kept_products import KeptProducts

_WEIGHT_OF_CONFIDENCE = 0.4  # Both parts then vary alike.
_ENOUGH = 20  # Images whose mean stands for a pile; that of fewer would be little but themselves.
_BLOCK = 4096
_LEAST = 1e-12  # length of a vector, as of `functional.normalize`


class OpenSet:
    """A pile whose images may be of none of the classes; quick to ask again when examples were added."""

    def __init__(self, vectors: Tensor) -> None:
        """Take the vectors (n, d) of the pile, which are not copied."""
        self._count = len(vectors)
        self._mean = vectors.float().mean(0) if len(vectors) else torch.zeros(vectors.shape[1])
        # How far the middle lies from the mean of the pile, 1 being the mean of the examples.
        self._towards_examples = 1 - min(1.0, self._count / _ENOUGH) / 2
        self._squares = torch.cat(
            [(part.float() - self._mean).square().sum(1) for part in torch.split(vectors, _BLOCK)]
        )
        self._products = KeptProducts(vectors.float())

    def middle(self, examples: Tensor, *, use_pile: bool = True) -> Tensor:  # (d,)
        """Return the point from which directions tell classes apart: between the means of pile and examples.

        It lies half way, and nearer to the examples where the pile has only a few images; without `use_pile` it is the
        mean of the examples.
        """
        if not len(examples):
            return self._mean
        return torch.lerp(self._mean, examples.float().mean(0), self._towards_examples if use_pile else 1.0)

    def familiarity(self, examples: Tensor, confidence: Tensor, *, use_pile: bool = True) -> Tensor:
        """Return how much each image of the pile looks like one of the classes (n,); more is more familiar.

        `examples` (m, d) are the vectors of all examples, and `confidence` (n,) is that of the proposals, 0 to 1.
        Without `use_pile` that of an image does not depend on the others.
        """
        if not self._count or not len(examples):
            return confidence
        nearest = self._nearest(examples.float() - self._mean, self._towards_examples if use_pile else 1.0)
        return nearest + _WEIGHT_OF_CONFIDENCE * confidence

    def _nearest(self, examples: Tensor, towards_examples: float) -> Tensor:
        """Return the cosines (n,) from the middle to the nearest examples (m, d), which are given from the mean.

        The middle moves with each example. Cosines from it follow from products from the mean, which stay.
        """
        middle = examples.mean(0) * towards_examples
        shifts = (examples @ self._mean).numpy()
        known = functional.normalize(examples - middle, dim=1)
        scales = (examples - middle).square().sum(1).sqrt().clamp(min=_LEAST).reciprocal().numpy()
        offsets = (known @ middle).numpy()
        # NumPy: torch would set threads to work on each of many short rows, and wait for them.
        products: list[NDArray[np.float32]] = [row.numpy() for row in self._products.rows(examples)]
        along = np.zeros(self._count, np.float32)  # products of the pile with the middle
        for row in products:
            along += row
        along = (along - shifts.sum()) * np.float32(towards_examples / len(examples))
        nearest, one = np.full(self._count, -np.inf, np.float32), np.empty(self._count, np.float32)
        for row, shift, scale, offset in zip(products, shifts, scales, offsets, strict=True):
            np.subtract(row, along, out=one)
            one -= shift
            one *= scale
            one -= offset
            np.maximum(nearest, one, out=nearest)
        lengths = (self._squares - 2 * torch.from_numpy(along) + middle.square().sum()).clamp(min=0).sqrt()
        return torch.from_numpy(nearest) / lengths.clamp(min=_LEAST)


def familiarity(vectors: Tensor, examples: Tensor, confidence: Tensor, *, use_pile: bool = True) -> Tensor:
    """Return how much each of the pile's vectors (n, d) looks like one of the classes (n,); as `OpenSet`."""
    return OpenSet(vectors).familiarity(examples, confidence, use_pile=use_pile)


def directions_from(middle: Tensor, vectors: Tensor) -> Tensor:  # (n, d)
    """Return the directions of unit length in which vectors (n, d) lie from the middle."""
    return functional.normalize(vectors.float() - middle, dim=1)
