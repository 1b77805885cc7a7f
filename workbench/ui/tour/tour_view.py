"""The tour over the pages of a project: a ring around what it speaks of, and the callout beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import RADIUS
from workbench.ui.tour.tour_callout import TourCallout
from workbench.ui.tour.tour_places import place_beside, wedge_between

_AROUND = 3  # pixels between what is shown and the ring
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class TourView(QWidget):
    """Lets every click through: all that it shows can be used meanwhile. It follows whatever moves."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._over, self._theme = over, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._candidates: Sequence[QWidget] = ()
        self.target = QRect()  # What is shown, as a rectangle of what the tour lies over.
        self.callout = TourCallout(over)
        self._placing = QTimer(self, interval=0, singleShot=True)
        self._placing.timeout.connect(self.place)
        theme.changed.connect(self.update)
        over.installEventFilter(self)

    def show_parts(self, candidates: Sequence[QWidget]) -> None:
        """Point at the first of these widgets that is visible, whichever that is from now on."""
        self._candidates = candidates
        for widget in candidates:
            above: QWidget | None = widget
            while above is not None and above is not self._over:
                above.installEventFilter(self)  # Where it is installed already, it stays so.
                above = above.parentWidget()
        self.place()

    def place(self) -> None:
        """Go to where the widgets are now."""
        over = self._over
        shown = next((widget for widget in self._candidates if isValid(widget) and widget.isVisible()), None)
        self.target = QRect()
        if shown is not None:
            self.target = QRect(shown.mapTo(over, shown.rect().topLeft()), shown.size()).intersected(over.rect())
        self.setGeometry(over.rect())
        self.callout.move(place_beside(self.target, self.callout.size(), over.rect()).topLeft())
        for widget in (self, self.callout):
            widget.show()
            widget.raise_()
        self.update()

    def end(self) -> None:
        """Take it away."""
        for widget in (self.callout, self):
            widget.hide()
            widget.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's names
        if event.type() in _MOVES:
            self._placing.start()
        elif watched is self._over and isinstance(event, QKeyEvent) and self._ends_it(event):
            self.callout.skip_requested.emit()
            return True
        return False

    @staticmethod
    def _ends_it(event: QKeyEvent) -> bool:
        """Whether it is an Escape, which comes this far only where nothing on the page had a use for it."""
        return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self.target.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._theme.colors.accent)
        inside = self.rect().adjusted(1, 1, -2, -2)  # Of a target at the edge, all four sides are seen.
        ring = self.target.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(inside)
        painter.setPen(QPen(accent, 2))
        painter.drawRoundedRect(ring, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPolygon(wedge_between(self.target, self.callout.geometry()))
