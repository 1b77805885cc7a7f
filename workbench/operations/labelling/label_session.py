"""Proposing labels again and again while a person labels: a run and its view of the images, kept in memory."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.operations.attributes.trait_tables import project_traits
from workbench.operations.deferred import torch
from workbench.operations.labelling._supports import Supports, read_supports
from workbench.operations.labelling.decisions import decided_images
from workbench.operations.labelling.proposal_warnings import proposal_notes
from workbench.operations.progress import Reporter, Silent
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.run_traits import named_traits, support_traits
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import load_trained
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.store.models import ImageStatus
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Classifier

SURE = 0.9  # From this confidence on a proposal is called sure, and asking about it teaches little.
_UNCERTAIN = 10  # times as many as asked for, from which those least alike are chosen


@dataclass(frozen=True)
class Proposals:
    """What the run proposes for every image: places in `classes`, best and second best, and its confidence in each."""

    classes: tuple[int, ...]  # class ids, in the order of their places; each has an example, or traits the run can read
    left_out: tuple[str, ...]  # the names of classes that cannot be proposed, because they have neither
    image_ids: NDArray[np.int64]  # (n,)
    best: NDArray[np.int64]  # (n,)
    confidence: NDArray[np.float32]  # (n,) 0 to 1
    second: NDArray[np.int64]  # (n,) -1: none
    second_confidence: NDArray[np.float32]  # (n,)
    notes: tuple[Message, ...] = ()  # what speaks against relying on them

    def margin(self) -> NDArray[np.float32]:  # (n,)
        """Return how much more the best class is believed in than the second: little where the run is uncertain."""
        return self.confidence - self.second_confidence


@dataclass(frozen=True)
class _Proposed:
    """The newest proposals, and what they rest on."""

    proposals: Proposals
    images: tuple[ImageFacts, ...]  # as proposals.image_ids
    supports: Supports


class LabelSession:
    """A run and the images of some tasks, ready to propose labels; `open_session` makes one.

    Any thread may call; one call at a time goes ahead, the others wait.
    """

    def __init__(self, seen: SessionFeatures, tasks: Sequence[int], images: Sequence[ImageFacts]) -> None:
        self.run_shown: int | str = seen.trained.shown
        self.run: int | None = seen.trained.run  # as `Decided.run` takes it
        self.fast = seen.fast
        self.reads_traits = seen.trained.traits is not None
        self.unreadable: tuple[FileReason[Fact], ...] = ()
        self._seen = seen
        self._tasks = tuple(tasks)
        self._all = tuple(images)
        self._candidates = self._all
        self._proposed: _Proposed | None = None
        self._lock = threading.Lock()

    @property
    def images(self) -> tuple[ImageFacts, ...]:
        """Return the images to label, decided ones too; examples, as of the newest `propose`, are not among them."""
        return self._candidates

    def propose(self, project: Project, reporter: Reporter, *, learn_from_decisions: bool = True) -> Proposals:
        """Adapt to the examples, and to what was decided since, and propose a class for every image.

        Raises UserError when fewer than two classes have an example, or traits that the run can read, Cancelled when
        asked to stop; the proposals before stay in force then.
        """
        with self._lock:
            return self._propose(project, reporter, learn_from_decisions).proposals

    def ask_next(self, project: Project, count: int = 12) -> tuple[int, ...]:
        """Return the undecided images that would teach most: of the most uncertain, those least like one another.

        Sure ones are among them only where all that are undecided are sure. Raises as `propose`, which is called where
        it was not yet.
        """
        with self._lock:
            made = self._proposed or self._propose(project, Silent(), True)
            decided = decided_images(project, self._tasks)
            is_open = ~np.isin(made.proposals.image_ids, list(decided))
            is_unsure = is_open & (made.proposals.confidence < SURE)
            open_ones = np.flatnonzero(is_unsure if is_unsure.any() else is_open)
            by_margin = np.argsort(made.proposals.margin()[open_ones], kind="stable")
            places = open_ones[by_margin[: _UNCERTAIN * count]]
            if not len(places):
                return ()
            vectors = self._seen.vectors(self._seen.inputs([made.images[place] for place in map(int, places)]))
            return tuple(made.images[int(places[chosen])].id for chosen in _least_alike(vectors, count))

    def nearest_examples(self, image_id: int, count: int = 3) -> tuple[ImageFacts, ...]:
        """Return the images of the proposed class, among those adapted to, that lie nearest to an image; nearest first.

        None for an image without a proposal.
        """
        with self._lock:
            made = self._proposed
            place = -1 if made is None else _place(made.proposals.image_ids, image_id)
            if made is None or place < 0:
                return ()
            image, best = made.images[place], int(made.proposals.best[place])
            pairs = zip(made.supports.images, made.supports.labels, strict=True)
            same = [each for each, label in pairs if label == best and each.sha256 != image.sha256]
            vectors = self._seen.vectors(self._seen.inputs([image, *same]))
            distances = np.square(vectors[1:] - vectors[0]).sum(1)
            return tuple(same[near] for near in map(int, np.argsort(distances, kind="stable")[:count]))

    def load(self, reporter: Reporter) -> None:
        """Take in the images; for `open_session`."""
        self.unreadable = self._seen.load(self._all, reporter)
        self._all = tuple(each for each in self._all if each.sha256 in self._seen)
        self._candidates = self._all

    def leave_out_examples(self, supports: Supports) -> None:
        """Take examples off the images to label."""
        examples = {image.id for image in supports.images[: supports.examples]}
        self._candidates = tuple(each for each in self._all if each.id not in examples)

    def _propose(self, project: Project, reporter: Reporter, learn_from_decisions: bool) -> _Proposed:

        found = read_supports(project, learn_from_decisions=learn_from_decisions)
        self._seen.load_more(found.images, reporter)
        traits = self._traits(project, found.names)
        supports = found.shown(lambda image: image.sha256 in self._seen, traits if self.reads_traits else None)
        self.leave_out_examples(found)
        images = self._candidates
        rows = self._seen.rows(images)
        self._seen.calibrate(supports.images[: supports.examples], rows)
        with torch.no_grad():
            shares = self._shares(self._adapted(supports, traits), rows, reporter)
        ranked = replace(_ranked(shares, supports, images), notes=self._notes(project, supports, traits))
        self._proposed = _Proposed(ranked, images, supports)
        return self._proposed

    def _notes(self, project: Project, supports: Supports, traits: Mapping[str, Cells]) -> tuple[Message, ...]:
        shown = {supports.names[label] for label in supports.labels}
        untold = {name: traits[name] for name in supports.names if name not in shown}
        return proposal_notes(project, self._seen.trained, untold)

    def _traits(self, project: Project, names: Sequence[str]) -> dict[str, Cells]:
        """Return what the project's table says of classes now, as the run reads it."""
        scheme = self._seen.trained.traits
        table = None if scheme is None else project_traits(project)
        return {} if scheme is None or table is None else named_traits(scheme, table, names)

    def _adapted(self, supports: Supports, traits: Mapping[str, Cells]) -> "Classifier":

        inputs = self._seen.inputs(supports.images)
        labels = torch.tensor(supports.labels, dtype=torch.int64, device=inputs.device)
        told = support_traits(self._seen.trained.traits, supports.names, traits, inputs.device)
        return self._seen.approach.adapt(learning.Support(inputs, labels, len(supports.classes), told))

    def _shares(self, classifier: "Classifier", rows: NDArray[np.int64], reporter: Reporter) -> "list[Tensor]":

        shares: list[Tensor] = []
        done = 0
        for inputs in self._seen.batches(rows):
            shares.append(torch.softmax(classifier(inputs).float(), 1).cpu())
            done += len(inputs)
            text = message(marked("{done} of {total} images processed"), done=done, total=len(rows))
            reporter.report(done / len(rows), text)
        return shares


def open_session(project: Project, *, run: str, tasks: Sequence[int], device: str, reporter: Reporter) -> LabelSession:
    """Load a run (its id, `latest` or `pretrained`) and the readable images of those tasks, to label them.

    What each image looks like to the run is kept in the cache, so that opening again is quick. Images that cannot be
    loaded are in `unreadable`. Raises UserError when there is no such run or no image, Cancelled when asked to stop.
    """
    name = learning.choose_device(device).name
    images = [image for image in list_images(project, tasks=tasks) if image.status == ImageStatus.READY]
    if not images:
        raise UserError(Message(marked("There are no images to label. Import a folder of unlabelled images.")))
    session = LabelSession(SessionFeatures(load_trained(project, run, name), name), tasks, images)
    session.load(reporter)
    session.leave_out_examples(read_supports(project, learn_from_decisions=False))
    return session


def _ranked(shares: "list[Tensor]", supports: Supports, images: Sequence[ImageFacts]) -> Proposals:

    way = len(supports.classes)
    values, places = torch.cat(shares or [torch.empty(0, way)]).topk(2, dim=1)
    return Proposals(
        supports.classes,
        supports.left_out,
        np.array([image.id for image in images], np.int64),
        places[:, 0].numpy(),
        values[:, 0].numpy(),
        places[:, 1].numpy(),
        values[:, 1].numpy(),
    )


def _least_alike(vectors: NDArray[np.float32], count: int) -> list[int]:
    """Choose vectors one by one, the first one first, then always the one farthest from all chosen before."""
    chosen: list[int] = []
    distances = np.full(len(vectors), np.inf)
    while len(chosen) < min(count, len(vectors)):
        chosen.append(int(distances.argmax()))
        distances = np.minimum(distances, np.square(vectors - vectors[chosen[-1]]).sum(1))
        distances[chosen] = -1.0  # Of equal images, too, each is chosen once.
    return chosen


def _place(image_ids: NDArray[np.int64], image_id: int) -> int:
    found = np.flatnonzero(image_ids == image_id)
    return int(found[0]) if len(found) else -1
