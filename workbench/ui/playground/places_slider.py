"""A slider over a few places, some of which are named below it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, TINY
from workbench.ui.services.translation import tr

_SLIDER = 24  # pixels of height


class PlacesSlider(QWidget):
    """Its places are counted from 0; a name may be empty, and is left out where it would cover another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setPageStep(1)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def name_places(self, names: Sequence[str]) -> None:
        """Have so many places, with these names."""
        self._names = tuple(names)
        self.slider.setRange(0, max(0, len(names) - 1))
        self.update()

    def describe(self, title: str, value: str) -> None:
        """Say to a screen reader what it chooses, and what is chosen."""
        self.slider.setAccessibleName(title)
        self.slider.setAccessibleDescription(tr("{what}: {value}", what=title, value=value))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(240, _SLIDER + QFontMetrics(self._font()).height() + TINY)

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        self.slider.setGeometry(0, 0, self.width(), _SLIDER)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setFont(self._font())
        metrics = QFontMetrics(self._font())
        chosen, free_from = self.slider.value(), 0
        for place, name in enumerate(self._names):
            wide = metrics.horizontalAdvance(name)
            left = min(max(0, self._center(place) - wide // 2), self.width() - wide)
            if not name or left < free_from:
                continue
            colors = self._theme.colors
            painter.setPen(QColor(colors.text if place == chosen else colors.muted))
            painter.drawText(QRect(left, _SLIDER, wide + 1, metrics.height()), Qt.AlignmentFlag.AlignLeft, name)
            free_from = left + wide + TINY

    def _center(self, place: int) -> int:
        option = QStyleOptionSlider()
        self.slider.initStyleOption(option)
        handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, option, self.slider)
        most = self.slider.maximum()
        return handle // 2 + QStyle.sliderPositionFromValue(0, most, place, self.slider.width() - handle)

    def _font(self) -> QFont:
        font = self.font()
        font.setPixelSize(BODY_TEXT)
        return font
