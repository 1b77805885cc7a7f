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
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from workbench.learning.pile.kept_products import KeptProducts
from workbench.learning.pile.neighbours import (
    Neighbours,
    along_axes,
    axes_to_compare,
    completed_neighbours,
    nearest_neighbours,
)
from workbench.learning.pile.propagation import passing_graph, propagated_shares
from workbench.learning.pile.smoothing import closest_graph, smoothed_logits

_NEIGHBOURS = 10  # of label propagation
LEAST_PILE = _NEIGHBOURS  # Of a few images the middle is not that of a pile, and directions from it mean nothing.
_ENOUGH = 20  # images of a pile that is heeded whole; fewer are heeded the more there are
_CERTAIN = 20.0  # logit of an example's own class

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
class _Linked:
    """The pile and, after it, examples that lie elsewhere, as the graphs that their classes are passed on in."""

    examples: Tensor  # (m, d)
    passing: Any  # sparse arrays of SciPy (n + m, n + m)
    closest: Any


@dataclass(frozen=True)
class KeptGraph:
    """What a graph of n images can be made of again, and made larger, without comparing all with all."""

    mean: Tensor  # (d,) the middle of the pile when its images were first compared
    axes: Tensor  # (d, c) those along which they were, as of `axes_to_compare`
    neighbours: Neighbours  # rows -1: to be looked for
    is_new: Tensor  # (n,) bool: no neighbour of any known one yet


@dataclass(frozen=True)
class PileAnswer:
    """What a graph says of a pile of n images and, after them, of m examples that lie elsewhere."""

    shares: Tensor  # (n + m, way)
    passing: Any  # sparse array of SciPy (n + m, n + m); None where there is no example
    weight: float  # of the neighbours, beside 1 for the approach

    def neighbours(self, row: int, label: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the neighbours (k,) of an image, and how much each speaks for a class (k,), 0 or more.

        A neighbour speaks by the weight of its edge times its own share of the class.
        """
        if self.passing is None:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        part = slice(self.passing.indptr[row], self.passing.indptr[row + 1])
        rows = self.passing.indices[part].astype(np.int64)
        return rows, self.passing.data[part] * self.shares[torch.from_numpy(rows), label].numpy()


class PileGraph:
    """Which images of a pile lie close together; made once for a pile, used for every new example."""

    def __init__(self, vectors: Tensor, kept: KeptGraph | None = None) -> None:
        """Take the approach's vectors (n, d) of all images of the pile, and what is known of their neighbours."""
        # Directions tell classes apart only where the middle of the pile is the origin.
        self._mean = vectors.float().mean(0) if len(vectors) else torch.zeros(vectors.shape[1])
        self._mean = self._mean if kept is None else kept.mean
        self._units = self._unit(vectors)
        self._axes = axes_to_compare(self._units) if kept is None else kept.axes
        compared = along_axes(self._units, self._axes)
        if kept is None:
            self._neighbours = nearest_neighbours(compared, _NEIGHBOURS)
        else:
            self._neighbours = completed_neighbours(compared, kept.neighbours, kept.is_new)
        self._products = KeptProducts(self._units)
        self._linked: _Linked | None = None

    @property
    def kept(self) -> KeptGraph:
        """Return what the graph can be made of again."""
        return KeptGraph(self._mean, self._axes, self._neighbours, torch.zeros(len(self._units), dtype=torch.bool))

    def shares(self, own: Tensor, examples: Tensor, labels: Tensor, decided: Tensor | None = None) -> Tensor:
        """Return class shares (n, way) of the pile; takes what `answer` does."""
        return self.answer(own, examples, labels, decided).shares[: len(own)]

    def answer(self, own: Tensor, examples: Tensor, labels: Tensor, decided: Tensor | None = None) -> PileAnswer:
        """Return what the graph says, from the approach's own shares of the pile (n, way).

        `examples` (m, d) are the vectors of the examples and `labels` (m,) their classes; `decided` (n,) are the
        classes of images of the pile that are examples too, -1 for the others. Where a class has no example, the
        approach alone speaks for all of them.
        """
        way, size = own.shape[1], len(own)
        known_classes = torch.cat([torch.full((size,), -1) if decided is None else decided, labels])
        is_known = known_classes >= 0
        if size < LEAST_PILE or not bool(is_known.any()):
            return PileAnswer(own, None, 0.0)
        linked = self._linked_to(self._unit(examples))
        known = torch.cat([own.float().clamp(min=_FLOOR).log(), torch.zeros(len(labels), way)])
        counts = known_classes[is_known].bincount(minlength=way)
        settings = _settings(float(counts.sum()) / way)
        if bool(counts.all()):
            known += settings.weight * propagated_shares(linked.passing, known_classes, way).clamp(min=_FLOOR).log()
        known[is_known] = _CERTAIN * functional.one_hot(known_classes[is_known], way).float()
        smoothed = smoothed_logits(known, linked.closest, settings.strength)
        shares = functional.softmax(smoothed / settings.temperature, dim=1)
        _soften_entry(shares, own, ~is_known[:size])
        return PileAnswer(shares, linked.passing, settings.weight)

    def _unit(self, vectors: Tensor) -> Tensor:
        return functional.normalize(vectors.float() - self._mean, dim=1)

    def _linked_to(self, examples: Tensor) -> _Linked:
        """Return the graphs; a decision on an image of the pile leaves them as they are."""
        linked = self._linked
        if linked is None or not torch.equal(linked.examples, examples):
            neighbours = self._with(examples)
            linked = _Linked(examples, passing_graph(neighbours), closest_graph(neighbours))
        self._linked = linked
        return linked

    def _with(self, examples: Tensor) -> Neighbours:
        """Return the neighbours of the pile and, after it, of the examples, among all of them."""
        if not len(examples):
            return self._neighbours
        size = len(self._units)
        from_examples = torch.stack(self._products.rows(examples))
        pile = self._with_nearer(from_examples)
        among = torch.cat([from_examples, examples @ examples.T], 1)
        among[torch.arange(len(examples)), torch.arange(size, size + len(examples))] = -torch.inf
        nearest = among.topk(pile.rows.shape[1], dim=1)
        return Neighbours(torch.cat([pile.rows, nearest.indices]), torch.cat([pile.cosines, nearest.values]))

    def _with_nearer(self, from_examples: Tensor) -> Neighbours:
        """Return the pile's neighbours, those replaced that lie farther off than an example; cosines are (m, n)."""
        count, size = from_examples.shape
        rows, cosines = self._neighbours.rows, self._neighbours.cosines
        width = min(_NEIGHBOURS, rows.shape[1] + count)
        if rows.shape[1] == width:
            changed = (from_examples.amax(0) > cosines[:, -1]).nonzero()[:, 0]
        else:
            changed = torch.arange(size)
        among = torch.cat([cosines[changed], from_examples[:, changed].T], 1)
        nearest = among.topk(width, dim=1)
        numbers = torch.cat([rows[changed], torch.arange(size, size + count).expand(len(changed), -1)], 1)
        all_rows, all_cosines = rows.new_empty(size, width), cosines.new_empty(size, width)
        if rows.shape[1] == width:
            all_rows.copy_(rows)
            all_cosines.copy_(cosines)
        all_rows[changed], all_cosines[changed] = numbers.gather(1, nearest.indices), nearest.values
        return Neighbours(all_rows, all_cosines)


def _soften_entry(shares: Tensor, own: Tensor, open_rows: Tensor) -> None:
    """Let a small pile count for a part, so that no answer leaps when the image comes that makes it a pile."""
    part = (len(own) + 1 - LEAST_PILE) / (_ENOUGH + 1 - LEAST_PILE)
    if part < 1.0:
        rows = open_rows.nonzero()[:, 0]
        shares[rows] = torch.lerp(own[rows].to(shares.dtype), shares[rows], part)


def _settings(shots: float) -> _Settings:
    return next(settings for most, settings in _SETTINGS if shots <= most)
