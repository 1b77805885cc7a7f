"""All of a project's images at a glance: the folders, warnings about classes, and images that cannot be used."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import case, func, select

from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.operations.tasks.images import IS_AWAY, list_skipped
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.operations.tasks.skipped_files import damaged_first
from workbench.operations.tasks.task_facts import ClassFacts, TaskFacts, describe_tasks
from workbench.store.models import Example, Image, ImageStatus, Layout, Task
from workbench.store.project import Project
from workbench.words import Message, marked, message

_USUAL = 16  # images of a class in an episode: one example and 15 queries, by default


@dataclass(frozen=True)
class ImageOverview:
    """The tasks, those whose folder is no longer there, a warning for classes by id, and images that cannot be used."""

    tasks: tuple[TaskFacts, ...]
    away: frozenset[int]
    warnings: Mapping[int, Message]
    skipped: tuple[FileReason[Fact], ...]
    shared_roles: tuple[Fact, ...] = ()  # what classes of different roles share, which may be one class

    @property
    def missing(self) -> tuple[FileReason[Fact], ...]:
        """The images that are not where they were last seen."""
        return tuple(file for file in self.skipped if file.reason == IS_AWAY)

    def missing_folder(self) -> Path | None:
        """Return the folder that holds the missing images, None without any.

        Where they have no folder in common but the disk itself, the folder of the first task with a missing image.
        """
        missing = [file.path.parent for file in self.missing]
        if not missing:
            return None
        if len({folder.anchor for folder in missing}) == 1:
            common = Path(os.path.commonpath(missing))
            if common.name:
                return common
        homes = [task.folder for task in self.tasks if missing[0].is_relative_to(task.folder)]
        home = max(homes, key=lambda folder: len(folder.parts), default=missing[0])
        return Path(os.path.commonpath([folder for folder in missing if folder.is_relative_to(home)]))


def image_overview(project: Project) -> ImageOverview:
    """Describe the images of a project; folders are looked for on the disk.

    A folder of which every image was given as an example is left out, unless something is to be done about it.
    """
    examples = _of_examples_only(project)
    tasks = tuple(task for task in describe_tasks(project) if task.id not in examples or not task.folder.is_dir())
    warnings = {
        image_class.id: text
        for task in tasks
        for image_class in task.classes
        if (text := _warning(image_class)) is not None
    }
    away = frozenset(task.id for task in tasks if not task.folder.is_dir())
    return ImageOverview(
        tasks, away, warnings, tuple(damaged_first(list_skipped(project))), warn_of_shared_roles(project)
    )


def _of_examples_only(project: Project) -> set[int]:
    is_example = (Image.status == ImageStatus.READY) & Image.id.in_(select(Example.image_id))
    query = (
        select(Image.task_id)
        .join(Task, Task.id == Image.task_id)
        .where(Task.layout == Layout.UNLABELLED)
        .group_by(Image.task_id)
        .having(func.count() == func.sum(case((is_example, 1), else_=0)))
    )
    with project.read() as session:
        return set(session.scalars(query))


def _warning(image_class: ClassFacts) -> Message | None:
    if not image_class.images:
        return Message(marked("No image of this class can be read."))
    if image_class.images == 1:
        return Message(marked("One image is too few: an episode needs an example and a query."))
    if image_class.images < _USUAL:
        text = marked("Fewer than {need} images: train with fewer examples or queries.")
        return message(text, need=_USUAL)
    return None
