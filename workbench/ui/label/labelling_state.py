"""The state of the labelling: the images, what is proposed and what is decided for each, in arrays."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from workbench.facts.decision import Decision
from workbench.operations.labelling.auditing.second_look import Doubted
from workbench.operations.labelling.label_session import Proposals
from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.operations.tasks.images import ImageFacts
from workbench.ui.label.answer import (
    NO_CLASS,
    NOTHING,
    WORD,
    DoubtedImages,
    Judgement,
    Proposed,
    with_class,
)
from workbench.ui.label.doubtful.doubtful_examples import DoubtfulExamples
from workbench.ui.label.strangers.stranger_groups import USUAL, StrangerGroups

_TO_MAKE = -2  # No class has this id.


class LabellingState:
    """The images to label; a row is an index into `images`. Nothing here loops over them: they may be fifty thousand.

    Decisions count at once, before they are written. `clock` counts them, so that what was read from the project while
    later ones were still to be written does not hide those.
    """

    def __init__(self) -> None:
        self.clock = 0
        self.classes: tuple[LabellingClassFacts, ...] = ()
        self._class_ids = np.zeros(0, np.int64)
        self._count_changes: list[tuple[int, Counter[int]]] = []
        self._doubted = DoubtedImages.of(())
        self.strangers = StrangerGroups()
        self.doubtful = DoubtfulExamples()
        self.take_images(())

    def take_images(self, images: Sequence[ImageFacts], *, same: bool = False) -> None:
        """Lay out other images, of which nothing is decided yet; `same`: what is proposed of known ones still is."""
        before = (self.ids, self.proposed) if same else None
        count = len(images)
        self.images = images
        self.ids = np.fromiter((image.id for image in images), np.int64, count)
        self._sorter = np.argsort(self.ids, kind="stable")
        self.decision = np.full(count, NOTHING, WORD)
        self.labels = np.full(count, NO_CLASS, np.int64)
        self._touched = np.zeros(count, np.int64)
        self._clear_proposals()
        if before is not None:
            self._propose(*before)
        else:
            self.strangers.forget()
        self._leave_out_examples()

    def take_classes(self, classes: tuple[LabellingClassFacts, ...], as_of: int) -> None:
        """Take the classes as they were read when the clock showed `as_of`; their examples are not to be labelled."""
        self.classes = classes
        self._class_ids = np.array([image_class.id for image_class in classes], np.int64)
        self._count_changes = [(clock, change) for clock, change in self._count_changes if clock > as_of]
        self._leave_out_examples()
        self._ranking = None

    def take_decided(self, decided: Mapping[int, tuple[Decision, int | None]], as_of: int) -> None:
        """Take what is decided of all images, as it was read when the clock showed `as_of`."""
        decision, labels = np.full_like(self.decision, NOTHING), np.full_like(self.labels, NO_CLASS)
        rows = self.rows_of(np.fromiter(decided, np.int64, len(decided)))
        decisions = np.fromiter((word for word, _ in decided.values()), WORD, len(decided))
        class_ids = (NO_CLASS if class_id is None else class_id for _, class_id in decided.values())
        classes = np.fromiter(class_ids, np.int64, len(decided))
        decision[rows[rows >= 0]] = decisions[rows >= 0]
        labels[rows[rows >= 0]] = classes[rows >= 0]
        old = self._touched <= as_of
        self.decision = np.where(old, decision, self.decision)
        self.labels = np.where(old, labels, self.labels)
        self._forget_circular()

    def take_proposals(self, proposals: Proposals) -> None:
        """Take the proposals of a run; an image without any among them has none."""
        self._clear_proposals()
        self.strangers.take_proposals(proposals)
        classes = np.array([*proposals.classes, NO_CLASS], np.int64)
        best, second = classes[proposals.best], classes[proposals.second]
        proposed = Proposed(best, proposals.confidence, second, proposals.second_confidence)
        self._propose(proposals.image_ids, proposed)
        self._taught = with_class(self.labels)

    def take_doubted(self, doubted: Sequence[Doubted]) -> None:
        """Take the images whose decision all others contradict, most doubtful first."""
        self._doubted = DoubtedImages.of(doubted)

    def forget_proposals(self) -> None:
        """Drop all proposals, and what is known of strangers to their classes."""
        self.strangers.forget()
        self._clear_proposals()

    def _clear_proposals(self) -> None:
        self.proposed = Proposed.nothing(len(self.images))
        self._ranking: NDArray[np.int64] | None = None
        self._taught = np.zeros(len(self.images), np.bool_)  # those whose label the proposals rest on
        self.lacks_proposals = False

    @property
    def has_proposals(self) -> bool:
        """Whether there is a proposal for any image."""
        return bool((self.proposed.best != NO_CLASS).any())

    @property
    def open_count(self) -> int:
        """How many images are still to be decided."""
        return int(np.count_nonzero(self.is_open()))

    @property
    def total(self) -> int:
        """How many images there are to label, decided ones too."""
        return int(np.count_nonzero(self.here))

    def doubted_rows(self) -> NDArray[np.int64]:
        """Return the rows whose decision is still the one that all others contradict, most doubtful first."""
        doubted = self._doubted
        rows = self.rows_of(doubted.image_ids)
        here = (rows >= 0) & (self.class_indices(doubted.looks_like) < len(self.classes))
        rows, class_ids = rows[here], doubted.class_ids[here]
        return rows[self.here[rows] & (self.labels[rows] == class_ids)]

    def looks_like(self, row: int) -> tuple[LabellingClassFacts, float] | None:
        """Return the class that a doubted row looks like, and how sure that is; None for any other row."""
        doubted = self._doubted
        places = np.flatnonzero((doubted.image_ids == self.ids[row]) & (doubted.class_ids == self.labels[row]))
        image_class = self.class_of(int(doubted.looks_like[places[0]])) if len(places) else None
        return None if image_class is None else (image_class, float(doubted.sure[places[0]]))

    def is_open(self) -> NDArray[np.bool_]:  # (n,)
        """Return the mask of the images still to be decided."""
        return self.here & (self.decision == NOTHING)

    def kinds(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return for each row whether it looks like one of the classes, as `StrangerGroups.kinds`."""
        return self.strangers.kinds(self.ids)[rows]

    def ranking(self) -> NDArray[np.int64]:
        """Return all rows, by the index of the proposed class, then by confidence; those without a proposal last."""
        if self._ranking is None:
            # One sort by both: a confidence is at most one.
            order = self.class_indices(self.proposed.best) - np.nan_to_num(self.proposed.confidence) / 2.0
            self._ranking = np.argsort(order, kind="stable")
        return self._ranking

    def rows_of(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows of image ids, -1 for one that is not here."""
        return _indices_in(self.ids, self._sorter, ids, missing=-1)

    def class_indices(self, class_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the indices of classes in `classes`; `len(classes)` for a class that is not among them."""
        sorter = np.argsort(self._class_ids, kind="stable")
        return _indices_in(self._class_ids, sorter, class_ids, missing=len(self.classes))

    def class_at(self, index: int) -> LabellingClassFacts | None:
        """Return the class at an index, None where there is none."""
        return self.classes[index] if 0 <= index < len(self.classes) else None

    def class_of(self, class_id: int) -> LabellingClassFacts | None:
        """Return the class of an id."""
        return next((image_class for image_class in self.classes if image_class.id == class_id), None)

    def labelled_count(self, image_class: LabellingClassFacts) -> int:
        """Return how many images were decided to be of a class, those not written yet included."""
        return image_class.decided + sum(change[image_class.id] for _, change in self._count_changes)

    def give(self, rows: NDArray[np.int64], class_id: int) -> Judgement | None:
        """Return the verdict that rows are of a class; None where that changes nothing."""
        return self._verdict(rows, np.full(len(rows), class_id, np.int64))

    def give_new(self, rows: NDArray[np.int64]) -> Judgement | None:
        """Return the verdict that rows are of a class that is still to be made; None where there are none."""
        verdict = self.give(rows, _TO_MAKE)
        return None if verdict is None else replace(verdict, makes_class=True)

    def accept(self, rows: NDArray[np.int64]) -> Judgement | None:
        """Return the verdict that those undecided rows that look like a class are what is proposed; None without."""
        best, is_usual = self.proposed.best[rows], self.kinds(rows) == USUAL
        rows = rows[is_usual & (self.decision[rows] == NOTHING) & (self.class_indices(best) < len(self.classes))]
        return self._verdict(rows, self.proposed.best[rows])

    def confirm(self, rows: NDArray[np.int64]) -> Judgement | None:
        """Return the verdict that those of the rows that all others contradict stay as they are; None without any."""
        rows = rows[np.isin(rows, self.doubted_rows())]
        if not len(rows):
            return None
        decision, labels = self.decision[rows], self.labels[rows]
        proposed = self.proposed.at(rows)
        return Judgement(self.ids[rows], decision, labels, decision, labels, proposed, teaches=False, confirms=True)

    def mark(self, rows: NDArray[np.int64], decision: Decision) -> Judgement | None:
        """Return the verdict that rows are unknown, or rejected: of none of the classes."""
        return self._verdict(rows, np.full(len(rows), NO_CLASS, np.int64), decision)

    def withdraw(self, rows: NDArray[np.int64]) -> Judgement | None:
        """Return the verdict that decided rows are to be decided again; None where nothing is decided."""
        verdict = self._verdict(rows, np.full(len(rows), NO_CLASS, np.int64), NOTHING)
        # What is proposed now has no part in it.
        return None if verdict is None else replace(verdict, proposed=Proposed.nothing(len(verdict.image_ids)))

    def apply(self, verdict: Judgement) -> int:
        """Apply a verdict; returns the clock after it."""
        rows = self.rows_of(verdict.image_ids)
        if verdict.confirms:
            self._doubted = self._doubted.without(verdict.image_ids)
        self._set(rows[rows >= 0], verdict.decision[rows >= 0], verdict.labels[rows >= 0])
        self._count(verdict.labels, verdict.labels_before)
        return self.clock

    def revert(self, verdict: Judgement, *, applied: int | None = None) -> None:
        """Restore what held before a verdict; with `applied`, only where nothing was decided since that clock."""
        rows = self.rows_of(verdict.image_ids)
        back = np.ones(len(rows), np.bool_) if applied is None else (rows < 0) | (self._touched[rows] == applied)
        here = back & (rows >= 0)
        self._set(rows[here], verdict.decision_before[here], verdict.labels_before[here])
        self._count(verdict.labels_before[back], verdict.labels[back])

    def _propose(self, image_ids: NDArray[np.int64], proposed: Proposed) -> None:
        rows = self.rows_of(image_ids)
        here = rows >= 0
        self.proposed.best[rows[here]] = proposed.best[here]
        self.proposed.confidence[rows[here]] = proposed.confidence[here]
        self.proposed.second[rows[here]] = proposed.second[here]
        self.proposed.second_confidence[rows[here]] = proposed.second_confidence[here]

    def _set(self, rows: NDArray[np.int64], decision: NDArray[np.str_], labels: NDArray[np.int64]) -> None:
        self.clock += 1
        self.decision[rows] = decision
        self.labels[rows] = labels
        self._touched[rows] = self.clock
        self._forget_circular()

    def _forget_circular(self) -> None:
        """Drop what is proposed, from its own label, for an image that is to be decided again."""
        rows = np.flatnonzero(self._taught & (self.decision == NOTHING))
        if len(rows):
            self._propose(self.ids[rows], Proposed.nothing(len(rows)))
            self._taught[rows], self._ranking, self.lacks_proposals = False, None, True

    def _count(self, added: NDArray[np.int64], removed: NDArray[np.int64]) -> None:
        """Remember by how much the count of labelled images of each class has changed."""
        change: Counter[int] = Counter()
        for class_ids, by in ((added, 1), (removed, -1)):
            ids, counts = np.unique(class_ids[with_class(class_ids)], return_counts=True)
            for class_id, count in zip(ids.tolist(), counts.tolist(), strict=True):
                change[class_id] += by * count
        self._count_changes.append((self.clock, change))

    def _verdict(
        self, rows: NDArray[np.int64], labels: NDArray[np.int64], decision: str | None = None
    ) -> Judgement | None:
        """Return what changes; without `decision`, a row is accepted where its proposal agrees, else corrected."""
        best = self.proposed.best[rows]
        named = np.where((labels == best) | (best == NO_CLASS), Decision.ACCEPTED, Decision.CORRECTED)
        decisions = named if decision is None else np.full(len(rows), decision, WORD)
        changed = (decisions != self.decision[rows]) | (labels != self.labels[rows])
        rows, labels, decisions = rows[changed], labels[changed], decisions[changed]
        if not len(rows):
            return None
        before = self.labels[rows]
        teaching = with_class(labels) & (labels != best[changed])
        return Judgement(
            image_ids=self.ids[rows],
            decision=decisions,
            labels=labels,
            decision_before=self.decision[rows],
            labels_before=before,
            proposed=self.proposed.at(rows),
            teaches=bool((teaching | (with_class(before) & (before != labels))).any()),
        )

    def _leave_out_examples(self) -> None:
        examples = [example.image.id for image_class in self.classes for example in image_class.examples]
        self.here = ~np.isin(self.ids, np.array(examples, np.int64))


def _indices_in(
    known: NDArray[np.int64], sorter: NDArray[np.int64], values: NDArray[np.int64], *, missing: int
) -> NDArray[np.int64]:
    """Return the index of each value in `known`, which `sorter` puts in order; `missing` for one that is not in it."""
    if not len(known):
        return np.full(len(values), missing, np.int64)
    indices = sorter[np.searchsorted(known, values, sorter=sorter).clip(max=len(known) - 1)]
    return np.where(known[indices] == values, indices, missing)
