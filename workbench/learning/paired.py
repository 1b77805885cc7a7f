"""Differences of accuracy with their intervals: paired on the same episodes, or between independent ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import fmean, stdev

_NORMAL_95 = 1.96


@dataclass(frozen=True)
class Difference:
    """An accuracy (0 to 1), or a difference of two (-1 to 1), with its 95 % interval to either side."""

    mean: float
    ci95: float

    @property
    def is_above(self) -> bool:
        """Whether the whole interval lies above 0."""
        return self.mean - self.ci95 > 0

    @property
    def is_below(self) -> bool:
        """Whether the whole interval lies below 0."""
        return self.mean + self.ci95 < 0


def mean_with_interval(values: Sequence[float]) -> Difference:
    """Return the mean with 1.96 of its standard errors, which is rough for fewer than thirty values."""
    spread = _NORMAL_95 * stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0
    return Difference(fmean(values), spread)


def paired_difference(one: Sequence[float], other: Sequence[float]) -> Difference:
    """Return by how much `one` is above `other`, both accuracies on the same episodes in the same order.

    What makes an episode hard makes it hard for both, so the interval of the differences is narrower than that of
    either accuracy. Raises ValueError where there are not as many of each.
    """
    return mean_with_interval([left - right for left, right in zip(one, other, strict=True)])


def independent_difference(one: Sequence[float], other: Sequence[float]) -> Difference:
    """Return by how much the mean of `one` is above that of `other`, on episodes that have nothing in common."""
    first, second = mean_with_interval(one), mean_with_interval(other)
    return Difference(first.mean - second.mean, hypot(first.ci95, second.ci95))
