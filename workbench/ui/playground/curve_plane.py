"""The plane on which a person puts points, with the true curve and what a network makes of the points."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.operations.playground.curve_tasks import ACROSS, REACH_ACROSS, REACH_UP, CurvePoint
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import READING_TEXT, mixed
from workbench.ui.services.translation import decimal, number, tr

_LEFT, _TOP, _RIGHT, _BOTTOM = 30, 8, 12, 24  # pixels around the plane
_BESIDE = 0.3  # how much further than its points the plane is shown
_RADIUS, _NEAR = 7, 14  # pixels
_STEP, _FAR_STEP = 0.1, 0.5  # of the arrow keys
_FAR = 20.0  # Beyond, Qt need not draw.
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@dataclass(frozen=True)
class PlaneView:
    """What the plane shows: `start` and `now` are a network's values before adapting and after the step, if known."""

    points: tuple[CurvePoint, ...] = ()
    selected: int | None = None
    truth: tuple[float, ...] | None = None
    start: tuple[float, ...] | None = None
    now: tuple[float, ...] | None = None


class CurvePlane(QWidget):
    """A click adds a point, a drag moves it, a right click removes it; the arrows, Enter and Delete do the same."""

    added = Signal(float, float)
    moved = Signal(int, float, float)
    removed = Signal(int)
    selected = Signal(object)  # The number of a point, or None.

    def __init__(self, theme: Theme, color: str) -> None:
        super().__init__()
        self._theme, self._color = theme, color  # The name of a colour of the theme.
        self.view = PlaneView()
        self._cursor = (0.0, 0.0)  # Where Enter puts a point.
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 120)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme.changed.connect(self.update)

    def show_view(self, view: PlaneView) -> None:
        """Show something else."""
        if view != self.view:
            self.view = view
            self._describe()
            self.update()

    def speak(self, name: str) -> None:
        """Say what it is in the language that the window speaks now."""
        self.setAccessibleName(name)
        self._describe()

    def place_of(self, across: float, up: float) -> QPointF:
        """Return where a point of the plane is drawn."""
        box = self._box()
        return QPointF(
            box.left() + (across + REACH_ACROSS + _BESIDE) / (2 * (REACH_ACROSS + _BESIDE)) * box.width(),
            box.top() + (REACH_UP + _BESIDE - up) / (2 * (REACH_UP + _BESIDE)) * box.height(),
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(420, 260)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        near = self._point_near(event.position())
        if event.button() == Qt.MouseButton.RightButton and near is not None:
            self.removed.emit(near)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = True
            if near is None:
                self.added.emit(*self._value_at(event.position()))
            else:
                self.selected.emit(near)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._is_dragging and self.view.selected is not None:
            self.moved.emit(self.view.selected, *self._value_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._is_dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, chosen = Qt.Key(event.key()), self.view.selected
        if key in _MOVES:
            far = _FAR_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self._move(_MOVES[key][0] * far, _MOVES[key][1] * far)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Insert):
            self._set_down()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self.view.points:
            self._select_next(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen is not None:
            self.removed.emit(chosen)
        elif key == Qt.Key.Key_Escape and chosen is not None:
            self.selected.emit(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def focusOutEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def _move(self, right: float, above: float) -> None:
        chosen = self.view.selected
        if chosen is None:
            self._cursor = _kept(self._cursor[0] + right, self._cursor[1] + above)
            self._describe()
            self.update()
            return
        point = self.view.points[chosen]
        self._cursor = _kept(point.across + right, point.up + above)
        self.moved.emit(chosen, *self._cursor)

    def _set_down(self) -> None:
        """Add a point where the cursor is, or leave the one that was moved where it is."""
        if self.view.selected is None:
            self.added.emit(*self._cursor)
        else:
            self.selected.emit(None)

    def _select_next(self, by: int) -> None:
        order = sorted(range(len(self.view.points)), key=self._across)
        before = self.view.selected
        place = (order.index(before) + by) % len(order) if before is not None else 0 if by > 0 else -1
        self.selected.emit(order[place])

    def _across(self, place: int) -> float:
        return self.view.points[place].across

    def _describe(self) -> None:
        chosen = self.view.selected
        where = self._cursor
        if chosen is not None:
            point = self.view.points[chosen]
            where = point.across, point.up
        x, y = (decimal(value) for value in where)
        count = tr("{count} points", count=len(self.view.points))
        place = tr("cursor at {x}, {y}", x=x, y=y) if chosen is None else tr("chosen point at {x}, {y}", x=x, y=y)
        self.setAccessibleDescription(f"{count}; {place}")

    def _box(self) -> QRectF:
        return QRectF(_LEFT, _TOP, max(1, self.width() - _LEFT - _RIGHT), max(1, self.height() - _TOP - _BOTTOM))

    def _value_at(self, place: QPointF) -> tuple[float, float]:
        box = self._box()
        across = (place.x() - box.left()) / box.width() * 2 * (REACH_ACROSS + _BESIDE) - REACH_ACROSS - _BESIDE
        up = REACH_UP + _BESIDE - (place.y() - box.top()) / box.height() * 2 * (REACH_UP + _BESIDE)
        return _kept(across, up)

    def _point_near(self, place: QPointF) -> int | None:
        away = [
            ((self.place_of(point.across, point.up) - place).manhattanLength(), number)
            for number, point in enumerate(self.view.points)
        ]
        distance, nearest = min(away, default=(_NEAR + 1.0, -1))
        return nearest if distance <= _NEAR else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        painter.save()
        painter.setClipRect(self._box())
        colors, view = self._theme.colors, self.view
        own = getattr(colors, self._color)
        self._paint_curve(painter, view.truth, QPen(QColor(colors.muted), 2, Qt.PenStyle.DashLine))
        if view.now is not None:
            self._paint_curve(painter, view.start, QPen(QColor(mixed(colors.panel, own, 0.45)), 2, Qt.PenStyle.DotLine))
        self._paint_curve(painter, view.start if view.now is None else view.now, QPen(QColor(own), 3))
        painter.restore()
        self._paint_points(painter)

    def _paint_axes(self, painter: QPainter) -> None:
        colors, box = self._theme.colors, self._box()
        font = painter.font()
        font.setPixelSize(READING_TEXT)
        painter.setFont(font)
        for across in (-4, -2, 0, 2, 4):
            x = self.place_of(across, 0).x()
            painter.setPen(QPen(QColor(colors.line), 1))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.setPen(QColor(colors.muted))
            under = QRectF(x - 20, box.bottom() + 2, 40, _BOTTOM - 2)
            painter.drawText(under, Qt.AlignmentFlag.AlignHCenter, number(across).replace("-", "−"))
        for up in (-4, 0, 4):
            y = self.place_of(0, up).y()
            painter.setPen(QPen(QColor(colors.line), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(QColor(colors.muted))
            beside = QRectF(0, y - 12, _LEFT - 6, 24)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, flags, number(up).replace("-", "−"))

    def _paint_curve(self, painter: QPainter, values: Sequence[float] | None, pen: QPen) -> None:
        if values is None or not all(map(isfinite, values)):
            return
        path = QPainterPath()
        for place, (across, up) in enumerate(zip(ACROSS, values, strict=True)):
            where = self.place_of(across, min(max(up, -_FAR), _FAR))
            path.lineTo(where) if place else path.moveTo(where)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_points(self, painter: QPainter) -> None:
        colors = self._theme.colors
        for place, point in enumerate(self.view.points):
            where = self.place_of(point.across, point.up)
            painter.setPen(QPen(QColor(colors.panel), 2))
            painter.setBrush(QColor(colors.text))
            painter.drawEllipse(where, _RADIUS, _RADIUS)
            if place == self.view.selected:
                painter.setPen(QPen(QColor(colors.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(where, _RADIUS + 4, _RADIUS + 4)
        if self.hasFocus() and self.view.selected is None:
            where = self.place_of(*self._cursor)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawLine(where - QPointF(8, 0), where + QPointF(8, 0))
            painter.drawLine(where - QPointF(0, 8), where + QPointF(0, 8))


def _kept(across: float, up: float) -> tuple[float, float]:
    """Return a place, moved onto the plane where it lies beside it."""
    return min(max(across, -REACH_ACROSS), REACH_ACROSS), min(max(up, -REACH_UP), REACH_UP)
