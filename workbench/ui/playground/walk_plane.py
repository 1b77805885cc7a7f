"""The plane on which a person puts a goal, with the walks of a network before each update and after."""

from dataclasses import dataclass
from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from workbench.operations.playground.goals import FURTHEST_ACROSS, FURTHEST_UP, SQUARE, Goal
from workbench.operations.playground.walked_pair import Path
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, TINY, mixed
from workbench.ui.services.translation import decimal, number, tr

_BESIDE = 0.1  # how much further than goals may lie the plane is shown
_NEAR = 0.75  # how far the plane is shown while the goal is in the square or close to it
_RADIUS, _END, _NUMBER = 8, 3.5, 16  # pixels
_STEP, _FAR_STEP = 0.05, 0.25  # of the arrow keys
_EARLIER = 0.55  # of their colour that walks before an update have
_FAR = 20.0  # Beyond, Qt need not draw.
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@dataclass(frozen=True)
class WalksView:
    """What the plane shows: a goal, and walks before the first update and after each, the newest last."""

    goal: Goal | None = None
    walks: tuple[tuple[Path, ...], ...] = ()


class WalkPlane(QWidget):
    """A click puts the goal, a drag moves it, and so do the arrows."""

    placed = Signal(float, float)

    def __init__(self, theme: Theme, color: str) -> None:
        super().__init__()
        self._theme, self._color = theme, color  # The name of a colour of the theme.
        self.view = WalksView()
        self._is_dragging = self._is_far = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 120)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme.changed.connect(self.update)

    def show_view(self, view: WalksView) -> None:
        """Show something else."""
        if view != self.view:
            self.view = view
            self._look_far_enough()
            self._describe()
            self.update()

    def speak(self, name: str) -> None:
        """Say what it is in the language that the window speaks now."""
        self.setAccessibleName(name)
        self._describe()

    def place_of(self, across: float, up: float) -> QPointF:
        """Return where a place of the plane is drawn."""
        scale = self._scale()
        return QPointF(self.width() / 2 + scale * across, self.height() / 2 - scale * up)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(420, 260)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = True
            self._place_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._is_dragging:
            self._place_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._is_dragging = False
        self._look_far_enough()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, goal = Qt.Key(event.key()), self.view.goal
        if key in _MOVES and goal is not None:
            far = _FAR_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            right, above = _MOVES[key]
            self._place(goal.across + right * far, goal.up + above * far)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def focusOutEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def _place_at(self, place: QPointF) -> None:
        scale = self._scale()
        across, up = (place.x() - self.width() / 2) / scale, (self.height() / 2 - place.y()) / scale
        # What the mouse puts stays in sight, so that nothing is drawn smaller under it.
        self._place(*((across, up) if self._is_far else (_kept(across, _NEAR), _kept(up, _NEAR))))

    def _place(self, across: float, up: float) -> None:
        """Put the goal there, or on the plane where that lies beside it."""
        self.placed.emit(_kept(across, FURTHEST_ACROSS), _kept(up, FURTHEST_UP))

    def _scale(self) -> float:
        """Return pixels for a length of 1: the same across as up, or walks would look bent."""
        furthest = (FURTHEST_ACROSS, FURTHEST_UP) if self._is_far else (_NEAR, _NEAR)
        return min(self.width() / (furthest[0] + _BESIDE), self.height() / (furthest[1] + _BESIDE)) / 2

    def _look_far_enough(self) -> None:
        """Show as much of the plane as the goal needs, but change nothing while it is dragged."""
        goal = self.view.goal
        if goal is not None and not self._is_dragging:
            self._is_far = max(abs(goal.across), abs(goal.up)) > _NEAR

    def _describe(self) -> None:
        goal = self.view.goal
        if goal is not None:
            self.setAccessibleDescription(tr("goal at {x}, {y}", x=decimal(goal.across, 2), y=decimal(goal.up, 2)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_walks(painter)
        self._paint_goal(painter)
        self._paint_numbers(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        """Paint the square that goals were learned from."""
        colors = self._theme.colors
        square = QRectF(self.place_of(-SQUARE, SQUARE), self.place_of(SQUARE, -SQUARE))
        painter.setPen(QPen(QColor(colors.muted), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colors.page))
        painter.drawRect(square)
        font = painter.font()
        font.setPixelSize(BODY_TEXT)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        words = QRectF(0, square.bottom() + TINY, self.width(), 20)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, tr("goals learned from"))

    def _paint_walks(self, painter: QPainter) -> None:
        colors, newest = self._theme.colors, len(self.view.walks) - 1
        own = QColor(getattr(colors, self._color))
        for update, paths in enumerate(self.view.walks):
            age = newest - update
            color = QColor(mixed(colors.panel, getattr(colors, self._color), _EARLIER)) if age else own
            pen = QPen(color, 1 if age else 1.6)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            for path in paths:
                if not all(isfinite(value) for place in path for value in place):
                    continue
                places = [self.place_of(*(min(max(value, -_FAR), _FAR) for value in place)) for place in path]
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolyline(QPolygonF(places))
                painter.setPen(QPen(QColor(colors.panel), 1) if age == 0 else pen)
                painter.setBrush(QColor(colors.panel) if age else own)
                painter.drawEllipse(places[-1], _END, _END)

    def _paint_numbers(self, painter: QPainter) -> None:
        """Write beside the ends of walks after which update they are, the newest first, where there is room."""
        colors, taken = self._theme.colors, list[QRectF]()
        for update, paths in reversed(list(enumerate(self.view.walks))):
            ends = [self.place_of(*path[-1]) for path in paths if all(map(isfinite, path[-1]))]
            if not ends:
                continue
            middle = sum(ends, QPointF()) / len(ends)
            box = QRectF(middle.x() - _NUMBER / 2, middle.y() - 2.2 * _NUMBER, _NUMBER, _NUMBER)
            if any(box.intersects(other) for other in taken):
                continue
            taken.append(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.panel))
            painter.drawEllipse(box)
            painter.setPen(QColor(colors.text if update == len(self.view.walks) - 1 else colors.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(update))

    def _paint_goal(self, painter: QPainter) -> None:
        """Paint the start as a dot and the goal as one with a cross, on a ground that parts them from the walks."""
        goal, colors = self.view.goal, self._theme.colors
        painter.setPen(QPen(QColor(colors.panel), 1))
        painter.setBrush(QColor(colors.text))
        painter.drawEllipse(self.place_of(0, 0), _END, _END)
        if goal is None:
            return
        where = self.place_of(goal.across, goal.up)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(colors.panel), 5), QPen(QColor(colors.text), 2)):
            painter.setPen(pen)
            painter.drawEllipse(where, _RADIUS, _RADIUS)
            for aside in (QPointF(_RADIUS, 0), QPointF(0, _RADIUS)):
                painter.drawLine(where - aside, where + aside)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawEllipse(where, _RADIUS + 5, _RADIUS + 5)


def _kept(value: float, furthest: float) -> float:
    """Return a coordinate of a goal that is no further from 0."""
    return round(min(max(value, -furthest), furthest), 2)
