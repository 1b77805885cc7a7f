"""How different the imported folders are from each other, as one number."""

from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from workbench import learning
from workbench.operations.evaluation.image_vectors import evenly_spread, image_vectors, sample_per_class
from workbench.operations.progress import Reporter
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.store.models import ImageClass, Task
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message

_MOST_TASKS = 20
_CLASSES_OF_A_TASK = 10
_IMAGES_OF_A_CLASS = 3
_LOW = 0.1
_HIGH = 0.4


@dataclass(frozen=True)
class TaskDiversity:
    """The share of the variance of classes that lies between folders, 0 (alike) to 1; None with fewer than two.

    It is measured on the mean vectors of classes, so that differences between classes do not count as differences
    between folders of few classes (`workbench.learning.spread.share_between`), with the embeddings of `run`.
    """

    value: float | None
    tasks: int
    classes: int
    run: str
    is_low: bool

    @property
    def sentence(self) -> Message:
        """The figure in words, or why there is none."""
        if self.value is None:
            return Message(_too_few(self))
        return message(_words(self.value), count=self.tasks, value=Decimal(self.value, 2))


def task_diversity(
    project: Project, reporter: Reporter, *, run: str = PRETRAINED, device: str = "auto"
) -> TaskDiversity:
    """Compare the classes of the imported folders as a run (or `pretrained`, or `pixels`) embeds them.

    Folders without classes do not count. Raises UserError when there is no such run, Cancelled when asked to stop.
    """
    images_by_task = _images_by_task(project)
    if len(images_by_task) < 2:
        return TaskDiversity(None, len(images_by_task), 0, run, False)
    images = [image for group in images_by_task.values() for image in group]
    loaded_images, vectors = image_vectors(project, run, images, learning.choose_device(device).name, reporter)
    reporter.report(None, Message(marked("Measuring distances")))
    task_of = {image.class_id: task for task, group in images_by_task.items() for image in group}
    classes = np.array([image.class_id for image in loaded_images], np.int64)
    means, tasks = learning.group_means(vectors, classes), np.array([task_of[number] for number in np.unique(classes)])
    count = len(np.unique(tasks))
    if count < 2 or len(means) <= count:
        return TaskDiversity(None, count, len(means), run, False)
    value = learning.share_between(means, tasks)
    return TaskDiversity(value, count, len(means), run, value < _LOW)


def _images_by_task(project: Project) -> dict[int, list[ImageFacts]]:
    """Return a few images of a few classes of at most twenty folders, by folder."""
    query = select(Task.id, ImageClass.id).join(ImageClass, ImageClass.task_id == Task.id).order_by(Task.id)
    classes: dict[int, list[int]] = {}
    with project.read() as session:
        for task, number in session.execute(query):
            classes.setdefault(task, []).append(number)
    images_by_task: dict[int, list[ImageFacts]] = {}
    for task in evenly_spread(list(classes), _MOST_TASKS):
        images = sample_per_class(list_images(project, classes=classes[task]), _CLASSES_OF_A_TASK, _IMAGES_OF_A_CLASS)
        if images:
            images_by_task[task] = images
    return images_by_task


def _too_few(diversity: TaskDiversity) -> str:
    if not diversity.classes:
        return marked("Folders can be compared only where two or more have classes.")
    return marked("Folders can be compared only where two or more have at least two classes each.")


def _words(value: float) -> str:
    if value < _LOW:
        return marked(
            "The {count} imported folders are similar (diversity {value} of 1): what is learned from them "
            "may not hold for other kinds of images. Import other kinds of images to cover more."
        )
    if value < _HIGH:
        return marked("The {count} imported folders are moderately diverse (diversity {value} of 1).")
    return marked(
        "The {count} imported folders are diverse (diversity {value} of 1): what is learned from them "
        "should hold for many kinds of images."
    )
