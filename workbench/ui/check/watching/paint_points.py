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
class PlaneView:
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


def paint_points(painter: QPainter, box: QRect, points: PlanePoints, view: PlaneView, colors: Colors) -> None:
    """Paint the points of a step into a box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plane = box.adjusted(0, 0, -1, -_LEGEND - 1)
    painter.setPen(QColor(colors.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(plane)
    scale = _Scale(QRectF(plane.adjusted(SMALL, SMALL, -SMALL, -SMALL)), points.bounds)
    _paint_queries(painter, scale, points, view, colors)
    for point, image in zip(points.examples, view.watched.examples, strict=True):
        _paint_at(painter, scale.at(point), _EXAMPLE, image.label)
    _paint_moves(painter, scale, points, colors)
    for label, centre in enumerate(points.centres):
        if centre is not None:
            _paint_centre(painter, scale.at(centre), label, view.watched.classes[label], colors)
    painter.setPen(QColor(colors.muted))
    words = tr("Large: examples · small: queries") + (" · " + tr("ringed: classes") if points.centres else "")
    line = QRect(box.left(), box.bottom() - _LEGEND, box.width(), _LEGEND)
    text = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _paint_queries(painter: QPainter, scale: _Scale, points: PlanePoints, view: PlaneView, colors: Colors) -> None:
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


def _paint_centre(painter: QPainter, here: QPointF, label: int, name: str, colors: Colors) -> None:
    _paint_at(painter, here, _CENTRE, label)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colors.text), 1.5))
    painter.drawEllipse(here, _CENTRE * 0.75, _CENTRE * 0.75)
    painter.drawText(here + QPointF(_CENTRE * 0.75 + TINY, TINY), name)


def _paint_at(painter: QPainter, here: QPointF, size: float, label: int) -> None:
    paint_mark(painter, QRectF(here.x() - size / 2, here.y() - size / 2, size, size), label)
