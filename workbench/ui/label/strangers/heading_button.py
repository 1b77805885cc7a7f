"""The button of a heading: an ordinary click does the usual thing with its section, its menu the others."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton

from workbench.ui.controls.text import set_tooltip
from workbench.ui.look.tokens import TINY

Act = tuple[str, Callable[[], object]]  # What it says beforehand, and what it does.


class HeadingButton(QToolButton):
    """Says beforehand what it does; what does not fit is shown on hover."""

    def __init__(self, act: Act, others: Sequence[Act] = (), hint: str = "") -> None:
        super().__init__()
        self.whole, do = act
        self._tip = hint
        self.setProperty("kind", "chip")
        self.setText(self.whole)
        set_tooltip(self, hint)
        self.setAccessibleName(self.whole)
        self.setAccessibleDescription(hint)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # The mouse leaves the keys with the cards.
        self.clicked.connect(lambda checked=False: do())
        if others:
            menu = QMenu(self)
            for text, other in others:
                menu.addAction(text).triggered.connect(lambda checked=False, other=other: other())
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
        set_tooltip(self, "\n".join(filter(None, [self.whole if cut else "", self._tip])))
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
