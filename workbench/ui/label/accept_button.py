"""The button of a heading: an ordinary click accepts the sure proposals, its menu all of them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton

from workbench.ui.label.acceptance import Acceptance, are_sure
from workbench.ui.look.tokens import TINY
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

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._hint.height() + (self.fontMetrics().height() - TINY if width < self._hint.width() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        width, metrics = event.size().width(), self.fontMetrics()
        cut = width < self._hint.width()
        self.setToolTip(self.whole if cut else "")
        if cut:
            # What is expected gets a line of its own.
            room = metrics.horizontalAdvance(self.whole) - self._hint.width() + width
            lines = self.whole.replace(" (", "\n(", 1).split("\n")
            self.setText("\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines))
        else:
            self.setText(self.whole)

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
