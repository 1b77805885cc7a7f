"""The button of a heading: an ordinary click accepts the sure proposals, its menu all of them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton

from workbench.ui.label.acceptance import Acceptance, are_sure
from workbench.ui.services.translation import tr


class AcceptButton(QToolButton):
    """Says beforehand how many proposals it accepts, and how many of those are expected to be wrong."""

    requested = Signal(bool)  # Whether only the sure ones are to be accepted.

    def __init__(self, confidence: NDArray[np.float32]) -> None:
        super().__init__()
        sure, every = Acceptance.of(confidence[are_sure(confidence)]), Acceptance.of(confidence)
        self.whole = _of_all(every)
        if sure.count:
            self.whole = tr("Accept {count} sure ({expected})", count=sure.count, expected=sure.expected)
        self.setProperty("kind", "chip")
        self.setText(self.whole)
        self.setAccessibleName(self.whole)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # The mouse leaves the keys with the cards.
        self.clicked.connect(lambda: self.requested.emit(sure.count > 0))
        if 0 < sure.count < every.count:
            menu = QMenu(self)
            menu.addAction(_of_all(every)).triggered.connect(lambda: self.requested.emit(False))
            self.setMenu(menu)
            self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.ensurePolished()
        self._hint = super().sizeHint()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names
        return self._hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        lacking = self._hint.width() - event.size().width()
        metrics = QFontMetrics(self.font())
        room = metrics.horizontalAdvance(self.whole) - lacking
        self.setText(metrics.elidedText(self.whole, Qt.TextElideMode.ElideRight, room) if lacking > 0 else self.whole)
        self.setToolTip(self.whole if lacking > 0 else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        # After the first click, this may be the button of the next group, which nobody meant.
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Down and self.menu() is not None:
            self.showMenu()
        else:
            super().keyPressEvent(event)


def _of_all(every: Acceptance) -> str:
    return tr("Accept all {count} ({expected})", count=every.count, expected=every.expected)
