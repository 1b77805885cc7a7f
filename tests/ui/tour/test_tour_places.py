"""The callout stands beside what it speaks of, wherever that is, and points at it."""

import pytest
from PySide6.QtCore import QRect, QSize

from workbench.ui.tour.tour_places import place_beside, wedge_between

WINDOW, CALLOUT = QRect(0, 0, 1024, 640), QSize(336, 240)
TARGETS = {
    "at the left": QRect(8, 218, 168, 40),
    "in the middle": QRect(480, 300, 60, 40),
    "in the upper right corner": QRect(900, 16, 100, 32),
    "in the lower right corner": QRect(900, 600, 100, 32),
    "along the top": QRect(0, 0, 1024, 60),
    "along the bottom": QRect(0, 580, 1024, 60),
}


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_the_callout_is_whole_and_covers_nothing_of_what_it_points_at(target: QRect) -> None:
    box = place_beside(target, CALLOUT, WINDOW)
    assert box.size() == CALLOUT
    assert WINDOW.contains(box)
    assert not box.intersects(target)
    wedge = wedge_between(target, box).boundingRect()
    assert wedge.intersects(box.adjusted(-1, -1, 1, 1))
    assert wedge.intersects(target.adjusted(-5, -5, 5, 5))


def test_where_there_is_no_room_beside_it_the_callout_is_still_whole() -> None:
    box = place_beside(WINDOW, CALLOUT, WINDOW)
    assert WINDOW.contains(box)
    assert wedge_between(WINDOW, box).isEmpty()
