"""Distances between vectors, and the share of their variance that lies between groups."""

from dataclasses import dataclass

import numpy as np
import scipy
import torch
from numpy.typing import NDArray

_Vectors = NDArray[np.float64]  # (n, dimension)

_DRAWS = 500
_BLOCK = 1024  # vectors whose distances are held at once


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
    parts = torch.split(torch.from_numpy(vectors), _BLOCK)
    return torch.cat([torch.cdist(part, torch.from_numpy(others)).amin(1) for part in parts]).numpy()


def ratio_of_medians(numbers: NDArray[np.float64], others: NDArray[np.float64]) -> Ratio:
    """Return the median of `numbers` (n,) over that of `others` (m,), with its bootstrap interval.

    Efron, 1979, "Bootstrap Methods: Another Look at the Jackknife", by percentiles. The same numbers always give the
    same interval.
    """
    # SciPy draws from two values or more; from a single one, only that can be drawn.
    samples = [np.repeat(sample, 2) if len(sample) == 1 else sample for sample in (numbers, others)]
    draw = np.random.default_rng(0)
    interval = scipy.stats.bootstrap(samples, _ratio, n_resamples=_DRAWS, method="percentile", rng=draw)
    low, high = interval.confidence_interval
    return Ratio(float(_ratio(numbers, others)), float(low), float(high))


def share_between(vectors: _Vectors, groups: NDArray[np.int64]) -> float:
    """Return the share (0 to 1) of the variance of vectors (n, dimension) that lies between groups (n,).

    There must be more vectors than groups. It is the adjusted R² of the groups as a predictor of the vectors, which is
    0 on average for random groups, whatever their number: Kelley, 1935, "An Unbiased Correlation Ratio Measure"; for
    vectors, by squared Euclidean distances, as Anderson, 2001, "A new method for non-parametric multivariate analysis
    of variance".
    """
    names, group = np.unique(groups, return_inverse=True)
    within = np.square(vectors - group_means(vectors, groups)[group]).sum() / (len(vectors) - len(names))
    total = np.square(vectors - vectors.mean(0)).sum() / (len(vectors) - 1)
    return float(max(0.0, 1 - within / total)) if total > 0 else 0.0


def _ratio(numbers: NDArray[np.float64], others: NDArray[np.float64], axis: int = -1) -> NDArray[np.float64]:
    floor = np.finfo(np.float64).tiny  # Used if the median of `others` is 0.
    return np.median(numbers, axis) / np.maximum(np.median(others, axis), floor)
