"""Where a run places images, in the space in which it compares them; a few of each class are enough."""

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
        wanted = [ImageRef(image.path, image.sha256) for image in images]
        loaded = load_images(wanted, EvaluationRequest().pixels_size, 1, reporter)
        there, troubles = [images[place] for place in map(int, loaded.kept)], loaded.troubles
        vectors = loaded.values.reshape(len(there), -1) / 255
    else:
        seen = SessionFeatures(load_trained(project, run, device), device)
        # One content may stand in several classes.
        once = list({image.sha256: image for image in images}.values())
        troubles = seen.load(once, reporter)
        there = [image for image in images if image.sha256 in seen]
        if there:
            seen.calibrate([], np.arange(len(once) - len(troubles)))
        vectors = seen.vectors(seen.inputs(there)) if there else np.empty((0, 1))
    if not there:
        raise UserError(nothing_readable(troubles))
    return there, vectors.astype(np.float64)


def few_of_each(images: Sequence[ImageFacts], classes: int, each: int) -> list[ImageFacts]:
    """Return at most `each` images of at most `classes` classes, evenly spread; `images` are in order of classes."""
    groups = [list(group) for _, group in groupby(images, lambda image: image.class_id)]
    return [image for group in evenly_spread(groups, classes) for image in evenly_spread(group, each)]


def evenly_spread(items: Sequence[_Item], most: int) -> Sequence[_Item]:
    """Return at most `most` of the items, evenly spread over all."""
    return items[:: max(1, -(-len(items) // most))]
