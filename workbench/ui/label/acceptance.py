"""How many proposals would be accepted at once, and how many of them are expected to be wrong."""

from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from workbench.facts.confidence import SURE
from workbench.ui.services.translation import tr


@dataclass(frozen=True)
class Acceptance:
    """Some proposals; `wrong` is how many of them are expected to be wrong, by their confidences."""

    count: int
    wrong: float

    @classmethod
    def of(cls, confidence: NDArray[np.float32]) -> "Acceptance":
        """Return what accepting proposals of these confidences comes to."""
        return cls(len(confidence), float(np.sum(1.0 - confidence.astype(np.float64))))

    @property
    def expected(self) -> str:
        """How many are expected to be wrong, in words."""
        if self.wrong < 0.5:
            return tr("fewer than 1 wrong expected")
        return tr("about {count} wrong expected", count=floor(self.wrong + 0.5))


def are_sure(confidence: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return the mask of the confidences that are called sure."""
    return confidence.astype(np.float64) >= SURE
