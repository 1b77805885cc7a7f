"""How far vectors lie from others, and how much of their spread lies between groups."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float64]  # (n, dimension)

_DRAWS = 500


@dataclass(frozen=True)
class Ratio:
    """How many times as large the median of some numbers is as that of others, with its 95 % interval."""

    value: float
    low: float
    high: float


def group_means(vectors: Vectors, groups: NDArray[np.int64]) -> Vectors:
    """Return the mean vector of each group, in order of the groups' numbers."""
    return np.stack([vectors[groups == group].mean(0) for group in np.unique(groups)])


def nearest_distances(vectors: Vectors, others: Vectors) -> NDArray[np.float64]:
    """Return the Euclidean distance of each vector to the nearest of `others`."""
    squares = np.square(vectors).sum(1)[:, None] - 2 * vectors @ others.T + np.square(others).sum(1)
    return np.sqrt(np.maximum(squares, 0).min(1))


def ratio_of_medians(numbers: NDArray[np.float64], others: NDArray[np.float64]) -> Ratio:
    """Return the ratio of two medians with its bootstrap interval (Efron, 1979), the same for the same numbers."""
    draw = np.random.default_rng(0)
    floor = np.finfo(np.float64).tiny  # Where all others lie on one point.
    above, below = (np.median(draw.choice(each, (_DRAWS, len(each))), axis=1) for each in (numbers, others))
    low, high = np.quantile(above / np.maximum(below, floor), (0.025, 0.975))
    return Ratio(float(np.median(numbers) / max(np.median(others), floor)), float(low), float(high))


def share_between(vectors: Vectors, groups: NDArray[np.int64]) -> float:
    """Return the share of the variance of vectors that lies between groups, 0 to 1; needs more vectors than groups.

    It is the adjusted R² of the groups as a predictor of the vectors, which is 0 on average for groups drawn by chance,
    however many there are: Kelley, 1935, "An Unbiased Correlation Ratio Measure"; for vectors, by squared Euclidean
    distances, as Anderson, 2001, "A new method for non-parametric multivariate analysis of variance".
    """
    names, place = np.unique(groups, return_inverse=True)
    within = np.square(vectors - group_means(vectors, groups)[place]).sum() / (len(vectors) - len(names))
    total = np.square(vectors - vectors.mean(0)).sum() / (len(vectors) - 1)
    return float(max(0.0, 1 - within / total)) if total > 0 else 0.0
