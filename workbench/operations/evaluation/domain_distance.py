"""How far new classes, or images without classes, lie from a run's training classes, relative to held-out classes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.evaluation.image_vectors import evenly_spread, image_vectors, sample_per_class
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
    """A run (its id or `latest`), and the data new to it: the images of `tasks`, or without any, of `role`."""

    run: str = LATEST
    tasks: tuple[int, ...] = ()
    role: Role = Role.META_TEST
    device: str = "auto"


@dataclass(frozen=True)
class DomainDistance:
    """How many times as far new data lie from the nearest trained class as held-out data do, with its 95 % interval.

    `new` and `held_out` count the classes compared, or single images (`of_images`). `is_far` where tests are likely to
    overestimate the accuracy.
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

    A hint only: a network may also embed unfamiliar images near trained classes. Raises UserError when there is no
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
    loaded_images, vectors = image_vectors(project, str(record.id), groups.images, device, reporter)
    reporter.report(None, Message(marked("Measuring distances")))
    ids = np.array([image.class_id or 0 for image in loaded_images], np.int64)
    members = groups.members(loaded_images)
    _refuse_none(members)
    trained = learning.group_means(vectors[members.trained], ids[members.trained])
    vectors_of_groups = [
        vectors[rows] if groups.of_images else learning.group_means(vectors[rows], ids[rows])
        for rows in (members.new, members.held)
    ]
    new_distances, held_distances = (
        learning.nearest_distances(group_vectors, trained) for group_vectors in vectors_of_groups
    )
    ratio = learning.ratio_of_medians(new_distances, held_distances)
    is_far = ratio.low > 1 and ratio.value >= _FAR
    counts = (len(new_distances), len(held_distances), groups.of_images)
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
        """Return which of the images are in which group."""
        ids = np.array([image.id for image in images], np.int64)
        is_trained, is_new, is_held_out = (
            np.isin(ids, [image.id for image in group]) for group in (self.trained, self.new, self.held)
        )
        return _Members(is_trained, is_new, is_held_out)


def _groups(project: Project, settings: RunSettings, request: DistanceRequest) -> _Groups:
    new_images = _new_images(project, request, set(settings.trained_on))
    new_classes = {image.class_id for image in new_images}
    held_on = [number for number in _held_out(project, settings) if number not in new_classes]
    trained = sample_per_class(list_images(project, classes=settings.trained_on), _TRAINED_CLASSES, _IMAGES_OF_A_CLASS)
    held = list_images(project, classes=held_on)
    if None in new_classes:
        singles = [image for image in new_images if image.class_id is None]
        return _Groups(
            trained, evenly_spread(singles, _SINGLE_IMAGES), evenly_spread(held, _SINGLE_IMAGES), of_images=True
        )
    per_class = _IMAGES_OF_A_CLASS
    return _Groups(
        trained,
        sample_per_class(new_images, _OTHER_CLASSES, per_class),
        sample_per_class(held, _OTHER_CLASSES, per_class),
        of_images=False,
    )


def _new_images(project: Project, request: DistanceRequest, trained_on: set[int]) -> list[ImageFacts]:
    if request.tasks:
        images = list_images(project, tasks=request.tasks)
    else:
        images = list_images(project, classes=class_ids_of(project, request.role))
    return [image for image in images if image.class_id not in trained_on]


def _held_out(project: Project, settings: RunSettings) -> Sequence[int]:
    """Return a run's meta-validation classes, or where it had none the test classes of the folders it learned from."""
    if len(settings.validated_on) > 1:
        return settings.validated_on
    with project.read() as session:
        of_task = dict(session.execute(select(ImageClass.id, ImageClass.task_id)).all())
    tasks = {of_task[number] for number in settings.trained_on if number in of_task}
    return [number for number in class_ids_of(project, Role.META_TEST) if of_task[number] in tasks]


def _refuse_none(members: _Members) -> None:
    if not members.trained.any():
        raise UserError(fact("distance.no_trained_classes"))
    if not members.new.any():
        raise UserError(fact("distance.nothing_new"))
    if not members.held.any():
        raise UserError(fact("distance.no_held_out_classes"))


def _words(distance: DomainDistance) -> str:
    if distance.is_far and distance.of_images:
        return marked(
            "The new images are {ratio} times as far from the training classes as images of held-out classes "
            "are: expect lower accuracy than in tests."
        )
    if distance.is_far:
        return marked(
            "The new classes are {ratio} times as far from the training classes as held-out classes are: "
            "expect lower accuracy than in tests."
        )
    if distance.low > 1:
        return marked(
            "The new data are slightly farther from the training classes than held-out classes are ({ratio} "
            "times): expect slightly lower accuracy than in tests."
        )
    return marked(
        "The new data are about as near to the training classes as held-out classes are ({ratio} times): "
        "test accuracy should hold."
    )
