"""Mean accuracies and their differences, paired on the same episodes or independent, with 95 % intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean, variance

import scipy


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
    """Return the mean and its interval by Student's t distribution.

    A single value has an interval of 0. Raises StatisticsError if there are no values.
    """
    return _interval(fmean(values), _squared_error(values), len(values) - 1)


def ratio_with_interval(parts: Sequence[float], wholes: Sequence[float]) -> Difference:
    """Return the sum of the parts over that of the wholes, as a ratio of means over episodes, 0 where there is nothing.

    Its interval is that of its linearisation (Cochran, 1977, "Sampling Techniques", section 6.4). Raises ValueError if
    their lengths differ.
    """
    if not any(wholes):
        return Difference(0.0, 0.0)
    ratio = fsum(parts) / fsum(wholes)
    errors = [(part - ratio * whole) / fmean(wholes) for part, whole in zip(parts, wholes, strict=True)]
    return Difference(ratio, mean_with_interval(errors).ci95)


def paired_difference(one: Sequence[float], other: Sequence[float]) -> Difference:
    """Return the mean of `one` minus `other`, both accuracies on the same episodes in the same order.

    An episode that is hard for one is hard for the other, so the interval of the differences is usually narrower than
    that of either accuracy. Raises ValueError if their lengths differ.
    """
    return mean_with_interval([left - right for left, right in zip(one, other, strict=True)])


def independent_difference(one: Sequence[float], other: Sequence[float]) -> Difference:
    """Return the mean of `one` minus the mean of `other`, on episodes independent of each other.

    The two may vary differently: Welch, 1947, "The generalization of Student's problem when several different
    population variances are involved".
    """
    errors = [(_squared_error(values), len(values) - 1) for values in (one, other)]
    total = sum(error for error, _ in errors)
    freedom = total**2 / sum(error**2 / degrees for error, degrees in errors if degrees) if total else 0.0
    return _interval(fmean(one) - fmean(other), total, freedom)


def _squared_error(values: Sequence[float]) -> float:
    """Return the squared standard error of the mean, 0 for a single value."""
    return variance(values) / len(values) if len(values) > 1 else 0.0


def _interval(mean: float, squared_error: float, degrees_of_freedom: float) -> Difference:
    if not squared_error:  # scipy.stats would warn of equal values, and is slow to import.
        return Difference(mean, 0.0)
    quantile: float = scipy.special.stdtrit(degrees_of_freedom, 0.975)  # SciPy imports its parts when first used.
    return Difference(mean, float(quantile) * sqrt(squared_error))
