"""The icons: one SVG file for each meaning, painted in the palette's colour of text or in a requested one."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench.resources import resource

ICONS = resource("icons")


def icon(meaning: str, color: str | None = None) -> QIcon:
    """Return the icon of a meaning, in `color` (`#RRGGBB`) or in whatever colour text has when it is painted."""
    return QIcon(_Tinted(meaning, color))


@lru_cache(maxsize=512)
def pixmap(meaning: str, color: str, size: int) -> QPixmap:
    """Return the icon of a meaning as a picture of `size` device pixels."""
    drawn = (ICONS / f"{meaning}.svg").read_bytes().replace(b"currentColor", color.encode())
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawn)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


class _Tinted(QIconEngine):
    """Paints an icon anew each time, so that it follows the palette from light to dark."""

    def __init__(self, meaning: str, color: str | None) -> None:
        super().__init__()
        self._meaning = meaning
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        side = min(rect.width(), rect.height())
        target = QRect(0, 0, side, side)
        target.moveCenter(rect.center())
        painter.drawPixmap(target, pixmap(self._meaning, self._color_in(mode), max(1, round(side * ratio))))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = pixmap(self._meaning, self._color_in(mode), max(1, min(size.width(), size.height())))
        if size.width() <= size.height():
            return drawn
        # Where it is requested wider than high, it leaves room at its right, before a text.
        wide = QPixmap(size)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        return wide

    def clone(self) -> QIconEngine:
        return _Tinted(self._meaning, self._color)

    def _color_in(self, mode: QIcon.Mode) -> str:
        if mode != QIcon.Mode.Disabled and self._color is not None:
            return self._color
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        return QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText).name()
