"""Where names stand beside their points, so that none covers another."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

_LINES = (0, -1, 1, -2, 2, -3, 3)  # lines above or below the point, the nearest first


def label_places(
    points: Sequence[QPointF], widths: Sequence[float], height: float, box: QRectF, away: float
) -> list[QRectF | None]:
    """Return the place of each name beside its point, `away` from it; None where no place in the box is free."""
    taken = [QRectF(point.x() - away, point.y() - away, 2 * away, 2 * away) for point in points]
    places = list[QRectF | None]()
    for point, width in zip(points, widths, strict=True):
        possible = (
            QRectF(left, point.y() + (line - 0.5) * height, width, height)
            for line in _LINES
            for left in (point.x() + away + 1, point.x() - away - 1 - width)
        )
        place = next(
            (one for one in possible if box.contains(one) and not any(one.intersects(other) for other in taken)), None
        )
        if place is not None:
            taken.append(place)
        places.append(place)
    return places


def line_to(place: QRectF, point: QPointF, away: float) -> QLineF:
    """Return the line from `away` around a point to the nearest edge of its name."""
    end = QPointF(min(max(point.x(), place.left()), place.right()), min(max(point.y(), place.top()), place.bottom()))
    line = QLineF(point, end)
    if line.length() <= away:
        return QLineF(end, end)
    return QLineF(line.pointAt(away / line.length()), end)
