"""What a project's tasks hold: classes by role and images; warnings about them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from workbench.facts import Fact, fact
from workbench.operations.tasks.split_classes import ROLE_WORDS
from workbench.store.interrupting import interruptible
from workbench.store.models import Image, ImageClass, ImageStatus, Role, Task
from workbench.store.project import Project
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class ClassFacts:
    """A class: its role and how many readable images it has."""

    id: int
    name: str
    role: str
    images: int


@dataclass(frozen=True)
class TaskFacts:
    """An imported folder and its classes; `images` counts the readable ones."""

    id: int
    name: str
    folder: Path
    layout: str
    images: int
    classes: tuple[ClassFacts, ...]

    def roles(self) -> dict[str, int]:
        """Count the classes of each role."""
        counts = Counter(image_class.role for image_class in self.classes)
        return {role.value: counts[role.value] for role in Role}


def describe_tasks(project: Project, ids: Sequence[int] | None = None) -> tuple[TaskFacts, ...]:
    """Describe the tasks of a project, all or those given, in order of creation."""
    with project.read() as session:
        tasks = [task for task in session.scalars(select(Task).order_by(Task.id)) if ids is None or task.id in ids]
        return tuple(_describe(session, task) for task in tasks)


def warn_of_leaks(project: Project, going_on: Callable[[], None] = lambda: None) -> tuple[Fact, ...]:
    """Warn when one content stands in classes of different roles, so that tests would include training images.

    `going_on` is called again and again, and may raise to end it.
    """
    image, other_image = aliased(Image), aliased(Image)
    first, second = aliased(ImageClass), aliased(ImageClass)
    query = (
        select(func.count(func.distinct(image.sha256)))
        .join(other_image, image.sha256 == other_image.sha256)
        .join(first, image.class_id == first.id)
        .join(second, other_image.class_id == second.id)
        .where(image.id < other_image.id, first.role != second.role)
    )
    with project.read() as session, interruptible(session, going_on):
        count = session.scalar(query) or 0
    if not count:
        return ()
    return (fact("images.in_several_roles", count=count),)


def warn_of_few_images(tasks: Sequence[TaskFacts], need: int) -> tuple[Message, ...]:
    """Warn of classes with fewer than `need` images, which is what an episode takes of each."""
    few = [image_class for task in tasks for image_class in task.classes if image_class.images < need]
    if not few:
        return ()
    text = marked("{count} classes have fewer than {need} images, for example {name} with {images}.")
    return (message(text, count=len(few), need=need, name=few[0].name, images=few[0].images),)


def warn_of_few_classes(tasks: Sequence[TaskFacts], way: int) -> tuple[Message, ...]:
    """Warn of roles with fewer classes than an episode has."""
    text = marked(
        "There are only {count} {role} classes, fewer than the {way} of an episode; episodes use those "
        "available. Import more classes, or give more classes this role."
    )
    counts = Counter(image_class.role for task in tasks for image_class in task.classes)
    return tuple(
        message(text, count=count, role=ROLE_WORDS[Role(role)], way=way)
        for role, count in sorted(counts.items())
        if count < way
    )


def _describe(session: Session, task: Task) -> TaskFacts:
    ready = Image.status == ImageStatus.READY
    counts = dict(
        session.execute(
            select(Image.class_id, func.count()).where(Image.task_id == task.id, ready).group_by(Image.class_id)
        ).all()
    )
    query = select(ImageClass).where(ImageClass.task_id == task.id).order_by(ImageClass.id)
    classes = tuple(
        ClassFacts(image_class.id, image_class.name, image_class.role.value, counts.get(image_class.id, 0))
        for image_class in session.scalars(query)
    )
    return TaskFacts(task.id, task.name, task.folder, task.layout.value, sum(counts.values()), classes)
