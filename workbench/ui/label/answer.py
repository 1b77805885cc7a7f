"""A verdict on some images, as arrays: decisions, those before, what was proposed, and what is doubted since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.facts.decision import Decision
from workbench.operations.labelling.auditing.second_look import Doubted
from workbench.operations.labelling.decisions import Decided
from workbench.operations.labelling.proposal_settings import ProposalSettings

NO_CLASS = -1  # No class has this id.
NOTHING = ""  # where an array holds decisions: none
WORD = np.dtype(f"U{max(map(len, Decision))}")  # of an array that holds decisions


@dataclass(frozen=True)
class Proposed:
    """What is proposed for images: class ids, NO_CLASS where there is none, and confidences, NaN there."""

    best: NDArray[np.int64]  # (n,)
    confidence: NDArray[np.float32]  # (n,)
    second: NDArray[np.int64]  # (n,)
    second_confidence: NDArray[np.float32]  # (n,)

    @classmethod
    def nothing(cls, count: int) -> "Proposed":
        """Return the empty proposals of `count` images."""
        none, unsure = np.full(count, NO_CLASS, np.int64), np.full(count, np.nan, np.float32)
        return cls(none, unsure, none.copy(), unsure.copy())

    def at(self, rows: NDArray[np.int64]) -> "Proposed":
        """Return the proposals of some rows."""
        return Proposed(self.best[rows], self.confidence[rows], self.second[rows], self.second_confidence[rows])


@dataclass(frozen=True)
class Judgement:
    """What a person decides about some images at once; `teaches`: whether it may change what a run proposes.

    `in_bulk`: the proposals were accepted together, not looked at one by one.
    """

    image_ids: NDArray[np.int64]  # (n,)
    decision: NDArray[np.str_]  # (n,) values of Decision, NOTHING where what was decided is withdrawn
    labels: NDArray[np.int64]  # (n,) class ids, NO_CLASS for unknown and rejected images
    decision_before: NDArray[np.str_]  # (n,) NOTHING where there was none
    labels_before: NDArray[np.int64]  # (n,)
    proposed: Proposed
    teaches: bool
    makes_class: bool = False  # The class was made of these images, and goes with them.
    in_bulk: bool = False
    confirms: bool = False  # Looked at again, and left as it was.

    def decisions(self, names: Mapping[int, str], made_with: ProposalSettings | None) -> list[Decided]:
        """Return the verdict as decisions to write, with the current names of the proposed classes."""
        run = None if made_with is None else made_with.run_id
        proposed = self.proposed
        columns = (self.image_ids, self.labels, self.decision, proposed.best, proposed.confidence, proposed.second)
        rows = zip(*(column.tolist() for column in (*columns, proposed.second_confidence)), strict=True)
        return [
            Decided(
                image_id,
                None if label == NO_CLASS else label,
                Decision.UNDONE if decision == NOTHING else Decision(decision),
                names.get(best),
                confidence if best in names else None,
                names.get(second),
                second_confidence if second in names else None,
                run if best in names else None,
                self.in_bulk,
                made_with if best in names else None,
                self.confirms,
            )
            for image_id, label, decision, best, confidence, second, second_confidence in rows
        ]


@dataclass(frozen=True)
class DoubtedImages:
    """Images, most doubtful first, with the class that was decided and the one that each looks like."""

    image_ids: NDArray[np.int64]  # (n,)
    class_ids: NDArray[np.int64]  # (n,)
    looks_like: NDArray[np.int64]  # (n,) class ids
    sure: NDArray[np.float32]  # (n,) 0 to 1

    def without(self, image_ids: NDArray[np.int64]) -> "DoubtedImages":
        """Return all but those images."""
        left = ~np.isin(self.image_ids, image_ids)
        return DoubtedImages(self.image_ids[left], self.class_ids[left], self.looks_like[left], self.sure[left])

    @classmethod
    def of(cls, doubted: Sequence[Doubted]) -> "DoubtedImages":
        """Return doubted images as arrays."""
        return cls(
            np.array([one.image_id for one in doubted], np.int64),
            np.array([one.class_id for one in doubted], np.int64),
            np.array([one.looks_like for one in doubted], np.int64),
            np.array([one.sure for one in doubted], np.float32),
        )


def with_class(class_ids: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return the mask of the ids that name a class."""
    return class_ids != NO_CLASS
