"""Which of the images to label are strangers to all classes, which of those are alike, and which images are empty."""

import numpy as np
from numpy.typing import NDArray

from workbench.operations.labelling.proposals import Proposals
from workbench.operations.labelling.strangers import Strangers

USUAL = 0  # It looks like one of the classes, as far as is known.
FIRST_GROUP = 1  # The kinds from here up to STRANGE are groups of images that may be new classes.
STRANGE = 2**40
EMPTY = STRANGE + 1

_NO_IDS = np.zeros(0, np.int64)
_NO_GROUP = -1


class StrangerGroups:
    """Divides images at a threshold of familiarity; without one, only those that are empty stand apart."""

    def __init__(self) -> None:
        self._threshold: float | None = None
        self._asked, self._kinds = _NO_IDS, _NO_IDS  # of the images asked about last, as long as it holds
        self.forget()

    def forget(self) -> None:
        """Forget all but the threshold, as when other images are shown, or nothing is proposed any more."""
        self._ids = _NO_IDS  # in ascending order
        self._familiarity = np.zeros(0, np.float32)
        self._empty = np.zeros(0, np.bool_)
        self._group = _NO_IDS
        self._asked = _NO_IDS

    def take_proposals(self, proposals: Proposals) -> None:
        """Take how familiar the images look to a run; those that were alike remain so until `take_strangers`."""
        known = Strangers(self._ids, self._group)
        count = len(proposals.familiarity)
        order = np.argsort(proposals.image_ids[:count], kind="stable")
        self._ids = proposals.image_ids[order]
        self._familiarity, self._empty = proposals.familiarity[order], proposals.empty[order]
        self.take_strangers(known)

    def take_strangers(self, strangers: Strangers) -> None:
        """Take which images are alike."""
        self._group = np.full(len(self._ids), _NO_GROUP, np.int64)
        places = self._places(strangers.image_ids)
        here = places >= 0
        self._group[places[here]] = strangers.group[here]
        self._asked = _NO_IDS

    def set_threshold(self, threshold: float | None) -> bool:
        """Call strangers what is less familiar than that; None: nothing. Say whether that is another threshold."""
        is_other = threshold != self._threshold
        self._threshold = threshold
        if is_other:
            self._asked = _NO_IDS
        return is_other

    def kinds(self, image_ids: NDArray[np.int64]) -> NDArray[np.int64]:  # (n,)
        """Return for each image what it is: USUAL, a group from FIRST_GROUP on, STRANGE or EMPTY.

        Quick where the same array is asked about again.
        """
        if len(image_ids) and image_ids is self._asked:
            return self._kinds
        places = self._places(image_ids)
        here = places >= 0
        kinds = np.full(len(image_ids), USUAL, np.int64)
        kinds[here] = self._own_kinds()[places[here]]
        self._asked, self._kinds = image_ids, kinds
        return kinds

    def _own_kinds(self) -> NDArray[np.int64]:
        kinds = np.full(len(self._ids), USUAL, np.int64)
        if self._threshold is not None:
            strange = self._familiarity < self._threshold
            kinds[strange] = np.where(self._group == _NO_GROUP, STRANGE, self._group + FIRST_GROUP)[strange]
        kinds[self._empty] = EMPTY
        return kinds

    def _places(self, image_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        if not len(self._ids):
            return np.full(len(image_ids), -1, np.int64)
        places = np.searchsorted(self._ids, image_ids).clip(max=len(self._ids) - 1)
        return np.where(self._ids[places] == image_ids, places, -1)
