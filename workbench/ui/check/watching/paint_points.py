"""Paints a plane: examples and queries as the marks of their classes, classes as larger marks with their names."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from workbench.operations.evaluation.watching.watched import PlanePoints, Point, WatchedEpisode
from workbench.ui.look.marks import paint_mark
from workbench.ui.look.tokens import SMALL, TINY, Colors
from workbench.ui.services.translation import tr

_EXAMPLE, _QUERY, _CENTRE = 11.0, 7.0, 16.0  # pixels of a mark
_LEGEND = 18


@dataclass(frozen=True)
class PointsView:
    """What of an episode is seen on the plane: its images, what the queries are taken for, and which is marked."""

    watched: WatchedEpisode
    named: tuple[int, ...] | None
    query: int | None


@dataclass(frozen=True)
class _Scale:
    """From a plane to pixels, equally far in both directions."""

    box: QRectF
    bounds: tuple[float, float, float, float]

    def at(self, point: Point) -> QPointF:
        left, bottom, right, top = self.bounds
        unit = min(self.box.width() / max(right - left, 1e-12), self.box.height() / max(top - bottom, 1e-12))
        across, up = point[0] - (left + right) / 2, point[1] - (bottom + top) / 2
        return self.box.center() + QPointF(unit * across, -unit * up)


def paint_points(painter: QPainter, box: QRect, points: PlanePoints, view: PointsView, colors: Colors) -> None:
    """Paint the points of a step into a box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    words = tr("Large: examples · small: queries") + (" · " + tr("ringed: classes") if points.centres else "")
    needed = QRect(0, 0, box.width(), 3 * _LEGEND)
    wrapped = int(Qt.TextFlag.TextWordWrap)
    legend = painter.fontMetrics().boundingRect(needed, wrapped, words).height() + TINY
    plane = box.adjusted(0, 0, -1, -legend - 1)
    painter.setPen(QColor(colors.line))
    painter.setBrush(QColor(colors.panel))
    painter.drawRect(plane)
    scale = _Scale(QRectF(plane.adjusted(SMALL, SMALL, -SMALL, -SMALL)), points.bounds)
    _paint_queries(painter, scale, points, view, colors)
    for point, image in zip(points.examples, view.watched.examples, strict=True):
        _paint_at(painter, scale.at(point), _EXAMPLE, image.label)
    _paint_moves(painter, scale, points, colors)
    for label, centre in enumerate(points.centres):
        if centre is not None:
            _paint_at(painter, scale.at(centre), _CENTRE, label)
            _paint_name(painter, scale, scale.at(centre), view.watched.classes[label], colors)
    painter.setPen(QColor(colors.muted))
    painter.drawText(QRect(box.left(), box.bottom() - legend + TINY, box.width(), legend), wrapped, words)


def _paint_queries(painter: QPainter, scale: _Scale, points: PlanePoints, view: PointsView, colors: Colors) -> None:
    for number, (point, image) in enumerate(zip(points.queries, view.watched.queries, strict=True)):
        here = scale.at(point)
        _paint_at(painter, here, _QUERY, image.label)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if view.named is not None and view.named[number] != image.label:
            painter.setPen(QPen(QColor(colors.bad), 1.5))
            painter.drawEllipse(here, _QUERY, _QUERY)
        if number == view.query:
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRect(QRectF(here.x() - _QUERY - 2, here.y() - _QUERY - 2, 2 * _QUERY + 4, 2 * _QUERY + 4))


def _paint_moves(painter: QPainter, scale: _Scale, points: PlanePoints, colors: Colors) -> None:
    for label, before in enumerate(points.before):
        centre = points.centres[label]
        if before is None or centre is None:
            continue
        painter.setPen(QPen(QColor(colors.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(scale.at(before), scale.at(centre))
        painter.setOpacity(0.4)
        _paint_at(painter, scale.at(before), _CENTRE, label)
        painter.setOpacity(1.0)


def _paint_name(painter: QPainter, scale: _Scale, here: QPointF, name: str, colors: Colors) -> None:
    ring = _CENTRE * 0.75
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.text), 1.5))
    painter.drawEllipse(here, ring, ring)
    metrics = QFontMetrics(painter.font())
    text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(scale.box.width() / 2 - ring - SMALL))
    width = metrics.horizontalAdvance(text)
    # Beside the mark, on the side that has room for it.
    beside = here.x() + ring + TINY
    left = beside if beside + width <= scale.box.right() + SMALL else here.x() - ring - TINY - width
    painter.drawText(QPointF(left, here.y() + TINY), text)


def _paint_at(painter: QPainter, here: QPointF, size: float, label: int) -> None:
    paint_mark(painter, QRectF(here.x() - size / 2, here.y() - size / 2, size, size), label)
