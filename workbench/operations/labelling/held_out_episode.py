"""An episode of held-out classes, labelled as a folder is: what its scales are measured on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class HeldOutEpisode:
    """The familiarity of the images of known and of unknown classes, and the class shares of the known ones.

    `classes` and `unknown_classes` number the classes alike in all episodes.
    """

    known: Scores  # (q,)
    unknown: Scores  # (u,)
    shares: NDArray[np.float64]  # (q, way)
    answers: NDArray[np.int64]  # (q,), as the shares number them
    classes: NDArray[np.int64]  # (q,)
    unknown_classes: NDArray[np.int64]  # (u,)
