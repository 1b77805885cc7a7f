"""What foretells ratings without meta-learning: means, biases, neighbours among items, and a ridge on their vectors.

Each is fitted to the ratings of the people to learn from, and then given a person's few ratings.
"""

from collections.abc import Callable
from functools import cached_property
from types import MappingProxyType

import numpy as np

from workbench.learning.recommender.rating_set import Indices, RatingSet, RatingValues

# From a person's items (n,) and ratings (n,), and the items asked for (m,), to what they would give these (m,).
Foretell = Callable[[Indices, RatingValues, Indices], RatingValues]

# Biases are shrunk as in Koren, 2010, "Factor in the Neighbors: Scalable and Accurate Collaborative Filtering".
_ITEM_SHRINK, _PERSON_SHRINK, _ALIKE_SHRINK = 5.0, 5.0, 50.0
_NEIGHBOURS = 20
_FACTORS = 16
_RIDGE, _LEAST_RIDGE = 40.0, 0.1


class Known:
    """What the people to learn from gave each item."""

    def __init__(self, data: RatingSet, people: Indices) -> None:
        learned = np.isin(data.person, people)
        self._item, self._rating = data.item[learned], data.rating[learned]
        self._row = np.searchsorted(np.unique(people), data.person[learned])
        count = len(data.items)
        self._shape = len(np.unique(people)), count
        self.mean = float(self._rating.mean())
        self.counts: Indices = np.bincount(self._item, minlength=count)
        sums = np.bincount(self._item, self._rating, minlength=count)
        self.shrunk: RatingValues = (sums + _ITEM_SHRINK * self.mean) / (self.counts + _ITEM_SHRINK)

    @cached_property
    def left(self) -> RatingValues:
        """What biases leave of the ratings, (people, items), 0 where there is none."""
        left, people = self._rating - self.shrunk[self._item], self._shape[0]
        counts = np.bincount(self._row, minlength=people)
        bias = np.bincount(self._row, left, minlength=people) / (counts + _PERSON_SHRINK)
        table = np.zeros(self._shape)
        table[self._row, self._item] = left - bias[self._row]
        return table


def item_mean(known: Known) -> Foretell:
    """Return what gives each item the mean of what others gave it, shrunk towards that of all where they are few."""
    return lambda items, ratings, asked: known.shrunk[asked]


def biases(known: Known) -> Foretell:
    """Return what adds how generous a person is to how liked an item is, both shrunk (Koren, 2010, section 2.1)."""
    return lambda items, ratings, asked: known.shrunk[asked] + _bias(known, items, ratings)


def item_neighbours(known: Known) -> Foretell:
    """Return what lets a person's ratings of similar items count.

    Sarwar, Karypis, Konstan & Riedl, 2001, "Item-Based Collaborative Filtering Recommendation Algorithms", on what
    biases leave, similarities shrunk as in Koren, 2010, section 2.2.
    """
    rated = (known.left != 0).astype(np.float64)
    products, squares = known.left.T @ known.left, (known.left**2).T @ rated
    together = rated.T @ rated
    alike = products / np.sqrt(np.maximum(squares * squares.T, 1e-12)) * together / (together + _ALIKE_SHRINK)

    def foretell(items: Indices, ratings: RatingValues, asked: Indices) -> RatingValues:
        bias = _bias(known, items, ratings)
        near = np.maximum(alike[np.ix_(asked, items)], 0.0)
        if len(items) > _NEIGHBOURS:
            near[near < np.sort(near, 1)[:, [-_NEIGHBOURS]]] = 0.0
        left = ratings - known.shrunk[items] - bias
        return known.shrunk[asked] + bias + near @ left / np.maximum(near.sum(1), 0.1)

    return foretell


def ridge_on_vectors(known: Known) -> Foretell:
    """Return what fits a person's weights of items' vectors by ridge regression (Hoerl & Kennard, 1970).

    An item's vector is its part of the largest singular vectors of what biases leave, scaled as these are. The less
    they leave unexplained, the less weights are held back.
    """
    rank = min(_FACTORS, *known.left.shape)
    _, sizes, directions = np.linalg.svd(known.left, full_matrices=False)
    vectors: RatingValues = (directions[:rank] * sizes[:rank, None]).T / np.sqrt(len(known.left))
    vectors /= max(1e-12, float(np.sqrt((vectors**2).sum(1).mean())))
    ridge = _RIDGE * (1 - float((sizes[:rank] ** 2).sum() / max(1e-12, float((sizes**2).sum())))) + _LEAST_RIDGE

    def foretell(items: Indices, ratings: RatingValues, asked: Indices) -> RatingValues:
        bias = _bias(known, items, ratings)
        seen, left = vectors[items], ratings - known.shrunk[items] - bias
        weights: RatingValues = np.linalg.inv(seen.T @ seen + ridge * np.eye(rank)) @ (seen.T @ left)
        return known.shrunk[asked] + bias + vectors[asked] @ weights

    return foretell


def _bias(known: Known, items: Indices, ratings: RatingValues) -> float:
    return float((ratings - known.shrunk[items]).sum() / (len(items) + _PERSON_SHRINK))


RATING_BASELINES: MappingProxyType[str, Callable[[Known], Foretell]] = MappingProxyType(
    {"item_mean": item_mean, "biases": biases, "item_neighbours": item_neighbours, "ridge": ridge_on_vectors}
)
