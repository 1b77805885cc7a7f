"""Keeps the card that is clicked under the pointer, while what was open above it closes."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


class SteadyCard(QObject):
    """Scrolls an area by as much as a card has moved."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._card: QWidget | None = None
        self._before = 0
        self._laid_out = QTimer(self, interval=0, singleShot=True)
        self._laid_out.timeout.connect(self._scroll)

    def hold(self, card: QWidget) -> None:
        """Remember where it is, before anything moves."""
        if card.isVisible():
            self._card, self._before = card, self._height_of(card)
            self._laid_out.start()

    def bring_up(self, card: QWidget) -> None:
        """Scroll to a card, once all that lies below it is laid out."""
        self._card, self._before = card, 0
        self._laid_out.start()

    def _height_of(self, card: QWidget) -> int:
        return card.mapTo(self._area.viewport(), QPoint()).y()

    def _scroll(self) -> None:
        if self._card is not None:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + self._height_of(self._card) - self._before)
