"""The images to label as cards: the words of headings and captions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from workbench.facts.confidence import SURE
from workbench.ui.grid.cards import Cards, Section
from workbench.ui.label.answer import NO_CLASS
from workbench.ui.label.label_order import Group, GroupKind, Order, Showing, certainty
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.strangers.stranger_groups import USUAL
from workbench.ui.services.translation import number, tr

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Picked(Sequence[_Item], Generic[_Item]):
    """What `pick` returns for each of some rows, computed only when it is read."""

    rows: NDArray[np.int64]
    pick: Callable[[int], _Item]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> _Item: ...
    @overload
    def __getitem__(self, index: slice) -> "Picked[_Item]": ...
    def __getitem__(self, index: int | slice) -> "_Item | Picked[_Item]":
        if isinstance(index, slice):
            return Picked(self.rows[index], self.pick)
        return self.pick(int(self.rows[index]))


def cards_of(labelling: LabellingState, order: Order, showing: Showing, *, can_accept: bool = True) -> Cards:
    """Return the cards of images in an order; `can_accept`: proposals can be accepted from the headings."""
    images, proposed = labelling.images, labelling.proposed
    is_usual = labelling.strangers.kinds(labelling.ids) == USUAL

    def caption(row: int) -> str:
        if showing is Showing.DOUBTED:
            return _contradiction(labelling, row)
        if showing in (Showing.DECIDED, Showing.WANTED) or proposed.best[row] == NO_CLASS:
            return images[row].path.name
        if not is_usual[row]:
            best = labelling.class_of(int(proposed.best[row]))
            return "" if best is None else tr("like {name}", name=best.name)  # A card has little room.
        # Suggested images of several classes share one heading; the bar shows how sure each is.
        best = labelling.class_of(int(proposed.best[row])) if showing is Showing.SUGGESTED else None
        if best is not None:
            return best.name
        confidence = float(proposed.confidence[row])
        return "" if confidence >= SURE else confidence_word(confidence)  # Only doubt needs a word.

    # How sure a proposal is says nothing of a stranger to all classes.
    confidence = np.where(is_usual, proposed.confidence, np.nan).astype(np.float32)
    titles = _titles()  # Of hundreds of groups most have the same.
    with_bar = showing in (Showing.OPEN, Showing.SUGGESTED) and labelling.has_proposals
    return Cards(
        images=Picked(order.rows, lambda row: images[row]),
        sections=tuple(_section(labelling, group, titles, can_accept=can_accept) for group in order.groups),
        captions=Picked(order.rows, caption),
        confidence=confidence[order.rows] if with_bar else None,
        known_ids=labelling.ids[order.rows],
    )


def confidence_word(confidence: float) -> str:
    """Return a confidence in a word."""
    return (tr("unsure"), tr("likely"), tr("sure"))[certainty(confidence)]


def _contradiction(labelling: LabellingState, row: int) -> str:
    other = labelling.looks_like(row)
    return labelling.images[row].path.name if other is None else tr("looks like {name}", name=other[0].name)


def _section(labelling: LabellingState, group: Group, titles: Mapping[GroupKind, str], *, can_accept: bool) -> Section:
    image_class = labelling.class_at(group.class_index) if group.class_index is not None else None
    if image_class is not None:
        acts = can_accept and group.kind is GroupKind.PROPOSED
        return Section(image_class.name, group.count, number(group.count), group.class_index, acts)
    acts = can_accept and group.kind in (GroupKind.NEW_CLASS, GroupKind.STRANGE, GroupKind.EMPTY)
    return Section(titles.get(group.kind, ""), group.count, number(group.count), acts=acts)


def _titles() -> dict[GroupKind, str]:
    return {
        GroupKind.UNPROPOSED: tr("No proposal yet"),
        GroupKind.NEW_CLASS: tr("Perhaps a new class"),
        GroupKind.STRANGE: tr("Perhaps none of these"),
        GroupKind.EMPTY: tr("Empty images"),
        GroupKind.UNKNOWN: tr("Unknown"),
        GroupKind.REJECTED: tr("None of these classes"),
        GroupKind.SUGGESTED: tr("Most informative"),
        GroupKind.DOUBTED: tr("Look at again"),
        GroupKind.PICKED: tr("Wanted"),
        GroupKind.WANTED: tr("More like these"),
        GroupKind.UNWANTED: tr("Not wanted"),
    }
