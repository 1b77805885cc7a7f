"""Paints a plane: examples and queries as the marks of their classes, classes as larger marks with their names."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from workbench.operations.evaluation.watching.watched import PlanePoints, Point, WatchedEpisode
from workbench.ui.check.watching.class_names import cut_names
from workbench.ui.check.watching.episode_layout import Tile, TileKind
from workbench.ui.check.watching.episode_words import tile_words
from workbench.ui.check.watching.label_places import label_places, line_to
from workbench.ui.look.marks import paint_mark
from workbench.ui.look.tokens import SMALL, TINY, Colors
from workbench.ui.services.translation import tr

_EXAMPLE, _QUERY, _CENTRE = 11.0, 7.0, 16.0  # pixels of a mark
_RING = 12.0  # around a class, from its middle
_BESIDE = 5.0  # from a ring to a name that needs no line to it
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
    plane = _plane(painter.fontMetrics(), box, points)
    painter.setPen(QColor(colors.line))
    painter.setBrush(QColor(colors.panel))
    painter.drawRect(plane)
    scale = _scale(plane, points)
    _paint_moves(painter, scale, points, colors)
    names = _placed_names(painter.fontMetrics(), scale, points, view)
    for place, _, _ in names:
        painter.fillRect(place, QColor(colors.panel))  # No line goes through a name.
    _paint_queries(painter, scale, points, view, colors)
    for point, image in zip(points.examples, view.watched.examples, strict=True):
        _paint_at(painter, scale.at(point), _EXAMPLE, image.label)
    _paint_classes(painter, scale, points, colors)
    for place, text, line in names:
        if line.length() > _BESIDE:
            painter.drawLine(line)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
    painter.setPen(QColor(colors.muted))
    legend = QRect(box.left(), plane.bottom() + TINY + 2, box.width(), box.bottom() - plane.bottom())
    painter.drawText(legend, int(Qt.TextFlag.TextWordWrap), _legend(points))


def named_at(metrics: QFontMetrics, box: QRect, points: PlanePoints, view: PointsView, here: QPoint) -> list[str]:
    """Return what is at a point of the box in which they are painted: whole names of classes, and the images."""
    scale, watched = _scale(_plane(metrics, box, points), points), view.watched
    found = [
        name
        for name, centre in zip(watched.classes, points.centres, strict=False)
        if centre is not None and _is_near(scale.at(centre), here, _RING)
    ]
    for kind, places, images, size in (
        (TileKind.EXAMPLE, points.examples, watched.examples, _EXAMPLE),
        (TileKind.QUERY, points.queries, watched.queries, _QUERY),
    ):
        for number, (point, image) in enumerate(zip(places, images, strict=True)):
            if _is_near(scale.at(point), here, size / 2 + 2):
                found.append(tile_words(Tile(image, kind, number, QRect()), watched.classes, view.named))
    return found


def _is_near(point: QPointF, here: QPoint, far: float) -> bool:
    way = point - QPointF(here)
    return way.x() ** 2 + way.y() ** 2 <= far**2


def _legend(points: PlanePoints) -> str:
    return tr("Large: examples · small: queries") + (" · " + tr("ringed: classes") if points.centres else "")


def _plane(metrics: QFontMetrics, box: QRect, points: PlanePoints) -> QRect:
    """Return the box without what its legend needs."""
    needed = QRect(0, 0, box.width(), 3 * _LEGEND)
    legend = metrics.boundingRect(needed, int(Qt.TextFlag.TextWordWrap), _legend(points)).height() + TINY
    return box.adjusted(0, 0, -1, -legend - 1)


def _scale(plane: QRect, points: PlanePoints) -> _Scale:
    return _Scale(QRectF(plane.adjusted(SMALL, SMALL, -SMALL, -SMALL)), points.bounds)


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


def _paint_classes(painter: QPainter, scale: _Scale, points: PlanePoints, colors: Colors) -> None:
    for label, centre in enumerate(points.centres):
        if centre is not None:
            _paint_at(painter, scale.at(centre), _CENTRE, label)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.text), 1.5))
            painter.drawEllipse(scale.at(centre), _RING, _RING)
    painter.setPen(QPen(QColor(colors.text), 1))


def _placed_names(
    metrics: QFontMetrics, scale: _Scale, points: PlanePoints, view: PointsView
) -> list[tuple[QRectF, str, QLineF]]:
    """Return the names that have room near their classes, each with the line to its class.

    The marks tell the others.
    """
    known = [(label, scale.at(centre)) for label, centre in enumerate(points.centres) if centre is not None]
    names = cut_names(view.watched.classes, metrics, int(scale.box.width() / 2 - _RING - SMALL))
    box = scale.box.adjusted(-SMALL, -SMALL, SMALL, SMALL)
    widths = [float(metrics.horizontalAdvance(names[label])) + 1 for label, _ in known]
    places = label_places([here for _, here in known], widths, float(metrics.height()), box, _RING + TINY / 2)
    return [
        (place, names[label], line_to(place, here, _RING))
        for place, (label, here) in zip(places, known, strict=True)
        if place is not None
    ]


def _paint_at(painter: QPainter, here: QPointF, size: float, label: int) -> None:
    paint_mark(painter, QRectF(here.x() - size / 2, here.y() - size / 2, size, size), label)
