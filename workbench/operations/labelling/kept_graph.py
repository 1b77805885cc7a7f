"""The graph of a session's images: read where it was kept, extended where images came, made anew where too many did."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench import learning
from workbench.operations.deferred import torch
from workbench.operations.features.graph_cache import StoredGraph, contents_of, read_graph, write_graph
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.tasks.images import ImageFacts

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.pile.pile_graph import KeptGraph, PileGraph

_MOST_NEW = 0.3  # share of images; to look for the neighbours of more saves hardly anything
_MOST_MOVED = 0.2  # of the middle of the pile, as a share of how far images lie from it


def graph_of(features: SessionFeatures, images: Sequence[ImageFacts]) -> "PileGraph":
    """Return the graph of loaded images, and keep it for the next session."""
    contents = contents_of([image.sha256 for image in images])
    encoder = features.pile_encoder
    stored = read_graph(encoder, contents) if len(images) else None
    kept = None if stored is None else _extended(stored, contents)
    if stored is not None and kept is not None:
        features.pile_calibration = stored.calibration
    vectors = [features.pile_vectors(inputs) for inputs in features.batches(features.rows(images))]
    together = torch.cat(vectors or [torch.empty(0, 1)])
    if kept is not None and not _is_near_middle(kept.mean, together):
        kept = None
    graph = learning.PileGraph(together, kept)
    if len(images) and (stored is None or kept is None or not np.array_equal(stored.contents, contents)):
        write_graph(encoder, _to_store(graph.kept, contents, features.pile_calibration))
    return graph


def _extended(stored: StoredGraph, contents: NDArray[np.uint8]) -> "KeptGraph | None":
    """Return the stored graph as one of images with these contents; None where hardly anything can be kept of it."""
    size, width = len(contents), stored.rows.shape[1]
    place_of = {bytes(content): place for place, content in enumerate(contents)}
    places = np.array([place_of.get(bytes(content), -1) for content in stored.contents], np.int64)
    still = places >= 0
    rows, cosines = np.full((size, width), -1), np.full((size, width), -np.inf, np.float32)
    rows[places[still]] = places[stored.rows[still]]
    cosines[places[still]] = stored.cosines[still]
    is_new = np.ones(size, np.bool_)
    is_new[places[still]] = False
    # Images that lost a neighbour are compared with all, as new ones are.
    if not width or size <= width or (rows < 0).any(1).mean() > _MOST_NEW or len(stored.contents) > size * 2:
        return None
    neighbours = learning.Neighbours(torch.from_numpy(rows), torch.from_numpy(cosines))
    mean, axes = torch.from_numpy(stored.mean), torch.from_numpy(stored.axes)
    return learning.KeptGraph(mean, axes, neighbours, torch.from_numpy(is_new))


def _is_near_middle(mean: "Tensor", vectors: "Tensor") -> bool:
    """Say whether a point can still stand for the middle of vectors (n, d)."""
    if len(mean) != vectors.shape[1]:
        return False
    middle = vectors.mean(0)
    spread = (vectors.square().sum(1).mean() - middle.square().sum()).clamp(min=0).sqrt()
    return bool((mean - middle).square().sum().sqrt() <= _MOST_MOVED * spread)


def _to_store(kept: "KeptGraph", contents: NDArray[np.uint8], calibration: NDArray[np.float32]) -> StoredGraph:
    return StoredGraph(
        contents,
        kept.neighbours.rows.numpy().astype(np.int32),
        kept.neighbours.cosines.numpy(),
        kept.mean.numpy(),
        kept.axes.numpy(),
        calibration,
    )
