"""A button for an action on many things: it must be held down, so that no slip triggers it."""

from PySide6.QtCore import Property, QPropertyAnimation, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolTip

from workbench.ui.controls.text import set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.services.translation import tr

_HOLD = 600  # milliseconds


class HoldButton(QPushButton):
    """Emits `held` after it was pressed, by mouse or space bar, for 0.6 s; letting go earlier does nothing."""

    held = Signal()

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self._share = 0.0
        self.setAccessibleName(text)
        set_tooltip(self, tr("Press and hold"))
        self._filling = QPropertyAnimation(self, b"share")
        self._filling.setDuration(_HOLD)
        self._filling.setStartValue(0.0)
        self._filling.setEndValue(1.0)
        self._filling.finished.connect(self._finish)
        self._was_held = False
        self.pressed.connect(self._begin)
        self.released.connect(self._end)

    def _get_share(self) -> float:
        return self._share

    def _set_share(self, value: float) -> None:
        self._share = value
        self.update()

    share = Property(float, _get_share, _set_share)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's names
        if not event.isAutoRepeat():
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not event.isAutoRepeat():
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._empty()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._share:
            painter = QPainter(self)
            color = QColor(self._theme.colors.accent)
            color.setAlphaF(0.35)
            painter.fillRect(self.rect().adjusted(1, 1, round((self._share - 1) * self.width()), -1), color)

    def _begin(self) -> None:
        self._was_held = False
        self._filling.start()

    def _end(self) -> None:
        self._empty()
        if not self._was_held and self.isVisible():
            # A press that was too short is answered where the eyes are.
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)

    def _empty(self) -> None:
        self._filling.stop()
        self._set_share(0.0)

    def _finish(self) -> None:
        self._was_held = True
        self._set_share(0.0)
        self.held.emit()
