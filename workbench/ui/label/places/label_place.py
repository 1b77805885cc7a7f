"""Which images the page Label shows and which of them are chosen, and how the page built in its place returns there."""

from dataclasses import dataclass

import numpy as np

from workbench.ui.label.label_grid import LabelGrid
from workbench.ui.label.label_order import Showing
from workbench.ui.label.picks.wanted_order import WantedOrder
from workbench.ui.label.shown_images import ShownImages


@dataclass(frozen=True)
class LabelPlace:
    """What is shown of which folder, the ids of what is chosen, and where the current card stood in the view."""

    task: int | None
    showing: Showing
    suggested: tuple[int, ...]
    wanted: WantedOrder
    current: int | None
    selected: tuple[int, ...]
    offset: int | None  # pixels


class ReturnToPlace:
    """Chooses what was chosen before, in what is there: images come first, then proposals, which change their order.

    A person who has chosen something else meanwhile is left alone.
    """

    def __init__(self, shown: ShownImages, grid: LabelGrid) -> None:
        self._shown, self._grid = shown, grid
        self._place: LabelPlace | None = None  # Where the page before was, while this one is not there yet.
        self._chosen: int | None = None  # The current image as it was chosen here.

    def place(self, task: int | None) -> LabelPlace:
        """Return where the page is, or where it is about to be; `task` is the folder that is shown."""
        grid, shown = self._grid, self._shown
        chosen = (grid.current_id(), tuple(grid.selected_ids()), grid.offset_of_current())
        return self._place or LabelPlace(task, shown.showing, shown.suggested, shown.wanted, *chosen)

    def expect(self, place: object) -> None:
        """Go there once there are images, if it is a place of this page."""
        self._place = place if isinstance(place, LabelPlace) else None

    def prepare(self, task: int | None) -> None:
        """Let the next `renew` of the images show the same part of them, unless they are of another folder."""
        place = self._place
        if place is None or place.task != task:
            self._place = None
        elif place.showing is Showing.SUGGESTED:
            self._shown.suggest(np.array(place.suggested, np.int64))
        elif place.showing is Showing.WANTED:
            self._shown.show_wanted(place.wanted)
        else:
            self._shown.showing = place.showing

    def go(self, *, last: bool = False) -> bool:
        """Choose what was chosen, and return whether it is there; after the `last` time nothing is waited for."""
        place, current = self._place, self._grid.current_id()
        if last or self._chosen not in (None, current):
            self._place = None
        if place is None or place.current is None or self._chosen not in (None, current):
            return False
        if place.current not in self._grid.cards.ids:
            return False
        self._grid.go_back_to(place.current, place.selected, place.offset)
        self._chosen = place.current
        return True
