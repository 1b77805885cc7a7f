"""Many episodes on frozen vectors at once: prototypes, nearest neighbour and ridge regression, for `coverage.py`."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.learning.episode import EpisodeShape

Vectors = NDArray[np.float32]  # (classes, images, dimension)


@dataclass(frozen=True)
class Drawn:
    """Episodes: the classes (episodes, way), and rows of their images as examples and queries (episodes, way, n)."""

    classes: NDArray[np.int64]
    examples: NDArray[np.int64]
    queries: NDArray[np.int64]


@dataclass(frozen=True)
class Answers:
    """The accuracy of each episode (n,), and the queries of each class (row) that were called each (column)."""

    each: NDArray[np.float64]
    confusion: NDArray[np.int64]  # (classes, classes)

    @property
    def cells(self) -> dict[tuple[int, int], int]:
        """The cells of the confusion that are not empty."""
        return {(int(a), int(b)): int(self.confusion[a, b]) for a, b in zip(*self.confusion.nonzero(), strict=True)}


def drawn(classes: int, images: int, shape: EpisodeShape, episodes: int, draw: np.random.Generator) -> Drawn:
    """Draw episodes of a number of classes of so many images each."""
    chosen = draw.random((episodes, classes)).argsort(1)[:, : shape.way]
    rows = draw.random((episodes, shape.way, images)).argsort(2)[:, :, : shape.shot + shape.query]
    return Drawn(chosen, rows[:, :, : shape.shot], rows[:, :, shape.shot :])


def answers(vectors: Vectors, episodes: Drawn, learner: str) -> Answers:
    """Classify the queries of all episodes by their examples alone."""
    classes, images, dimension = vectors.shape
    way, queries = episodes.queries.shape[1:]
    flat = vectors.reshape(classes * images, dimension).astype(np.float64)
    products = flat @ flat.T
    first = episodes.classes[:, :, None] * images
    support = (first + episodes.examples).reshape(len(first), -1)
    asked = (first + episodes.queries).reshape(len(first), -1)
    logits = LEARNERS[learner](products, support, asked, way)
    named, truth = logits.argmax(2), np.repeat(np.arange(way), queries)
    right = named == truth
    of = episodes.classes[:, truth]
    called = np.take_along_axis(episodes.classes, named, 1)
    counts = np.bincount((of * classes + called).ravel(), minlength=classes**2)
    return Answers(right.mean(1), counts.reshape(classes, classes))


def _prototypes(products, support, asked, way):
    shots = support.shape[1] // way
    among = products[support[:, :, None], support[:, None]].reshape(len(support), way, shots, way, shots)
    lengths = np.einsum("eaiaj->ea", among) / shots**2
    to = products[asked[:, :, None], support[:, None]].reshape(len(support), -1, way, shots).mean(3)
    return 2 * to - lengths[:, None]


def _nearest(products, support, asked, way):
    lengths = products.diagonal()
    distances = lengths[support][:, None] - 2 * products[asked[:, :, None], support[:, None]]
    return -distances.reshape(*distances.shape[:2], way, -1).min(3)


def _ridge(products, support, asked, way):
    among = products[support[:, :, None], support[:, None]]
    wanted = np.repeat(np.eye(way), support.shape[1] // way, axis=0) - 1 / way
    strength = 0.1 * products.diagonal().mean() * np.eye(support.shape[1])
    weights = np.linalg.solve(among + strength, np.broadcast_to(wanted, (len(support), *wanted.shape)))
    return products[asked[:, :, None], support[:, None]] @ weights


LEARNERS = {"prototypes": _prototypes, "nearest": _nearest, "ridge": _ridge}
