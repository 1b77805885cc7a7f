"""How many images each class has, and whether episodes could be drawn from so many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import distinct, func, select

from workbench import learning
from workbench.operations.deferred import torch
from workbench.store.models import Image, ImageClass, ImageStatus, Role
from workbench.store.project import Project

if TYPE_CHECKING:
    from workbench.learning.episode import EpisodeShape


@dataclass(frozen=True)
class ClassCount:
    """A class with images that could be read when last seen: how many contents, and of how many specimens.

    An image that belongs to no specimen counts as one of its own.
    """

    id: int
    task_id: int
    images: int
    specimens: int


def class_counts(project: Project, role: Role) -> tuple[ClassCount, ...]:
    """Count the images of the classes of a role, in order of creation; a class without any is left out."""
    specimen = func.coalesce(Image.specimen, Image.sha256)
    query = (
        select(ImageClass.id, ImageClass.task_id, func.count(distinct(Image.sha256)), func.count(distinct(specimen)))
        .join(Image, Image.class_id == ImageClass.id)
        .where(ImageClass.role == role, Image.status != ImageStatus.UNREADABLE, Image.sha256.is_not(None))
        .group_by(ImageClass.id)
        .order_by(ImageClass.id)
    )
    with project.read() as session:
        return tuple(ClassCount(*row) for row in session.execute(query))


def refuse_few(counts: Sequence[ClassCount], shape: "EpisodeShape", *, rotate_classes: bool, mix_tasks: bool) -> None:
    """Raise UserError when no episode could be drawn from classes of so many images."""
    sizes = [count.specimens for count in counts]
    class_of, task_of = np.repeat(np.arange(len(counts)), sizes), np.array([count.task_id for count in counts])
    # Images without pixels: the sampler that would draw the episodes is the one to refuse them.
    pool = learning.Pool(torch.empty(len(class_of), 0), class_of, task_of, rotate_classes=rotate_classes)
    learning.EpisodeSampler(pool, shape, seed=0, mix_tasks=mix_tasks)
