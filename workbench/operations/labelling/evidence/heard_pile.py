"""What the images of a pile say of one another, and which of them an image hears."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.operations.deferred import torch
from workbench.operations.labelling._supports import Supports
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.tasks.images import ImageFacts

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.pile.pile_graph import PileAnswer, PileGraph


@dataclass(frozen=True)
class HeardPile:
    """The answer of a graph, the images that its rows are of, and the part of it that is asked for."""

    images: tuple[ImageFacts, ...]
    answer: "PileAnswer"
    shares: "Tensor"  # (n, way) of the images to label

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {image.id: row for row, image in enumerate(self.images)}

    @property
    def weight(self) -> float:
        """How much the neighbours weigh, beside 1 for the approach."""
        return self.answer.weight

    def neighbours(self, image: ImageFacts, label: int) -> list[tuple[ImageFacts, int, float]]:
        """Return the neighbours of an image, the class each is taken for, and how much it speaks for a given class."""
        rows, weights = self.answer.neighbours(self._rows[image.id], label)
        taken_for = self.answer.shares[torch.from_numpy(rows)].argmax(1)
        triples = zip(map(int, rows), map(int, taken_for), map(float, weights), strict=True)
        return [(self.images[row], other, weight) for row, other, weight in triples]


def heard_pile(
    features: SessionFeatures,
    graph: "PileGraph",
    images: Sequence[ImageFacts],
    supports: Supports,
    *,
    candidates: Sequence[ImageFacts],
    shares: "Tensor",
) -> HeardPile:
    """Ask the graph of `images` about all of them, the examples among them too.

    `shares` (n, way) are those that the approach gives the candidates, the images to label.
    """
    label_of = {image.sha256: label for image, label in zip(supports.images, supports.labels, strict=True)}
    decided = torch.tensor([label_of.pop(image.sha256, -1) for image in images], dtype=torch.int64)
    # The others lie elsewhere: files of examples.
    apart = [image for image in supports.images if image.sha256 in label_of]
    examples = features.pile_vectors(features.inputs(apart))
    labels = torch.tensor([label_of[image.sha256] for image in apart], dtype=torch.int64)
    to_label = {image.id for image in candidates}
    among = torch.tensor([image.id in to_label for image in images])
    own = torch.full((len(images), shares.shape[1]), 1 / shares.shape[1])
    own[among] = shares
    answer = graph.answer(own, examples, labels, decided)
    return HeardPile((*images, *apart), answer, answer.shares[: len(images)][among])
