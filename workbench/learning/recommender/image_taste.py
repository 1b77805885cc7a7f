"""Ratings of images: order a pile by how much somebody would want each image, from a few that they picked.

As in MeLU (Lee, Im, Jang, Cho & Chung, 2019, section 3.1) a base layer on what is known of an item, here the vector of
an image, is shared by all, two layers that decide adapt to a person, and where others have picked, episodes of their
picks, some known and some asked for, meta-train the start. Departures, measured in tests/benchmarks/RESULTS.md: the
base layer starts at the principal axes of the pile, half whitened; the layers that decide adapt in closed form, since
steps of gradient from a few picks order worse than a mean does. Units of the first stand at the picks (Broomhead &
Lowe, 1988, "Multivariable Functional Interpolation and Adaptive Networks"), and the second is their ridge regression,
through which the start is learned (Bertinetto, Henriques, Torr & Vedaldi, 2019, "Meta-learning with differentiable
closed-form solvers").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from workbench.learning.recommender.rating_set import AttributeNumbers, Indices, RatingValues

LEAST_TEACHERS = 3
LEAST_WANTED = 3  # of a person to learn from: some are known, others asked for

_NUMBERS = 256  # of an image, after the base layer
_MEASURED = 2048  # images whose axes are those of the pile
_LEAST_SPREAD = 1e-6  # of the largest; what is less is no more than rounding
_NARROW = 10.0  # A unit answers with the exponential of so many times the cosine, less one.
_RIDGE = 0.1
_RATE = 3e-4
_STEPS_FOR_A_PICK, _MOST_STEPS = 2, 100  # As little is known from few picks, little is learned from them.
_PEOPLE_AT_ONCE = 4
_OTHERS_ASKED = 64  # images by chance, of which hardly any is wanted
_SHARPNESS = 10.0  # of the softmax of an episode, which answers of about 1 would leave flat


@dataclass(frozen=True)
class RowsPicked:
    """The rows of images that a person wants, and of those that they do not."""

    wanted: Indices
    unwanted: Indices

    @property
    def can_teach(self) -> bool:
        """Whether others can learn from them."""
        return len(self.wanted) >= LEAST_WANTED


class ImageTaste:
    """The base layer on the vectors (n, d) of images; a start is what was learned of it, (numbers, numbers)."""

    def __init__(self, vectors: AttributeNumbers) -> None:
        seen = vectors[:: max(1, len(vectors) // _MEASURED)]
        spread, axes = np.linalg.eigh(seen.T @ seen / len(seen))
        kept = np.flatnonzero(spread > spread[-1] * _LEAST_SPREAD)[-_NUMBERS:]
        # Whitened in full, the last axes of a small pile, which are noise, would count as much as the first.
        numbers = vectors @ (axes[:, kept] * (spread[kept] / spread[-1]) ** -0.25)
        self.numbers = torch.from_numpy((numbers / np.sqrt((numbers**2).mean())).astype(np.float32))

    def learned_start(self, others: Sequence[RowsPicked], seed: int = 0) -> Tensor | None:
        """Return a start that suits the picks of other people; None where fewer than three can teach."""
        others = [picked for picked in others if picked.can_teach]
        if len(others) < LEAST_TEACHERS:
            return None
        draw = np.random.default_rng(seed)
        start = torch.zeros(self.numbers.shape[1], self.numbers.shape[1], requires_grad=True)
        optimizer = torch.optim.Adam([start], _RATE)
        steps = min(_MOST_STEPS, _STEPS_FOR_A_PICK * sum(len(picked.wanted) for picked in others))
        with torch.enable_grad():
            for _ in range(steps):
                chosen = draw.permutation(len(others))[:_PEOPLE_AT_ONCE]
                losses = [self._episode_loss(start, others[person], draw) for person in map(int, chosen)]
                optimizer.zero_grad()
                torch.stack(losses).mean().backward()
                optimizer.step()
        return start.detach()

    def wanted_most(self, picked: RowsPicked, start: Tensor | None = None) -> RatingValues:
        """Return how much each image is wanted (n,): about 1 as the wanted picks are, about -1 as the others are."""
        with torch.no_grad():
            everything = np.arange(len(self.numbers))
            return self._answers(start, picked.wanted, picked.unwanted, everything).double().numpy()

    def _episode_loss(self, start: Tensor, picked: RowsPicked, draw: np.random.Generator) -> Tensor:
        wanted, unwanted = draw.permutation(picked.wanted), draw.permutation(picked.unwanted)
        known = int(draw.integers(1, max(1, len(wanted) // 2), endpoint=True))
        known_not = len(unwanted) // 2
        by_chance = draw.integers(0, len(self.numbers), _OTHERS_ASKED)
        asked = np.concatenate([wanted[known:], unwanted[known_not:], by_chance])
        answers = _SHARPNESS * self._answers(start, wanted[:known], unwanted[:known_not], asked)
        liked, others = answers[: len(wanted) - known, None], answers[None, len(wanted) - known :]
        among = torch.cat([liked, others.expand(len(liked), -1)], 1)
        return functional.cross_entropy(among, torch.zeros(len(among), dtype=torch.int64))

    def _answers(self, start: Tensor | None, wanted: Indices, unwanted: Indices, asked: Indices) -> Tensor:
        places = self._base(start, np.concatenate([wanted, unwanted]))
        given = torch.cat([torch.ones(len(wanted)), -torch.ones(len(unwanted))])
        together = torch.exp(_NARROW * (places @ places.T - 1)) + _RIDGE * torch.eye(len(places))
        weights = cast("Tensor", torch.linalg.solve(together, given))
        return torch.exp(_NARROW * (self._base(start, asked) @ places.T - 1)) @ weights

    def _base(self, start: Tensor | None, rows: Indices) -> Tensor:
        numbers = self.numbers[torch.from_numpy(rows)]
        return functional.normalize(numbers if start is None else numbers + numbers @ start, dim=1)
