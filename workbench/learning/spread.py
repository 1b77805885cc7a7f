"""Distances between vectors, and the share of their variance that lies between groups."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Vectors = NDArray[np.float64]  # (n, dimension)

_DRAWS = 500


@dataclass(frozen=True)
class Ratio:
    """The ratio of two medians with its 95 % interval."""

    value: float
    low: float
    high: float


def group_means(vectors: _Vectors, groups: NDArray[np.int64]) -> _Vectors:
    """Return the mean vectors (groups, dimension) in order of the group numbers in `groups` (n,)."""
    return np.stack([vectors[groups == group].mean(0) for group in np.unique(groups)])


def nearest_distances(vectors: _Vectors, others: _Vectors) -> NDArray[np.float64]:
    """Return the Euclidean distance (n,) of each vector to the nearest of `others`.

    `vectors` is (n, dimension) and `others` (m, dimension).
    """
    squares = np.square(vectors).sum(1)[:, None] - 2 * vectors @ others.T + np.square(others).sum(1)
    return np.sqrt(np.maximum(squares, 0).min(1))


def ratio_of_medians(numbers: NDArray[np.float64], others: NDArray[np.float64]) -> Ratio:
    """Return the median of `numbers` (n,) over that of `others` (m,), with its bootstrap interval.

    Efron, 1979, "Bootstrap Methods: Another Look at the Jackknife", by percentiles. The same numbers always give the
    same interval.
    """
    draw = np.random.default_rng(0)
    floor = np.finfo(np.float64).tiny  # Used if the median of `others` is 0.
    above, below = (np.median(draw.choice(each, (_DRAWS, len(each))), axis=1) for each in (numbers, others))
    low, high = np.quantile(above / np.maximum(below, floor), (0.025, 0.975))
    return Ratio(float(np.median(numbers) / max(np.median(others), floor)), float(low), float(high))


def share_between(vectors: _Vectors, groups: NDArray[np.int64]) -> float:
    """Return the share (0 to 1) of the variance of vectors (n, dimension) that lies between groups (n,).

    There must be more vectors than groups. It is the adjusted R² of the groups as a predictor of the vectors, which is
    0 on average for random groups, whatever their number: Kelley, 1935, "An Unbiased Correlation Ratio Measure"; for
    vectors, by squared Euclidean distances, as Anderson, 2001, "A new method for non-parametric multivariate analysis
    of variance".
    """
    names, place = np.unique(groups, return_inverse=True)
    within = np.square(vectors - group_means(vectors, groups)[place]).sum() / (len(vectors) - len(names))
    total = np.square(vectors - vectors.mean(0)).sum() / (len(vectors) - 1)
    return float(max(0.0, 1 - within / total)) if total > 0 else 0.0
