"""The images that spoke for what is proposed for one image, each with its share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from workbench.operations.labelling._supports import Supports
from workbench.operations.labelling.evidence.heard_pile import HeardPile
from workbench.operations.labelling.proposals import Proposals
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.tasks.images import ImageFacts

_LEAST_SHARE = 0.005  # Less would be shown as 0 %.


class VoiceKind(StrEnum):
    """Why an image has a say."""

    EXAMPLE = "example"
    LABEL = "label"  # A person decided its class, and the proposals learn from that.
    NEIGHBOUR = "neighbour"  # Another image to label, which is alike.


@dataclass(frozen=True)
class Voice:
    """An image that spoke for what is proposed, and how much of all that was said it said: 0 to 1."""

    image: ImageFacts
    kind: VoiceKind
    class_id: int  # the one it was given; of a neighbour, the one it is taken for
    share: float


@dataclass(frozen=True)
class Evidence:
    """What spoke for the class proposed for an image: some voices, the largest share first, and how many others."""

    image_id: int
    class_id: int
    voices: tuple[Voice, ...]
    others: int

    @property
    def rest(self) -> float:
        """The share of the others, 0 to 1; with those of the voices it makes 1, unless nothing spoke."""
        return max(0.0, 1.0 - sum(voice.share for voice in self.voices)) if self.others else 0.0


@dataclass(frozen=True)
class SessionEvidence:
    """What proposals rest on; says of each image which others spoke for its class.

    It goes by vectors, so that it means the same whichever approach proposed. An image that the approach adapted to
    speaks for its own class by the cube of its cosine with the image to decide, seen from the middle of all that were
    adapted to, where that is positive: as an edge weighs in the graph of the pile. Where the pile is heeded, the
    neighbours in that graph speak too, as in `PileAnswer.neighbours`, and weigh `PileAnswer.weight` in all, beside 1
    for what was adapted to. Neither the image itself speaks, nor a file of the same content.
    """

    features: SessionFeatures
    proposals: Proposals
    images: tuple[ImageFacts, ...]  # as proposals.image_ids
    supports: Supports
    pile: HeardPile | None

    def of(self, image_id: int, most: int) -> Evidence | None:
        """Return what spoke for the class proposed for an image, at most so many voices; None where none is."""
        rows = np.flatnonzero(self.proposals.image_ids == image_id)
        if not len(rows):
            return None
        image, label = self.images[int(rows[0])], int(self.proposals.best[rows[0]])
        parts = [(1.0, self._adapted_to(image, label))]
        if self.pile is not None:
            parts.append((self.pile.weight, self._neighbours(self.pile, image, label)))
        voices = _in_shares(parts)
        shown = tuple(voice for voice in voices[:most] if voice.share >= _LEAST_SHARE)
        return Evidence(image_id, self.proposals.classes[label], shown, len(voices) - len(shown))

    def _adapted_to(self, image: ImageFacts, label: int) -> list[Voice]:
        """Return the images of a class that were adapted to, each with its weight in place of a share."""
        same = np.flatnonzero(np.array(self.supports.labels) == label)
        if not len(same):
            return []  # The class is known by its traits alone.
        middle, units = self._directions
        vector = self.features.vectors(self.features.inputs([image]))
        weights = np.maximum(units[same] @ _unit(vector - middle)[0], 0) ** 3
        pairs = zip(same.tolist(), weights.tolist(), strict=True)
        return [self._voice(row, weight) for row, weight in pairs if self.supports.images[row].sha256 != image.sha256]

    def _neighbours(self, pile: HeardPile, image: ImageFacts, label: int) -> list[Voice]:
        """Return the neighbours of an image, each with its weight in place of a share."""
        voices: list[Voice] = []
        for other, taken_for, weight in pile.neighbours(image, label):
            row = self._rows.get(other.sha256)
            if row is not None:
                voices.append(self._voice(row, weight))
            elif other.sha256 != image.sha256:
                voices.append(Voice(other, VoiceKind.NEIGHBOUR, self.proposals.classes[taken_for], weight))
        return voices

    def _voice(self, row: int, weight: float) -> Voice:
        """Return an image that was adapted to."""
        supports = self.supports
        kind = VoiceKind.EXAMPLE if row < supports.examples else VoiceKind.LABEL
        return Voice(supports.images[row], kind, supports.classes[supports.labels[row]], weight)

    @cached_property
    def _rows(self) -> dict[bytes, int]:
        return {image.sha256: row for row, image in enumerate(self.supports.images)}

    @cached_property
    def _directions(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The middle (d,) of all that were adapted to, and their directions (n, d) seen from there."""
        vectors = self.features.vectors(self.features.inputs(self.supports.images))
        middle = vectors.mean(0)
        return middle, _unit(vectors - middle)


def _in_shares(parts: Sequence[tuple[float, list[Voice]]]) -> list[Voice]:
    """Join parts, each of which weighs so much in all, into voices of which each speaks once, the largest first."""
    sums = [(weight, sum(voice.share for voice in voices)) for weight, voices in parts]
    whole = sum(weight for weight, said in sums if said)
    joined: dict[bytes, Voice] = {}
    for (weight, said), (_, voices) in zip(sums, parts, strict=True):
        for voice in voices:
            content = voice.image.sha256
            before = joined[content].share if content in joined else 0.0
            share = weight / whole * voice.share / said if voice.share else 0.0
            joined[content] = replace(voice, share=before + share)
    speaking = [voice for voice in joined.values() if voice.share > 0]
    return sorted(speaking, key=lambda voice: -voice.share)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
