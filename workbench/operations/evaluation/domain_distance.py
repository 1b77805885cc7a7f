"""How far new classes, or images without classes, lie from what a run was trained on, against held-out classes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.evaluation.image_vectors import evenly_spread, few_of_each, image_vectors
from workbench.operations.features.episode_pool import class_ids_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.listing import LATEST
from workbench.operations.runs.record import find_run
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.store.models import ImageClass, Role
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message

_IMAGES_OF_A_CLASS = 10
_TRAINED_CLASSES = 200
_OTHER_CLASSES = 60
_SINGLE_IMAGES = 300
_FAR = 1.25  # Noise and plain shapes lay 1.1 to 1.6 times as far from made patterns as further such patterns did.


@dataclass(frozen=True)
class DistanceRequest:
    """A run (its id or `latest`), and what is new to it: the images of `tasks`, or where none the classes of `role`."""

    run: str = LATEST
    tasks: tuple[int, ...] = ()
    role: Role = Role.META_TEST
    device: str = "auto"


@dataclass(frozen=True)
class DomainDistance:
    """How many times as far the new lie from the nearest trained class as held-out ones do, with its 95 % interval.

    `new` and `held_out` count what was looked at: classes, or single images (`of_images`). `is_far` where tests are
    likely to promise too much.
    """

    run: int
    ratio: float
    low: float
    high: float
    new: int
    held_out: int
    of_images: bool
    is_far: bool

    @property
    def sentence(self) -> Message:
        """The figure in words."""
        return message(_words(self), ratio=Decimal(self.ratio))


def domain_distance(project: Project, request: DistanceRequest, reporter: Reporter) -> DomainDistance:
    """Compare the distances of embeddings to the nearest prototype of a trained class, classes as their prototypes.

    A hint, as a network may also place near what is like nothing it was trained on. Raises UserError when there is no
    such run, nothing new, or no held-out class to compare with; Cancelled when asked to stop.
    """
    if request.run == PRETRAINED:
        text = marked(
            "The pretrained network was trained on none of these classes, so there is nothing to "
            "measure distances from."
        )
        raise UserError(Message(text))
    record = find_run(project, request.run, with_checkpoint=True)
    groups = _groups(project, record.facts().settings, request)
    device = learning.choose_device(request.device).name
    there, vectors = image_vectors(project, str(record.id), groups.images, device, reporter)
    reporter.report(None, Message(marked("Measuring distances")))
    ids = np.array([each.class_id or 0 for each in there], np.int64)
    of = groups.members(there)
    _refuse_none(of)
    trained = learning.group_means(vectors[of.trained], ids[of.trained])
    shown = [
        vectors[rows] if groups.of_images else learning.group_means(vectors[rows], ids[rows])
        for rows in (of.new, of.held)
    ]
    new, held = (learning.nearest_distances(each, trained) for each in shown)
    ratio = learning.ratio_of_medians(new, held)
    is_far = ratio.low > 1 and ratio.value >= _FAR
    counts = (len(new), len(held), groups.of_images)
    return DomainDistance(record.id, ratio.value, ratio.low, ratio.high, *counts, is_far)


@dataclass(frozen=True)
class _Members:
    """The rows of each group."""

    trained: NDArray[np.bool_]
    new: NDArray[np.bool_]
    held: NDArray[np.bool_]


@dataclass(frozen=True)
class _Groups:
    """Images of trained classes, new ones and held-out ones; one may be in several."""

    trained: Sequence[ImageFacts]
    new: Sequence[ImageFacts]
    held: Sequence[ImageFacts]
    of_images: bool

    @property
    def images(self) -> list[ImageFacts]:
        """All of them, each once."""
        return list(dict.fromkeys((*self.trained, *self.new, *self.held)))

    def members(self, images: Sequence[ImageFacts]) -> _Members:
        """Say which of the images are in which group."""
        ids = np.array([image.id for image in images], np.int64)
        trained, new, held = (
            np.isin(ids, [each.id for each in group]) for group in (self.trained, self.new, self.held)
        )
        return _Members(trained, new, held)


def _groups(project: Project, settings: RunSettings, request: DistanceRequest) -> _Groups:
    new = _new_images(project, request, set(settings.trained_on))
    new_classes = {each.class_id for each in new}
    held_on = [number for number in _held_out(project, settings) if number not in new_classes]
    trained = few_of_each(list_images(project, classes=settings.trained_on), _TRAINED_CLASSES, _IMAGES_OF_A_CLASS)
    held = list_images(project, classes=held_on)
    if None in new_classes:
        singles = [each for each in new if each.class_id is None]
        return _Groups(
            trained, evenly_spread(singles, _SINGLE_IMAGES), evenly_spread(held, _SINGLE_IMAGES), of_images=True
        )
    each = _IMAGES_OF_A_CLASS
    return _Groups(
        trained, few_of_each(new, _OTHER_CLASSES, each), few_of_each(held, _OTHER_CLASSES, each), of_images=False
    )


def _new_images(project: Project, request: DistanceRequest, trained_on: set[int]) -> list[ImageFacts]:
    if request.tasks:
        found = list_images(project, tasks=request.tasks)
    else:
        found = list_images(project, classes=class_ids_of(project, request.role))
    return [each for each in found if each.class_id not in trained_on]


def _held_out(project: Project, settings: RunSettings) -> Sequence[int]:
    """Return a run's meta-validation classes, or where it had none the test classes of the folders it learned from."""
    if len(settings.validated_on) > 1:
        return settings.validated_on
    with project.read() as session:
        of_task = dict(session.execute(select(ImageClass.id, ImageClass.task_id)).all())
    tasks = {of_task[number] for number in settings.trained_on if number in of_task}
    return [number for number in class_ids_of(project, Role.META_TEST) if of_task[number] in tasks]


def _refuse_none(of: _Members) -> None:
    if not of.trained.any():
        raise UserError(fact("distance.no_trained_classes"))
    if not of.new.any():
        raise UserError(fact("distance.nothing_new"))
    if not of.held.any():
        raise UserError(fact("distance.no_held_out_classes"))


def _words(found: DomainDistance) -> str:
    if found.is_far and found.of_images:
        return marked(
            "The new images are {ratio} times as far from the training classes as images of held-out classes "
            "are: expect lower accuracy than in tests."
        )
    if found.is_far:
        return marked(
            "The new classes are {ratio} times as far from the training classes as held-out classes are: "
            "expect lower accuracy than in tests."
        )
    if found.low > 1:
        return marked(
            "The new data are slightly farther from the training classes than held-out classes are ({ratio} "
            "times): expect slightly lower accuracy than in tests."
        )
    return marked(
        "The new data are about as near to the training classes as held-out classes are ({ratio} times): "
        "test accuracy should hold."
    )
