"""The ratings that moved the first picture most, up or down."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.operations.playground.adapted_ratings import RatingReason
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, SMALL, TINY
from workbench.ui.playground.picture_sheet import PictureSheet
from workbench.ui.services.translation import decimal, number, tr

_SIDE = 26  # pixels of a picture


class WhyRow(QWidget):
    """Each rating as its picture and stars, with the stars by which it moved what is foretold; empty where none did."""

    def __init__(self, theme: Theme, sheet: PictureSheet) -> None:
        super().__init__()
        self._theme, self._sheet = theme, sheet
        self.reasons: tuple[RatingReason, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_reasons(self, reasons: tuple[RatingReason, ...]) -> None:
        """Show other ratings."""
        self.reasons = reasons
        self.speak()
        self.update()

    def speak(self) -> None:
        """Say them in the language that the window speaks now, for whoever cannot see the pictures."""
        self.setAccessibleName(tr("The ratings that moved the first picture most"))
        self.setAccessibleDescription("; ".join(map(self._words, self.reasons)))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(300, _SIDE + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, colors = QPainter(self), self._theme.colors
        font = self.font()
        font.setPixelSize(BODY_TEXT)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        middle = Qt.AlignmentFlag.AlignVCenter
        title = tr("Moved the first most")
        painter.setPen(QColor(colors.muted))
        painter.drawText(self.rect(), middle, title)
        left = metrics.horizontalAdvance(title) + SMALL
        for reason in self.reasons:
            self._sheet.paint(painter, reason.picture, QRectF(left, 0.5, _SIDE, _SIDE), colors.line)
            given, moved = f"{number(reason.stars)}★", _signed(reason.moved)
            left += _SIDE + TINY
            for words, color in ((given, colors.muted), (moved, colors.text)):
                painter.setPen(QColor(color))
                painter.drawText(QRectF(left, 0, self.width() - left, self.height()), middle, words)
                left += metrics.horizontalAdvance(words) + TINY
            left += SMALL

    def _words(self, reason: RatingReason) -> str:
        return tr(
            "{count} stars for {picture} moved it by {moved}",
            count=reason.stars,
            picture=self._sheet.words(reason.picture),
            moved=_signed(reason.moved),
        )


def _signed(moved: float) -> str:
    return ("+" if moved >= 0 else "") + decimal(moved, 2)
