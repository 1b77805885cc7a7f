"""Embeddings of images of classes that an approach never trained on, frame by frame."""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import scipy
from numpy.typing import NDArray

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import PoolImage, View, class_ids_of, pool_of_images, readable_images_of
from workbench.operations.progress import Reporter
from workbench.operations.runs._preserved_state import preserve_module_state
from workbench.operations.runs.kept_frames import KeptFrames
from workbench.operations.runs.record import RunRecord
from workbench.operations.runs.timeline import Timeline
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training_events import EmbeddingFrame, ReferenceImages
from workbench.operations.tasks.classes import class_names
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Approach

EmbeddingPoints = NDArray[np.float64]  # (n, 2)

MOST_SHOWN = 8  # classes: as many as there are colours that colour-blind people tell apart.
_MOST_IMAGES = 25  # of a class
_BATCH = 32
_LEAST_SECONDS = 1.5  # between two frames
_SHARE = 0.05  # of the time of training
_NOTHING_TO_SHOW = marked("There are no meta-validation or meta-test classes to show. Give classes one of these roles.")
_TEST_IS_GONE = marked("The images of this test are no longer in the project, so there is nothing to show.")


@dataclass(frozen=True, eq=False)
class Reference:
    """The images of an embedding plot, and the tensor on the device that an encoder takes."""

    shown: ReferenceImages
    images: "Tensor"  # (n, ...)


def load_reference(
    project: Project, view: View, trained_on: Collection[int], device: str, reporter: Reporter
) -> Reference | None:
    """Load at most 25 images of each of at most 8 classes that are not trained on, or None where there are none.

    They are of meta-validation classes, or of meta-test classes where there are no others. They are for display
    only: nothing is ever selected by them, so showing meta-test classes here biases no test. Raises UserError when
    none of the images can be read.
    """
    for role in (Role.META_VALIDATION, Role.META_TEST):
        ids = [number for number in class_ids_of(project, role) if number not in trained_on]
        images = _sample_per_class(readable_images_of(project, ids)) if ids else []
        if images:
            return _loaded(project, images, role, view, device=device, reporter=reporter)
    return None


def _loaded(
    project: Project, images: Sequence[PoolImage], role: Role | None, view: View, *, device: str, reporter: Reporter
) -> Reference:
    pool = pool_of_images(images, view, rotate_classes=False, device=device, reporter=reporter)
    names = class_names(project, pool.class_ids)
    classes = tuple(names.get(number, f"?{number}") for number in pool.class_ids)
    paths, digests = tuple(file.path for file in pool.files), tuple(file.sha256 for file in pool.files)
    shown = ReferenceImages(paths, digests, pool.pool.class_of, classes, role)
    return Reference(shown, pool.pool.images.to(pool.pool.device))


def embed_reference(
    project: Project, run: str, device: str, reporter: Reporter, *, classes: Sequence[int] | None = None
) -> tuple[ReferenceImages, EmbeddingFrame]:
    """Embed the reference images by a run (an id, `latest` or `pretrained`) with its best weights.

    `classes` are the ids of the classes to show, of which at most eight are: those of a test, which has been made by
    then. Raises UserError when there is no such run, it has no checkpoint yet, or there are no images of such classes.
    """
    device_name = learning.choose_device(device).name
    trained = load_trained(project, run, device_name)
    record = None if trained.run is None else RunRecord(project, trained.run)
    trained_on = record.facts().settings.trained_on if record else ()
    if classes is None:
        reference = load_reference(project, trained.view, trained_on, device_name, reporter)
    else:
        images = _sample_per_class(readable_images_of(project, classes))
        reference = (
            _loaded(project, images, None, trained.view, device=device_name, reporter=reporter) if images else None
        )
    if reference is None:
        raise UserError(Message(_NOTHING_TO_SHOW if classes is None else _TEST_IS_GONE))
    if trained.needs_calibration:
        trained.calibrate(reference.images)
    episode = record.best_episode() if record else 0
    after = KeptFrames(project, record.id, reference.shown).read().at(episode) if record else None
    frame = EmbeddingFrames(reference.images, after=after).draw(trained.approach, episode)
    if frame is None:
        raise UserError(fact("run.weights_not_finite"))
    return reference.shown, frame


@dataclass(frozen=True, eq=False)
class EmbeddedRun:
    """A stored run's embedding by its best weights, and the earlier frames that were kept while it was trained."""

    reference: ReferenceImages
    frame: EmbeddingFrame
    earlier: Timeline[EmbeddingFrame]


def embed_run(project: Project, run: int, device: str, reporter: Reporter) -> EmbeddedRun:
    """Embed the reference images by a run, as `embed_reference` does, and look back on its training."""
    reference, frame = embed_reference(project, str(run), device, reporter)
    return EmbeddedRun(reference, frame, KeptFrames(project, run, reference).read())


class EmbeddingFrames:
    """Draws frames of the same images, each aligned to the one before, and knows when the next one is due.

    Frames that wait until they are due take at most a twentieth of the time.
    """

    def __init__(
        self, images: "Tensor", clock: Callable[[], float] = time.monotonic, *, after: EmbeddingFrame | None = None
    ) -> None:
        self._images = images
        self._clock = clock
        # What the first frame is aligned to: components have no sign, so that it might else be turned or mirrored.
        self._last: EmbeddingPoints | None = None if after is None else after.points.astype(np.float64)
        self._due_at = 0.0

    def is_due(self) -> bool:
        """Whether enough time has passed since the last frame."""
        return self._clock() >= self._due_at

    def draw(self, approach: "Approach", episode: int) -> EmbeddingFrame | None:
        """Return the frame of the approach, whose state is preserved; None when its vectors are not finite."""
        began = self._clock()
        vectors = _vectors(approach, self._images)
        points = principal_points(vectors) if np.isfinite(vectors).all() else None
        if points is not None:
            self._last = points = points if self._last is None else aligned_to(points, self._last)
        ended = self._clock()
        self._due_at = ended + max(_LEAST_SECONDS, (ended - began) * (1 / _SHARE - 1))
        return None if points is None else EmbeddingFrame(episode, points.astype(np.float32))


def principal_points(vectors: EmbeddingPoints) -> EmbeddingPoints:
    """Return the two principal components (n, 2) of vectors (n, d), scaled so that the mean square distance is 1."""
    points = np.zeros((len(vectors), 2))
    along, lengths, _ = scipy.linalg.svd(vectors - vectors.mean(0), full_matrices=False)
    components = (along * lengths)[:, :2]
    points[:, : components.shape[1]] = components
    spread = np.sqrt(np.square(points).sum(1).mean())
    return points / spread if spread > 0 else points


def aligned_to(points: EmbeddingPoints, before: EmbeddingPoints) -> EmbeddingPoints:
    """Rotate and mirror `points` (n, 2) to lie closest to `before` (orthogonal Procrustes, Schönemann, 1966)."""
    turn, _ = scipy.linalg.orthogonal_procrustes(points, before)
    return points @ turn


def _vectors(approach: "Approach", images: "Tensor") -> EmbeddingPoints:
    with preserve_module_state(approach):
        # A batch at a time: the maps of two hundred large images would not fit beside a training.
        parts = [approach.embed(part).cpu().double().numpy() for part in torch.split(images, _BATCH)]
    return np.concatenate(parts)


def _sample_per_class(images: Sequence[PoolImage]) -> list[PoolImage]:
    """Return images of the first classes, evenly spread over each."""
    sampled: list[PoolImage] = []
    for number, (_, group) in enumerate(groupby(images, lambda image: image.class_id)):
        if number == MOST_SHOWN:
            break
        class_images = list(group)
        sampled += class_images[:: -(-len(class_images) // _MOST_IMAGES)]
    return sampled
