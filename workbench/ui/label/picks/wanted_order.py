"""The images of a pile as somebody would want them: what they picked, the others best first, then what they reject."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from workbench.ui.label.labelling_state import LabellingState


def _none() -> NDArray[np.int64]:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False)
class WantedOrder:
    """Ids of images: those picked as wanted, the others best first, and those picked as not wanted."""

    picked: NDArray[np.int64] = field(default_factory=_none)
    others: NDArray[np.int64] = field(default_factory=_none)
    unwanted: NDArray[np.int64] = field(default_factory=_none)

    def rows(self, labelling: LabellingState) -> tuple[NDArray[np.int64], ...]:
        """Return the rows of each part that are to be labelled or were; examples of classes are not among them."""
        parts = (labelling.rows_of(part) for part in (self.picked, self.others, self.unwanted))
        found = (part[part >= 0] for part in parts)
        return tuple(part[labelling.here[part]] for part in found)


NOTHING_WANTED = WantedOrder()
