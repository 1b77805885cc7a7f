"""The events of a training in progress, for a window: those of the training loop, and those around it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.learning.events import Event, RunNote, TrainingStep, ValidationProgress, ValidationResult

__all__ = [
    "EmbeddingFrame",
    "EmbeddingHistory",
    "EpisodePreview",
    "ReferenceImages",
    "RunNote",
    "RunStarted",
    "ShownImage",
    "ShownQuery",
    "TrainingEvent",
    "TrainingStep",
    "ValidationProgress",
    "ValidationResult",
]


@dataclass(frozen=True, eq=False)
class ReferenceImages:
    """The images of an embedding plot: of classes that no training of the run draws from, or of those of a test.

    `role` is the role that the classes have in the project; None where they are those of a test.
    """

    paths: tuple[Path, ...]
    sha256: tuple[bytes, ...]
    labels: NDArray[np.int64]  # (n,), indices into `classes`
    classes: tuple[str, ...]
    role: str | None


@dataclass(frozen=True, eq=False)
class RunStarted:
    """The first event: which run it is, and the episode it resumes from (0 when it is new).

    `way` is the number of classes in an episode of validation, `training_way` that among which training
    classifies an image. `reference` is None where there are no unseen classes to show. `problem` is what it learns in
    place of images.
    """

    run: int
    way: int
    training_way: int
    episodes: int
    episode: int
    device: str
    reference: ReferenceImages | None
    problem: str | None = None


@dataclass(frozen=True, eq=False)
class EmbeddingFrame:
    """The embedding of the reference images after an episode: two principal components, aligned to the last frame.

    They are scaled so that the mean square distance from their mean is 1. Their order is that of the run's
    ReferenceImages.
    """

    episode: int
    points: NDArray[np.float32]  # (n, 2)


@dataclass(frozen=True, eq=False)
class EmbeddingHistory:
    """The earlier frames of a run that goes on, as far as they were kept; later ones are aligned to them."""

    frames: tuple[EmbeddingFrame, ...]


@dataclass(frozen=True)
class ShownImage:
    """An example of an episode; its label is an index into the episode's classes."""

    path: Path
    sha256: bytes
    label: int


@dataclass(frozen=True)
class ShownQuery:
    """A query of an episode: its label and the predicted one, both indices into the episode's classes."""

    path: Path
    sha256: bytes
    label: int
    named: int


@dataclass(frozen=True)
class EpisodePreview:
    """The first validation episode as the approach classifies it after training `episode` episodes.

    A rotated class is called `NAME 90°`; its files are the unrotated images.
    """

    episode: int
    support: tuple[ShownImage, ...]
    queries: tuple[ShownQuery, ...]
    classes: tuple[str, ...]


TrainingEvent = Event | RunStarted | EmbeddingHistory | EmbeddingFrame | EpisodePreview
