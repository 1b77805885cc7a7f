"""Pictures in the order in which a network foretells that they are liked, best first."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.operations.playground.adapted_ratings import RankedPicture
from workbench.ui.controls.text import plain
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL_TEXT, TINY
from workbench.ui.playground.picture_sheet import PictureSheet
from workbench.ui.services.translation import decimal, number, tr

_ROWS = (2, 3)
_SMALLEST = 20  # pixels of a picture's side
_ROOMY = 50  # On smaller pictures there is no room for their places, which their order says as well.
_SPOKEN = 5  # places


class RankedPictures(QWidget):
    """Each with its place, the stars foretold, those given where they are known, and how far it has climbed."""

    def __init__(self, theme: Theme, color: str, sheet: PictureSheet) -> None:
        super().__init__()
        self._theme, self._color, self._sheet = theme, color, sheet
        self.ranked: tuple[RankedPicture, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_ranked(self, ranked: tuple[RankedPicture, ...]) -> None:
        """Show another order."""
        self.ranked = ranked
        self._describe()
        self.update()

    def speak(self, name: str) -> None:
        """Say what it is in the language that the window speaks now."""
        self.setAccessibleName(name)
        self._describe()

    def words(self, place: int) -> str:
        """Return what is in a place: which picture, and what is said of it."""
        card = self.ranked[place]
        said = [tr("foretold {stars} stars", stars=decimal(card.foretold))]
        if card.given is not None:
            said.append(tr("gives {count} stars", count=card.given))
        if card.climbed:
            moved = tr("{count} places up", count=card.climbed) if card.climbed > 0 else ""
            said.append(moved or tr("{count} places down", count=-card.climbed))
        return f"{number(place + 1)}. {self._sheet.words(card.picture)}: {', '.join(said)}"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(420, 160)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(300, _ROWS[0] * (_SMALLEST + self._line() + TINY))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            where = QPointF(event.pos())
            place = next((place for place in range(len(self.ranked)) if self._cell(place).contains(where)), None)
            QToolTip.showText(event.globalPos(), "" if place is None else plain(self.words(place)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(SMALL_TEXT)
        painter.setFont(font)
        for place, card in enumerate(self.ranked):
            self._paint_card(painter, place, card)

    def _paint_card(self, painter: QPainter, place: int, card: RankedPicture) -> None:
        colors, cell, line = self._theme.colors, self._cell(place), self._line()
        side = self._side()
        box = QRectF(round(cell.center().x() - side / 2), cell.top() + 1, side, side)
        self._sheet.paint(painter, card.picture, box, colors.line)
        if place == 0:
            painter.setPen(QPen(QColor(getattr(colors, self._color)), 2))
            painter.drawRect(box)
        if side >= _ROOMY:
            self._paint_badge(painter, box, number(place + 1), is_right=False)
        if card.climbed:
            arrow = "▲" if card.climbed > 0 else "▼"
            self._paint_badge(painter, box, f"{arrow}{number(abs(card.climbed))}", is_right=True)
        under = QRectF(cell.left() + 2, box.bottom() + 1, cell.width() - 4, line)
        foretold = decimal(card.foretold)
        given = "" if card.given is None else f" {number(card.given)}★"
        metrics = QFontMetrics(painter.font())
        left = under.center().x() - metrics.horizontalAdvance(foretold + given) / 2
        painter.setPen(QColor(colors.text))
        painter.drawText(QPointF(left, under.top() + metrics.ascent()), foretold)
        painter.setPen(QColor(colors.muted))
        painter.drawText(QPointF(left + metrics.horizontalAdvance(foretold), under.top() + metrics.ascent()), given)

    def _paint_badge(self, painter: QPainter, box: QRectF, words: str, *, is_right: bool) -> None:
        """Write something short into an upper corner of a picture."""
        colors, metrics = self._theme.colors, QFontMetrics(painter.font())
        wide, high = metrics.horizontalAdvance(words) + TINY, metrics.height() - 2
        badge = QRectF(box.right() - wide + 3 if is_right else box.left() - 3, box.top() - 1, wide, high)
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.setBrush(QColor(colors.panel))
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(QColor(colors.text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    def _describe(self) -> None:
        self.setAccessibleDescription("; ".join(self.words(place) for place in range(min(_SPOKEN, len(self.ranked)))))

    def _rows(self) -> int:
        """Return the number of rows with which the pictures are largest."""
        return max(_ROWS, key=self._side_in)

    def _side(self) -> int:
        return self._side_in(self._rows())

    def _side_in(self, rows: int) -> int:
        columns = -(-max(1, len(self.ranked)) // rows)
        room = self.height() / rows - self._line() - TINY
        return max(_SMALLEST, int(min(self.width() / columns - 2 * TINY, room)))

    def _cell(self, place: int) -> QRectF:
        rows = self._rows()
        columns = -(-len(self.ranked) // rows)
        row, column = divmod(place, columns)
        wide, high = self.width() / columns, self.height() / rows
        return QRectF(column * wide, row * high, wide, high)

    def _line(self) -> int:
        font = self.font()
        font.setPixelSize(SMALL_TEXT)
        return QFontMetrics(font).height()
