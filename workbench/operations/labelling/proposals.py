"""What a run proposes for the images to label, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench.operations.labelling._supports import Supports
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.tasks.images import ImageFacts
from workbench.words import Message

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Proposals:
    """What the run proposes for every image: indices into `classes`, best and second best, and its confidence."""

    classes: tuple[int, ...]  # class ids; each has an example, or traits the run can use
    left_out: tuple[str, ...]  # the names of classes that cannot be proposed, because they have neither
    image_ids: NDArray[np.int64]  # (n,)
    best: NDArray[np.int64]  # (n,)
    confidence: NDArray[np.float32]  # (n,) 0 to 1
    second: NDArray[np.int64]  # (n,) -1: none
    second_confidence: NDArray[np.float32]  # (n,)
    notes: tuple[Message, ...] = ()  # what speaks against relying on them
    familiarity: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))  # (n,) NaN where empty
    empty: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))  # (n,) nothing is on the image
    made_with: ProposalSettings | None = None

    def margin(self) -> NDArray[np.float32]:  # (n,)
        """Return the confidence in the best class minus that in the second best: little where the run is uncertain."""
        return self.confidence - self.second_confidence


def ranked_proposals(shares: "Tensor", supports: Supports, images: Sequence[ImageFacts]) -> Proposals:
    """Return the best and second best class of each image, from the shares of all (n, way)."""
    values, indices = shares.topk(2, dim=1)
    return Proposals(
        supports.classes,
        supports.left_out,
        np.array([image.id for image in images], np.int64),
        indices[:, 0].numpy(),
        values[:, 0].numpy(),
        indices[:, 1].numpy(),
        values[:, 1].numpy(),
    )
