"""Vectors as points of a plane: the two directions in which they differ most.

Principal components (Pearson, 1901, "On lines and planes of closest fit to systems of points in space"); unlike
neighbour embeddings they move nothing but what moves.
"""

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor

from workbench.learning.tracing.trace import Embedded, Placed, Prototypes, TraceStep, TraitPlaces


@dataclass(frozen=True)
class Plane:
    """A plane through vectors, on which others can be shown as well; `share` is how much of the variance lies in it."""

    origin: Tensor  # (dimension,)
    axes: Tensor  # (dimension, 2)
    share: float

    def of(self, vectors: Tensor) -> Tensor:
        """Return vectors (n, dimension) as points (n, 2)."""
        return (vectors.detach().cpu().double() - self.origin) @ self.axes

    def places(self, examples: Tensor, queries: Tensor) -> Placed:
        """Return the vectors of examples (n, dimension) and queries (m, dimension) as points."""
        return Placed(self.of(examples), self.of(queries), self.share)


def plane_through(*groups: Tensor) -> Plane:
    """Return the plane of groups of vectors, each (n, dimension), in which they differ most."""
    vectors = torch.cat([group.detach().cpu().double() for group in groups])
    origin = vectors.mean(0)
    _, sizes, directions = cast("tuple[Tensor, ...]", torch.linalg.svd(vectors - origin, full_matrices=False))
    axes = vectors.new_zeros(vectors.shape[1], 2)
    axes[:, : min(2, len(directions))] = directions[:2].T
    # The same episode lies the same way round whatever library computed it.
    axes = axes * torch.where(axes.sum(0) < 0, -1.0, 1.0)
    variance = sizes.square()
    return Plane(origin, axes, float(variance[:2].sum() / variance.sum().clamp(min=1e-12)))


def placed(seen: Embedded) -> TraceStep:
    """Return the step that shows where the images lie."""
    return TraceStep(plane_through(seen.examples, seen.queries).places(seen.examples, seen.queries))


def with_prototypes(seen: Embedded, centres: Tensor, before: Tensor | None = None) -> TraceStep:
    """Return the step that shows the prototypes (way, dimension), and where they were before, if anywhere else."""
    more = () if before is None else (before,)
    plane = plane_through(seen.examples, seen.queries, centres, *more)
    places = plane.places(seen.examples, seen.queries)
    return TraceStep(Prototypes(places, plane.of(centres), None if before is None else plane.of(before)))


def with_trait_places(seen: Embedded, centres: Tensor) -> TraceStep:
    """Return the step that shows where traits place the classes (way, dimension), NaN where a class has none."""
    plane = plane_through(seen.examples, seen.queries, centres[~centres.isnan().any(1)])
    return TraceStep(TraitPlaces(plane.places(seen.examples, seen.queries), plane.of(centres)))
