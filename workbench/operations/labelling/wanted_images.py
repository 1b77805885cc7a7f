"""The images of a pile in the order in which somebody would want them, by what they and others picked."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.progress import Reporter
from workbench.operations.ratings.picks import Picks, WantedOrNot, picks_of
from workbench.operations.runs.fitted_run import with_fit
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import PRETRAINED, load_trained
from workbench.operations.tasks.images import ImageFacts, in_chunks, list_images
from workbench.store.models import Image, ImageStatus
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.recommender.image_taste import RowsPicked

_DEVICE = "cpu"  # Nothing takes long enough for another.


@dataclass(frozen=True)
class WantedImages:
    """Images in the order in which a person would want them, best first, without those that they picked.

    `picks` counts what they picked, `learned_from` the other people whose picks the start was meta-trained on: 0 where
    they are too few.
    """

    person: str
    picks: int
    learned_from: int
    images: tuple[ImageFacts, ...]
    wanted: NDArray[np.float64]  # (images,): about 1 as what they want, about -1 as what they do not


class WantedSession:
    """What the shipped network sees in a pile, and in all that was picked; `open_wanted` makes one.

    It is the same whichever run proposes classes: what somebody wants is not what a run learned to tell apart. Any
    thread may call; calls run one at a time.
    """

    def __init__(self, pile: Sequence[ImageFacts], features: SessionFeatures, everything: Sequence[ImageFacts]) -> None:
        seen = [image for image in everything if image.sha256 in features]
        self._row_of = {image.sha256: row for row, image in enumerate(seen)}
        self._pile = tuple(image for image in pile if image.sha256 in self._row_of)
        self._rows = np.array([self._row_of[image.sha256] for image in self._pile], np.int64)
        features.calibrate((), features.rows(self._pile))
        self._taste = learning.ImageTaste(features.vectors(features.inputs(seen)))
        self._learned: tuple[object, Tensor | None] = (None, None)
        self._lock = threading.Lock()

    def order(self, project: Project, person: str) -> WantedImages:
        """Order the pile for a person, by their picks as they are now. Raises UserError where they want none."""
        picks = picks_of(project)
        own = self._rows_of(picks.of_person(person))
        if not len(own.wanted):
            text = marked("{name} has not picked an image to want more of. Pick at least one: press + on it.")
            raise UserError(message(text, name=person))
        with self._lock:
            others = self._others(picks, person)
            start = self._start(others)
            wanted = self._taste.wanted_most(own, start)[self._rows]
        is_new = ~np.isin(self._rows, np.concatenate([own.wanted, own.unwanted]))
        places = np.flatnonzero(is_new)[np.argsort(-wanted[is_new], kind="stable")]
        return WantedImages(
            person,
            len(own.wanted) + len(own.unwanted),
            0 if start is None else len(others),
            tuple(self._pile[place] for place in map(int, places)),
            wanted[places],
        )

    def _others(self, picks: Picks, person: str) -> "list[RowsPicked]":
        found = (self._rows_of(theirs) for name, theirs in picks.of.items() if name != person)
        return [rows for rows in found if rows.can_teach]

    def _start(self, others: "Sequence[RowsPicked]") -> "Tensor | None":
        """Return the start that was meta-trained on others' picks; again only where these are others."""
        known_by = tuple((rows.wanted.tobytes(), rows.unwanted.tobytes()) for rows in others)
        if known_by != self._learned[0]:
            self._learned = known_by, self._taste.learned_start(others)
        return self._learned[1]

    def _rows_of(self, picks: WantedOrNot) -> "RowsPicked":
        here = [(self._row_of[content], wanted) for content, wanted in picks.items() if content in self._row_of]
        rows = [np.array([row for row, is_wanted in here if is_wanted is wanted], np.int64) for wanted in (True, False)]
        return learning.RowsPicked(*rows)


def open_wanted(project: Project, tasks: Iterable[int], reporter: Reporter) -> WantedSession:
    """Load what the shipped network sees in the images of some tasks, and in those of others that somebody picked.

    That is cached, as for proposals. Raises UserError where there is no image, Cancelled when asked to stop.
    """
    pile = [image for image in list_images(project, tasks=tuple(tasks)) if image.status == ImageStatus.READY]
    picked = _picked_elsewhere(project, picks_of(project).of, {image.sha256 for image in pile})
    trained, _ = with_fit(project, load_trained(project, PRETRAINED, _DEVICE), None, _DEVICE, reporter)
    features = SessionFeatures(trained, _DEVICE)
    everything = [*pile, *picked]
    features.load(everything, reporter)
    if not any(image.sha256 in features for image in pile):
        raise UserError(Message(marked("There is no image to order that can be read.")))
    return WantedSession(pile, features, everything)


def _picked_elsewhere(project: Project, picks: Mapping[str, WantedOrNot], pile: set[bytes]) -> list[ImageFacts]:
    """Return an image for each content that somebody picked and that is not in the pile."""
    left = {content for theirs in picks.values() for content in theirs} - pile
    if not left:
        return []
    found = {image.sha256: image for image in list_images(project) if image.status == ImageStatus.READY}
    return [found[content] for content in sorted(left & found.keys())]


@dataclass(frozen=True)
class RecommendedImage:
    """An image that a person has not picked, and of how many of 5 stars it would be to them."""

    item: str  # its path
    foretold: float


@dataclass(frozen=True)
class ImageRecommendations:
    """What is recommended to a person of the images in the folders in which they picked, best first."""

    person: str
    picks: int
    learned_from: int
    items: tuple[RecommendedImage, ...]


def recommend_images(project: Project, person: str, reporter: Reporter, *, top: int = 10) -> ImageRecommendations:
    """Recommend so many images to somebody who picked some. Raises as `open_wanted` and `WantedSession.order` do."""
    if top < 1:
        raise UserError(fact("request.count_too_small", name="top", least=1, value=top))
    found = open_wanted(project, _tasks_of(project, picks_of(project).of_person(person)), reporter).order(
        project, person
    )
    stars = np.clip(3 + 2 * found.wanted[:top], 1, 5).tolist()
    items = (RecommendedImage(image.file, star) for image, star in zip(found.images[:top], stars, strict=True))
    return ImageRecommendations(person, found.picks, found.learned_from, tuple(items))


def _tasks_of(project: Project, picks: WantedOrNot) -> set[int]:
    """Return the tasks that picked images are of."""
    ids = [image.id for image in list_images(project) if image.sha256 in picks]
    with project.read() as session:
        queries = (select(Image.task_id).where(Image.id.in_(chunk)) for chunk in in_chunks(ids))
        return {task for query in queries for task in session.scalars(query)}
