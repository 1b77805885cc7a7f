"""How different the imported folders are from each other, as one number."""

from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from workbench import learning
from workbench.operations.evaluation.image_vectors import evenly_spread, few_of_each, image_vectors
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

    It is measured on the mean vectors of classes, so that folders of few classes are not called different because
    classes are (`workbench.learning.spread.share_between`), with the embeddings of `run`.
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
    """Compare the classes of the imported folders as a run (or `pretrained`, or `pixels`) places them.

    Folders without classes do not count. Raises UserError when there is no such run, Cancelled when asked to stop.
    """
    chosen = _chosen(project)
    if len(chosen) < 2:
        return TaskDiversity(None, len(chosen), 0, run, False)
    images = [image for group in chosen.values() for image in group]
    there, vectors = image_vectors(project, run, images, learning.choose_device(device).name, reporter)
    reporter.report(None, Message(marked("Measuring distances")))
    task_of = {each.class_id: task for task, group in chosen.items() for each in group}
    classes = np.array([each.class_id for each in there], np.int64)
    means, tasks = learning.group_means(vectors, classes), np.array([task_of[number] for number in np.unique(classes)])
    count = len(np.unique(tasks))
    if count < 2 or len(means) <= count:
        return TaskDiversity(None, count, len(means), run, False)
    value = learning.share_between(means, tasks)
    return TaskDiversity(value, count, len(means), run, value < _LOW)


def _chosen(project: Project) -> dict[int, list[ImageFacts]]:
    """Return some images of some classes of some folders, by folder."""
    query = select(Task.id, ImageClass.id).join(ImageClass, ImageClass.task_id == Task.id).order_by(Task.id)
    classes: dict[int, list[int]] = {}
    with project.read() as session:
        for task, number in session.execute(query):
            classes.setdefault(task, []).append(number)
    found: dict[int, list[ImageFacts]] = {}
    for task in evenly_spread(list(classes), _MOST_TASKS):
        images = few_of_each(list_images(project, classes=classes[task]), _CLASSES_OF_A_TASK, _IMAGES_OF_A_CLASS)
        if images:
            found[task] = images
    return found


def _too_few(found: TaskDiversity) -> str:
    if not found.classes:
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
