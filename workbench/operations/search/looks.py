"""What the images of a project look like: their size, whether they are in colour, and how many there are of what."""

from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from workbench.operations.features.episode_pool import class_ids_of, few_of_each, readable_images_of
from workbench.operations.features.load_images import ImageRef, load_images
from workbench.operations.progress import Reporter
from workbench.operations.tasks.class_counts import class_counts
from workbench.store.models import Image, Role
from workbench.store.project import Project

_CLASSES, _IMAGES = 20, 3
_SIDE = 32  # pixels
_GREY = 3.0  # levels of 256 between channels, which compression alone leaves in a grey picture


@dataclass(frozen=True)
class Looks:
    """The meta-train classes of a project: how many, and of one the median number of images and its spread.

    `uneven` is the share of the largest tenth of classes in all images, over what it would be if all had as many;
    `side` is the median of the shorter side in pixels, `folders` the number of folders that the classes come from.
    """

    classes: int
    images: float
    uneven: float
    side: float
    colour: bool
    folders: int


def looks_of(project: Project, reporter: Reporter) -> Looks:
    """Return what the images that are learned from look like, from a few of them. Raises UserError, Cancelled."""
    counts = class_counts(project, Role.META_TRAIN)
    sizes = np.sort([count.images for count in counts])[::-1] if counts else np.zeros(1)
    tenth = max(1, len(sizes) // 10)
    rows = few_of_each(readable_images_of(project, class_ids_of(project, Role.META_TRAIN)), _CLASSES, _IMAGES, least=1)
    with project.read() as session:
        sides = session.execute(select(Image.width, Image.height).where(Image.id.in_([row.id for row in rows]))).all()
    shorter = [min(width, height) for width, height in sides if width and height]
    return Looks(
        len(counts),
        float(np.median(sizes)),
        float(sizes[:tenth].sum() / max(1, sizes.sum()) * len(sizes) / tenth),
        float(np.median(shorter)) if shorter else 0.0,
        _in_colour(list(rows), reporter),
        len({count.task_id for count in counts}),
    )


def _in_colour(rows: list[ImageRef], reporter: Reporter) -> bool:
    images = load_images(rows, _SIDE, 3, reporter).values.astype(np.float32)  # (n, 3, side, side)
    if not len(images):
        return False
    apart = np.abs(images - images.mean(1, keepdims=True)).mean((1, 2, 3))
    return bool(np.median(apart) > _GREY)
