"""The training that a project's own images suggest, with the reason in a sentence."""

import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from workbench.errors import UserError
from workbench.imaging.reading import in_threads
from workbench.operations.features.episode_pool import PoolImage, few_of_each, readable_images_of
from workbench.operations.progress import Listening, Reporter
from workbench.operations.runs.planning.expected_labelling import ExpectedLabelling, expected_labelling
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.tasks.class_counts import ClassCount, class_counts
from workbench.operations.tasks.thumbnails import image_thumbnail
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked, message

_APPROACH = "prototypical"  # Fast, with few settings, and good with any number of examples.
_PRETRAINED, _SMALL = "efficientnet-lite0", "conv4"

_MOST_IMAGES = 100  # looked at
_SECONDS = 2.0  # for looking at them
_LONGEST = 192  # pixels: copies of that size are what the window keeps of large images
# Of 255. Compression colours grey photographs by less.
_COLOUR = 24
_COLOURED_PIXELS, _COLOURED_IMAGES = 0.02, 0.1
_LEAST_CONTRAST = 32
_MIDDLE_PIXELS, _TWO_TONED_IMAGES = 0.15, 0.75
# To train a network from nothing: see workbench/decisions/suggested_training.md.
_ENOUGH_CLASSES = 100
_FEW_IMAGES = 50  # of a class
_PHOTOGRAPH = 84  # pixels, as in the papers on photographs

_MOST_WAYS = 20  # More would make each episode slow, and are told apart as well after training on fewer.
_QUERIES, _MOST_QUERIES = 15, 100
# With features already extracted these take seconds, and more of them improve nothing.
_EPISODES_OF_FEATURES = 2000
# What the small network trains on in about ten minutes on two cores, validations included: 880 images a second in the
# first table of tests/benchmarks/RESULTS.md.
_IMAGES_TRAINED = 500_000
_LEAST_EPISODES, _MOST_EPISODES = 500, 10_000


@dataclass(frozen=True)
class TrainedView:
    """The least that a network trained on a project's images should see of them; 0: what it takes by default."""

    size: int = 0  # pixels
    channels: int = 0


@dataclass(frozen=True)
class Suggestion:
    """A request that suits a project, and why: a sentence about its images and what is to be labelled.

    Without images there is no reason. `view` is for whoever chooses a network to train from nothing instead.
    """

    request: TrainingRequest
    reason: Message | None
    view: TrainedView = TrainedView()


def suggested_request(project: Project, reporter: Reporter) -> Suggestion:
    """Suggest a training for the project's meta-train classes and what is to be labelled, in about two seconds.

    Small grey drawings of two tones, such as characters, of many classes get the small network trained from nothing;
    all else the pretrained one. Images that cannot be read are left out. Raises Cancelled when asked to stop.
    """
    counts = class_counts(project, Role.META_TRAIN)
    expected = expected_labelling(project)
    if not counts:
        return Suggestion(TrainingRequest(_APPROACH), None)
    rows = readable_images_of(project, [count.id for count in counts])
    looks = _looks(_some_of(rows, len(counts)), reporter)
    network = _network(looks, counts)
    way, shot, query = _shape(expected, counts)
    trained = _IMAGES_TRAINED // (way * (shot + query))
    episodes = max(_LEAST_EPISODES, min(trained // 100 * 100, _MOST_EPISODES))
    if network.encoder == _PRETRAINED:
        episodes = _EPISODES_OF_FEATURES
    request = TrainingRequest(_APPROACH, network.encoder, way=way, shot=shot, query=query, episodes=episodes)
    reason = Message(network.reason)
    if expected.known:
        labelled = message(_AS_LABELLED, way=expected.way, count=expected.shot)
        reason = message(marked("{images} {labelled}"), images=reason, labelled=labelled)
    return Suggestion(request, reason, network.view)


@dataclass(frozen=True)
class ImageLook:
    """What an image looks like: in colour or grey, small, and of two tones, as ink on paper, or of many."""

    coloured: bool
    small: bool
    two_toned: bool


def look_of(pixels: NDArray[np.uint8]) -> ImageLook:  # (height, width, 3)
    """Return what an image looks like."""
    spread = pixels.max(2).astype(np.int16) - pixels.min(2)
    grey = pixels.mean(2)
    darkest, lightest = np.percentile(grey, (1, 99))
    margin = (lightest - darkest) / 4
    middle = (grey > darkest + margin) & (grey < lightest - margin)
    return ImageLook(
        coloured=float((spread > _COLOUR).mean()) > _COLOURED_PIXELS,
        small=max(pixels.shape[:2]) < _LONGEST,
        two_toned=lightest - darkest > _LEAST_CONTRAST and float(middle.mean()) < _MIDDLE_PIXELS,
    )


@dataclass(frozen=True)
class _Network:
    encoder: str
    reason: str  # marked
    view: TrainedView = TrainedView()


def _network(looks: Sequence[ImageLook], counts: Sequence[ClassCount]) -> _Network:
    if not looks:
        return _Network(_PRETRAINED, _UNSEEN)
    if np.mean([look.coloured for look in looks]) >= _COLOURED_IMAGES:
        few = median(count.images for count in counts) < _FEW_IMAGES
        return _Network(_PRETRAINED, _COLOUR_FEW if few else _COLOUR_MANY, TrainedView(_PHOTOGRAPH, 3))
    if np.mean([look.small and look.two_toned for look in looks]) < _TWO_TONED_IMAGES:
        return _Network(_PRETRAINED, _GREY, TrainedView(_PHOTOGRAPH, 1))
    if len(counts) < _ENOUGH_CLASSES:
        return _Network(_PRETRAINED, _FEW_DRAWINGS)
    return _Network(_SMALL, _DRAWINGS)


def _shape(expected: ExpectedLabelling, counts: Sequence[ClassCount]) -> tuple[int, int, int]:
    """Return way, shot and query: as many as will be labelled, as far as half of the classes have the images."""
    sizes = [count.specimens for count in counts if count.specimens > 1] or [2]
    typical = int(median(sizes))
    way = max(2, min(expected.way, len(sizes), _MOST_WAYS))
    shot = max(1, min(expected.shot, typical // 2))
    return way, shot, max(1, min(_QUERIES, _MOST_QUERIES // way, typical - shot))


def _some_of(rows: Sequence[PoolImage], classes: int) -> list[PoolImage]:
    """Return some images of as many classes as there are, in no order, so that a part of them is fair, too."""
    chosen = few_of_each(rows, _MOST_IMAGES, -(-_MOST_IMAGES // classes), least=1)[:_MOST_IMAGES]
    return [chosen[number] for number in map(int, np.random.default_rng(0).permutation(len(chosen)))]


class _TimeIsUp(Exception):
    """Enough was seen, or files take too long to come."""


def _looks(rows: Sequence[PoolImage], reporter: Reporter) -> list[ImageLook]:
    listening = Listening(reporter, Message(marked("Looking at the images")))
    until = time.monotonic() + _SECONDS

    def going_on() -> None:
        listening.going_on()
        if time.monotonic() > until:
            raise _TimeIsUp

    looks: list[ImageLook] = []
    with suppress(_TimeIsUp), closing(in_threads(_look_at, rows, going_on=going_on)) as looking:
        for look in looking:
            looks += [] if look is None else [look]
            going_on()
    return looks


def _look_at(row: PoolImage) -> ImageLook | None:
    try:
        return look_of(image_thumbnail(row.path, row.sha256, _LONGEST))
    except UserError:  # Whoever trains says why it cannot be read.
        return None


_UNSEEN = marked("No image could be looked at: the pretrained network is suggested.")
_COLOUR_FEW = marked("Colour images, few of each class: the pretrained network is suggested.")
_COLOUR_MANY = marked("Colour images: the pretrained network is suggested.")
_GREY = marked("Grey images: the pretrained network is suggested.")
_DRAWINGS = marked("Small black-and-white drawings: the small network, trained on them alone, is suggested.")
_FEW_DRAWINGS = marked(
    "Small black-and-white drawings, but too few classes to train on them alone: the pretrained network is suggested."
)
_AS_LABELLED = marked("{way} classes with {count} examples each are to be labelled.")
