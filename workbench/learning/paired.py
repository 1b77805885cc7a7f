"""Mean accuracies and their differences, paired on the same episodes or independent, with 95 % intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import fmean, stdev

_NORMAL_95 = 1.96


@dataclass(frozen=True)
class Difference:
    """An accuracy (0 to 1), or a difference of two (-1 to 1), with half the width of its 95 % interval."""

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
    """Return the mean and 1.96 of its standard errors, a normal approximation, rough below thirty values.

    A single value has an interval of 0. Raises StatisticsError if there are no values.
    """
    spread = _NORMAL_95 * stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0
    return Difference(fmean(values), spread)


def paired_difference(one: Sequence[float], other: Sequence[float]) -> Difference:
    """Return the mean of `one` minus `other`, both accuracies on the same episodes in the same order.

    An episode that is hard for one is hard for the other, so the interval of the differences is usually narrower than
    that of either accuracy. Raises ValueError if their lengths differ.
    """
    return mean_with_interval([left - right for left, right in zip(one, other, strict=True)])


def independent_difference(one: Sequence[float], other: Sequence[float]) -> Difference:
    """Return the mean of `one` minus the mean of `other`, on episodes independent of each other."""
    first, second = mean_with_interval(one), mean_with_interval(other)
    return Difference(first.mean - second.mean, hypot(first.ci95, second.ci95))
