"""In which order, and under which headings, the images to label are shown."""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray

from workbench.facts.confidence import SURE
from workbench.facts.decision import Decision
from workbench.ui.label.answer import NO_CLASS, NOTHING
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.picks.wanted_order import NOTHING_WANTED, WantedOrder
from workbench.ui.label.strangers.stranger_groups import EMPTY, STRANGE, USUAL

LIKELY = 0.6  # The least confidence of a proposal that is called likely; from SURE on it is called sure.


class Showing(Enum):
    """Which images are shown."""

    OPEN = auto()  # those to decide
    DECIDED = auto()
    SUGGESTED = auto()  # those most worth labelling
    DOUBTED = auto()  # decided ones that all others contradict
    WANTED = auto()  # all, as somebody would want them


class GroupKind(Enum):
    """What the images under one heading have in common."""

    PROPOSED = auto()
    UNPROPOSED = auto()
    NEW_CLASS = auto()  # strangers to all classes that look alike
    STRANGE = auto()  # the other strangers
    EMPTY = auto()
    LABELLED = auto()
    UNKNOWN = auto()
    REJECTED = auto()
    SUGGESTED = auto()
    DOUBTED = auto()
    PICKED = auto()  # as wanted
    WANTED = auto()  # the others, best first
    UNWANTED = auto()  # picked as not wanted


@dataclass(frozen=True)
class Group:
    """Consecutive images under one heading; `class_index` is that of their class, where they have one."""

    kind: GroupKind
    count: int
    class_index: int | None = None


@dataclass(frozen=True)
class Order:
    """Rows in the order they are shown, divided into groups."""

    rows: NDArray[np.int64]
    groups: tuple[Group, ...]

    def rows_of(self, group: int) -> NDArray[np.int64]:
        """Return the rows of one group."""
        start = sum(earlier.count for earlier in self.groups[:group])
        return self.rows[start : start + self.groups[group].count]


_OF_WANTED = (GroupKind.PICKED, GroupKind.WANTED, GroupKind.UNWANTED)
_APART = {STRANGE: GroupKind.STRANGE, EMPTY: GroupKind.EMPTY}


def order_of(
    labelling: LabellingState, showing: Showing, suggested: NDArray[np.int64], wanted: WantedOrder = NOTHING_WANTED
) -> Order:
    """Return the order of what is to be shown.

    `suggested` are ids of the images most worth labelling, best first, `wanted` those of all as somebody wants them.
    """
    if showing is Showing.WANTED:
        parts = wanted.rows(labelling)
        groups = (Group(kind, len(rows)) for kind, rows in zip(_OF_WANTED, parts, strict=True) if len(rows))
        return Order(np.concatenate(parts), tuple(groups))
    if showing is Showing.DECIDED:
        return _decided(labelling)
    if showing is Showing.SUGGESTED:
        rows = labelling.rows_of(suggested)
        rows = rows[rows >= 0]
        rows = rows[labelling.is_open()[rows]]
        return Order(rows, (Group(GroupKind.SUGGESTED, len(rows)),) if len(rows) else ())
    if showing is Showing.DOUBTED:
        rows = labelling.doubted_rows()
        return Order(rows, (Group(GroupKind.DOUBTED, len(rows)),) if len(rows) else ())
    return _open(labelling)


def certainty(confidence: float) -> int:
    """Return the level of a confidence: 2 sure, 1 likely, 0 unsure."""
    return int(confidence >= LIKELY) + int(confidence >= SURE)


def _open(labelling: LabellingState) -> Order:
    ranking = labelling.ranking()
    rows = ranking[labelling.is_open()[ranking]]
    kinds = labelling.kinds(rows)
    apart, rows = rows[kinds != USUAL], rows[kinds == USUAL]
    way = len(labelling.classes)
    # The rows of one class stand together.
    best = labelling.proposed.best[rows]
    starts = np.flatnonzero(np.append(True, best[1:] != best[:-1])) if len(best) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(starts, len(best)))
    counts = np.bincount(labelling.class_indices(best[starts]), sizes, minlength=way + 1).astype(np.int64).tolist()
    groups = [Group(GroupKind.PROPOSED, count, index) for index, count in enumerate(counts[:way]) if count]
    if counts[way]:
        groups.append(Group(GroupKind.UNPROPOSED, counts[way]))
    kinds = kinds[kinds != USUAL]
    groups += [
        Group(_APART.get(kind, GroupKind.NEW_CLASS), count)
        for kind, count in zip(*(part.tolist() for part in np.unique(kinds, return_counts=True)), strict=True)
    ]
    return Order(np.concatenate([rows, apart[np.argsort(kinds, kind="stable")]]), tuple(groups))


def _decided(labelling: LabellingState) -> Order:
    rows = np.flatnonzero(labelling.here & (labelling.decision != NOTHING))
    way = len(labelling.classes)
    labels = labelling.labels[rows]
    without = np.where(labelling.decision[rows] == Decision.UNKNOWN, way, way + 1)
    indices = np.where(labels == NO_CLASS, without, labelling.class_indices(labels))
    sorter = np.argsort(indices, kind="stable")
    counts = np.bincount(indices, minlength=way + 2).tolist()
    groups = [Group(GroupKind.LABELLED, count, index) for index, count in enumerate(counts[:way])]
    groups += [Group(GroupKind.UNKNOWN, counts[way]), Group(GroupKind.REJECTED, counts[way + 1])]
    return Order(rows[sorter], tuple(group for group in groups if group.count))
