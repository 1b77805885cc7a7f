"""A scale of strangers from made scores, for tests of what uses it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.operations.labelling.confidence import HeldOutEpisode, fit_confidence
from workbench.operations.labelling.known_scale import KnownScale

_CLASSES = 5


def made_scale(known: Sequence[NDArray[np.float64]], unknown: Sequence[NDArray[np.float64]]) -> KnownScale:
    """Return the scale of episodes with those scores, of five classes by turns."""
    episodes = tuple(
        HeldOutEpisode(
            mine,
            others,
            np.full((len(mine), _CLASSES), 1 / _CLASSES),
            np.arange(len(mine)) % _CLASSES,
            np.arange(len(mine)) % _CLASSES,
            _CLASSES + np.arange(len(others)) % _CLASSES,
        )
        for mine, others in zip(known, unknown, strict=True)
    )
    return KnownScale("own", episodes, fit_confidence(episodes))
