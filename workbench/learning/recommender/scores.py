"""How well ratings were foretold: how far they are off, and whether what is liked most is named first."""

import numpy as np

from workbench.learning.recommender.rating_set import RatingValues

NAMED = 5


def absolute_error(foretold: RatingValues, given: RatingValues) -> float:
    """Return the mean absolute error of foretold ratings (n,)."""
    return float(np.abs(foretold - given).mean())


def precision(foretold: RatingValues, given: RatingValues, named: int = NAMED) -> float:
    """Return which share of the items foretold highest are among as many that were given most.

    Where several that were given equally much share the last places, each counts by its chance of being among them;
    so do those foretold equally. As RecBole-MetaRec has it: with ten items, guessing is right in a half.
    """
    return float(_wanted(foretold, given, named).mean())


def ranking_gain(foretold: RatingValues, given: RatingValues, named: int = NAMED) -> float:
    """Return the discounted gain of the items foretold highest, over that of the best order.

    What is among the items given most gains 1, what is not 0, ties as in `precision`. Järvelin & Kekäläinen, 2002,
    "Cumulated gain-based evaluation of IR techniques".
    """
    wanted = _wanted(foretold, given, named)
    weights = 1 / np.log2(np.arange(len(wanted)) + 2)
    return float(wanted @ weights / weights.sum())


def _wanted(foretold: RatingValues, given: RatingValues, named: int) -> RatingValues:
    """Return for each place how probably the item that stands there is among the `named` given most."""
    named = min(named, len(given))
    last = np.sort(given)[-named]
    above, level = given > last, given == last
    chance = above + level * (named - above.sum()) / level.sum()
    order = np.argsort(-foretold, kind="stable")
    # Items foretold equally have their places by chance.
    _, group = np.unique(-foretold, return_inverse=True)
    means = np.bincount(group, chance) / np.bincount(group)
    return means[group][order][:named]
