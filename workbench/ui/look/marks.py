"""A class's mark: its colour and its shape, never colour alone."""

from functools import lru_cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QPolygonF

from workbench.ui.look.tokens import class_color, class_shape


def paint_mark(painter: QPainter, box: QRectF, number: int) -> None:
    """Paint the mark of the class of that number, counted from 0, into a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(class_color(number)))
    painter.drawPath(_path(class_shape(number), box))
    painter.restore()


@lru_cache(maxsize=256)
def mark_icon(number: int) -> QIcon:
    """Return the mark of a class as an icon."""
    icon = QIcon()
    for size in (16, 32):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(size * 0.1, size * 0.1, size * 0.8, size * 0.8), number)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _path(shape: str, box: QRectF) -> QPainterPath:
    path = QPainterPath()
    if shape == "o":
        path.addEllipse(box)
    elif shape == "s":
        path.addRect(box.adjusted(1, 1, -1, -1))
    else:
        path.addPolygon(_polygon(shape, box))
        path.closeSubpath()
    return path


def _polygon(shape: str, box: QRectF) -> QPolygonF:
    # Corners as angle in turns from the top, and distance from the centre.
    corners = {
        "t1": [(0, 1), (1 / 3, 1), (2 / 3, 1)],
        "d": [(0, 1), (0.25, 0.8), (0.5, 1), (0.75, 0.8)],
        "star": [(number / 10, 1 if number % 2 == 0 else 0.42) for number in range(10)],
        "h": [(number / 6, 1) for number in range(6)],
        "+": _cross(0.0),
        "x": _cross(0.125),
    }[shape]
    centre, radius = box.center(), box.width() / 2
    points = [
        QPointF(centre.x() + radius * far * sin(2 * pi * turn), centre.y() - radius * far * cos(2 * pi * turn))
        for turn, far in corners
    ]
    return QPolygonF(points)


def _cross(turns: float) -> list[tuple[float, float]]:
    corners = []
    for arm in range(4):
        corners += [(turns + arm / 4 - 0.05, 1.0), (turns + arm / 4 + 0.05, 1.0), (turns + arm / 4 + 0.125, 0.45)]
    return corners
