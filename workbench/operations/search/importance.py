"""Which options of a search mattered: the share of each in how good the trials were.

The share is epsilon squared of a one-way analysis of variance, the correlation ratio less what chance gives (Kelley,
1935, "An unbiased correlation ratio measure"); numbers are taken as low, middle and high. Why not one of Optuna's
evaluators: workbench/decisions/what_mattered_in_a_search.md.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.operations.search.space import parameters_of
from workbench.operations.search.study import TriedSetting

_LEAST = 6  # trials
_PARTS = 3  # of the values of a number


def importances(tried: Sequence[TriedSetting]) -> dict[str, float]:
    """Return the share, 0 to 1, of each parameter that trials differ in, the largest first; nothing of too few trials.

    An option is compared among the trials of the approaches that have it. Shares need not add up to 1: parameters may
    go together.
    """
    reached = [(parameters_of(past.setting), past.rungs[max(past.rungs)]) for past in tried if past.rungs]
    names = list(dict.fromkeys(name for parameters, _ in reached for name in parameters))
    shares: dict[str, float] = {}
    for name in names:
        having = [(parameters[name], accuracy) for parameters, accuracy in reached if name in parameters]
        groups = _groups([value for value, _ in having])
        if len(having) >= _LEAST and len(set(groups.tolist())) > 1:
            shares[name] = _explained(np.array([accuracy for _, accuracy in having]), groups)
    return dict(sorted(shares.items(), key=lambda share: -share[1]))


def _groups(values: Sequence[object]) -> NDArray[np.int64]:
    """Return the number of the group of each value: equal ones, or the third that a number lies in."""
    numbers = [value for value in values if isinstance(value, float)]
    if len(numbers) == len(values):
        cuts = np.quantile(numbers, np.arange(1, _PARTS) / _PARTS)
        return np.searchsorted(cuts, numbers).astype(np.int64)
    kinds = {text: number for number, text in enumerate(dict.fromkeys(map(str, values)))}
    return np.array([kinds[str(value)] for value in values], np.int64)


def _explained(accuracies: NDArray[np.float64], groups: NDArray[np.int64]) -> float:
    parts = [accuracies[groups == number] for number in np.unique(groups)]
    whole = float(((accuracies - accuracies.mean()) ** 2).sum())
    within = float(sum(((part - part.mean()) ** 2).sum() for part in parts))
    free = len(accuracies) - len(parts)
    if whole <= 0.0 or free <= 0:
        return 0.0
    return max(0.0, 1 - within / free * (len(accuracies) - 1) / whole)
