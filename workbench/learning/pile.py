"""What a pile of unlabelled images adds to a few examples: classes are passed on between images that are alike.

Two opinions are multiplied: the approach's own, and that of label propagation from the examples (Zhou, Bousquet, Lal,
Weston & Schölkopf, 2004, "Learning with Local and Global Consistency", section 2), which is worth most where examples
are few. The product is then smoothed over the nearest neighbours (Ziko, Dolz, Granger & Ben Ayed, 2020, "Laplacian
Regularized Few-Shot Learning", section 3, with log-probabilities in place of distances to prototypes).

Nothing here assumes that classes have equal shares of the pile: methods that do lose where the shares are uneven
(Veilleux, Boudiaf, Piantanida & Ben Ayed, 2021, "Realistic evaluation of transductive few-shot learning"). The settings
were chosen on classes that no figure was measured on: `tests/benchmarks/pile.py`, figures in
`tests/benchmarks/RESULTS.md`.
"""

from dataclasses import dataclass
from math import inf
from typing import Any, cast

import numpy as np
import scipy.sparse
import torch
from torch import Tensor
from torch.nn import functional

_sparse: Any = scipy.sparse  # It has no types.
_NEIGHBOURS = 10  # of label propagation
_CLOSEST = 5  # of smoothing
_PASSED_ON = 0.9  # share of a label that comes from neighbours; the rest is the example's own
_ROUNDS = 30
_SMOOTHINGS = 20
_CERTAIN = 20.0  # logit of an example's own class

_BLOCK = 1024  # rows of the matrix of cosines that are held at once
_EXACT = 10_000  # From this many vectors on, neighbours are looked for among the principal components.
_COMPONENTS = 128
_FLOOR = 1e-9


@dataclass(frozen=True)
class _Settings:
    """How much the pile is heeded, and the temperature that makes the shares as sure as they are right."""

    weight: float  # of label propagation, beside 1 for the approach
    strength: float  # of smoothing
    temperature: float


# By examples of a class on average, at most: the fewer there are, the more the pile knows beside them.
_SETTINGS = (
    (1.0, _Settings(2.0, 5.0, 4.0)),
    (2.0, _Settings(1.0, 5.0, 3.0)),
    (3.0, _Settings(0.7, 3.0, 2.0)),
    (inf, _Settings(0.3, 2.0, 1.5)),
)


@dataclass(frozen=True)
class Neighbours:
    """For each of n vectors its k nearest others by cosine, the nearest first."""

    rows: Tensor  # (n, k) int64
    cosines: Tensor  # (n, k)


class PileGraph:
    """Which images of a pile lie close together; made once for a pile, used for every new example."""

    def __init__(self, vectors: Tensor) -> None:
        """Take the approach's vectors (n, d) of all images of the pile."""
        # Directions tell classes apart only where the middle of the pile is the origin.
        self._mean = vectors.float().mean(0) if len(vectors) else torch.zeros(vectors.shape[1])
        self._units = self._unit(vectors)
        self._neighbours = nearest_neighbours(self._units, _NEIGHBOURS)

    def shares(self, own: Tensor, examples: Tensor, labels: Tensor, decided: Tensor | None = None) -> Tensor:
        """Return class shares (n, way) of the pile from the approach's own shares of it (n, way).

        `examples` (m, d) are the vectors of the examples and `labels` (m,) their classes; `decided` (n,) are the
        classes of images of the pile that are examples too, -1 for the others. Where a class has no example, the
        approach alone speaks for all of them.
        """
        way, size = own.shape[1], len(own)
        known_classes = torch.cat([torch.full((size,), -1) if decided is None else decided, labels])
        is_known = known_classes >= 0
        if not size or not bool(is_known.any()):
            return own
        neighbours = self._with(self._unit(examples))
        known = torch.cat([own.float().clamp(min=_FLOOR).log(), torch.zeros(len(labels), way)])
        counts = known_classes[is_known].bincount(minlength=way)
        settings = _settings(float(counts.sum()) / way)
        if bool(counts.all()):
            known += settings.weight * propagated_shares(neighbours, known_classes, way).clamp(min=_FLOOR).log()
        known[is_known] = _CERTAIN * functional.one_hot(known_classes[is_known], way).float()
        smoothed = smoothed_logits(known, neighbours, settings.strength)[:size]
        return functional.softmax(smoothed / settings.temperature, dim=1)

    def _unit(self, vectors: Tensor) -> Tensor:
        return functional.normalize(vectors.float() - self._mean, dim=1)

    def _with(self, examples: Tensor) -> Neighbours:
        """Return the neighbours of the pile and, after it, of the examples, among all of them."""
        size = len(self._units)
        to_examples = self._units @ examples.T
        cosines = torch.cat([self._neighbours.cosines, to_examples], 1)
        rows = torch.cat([self._neighbours.rows, torch.arange(size, size + len(examples)).expand(size, -1)], 1)
        nearest = cosines.topk(min(_NEIGHBOURS, cosines.shape[1]), dim=1)
        pile = Neighbours(rows.gather(1, nearest.indices), nearest.values)
        among = torch.cat([to_examples.T, examples @ examples.T], 1)
        among[torch.arange(len(examples)), torch.arange(size, size + len(examples))] = -torch.inf
        nearest = among.topk(pile.rows.shape[1], dim=1)
        return Neighbours(torch.cat([pile.rows, nearest.indices]), torch.cat([pile.cosines, nearest.values]))


def nearest_neighbours(units: Tensor, count: int) -> Neighbours:
    """Return the `count` nearest others of each of the unit vectors (n, d), or as many as there are.

    Up to 10,000 vectors they are exact, beyond by 128 principal components.
    """
    count = max(0, min(count, len(units) - 1))
    if len(units) > _EXACT:
        units = functional.normalize(units @ _principal_axes(units), dim=1)
    rows: list[Tensor] = [torch.empty(0, count, dtype=torch.int64)]
    cosines: list[Tensor] = [torch.empty(0, count)]
    for start in range(0, len(units), _BLOCK):
        block = units[start : start + _BLOCK] @ units.T
        block[torch.arange(len(block)), torch.arange(start, start + len(block))] = -torch.inf
        nearest = block.topk(count, dim=1)
        rows.append(nearest.indices)
        cosines.append(nearest.values)
    return Neighbours(torch.cat(rows), torch.cat(cosines))


def _settings(shots: float) -> _Settings:
    return next(settings for most, settings in _SETTINGS if shots <= most)


def smoothed_logits(logits: Tensor, neighbours: Neighbours, strength: float) -> Tensor:
    """Return logits (n, way) that are drawn, each, towards the classes of the five nearest neighbours."""
    known = functional.log_softmax(logits.float(), dim=1)
    closest = neighbours.rows[:, :_CLOSEST]
    if not closest.shape[1]:
        return known
    smoothed = known
    for _ in range(_SMOOTHINGS):
        smoothed = known + strength * functional.softmax(smoothed, dim=1)[closest].mean(1)
    return smoothed


def propagated_shares(neighbours: Neighbours, labels: Tensor, way: int) -> Tensor:
    """Return class shares (n, way) by passing on the labels (n,) of examples, -1 for images without one.

    Zhou et al., 2004, section 2, iterated; neighbours count in both directions and weigh the cube of their cosine, and
    a class's label weighs as much in all, however many examples it has.
    """
    graph = _normalised(neighbours)
    examples = (labels >= 0).numpy()
    given = np.zeros((len(labels), way), np.float32)
    given[examples] = functional.one_hot(labels[labels >= 0], way).numpy()
    given /= np.maximum(given.sum(0), 1)
    passed = given
    for _ in range(_ROUNDS):
        passed = _PASSED_ON * (graph @ passed) + (1 - _PASSED_ON) * given
    shares = torch.from_numpy(passed) + torch.finfo(torch.float32).tiny
    return shares / shares.sum(1, keepdim=True)


def _normalised(neighbours: Neighbours) -> Any:
    """Return the symmetric graph D^-1/2 A D^-1/2 (n, n), a sparse array of SciPy."""
    size, count = neighbours.rows.shape
    weights = neighbours.cosines.clamp(min=0).pow(3).flatten().numpy()
    starts = np.arange(0, size * count + 1, max(1, count))[: size + 1]
    one_way = _sparse.csr_array((weights, neighbours.rows.flatten().numpy(), starts), shape=(size, size))
    graph = (one_way + one_way.T).tocsr()
    degrees = 1 / np.sqrt(np.maximum(graph.sum(1), 1e-12)).astype(np.float32)
    scale = _sparse.dia_array((degrees[None], [0]), shape=(size, size))
    return (scale @ graph @ scale).tocsr()


def _principal_axes(vectors: Tensor) -> Tensor:
    """Return the axes (d, 128) of the largest variance of centred vectors (n, d)."""
    _, axes = cast("tuple[Tensor, Tensor]", torch.linalg.eigh(vectors.T @ vectors))
    return axes[:, -_COMPONENTS:]
