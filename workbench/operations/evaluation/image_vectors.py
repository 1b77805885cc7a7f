"""Embeddings of images by a run, in the space in which it compares them, of a few images of each class."""

from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from workbench.errors import UserError
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest
from workbench.operations.features.episode_pool import nothing_readable
from workbench.operations.features.load_images import ImageRef, load_images
from workbench.operations.progress import Reporter
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import load_trained
from workbench.operations.tasks.images import ImageFacts
from workbench.store.project import Project

Vectors = NDArray[np.float64]  # (n, dimension)

_Item = TypeVar("_Item")


def image_vectors(
    project: Project, run: str, images: Sequence[ImageFacts], device: str, reporter: Reporter
) -> tuple[list[ImageFacts], Vectors]:
    """Return those of the images that can be loaded, and their vectors by a run (as `EvaluationRequest.run`).

    Raises UserError when none can be loaded, or there is no such run or it has no checkpoint yet.
    """
    if run == PIXELS:
        refs = [ImageRef(image.path, image.sha256) for image in images]
        loaded = load_images(refs, EvaluationRequest().pixels_size, 1, reporter)
        loaded_images, troubles = [images[index] for index in map(int, loaded.kept)], loaded.troubles
        vectors = loaded.values.reshape(len(loaded_images), -1) / 255
    else:
        features = SessionFeatures(load_trained(project, run, device), device)
        # One content may stand in several classes.
        distinct = list({image.sha256: image for image in images}.values())
        troubles = features.load(distinct, reporter)
        loaded_images = [image for image in images if image.sha256 in features]
        if loaded_images:
            features.calibrate([], np.arange(len(distinct) - len(troubles)))
        vectors = features.vectors(features.inputs(loaded_images)) if loaded_images else np.empty((0, 1))
    if not loaded_images:
        raise UserError(nothing_readable(troubles))
    return loaded_images, vectors.astype(np.float64)


def sample_per_class(images: Sequence[ImageFacts], classes: int, per_class: int) -> list[ImageFacts]:
    """Return at most `per_class` images of at most `classes` classes, evenly spread; `images` are sorted by class."""
    groups = [list(group) for _, group in groupby(images, lambda image: image.class_id)]
    return [image for group in evenly_spread(groups, classes) for image in evenly_spread(group, per_class)]


def evenly_spread(items: Sequence[_Item], most: int) -> Sequence[_Item]:
    """Return at most `most` of the items, evenly spread over all."""
    return items[:: max(1, -(-len(items) // most))]
