"""Mean accuracies and their differences, paired on the same episodes or independent, with 95 % intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean, variance

import scipy


@dataclass(frozen=True)
class Difference:
    """An accuracy (0 to 1), or a difference of two (-1 to 1), with half the width of its 95 % interval.

    `ci95` is over episodes of these very classes, `ci95_classes` over which classes were drawn; 0 where that is not
    known, as in tests of older versions.
    """

    mean: float
    ci95: float
    ci95_classes: float = 0.0

    @property
    def widest(self) -> float:
        """Half the width of the wider interval, on which every sentence rests."""
        return max(self.ci95, self.ci95_classes)

    @property
    def is_above(self) -> bool:
        """Whether the whole of the wider interval lies above 0."""
        return self.mean - self.widest > 0

    @property
    def is_below(self) -> bool:
        """Whether the whole of the wider interval lies below 0."""
        return self.mean + self.widest < 0


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
    mean = fmean(one) - fmean(other)
    return _welch(mean, *((_squared_error(values), len(values) - 1) for values in (one, other)))


def difference_of_means(one: Difference, other: Difference, episodes: tuple[int, int]) -> Difference:
    """Return the difference of two means of which only the intervals are known, over so many episodes.

    As `independent_difference`, which it equals.
    """
    return _welch(
        one.mean - other.mean,
        *(
            ((mean.ci95 / student_quantile(count - 1)) ** 2 if count > 1 else 0.0, count - 1)
            for mean, count in zip((one, other), episodes, strict=True)
        ),
    )


def probability(mean: float, half_width: float, degrees_of_freedom: float) -> float:
    """Return how probable a mean at least so far from 0 is where the truth is 0, from its 95 % interval (two-sided)."""
    if not half_width:
        return 1.0 if not mean else 0.0
    ratio = abs(mean) / half_width * student_quantile(degrees_of_freedom)
    return 2 * float(scipy.special.stdtr(degrees_of_freedom, -ratio))


def student_quantile(degrees_of_freedom: float) -> float:
    """Return the 97.5 % quantile of Student's t distribution."""
    # SciPy imports its parts when first used; scipy.stats is slow to import.
    return float(scipy.special.stdtrit(degrees_of_freedom, 0.975))


def _welch(mean: float, *errors: tuple[float, int]) -> Difference:
    """`errors` are squared standard errors, each with its degrees of freedom."""
    total = sum(error for error, _ in errors)
    freedom = total**2 / sum(error**2 / degrees for error, degrees in errors if degrees) if total else 0.0
    return _interval(mean, total, freedom)


def _squared_error(values: Sequence[float]) -> float:
    """Return the squared standard error of the mean, 0 for a single value."""
    return variance(values) / len(values) if len(values) > 1 else 0.0


def _interval(mean: float, squared_error: float, degrees_of_freedom: float) -> Difference:
    if not squared_error:  # Equal values have no spread, nor degrees of freedom.
        return Difference(mean, 0.0)
    return Difference(mean, student_quantile(degrees_of_freedom) * sqrt(squared_error))
