"""Where the callout of the tour stands beside what it speaks of, and the wedge between them."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPolygon

_GAP = 16  # pixels between what is shown and the callout
_EDGE = 12  # pixels that the callout keeps from the edges of the window
_HALF = 9  # of the wedge's width
_RING = 4  # pixels of the ring around the target


def place_beside(target: QRect, size: QSize, area: QRect) -> QRect:
    """Return where a callout of that size stands: right of the target, left, below, above, or else in its corner.

    All are rectangles of the same widget; what is returned lies in `area` wherever that is large enough.
    """
    inside = area.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    corners = (
        QPoint(target.right() + 1 + _GAP, target.top()),
        QPoint(target.left() - _GAP - size.width(), target.top()),
        QPoint(target.right() + 1 - size.width(), target.bottom() + 1 + _GAP),
        QPoint(target.right() + 1 - size.width(), target.top() - _GAP - size.height()),
    )
    for corner in corners:
        box = _moved_into(inside, QRect(corner, size))
        if not box.intersects(target):
            return box
    return _moved_into(inside, QRect(target.bottomRight() - QPoint(size.width(), size.height()), size))


def wedge_between(target: QRect, box: QRect) -> QPolygon:
    """Return the triangle that points from the callout to the target; none where they overlap."""
    y = _middle(target.top(), target.bottom(), box.top(), box.bottom())
    x = _middle(target.left(), target.right(), box.left(), box.right())
    if box.left() > target.right():
        return _upright(box.left(), target.right() + _RING, y)
    if box.right() < target.left():
        return _upright(box.right(), target.left() - _RING, y)
    if box.top() > target.bottom():
        return _lying(box.top(), target.bottom() + _RING, x)
    if box.bottom() < target.top():
        return _lying(box.bottom(), target.top() - _RING, x)
    return QPolygon()


def _upright(edge: int, tip: int, y: int) -> QPolygon:
    return QPolygon([QPoint(edge, y - _HALF), QPoint(edge, y + _HALF), QPoint(tip, y)])


def _lying(edge: int, tip: int, x: int) -> QPolygon:
    return QPolygon([QPoint(x - _HALF, edge), QPoint(x + _HALF, edge), QPoint(x, tip)])


def _middle(first: int, last: int, other_first: int, other_last: int) -> int:
    """Return the middle of what two stretches have in common, within the second without its rounded ends."""
    middle = (max(first, other_first) + min(last, other_last)) // 2
    return max(other_first + 2 * _HALF, min(middle, other_last - 2 * _HALF))


def _moved_into(area: QRect, box: QRect) -> QRect:
    """Return the box moved into an area, as far as it fits there; its upper left corner always does."""
    x = max(area.left(), min(box.left(), area.right() + 1 - box.width()))
    y = max(area.top(), min(box.top(), area.bottom() + 1 - box.height()))
    return QRect(QPoint(x, y), box.size())
