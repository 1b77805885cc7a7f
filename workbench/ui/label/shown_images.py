"""What the grid of the page Label shows: which images, in which order, and which of them are chosen."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from workbench.ui.label.label_cards import cards_of
from workbench.ui.label.label_grid import LabelGrid
from workbench.ui.label.label_order import GroupKind, Order, Showing, order_of
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.picks.pick_marks import PickMarks
from workbench.ui.label.picks.wanted_order import WantedOrder

_NONE = np.zeros(0, np.int64)


class ShownImages:
    """Puts images into the grid, and says which rows of the labelling its cards stand for."""

    def __init__(self, labelling: LabellingState, grid: LabelGrid, *, can_accept: bool) -> None:
        self.labelling = labelling
        self._grid = grid
        self._can_accept = can_accept
        self._suggested = _NONE  # ids of the images most worth labelling
        self.wanted = WantedOrder()
        self.marks = PickMarks(labelling)
        self._order = Order(_NONE, ())
        self.showing = Showing.OPEN
        grid.acceptable = lambda section: labelling.proposed.confidence[self.of_section(section)]

    def __len__(self) -> int:
        return len(self._order.rows)

    @property
    def suggested(self) -> tuple[int, ...]:
        """The ids of the images that were suggested to be labelled next."""
        return tuple(self._suggested.tolist())

    def start_over(self) -> None:
        """Show the images to decide from the next `renew` on, and forget what was suggested."""
        self._suggested, self.wanted, self.showing = _NONE, WantedOrder(), Showing.OPEN

    def suggest(self, image_ids: NDArray[np.int64]) -> None:
        """Show images to label next from the next `renew` on."""
        self._suggested, self.showing = image_ids, Showing.SUGGESTED

    def show_wanted(self, wanted: WantedOrder) -> None:
        """Show all images as somebody wants them from the next `renew` on."""
        self.wanted, self.showing = wanted, Showing.WANTED

    def renew(self) -> None:
        """Show the images as they are now."""
        self._order = self._ordered()
        if self.showing in (Showing.SUGGESTED, Showing.WANTED) and not len(self):
            self.showing = Showing.OPEN
            self._order = self._ordered()
        cards = cards_of(self.labelling, self._order, self.showing, can_accept=self._can_accept)
        self._grid.show_cards(replace(cards, picked=self.marks.of_rows(self._order.rows)))
        if len(self) and self._grid.current_row() < 0:
            self._grid.select_rows(0, 0)

    def _ordered(self) -> Order:
        return order_of(self.labelling, self.showing, self._suggested, self.wanted)

    def current(self) -> int | None:
        """Return the row of the current card."""
        card = self._grid.current_row()
        return int(self._order.rows[card]) if 0 <= card < len(self) else None

    def chosen(self) -> NDArray[np.int64]:
        """Return the rows that a key applies to."""
        cards = self._grid.selected_rows() or [card for card in [self._grid.current_row()] if card >= 0]
        return self._order.rows[np.array(cards, np.int64)]

    def of_section(self, section: int) -> NDArray[np.int64]:
        """Return the rows of the cards under one heading."""
        return self._order.rows_of(section)

    def kind_of(self, section: int) -> GroupKind:
        """Return what the images under one heading have in common."""
        return self._order.groups[section].kind

    def select_first(self) -> None:
        """Make the first card the current one."""
        if len(self):
            self._grid.select_rows(0, 0)

    def select_first_of(self, kind: GroupKind) -> None:
        """Make the first card of a group the current one, with the heading above it at the top; else the first."""
        kinds = [group.kind for group in self._order.groups]
        if kind not in kinds:
            self.select_first()
            return
        card = sum(group.count for group in self._order.groups[: kinds.index(kind)])
        self._grid.select_rows(card, card)
        self._grid.scrollTo(self._grid.currentIndex(), LabelGrid.ScrollHint.PositionAtTop)

    @property
    def is_at_last(self) -> bool:
        """Whether the last card is the current one."""
        return self._grid.current_row() == len(self) - 1

    def select_next(self) -> None:
        """Make the card after the current one the current one; after the last comes the first."""
        if len(self):
            card = (self._grid.current_row() + 1) % len(self)
            self._grid.select_rows(card, card)
