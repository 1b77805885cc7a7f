"""Twelve pictures in a row, to which a person gives stars by mouse or by keyboard."""

from math import cos, pi, sin

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.operations.playground.rating_people import MOST_STARS, RATED
from workbench.ui.controls.text import plain
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import TINY
from workbench.ui.playground.picture_sheet import PictureSheet
from workbench.ui.services.translation import tr

_SMALLEST, _LARGEST = 44, 72  # pixels of a picture's side
_STARS = 22  # pixels of height
_INNER = 0.45  # how far in the corners between a star's points lie
_AWAY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MORE = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}
_TAKES_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0)


class StarRow(QWidget):
    """A click on a star gives so many, on the last of those given takes them away; arrows and digits do the same."""

    rated = Signal(int, int)  # the place of a picture in the row, and its stars, 0 for none

    def __init__(self, theme: Theme, sheet: PictureSheet) -> None:
        super().__init__()
        self._theme, self._sheet = theme, sheet
        self.ratings: tuple[int, ...] = (0,) * len(RATED)
        self.chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._height())
        theme.changed.connect(self.update)

    def show_ratings(self, ratings: tuple[int, ...]) -> None:
        """Show which stars are given."""
        self.ratings = ratings
        self.speak()
        self.update()

    def speak(self) -> None:
        """Say what is where in the language that the window speaks now, for whoever cannot see the pictures."""
        self.setAccessibleName(tr("Pictures to rate"))
        given = tr("{count} pictures are rated", count=sum(map(bool, self.ratings)))
        self.setAccessibleDescription(f"{self.words(self.chosen)}; {given}")

    def words(self, place: int) -> str:
        """Return what is in a place of the row: which picture, and its stars."""
        stars = self.ratings[place]
        given = tr("{count} stars", count=stars) if stars else tr("no stars")
        where = tr("picture {number} of {total}", number=place + 1, total=len(RATED))
        return f"{where}: {self._sheet.words(RATED[place])}: {given}"

    def star_at(self, place: int, stars: int) -> QPointF:
        """Return where a star of a picture is."""
        box = self._stars_of(place)
        return QPointF(box.left() + (stars - 0.5) * box.width() / MOST_STARS, box.center().y())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(900, self._height())

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        self.setFixedHeight(self._height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._go_to(self._place_at(event.position()))
        box = self._stars_of(self.chosen)
        if event.button() != Qt.MouseButton.LeftButton or event.position().y() < box.top():
            return
        across = (event.position().x() - box.left()) / box.width()
        if 0 <= across < 1:
            stars = 1 + int(across * MOST_STARS)
            self._rate(0 if stars == self.ratings[self.chosen] else stars)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in _AWAY:
            self._go_to(self.chosen + _AWAY[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else len(RATED) - 1)
        elif key in _MORE:
            self._rate(self.ratings[self.chosen] + _MORE[key])
        elif key in _TAKES_AWAY:
            self._rate(0)
        elif event.text() in map(str, range(1, MOST_STARS + 1)):
            self._rate(int(event.text()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def focusOutEvent(self, event: object) -> None:  # noqa: N802
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain(self.words(self._place_at(QPointF(event.pos())))), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.colors
        for place, picture in enumerate(RATED):
            self._sheet.paint(painter, picture, self._picture_of(place), colors.line)
            box = self._stars_of(place)
            side = box.width() / MOST_STARS
            for star in range(MOST_STARS):
                one = QRectF(box.left() + star * side, box.center().y() - side / 2, side, side)
                paint_star(painter, one, colors.text if star < self.ratings[place] else None, colors.muted)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._cell(self.chosen).adjusted(1, 1, -1, -1), TINY, TINY)

    def _go_to(self, place: int) -> None:
        self.chosen = min(max(0, place), len(RATED) - 1)
        self.speak()
        self.update()

    def _rate(self, stars: int) -> None:
        self.rated.emit(self.chosen, min(max(0, stars), MOST_STARS))

    def _place_at(self, where: QPointF) -> int:
        return min(max(0, int(where.x() / max(1, self.width()) * len(RATED))), len(RATED) - 1)

    def _cell(self, place: int) -> QRectF:
        wide = self.width() / len(RATED)
        return QRectF(place * wide, 0, wide, self.height())

    def _picture_of(self, place: int) -> QRectF:
        cell, side = self._cell(place), self._side()
        return QRectF(round(cell.center().x() - side / 2), TINY, side, side)

    def _stars_of(self, place: int) -> QRectF:
        cell = self._cell(place)
        wide = min(cell.width() - 2 * TINY, MOST_STARS * (_STARS - TINY))
        return QRectF(cell.center().x() - wide / 2, self._side() + 2 * TINY, wide, _STARS)

    def _side(self) -> int:
        return min(max(_SMALLEST, round(0.6 * self.width() / len(RATED))), _LARGEST)

    def _height(self) -> int:
        return self._side() + _STARS + 3 * TINY


def paint_star(painter: QPainter, box: QRectF, fill: str | None, edge: str) -> None:
    """Paint a star into a square, filled or empty."""
    center, radius = box.center(), 0.46 * min(box.width(), box.height())
    corners: list[QPointF] = []
    for corner in range(10):
        angle, length = -pi / 2 + corner * pi / 5, radius * (_INNER if corner % 2 else 1.0)
        corners.append(center + QPointF(length * cos(angle), length * sin(angle)))
    painter.setPen(QPen(QColor(fill or edge), 1))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))
