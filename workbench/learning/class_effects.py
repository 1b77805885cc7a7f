"""How far an accuracy moves with the classes that were drawn: what each class adds to it, and the interval over them.

Why so, and how often the interval holds the accuracy over all classes: workbench/decisions/intervals_over_classes.md.
"""

from collections.abc import Mapping
from math import fsum, sqrt

import numpy as np

from workbench.learning.paired import student_quantile

ConfusionCell = tuple[int, int]  # true class, predicted class
Effects = Mapping[int, float]  # of each class, 0 to 1; they sum to 0


def class_effects(confusion: Mapping[ConfusionCell, int]) -> dict[int, float]:
    """Return how much higher the accuracy is for each class having been drawn, from the queries in each cell.

    A class brings its own queries that are right, and costs those of others that are taken for it and would be right
    without it. By the choice axiom (Luce, 1959, "Individual Choice Behavior"), without it they would be divided among
    the other answers in proportion to these. That is the linear term of the jackknife over classes, for a mean
    over episodes is an incomplete U-statistic of its classes (Arvesen, 1969, "Jackknifing U-statistics"; Efron & Stein,
    1981, "The jackknife estimate of variance"), and holds as well where every episode has all classes.
    """
    if not confusion:
        return {}
    numbers = np.unique(np.array(list(confusion), np.int64))
    cells = np.searchsorted(numbers, np.array(list(confusion), np.int64))
    truth, named = cells[:, 0], cells[:, 1]
    counts = np.fromiter(confusion.values(), np.float64, len(confusion))
    own = truth == named
    queries = np.bincount(truth, counts, len(numbers))
    right = np.bincount(truth[own], counts[own], len(numbers))
    others = queries[truth] - counts
    # What is always taken for the same other class says nothing about the answers without that.
    would_be = ~own & (others > 0)
    lost = counts[would_be] * right[truth[would_be]] / others[would_be]
    gains = right - np.bincount(named[would_be], lost, len(numbers))
    effects = (gains - gains.sum() / queries.sum() * queries) / queries.sum()
    return {int(number): float(effect) for number, effect in zip(numbers, effects, strict=True)}


def interval_over_classes(effects: Effects) -> float:
    """Return half the width of the 95 % interval of an accuracy over the classes, 0 for fewer than two."""
    return _half_width(list(effects.values()), len(effects))


def difference_over_classes(one: Effects, other: Effects) -> float:
    """Return half the width of the 95 % interval of the difference of two accuracies over the classes.

    A class that both were tested on counts by the difference of its effects.
    """
    effects = [one.get(number, 0.0) - other.get(number, 0.0) for number in {**one, **other}]
    return _half_width(effects, min(len(one), len(other)))


def _half_width(effects: list[float], classes: int) -> float:
    """`classes` is how many vary independently: of two tests the smaller number, which is never too bold."""
    squares = fsum(effect**2 for effect in effects)
    if classes < 2 or not squares:
        return 0.0
    # No accuracy is further from another than that.
    return min(1.0, student_quantile(classes - 1) * sqrt(squares * classes / (classes - 1)))
