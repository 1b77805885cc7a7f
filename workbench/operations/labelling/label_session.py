"""Proposing labels again and again while a person labels: a run and its features of the images, kept in memory."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact
from workbench.facts.confidence import SURE
from workbench.facts.file_reason import FileReason
from workbench.facts.fit import Fit
from workbench.operations.deferred import torch
from workbench.operations.labelling._supports import Supports, adapted, load_supports, read_supports
from workbench.operations.labelling.auditing.second_look import SecondLook, second_look
from workbench.operations.labelling.decisions import decided_images
from workbench.operations.labelling.evidence.evidence import Evidence, SessionEvidence
from workbench.operations.labelling.evidence.heard_pile import HeardPile, heard_pile
from workbench.operations.labelling.kept_graph import graph_of
from workbench.operations.labelling.known_scale import KnownScale
from workbench.operations.labelling.proposal_warnings import proposal_notes
from workbench.operations.labelling.proposals import Proposals, ranked_proposals
from workbench.operations.labelling.strangers import SessionStrangers, Strangers
from workbench.operations.progress import Reporter, Silent
from workbench.operations.runs.fitted_run import with_fit
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import load_trained
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.store.models import ImageStatus
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Classifier
    from workbench.learning.pile.pile_graph import PileGraph

_UNCERTAIN = 10  # times as many as requested, from which those least alike are chosen
_OF_GROUPS = 3  # One of so many that are asked about may stand for a group of strangers.


@dataclass(frozen=True)
class _Proposed:
    """The newest proposals, and what they rest on."""

    proposals: Proposals
    images: tuple[ImageFacts, ...]  # as proposals.image_ids
    supports: Supports
    evidence: SessionEvidence
    use_pile: bool


class LabelSession:
    """A run and the images of some tasks, ready to propose labels; `open_session` makes one.

    Any thread may call; calls run one at a time.
    """

    def __init__(
        self,
        features: SessionFeatures,
        tasks: Sequence[int],
        images: Sequence[ImageFacts],
        notes: Sequence[Message] = (),
    ) -> None:
        self.run_shown: int | str = features.trained.shown
        self.fast = features.fast
        self.reads_traits = features.trained.traits is not None
        self.unreadable: tuple[FileReason[Fact], ...] = ()
        self._features = features
        self._strangers = SessionStrangers(features)
        self._tasks = tuple(tasks)
        self._all = tuple(images)
        self._fit_notes = tuple(notes)
        self._candidates = self._all
        self._proposed: _Proposed | None = None
        self._graph: PileGraph | None = None
        self._lock = threading.Lock()

    @property
    def images(self) -> tuple[ImageFacts, ...]:
        """Return the images to label, decided ones too; examples, as of the newest `propose`, are not among them."""
        return self._candidates

    def propose(
        self, project: Project, reporter: Reporter, *, learn_from_decisions: bool = True, use_pile: bool = True
    ) -> Proposals:
        """Adapt to the examples, and to the decisions if requested, and propose a class for every image.

        `decisions_used` counts the decisions. With `use_pile`, each proposal heeds those of the images that look
        alike. Raises UserError when fewer than two classes have an example, or traits that the run can read, Cancelled
        when asked to stop; the proposals before stay in force then.
        """
        with self._lock:
            return self._propose(project, reporter, learn_from_decisions, use_pile=use_pile).proposals

    def ask_next(
        self,
        project: Project,
        count: int = 12,
        *,
        learn_from_decisions: bool = True,
        use_pile: bool = True,
        scale: KnownScale | None = None,
        keep: float | None = None,
    ) -> tuple[int, ...]:
        """Return the undecided images that would teach most: of the most uncertain, those least like one another.

        Strangers, as in `strangers`, are not among them but for the most typical of each group, which come last and are
        at most a third where there are enough others; none is empty. Sure ones are there only where there is nothing
        else. Raises as `propose`, which is called, with its arguments, where it was not yet.
        """
        with self._lock:
            proposed = self._proposed or self._propose(project, Silent(), learn_from_decisions, use_pile=use_pile)
            proposals, decided = proposed.proposals, decided_images(project, self._tasks)
            is_open = ~np.isin(proposals.image_ids, list(decided)) & ~proposals.empty
            typical: tuple[int, ...] = ()
            if scale is not None and keep is not None:
                strangers = self._strangers.among(proposed.images, proposals.familiarity, decided, scale, keep)
                typical = self._strangers.typical(proposed.images, strangers)
                is_open &= ~np.isin(proposals.image_ids, strangers.image_ids)
            is_unsure = is_open & (proposals.confidence < SURE)
            asked = np.flatnonzero(is_unsure if is_unsure.any() or typical else is_open)
            uncertain = _most_uncertain(proposed, asked)[: _UNCERTAIN * count]
            typical = typical[: max(count // _OF_GROUPS, count - len(uncertain))]
            vectors = (
                self._features.vectors(self._features.inputs(uncertain)) if uncertain else np.empty((0, 1), np.float32)
            )
            known = learning.least_alike(vectors, count - len(typical))
            return (*(uncertain[index].id for index in known), *typical)

    def evidence(self, image_id: int, most: int = 8) -> Evidence | None:
        """Return what spoke for the class proposed for an image, at most so many voices; None where none is."""
        with self._lock:
            return None if self._proposed is None else self._proposed.evidence.of(image_id, most)

    def look_again(self, project: Project, reporter: Reporter) -> SecondLook:
        """Return the decided images and the examples that all others contradict, as `second_look`.

        Those accepted in bulk are among them, though nothing is learned from them. Raises as `propose`.
        """
        with self._lock:
            stored = read_supports(project, learn_from_decisions=True, unused_too=True)
            supports, traits = load_supports(project, stored, self._features, reporter)
            rows = self._features.rows(self._without_examples(stored))
            self._features.calibrate(supports.images[: supports.examples], rows)
            return second_look(project, self._features, supports, traits, reporter)

    def known_scale(self, project: Project, reporter: Reporter) -> KnownScale | None:
        """Measure how familiar known and unknown images look to what proposed last; None where that cannot be measured.

        Takes minutes at first, during which other calls go on. Raises Cancelled when asked to stop.
        """
        proposed = self._proposed
        if proposed is None:
            return None
        hears_pile = proposed.use_pile and len(self._all) >= learning.LEAST_PILE
        return self._strangers.scale(project, proposed.supports, reporter, use_pile=hears_pile)

    def strangers(self, project: Project, scale: KnownScale, keep: float) -> Strangers:
        """Return the undecided images that look stranger than such a share of known ones, those alike in groups."""
        with self._lock:
            proposed = self._proposed or self._propose(project, Silent(), True, use_pile=True)
            decided = decided_images(project, self._tasks)
            return self._strangers.among(proposed.images, proposed.proposals.familiarity, decided, scale, keep)

    def load(self, reporter: Reporter) -> None:
        """Load the images; for `open_session`."""
        self.unreadable = self._features.load(self._all, reporter)
        self._all = tuple(image for image in self._all if image.sha256 in self._features)
        self._candidates = self._all
        self._strangers.look_for_empty(self._all, reporter)

    def leave_out_examples(self, supports: Supports) -> None:
        """Leave examples out of the images to label."""
        self._candidates = self._without_examples(supports)

    def _without_examples(self, supports: Supports) -> tuple[ImageFacts, ...]:
        examples = {image.id for image in supports.images[: supports.examples]}
        return tuple(image for image in self._all if image.id not in examples)

    def _propose(
        self, project: Project, reporter: Reporter, learn_from_decisions: bool, *, use_pile: bool
    ) -> _Proposed:
        stored = read_supports(project, learn_from_decisions=learn_from_decisions)
        supports, traits = load_supports(project, stored, self._features, reporter)
        self.leave_out_examples(stored)
        images = self._candidates
        rows = self._features.rows(images)
        self._features.calibrate(supports.images[: supports.examples], rows)
        with torch.no_grad():
            parts = self._shares(adapted(self._features, supports, traits), rows, reporter)
        shares = torch.cat(parts or [torch.empty(0, len(supports.classes))])
        pile = self._heard_pile(shares, supports) if use_pile else None
        if pile is not None:
            shares = pile.shares
        familiarity = self._strangers.familiarity(images, supports, shares.max(1).values, use_pile=use_pile)
        shares = self._strangers.calibrated(shares, familiarity, supports, use_pile=use_pile)
        proposals = replace(
            ranked_proposals(shares, supports, images),
            notes=self._notes(project, supports, traits),
            familiarity=familiarity,
            empty=self._strangers.are_empty(images),
            made_with=replace(
                supports.settings(self.run_shown, uses_pile=use_pile, learns=learn_from_decisions),
                fit=self._features.trained.view.fit,
            ),
        )
        evidence = SessionEvidence(self._features, proposals, images, supports, pile)
        self._proposed = _Proposed(proposals, images, supports, evidence, use_pile)
        return self._proposed

    def _heard_pile(self, shares: "Tensor", supports: Supports) -> HeardPile:
        """Return what all images say of one another, from the approach's shares (n, way) of those to label."""
        if self._graph is None:
            self._graph = graph_of(self._features, self._all)
        candidates = self._candidates
        return heard_pile(self._features, self._graph, self._all, supports, candidates=candidates, shares=shares)

    def _notes(self, project: Project, supports: Supports, traits: Mapping[str, Cells]) -> tuple[Message, ...]:
        with_examples = {supports.names[label] for label in supports.labels}
        zero_shot = {name: traits[name] for name in supports.names if name not in with_examples}
        return (*self._fit_notes, *proposal_notes(project, self._features.trained, zero_shot))

    def _shares(self, classifier: "Classifier", rows: NDArray[np.int64], reporter: Reporter) -> "list[Tensor]":
        shares: list[Tensor] = []
        classified = 0
        for inputs in self._features.batches(rows):
            shares.append(torch.softmax(classifier(inputs).float(), 1).cpu())
            classified += len(inputs)
            text = message(marked("{done} of {total} images processed"), done=classified, total=len(rows))
            reporter.report(classified / len(rows), text)
        return shares


def open_session(
    project: Project, *, run: str, tasks: Sequence[int], device: str, reporter: Reporter, fit: Fit | None = None
) -> LabelSession:
    """Load a run (its id, `latest` or `pretrained`) and the readable images of those tasks, to label them.

    `fit` is how images become squares; without one, as `with_fit` chooses.

    The features of each image are cached where the run can use them, so that opening again is quick. Images that cannot
    be loaded are in `unreadable`. Raises UserError when there is no such run or no image, Cancelled when asked to stop.
    """
    name = learning.choose_device(device).name
    images = [image for image in list_images(project, tasks=tasks) if image.status == ImageStatus.READY]
    if not images:
        raise UserError(Message(marked("There are no images to label. Import a folder of unlabelled images.")))
    trained, notes = with_fit(project, load_trained(project, run, name), fit, name, reporter)
    session = LabelSession(SessionFeatures(trained, name), tasks, images, notes)
    session.load(reporter)
    session.leave_out_examples(read_supports(project, learn_from_decisions=False))
    return session


def _most_uncertain(proposed: _Proposed, rows: NDArray[np.int64]) -> list[ImageFacts]:
    """Return the images of rows, the most uncertain first; of files with the same content, one is enough."""
    first_of: dict[bytes, ImageFacts] = {}
    for row in map(int, rows[np.argsort(proposed.proposals.margin()[rows], kind="stable")]):
        first_of.setdefault(proposed.images[row].sha256, proposed.images[row])
    return list(first_of.values())
