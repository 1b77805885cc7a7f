"""Which of the images shown somebody picked: what the cards and the buttons say of it."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.ui.label.labelling_state import LabellingState

WANTED, UNWANTED = 1, -1


class PickMarks:
    """The picks of one person among the images to label, by the images' contents."""

    def __init__(self, labelling: LabellingState) -> None:
        self._labelling = labelling
        self.picks: Mapping[bytes, bool] = {}

    def of_row(self, row: int) -> bool | None:
        """Return whether the image of a row is wanted, None where it is no pick."""
        return self.picks.get(self._labelling.images[row].sha256)

    def of_rows(self, rows: NDArray[np.int64]) -> NDArray[np.int8]:
        """Return WANTED, UNWANTED or 0 for each row."""
        marks = np.zeros(len(rows), np.int8)
        if self.picks:
            images, picks = self._labelling.images, self.picks
            known = (picks.get(images[row].sha256) for row in rows.tolist())
            marks[:] = [0 if wanted is None else WANTED if wanted else UNWANTED for wanted in known]
        return marks

    def contents(self, rows: Sequence[int]) -> list[bytes]:
        """Return the keys of what is in the images of rows."""
        return [self._labelling.images[row].sha256 for row in rows]
