"""Clicks, keys, drags and drops at random places of what is in front."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeGuard

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.dropping import drag, drop, files

BUTTONS = (Qt.MouseButton.LeftButton,) * 8 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
HELD = (Qt.KeyboardModifier.NoModifier,) * 6 + (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
KEYS = (
    *(Qt.Key(number) for number in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *(Qt.Key(number) for number in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End) * 3,
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space) * 3,
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Menu),
    *(Qt.Key(number) for number in range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1)),
)
TEXTS = ("a", "<b>x</b>", "%s{0}{x:>3000000000}", "=1+1", "ñ\u202e", "1e9", "-1", "", "'t Gooi", "x" * 300)


class Hands:
    """Two hands on mouse and keyboard; `chance` decides what they do."""

    def __init__(self, application: QApplication, window: Callable[[], QWidget]) -> None:
        self.chance = random.Random(0)
        self._application, self._window = application, window
        self._kept: QWidget | None = None

    def _target(self) -> tuple[QWidget, QPoint]:
        """Return the widget at a random point of what is in front, and the point in it."""
        # Kept: where Python lets go of a list that Qt made, it forgets what is in it, too.
        front = self._kept = self._front()
        point = QPoint(int(self.chance.random() * front.width()), int(self.chance.random() * front.height()))
        widget = front.childAt(point)
        return (widget, widget.mapFrom(front, point)) if self._is_alive(widget) else (front, point)

    def _front(self) -> QWidget:
        fronts = (self._application.activePopupWidget(), self._application.activeModalWidget())
        return next((widget for widget in fronts if self._is_alive(widget)), self._window())

    def _is_alive(self, widget: QWidget | None) -> TypeGuard[QWidget]:
        """Whether there is a widget; of what Qt itself deleted, as the list of a box, Python may still know."""
        return widget is not None and shiboken6.isValid(widget)

    def click(self) -> None:
        """Click or double-click somewhere."""
        widget, point = self._target()
        button, held = self.chance.choice(BUTTONS), self.chance.choice(HELD)
        if self.chance.random() < 0.1:
            QTest.mouseDClick(widget, button, held, point)
        else:
            QTest.mouseClick(widget, button, held, point)

    def key(self) -> None:
        """Press a key where the focus is."""
        widget = self._in_focus()
        QTest.keyClick(widget, self.chance.choice(KEYS), self.chance.choice(HELD))

    def type(self) -> None:
        """Type a text where the focus is."""
        widget = self._in_focus()
        for letter in self.chance.choice(TEXTS)[:40]:
            # QTest knows no other letters than those of ASCII.
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
            if not shiboken6.isValid(widget):
                return

    def drag(self) -> None:
        """Press, move and let go."""
        widget, start = self._target()
        _, end = self._target()
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for part in (0.3, 0.6, 1.0):
            if not shiboken6.isValid(widget):
                return
            QTest.mouseMove(widget, start + (end - start) * part)
        if shiboken6.isValid(widget):
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def wheel(self) -> None:
        """Turn the wheel somewhere."""
        widget, point = self._target()
        at = QPointF(point)
        turned = QPoint(0, self.chance.choice([-120, 120, 960, -960]))
        event = QWheelEvent(
            at, QPointF(widget.mapToGlobal(point)), QPoint(), turned, Qt.MouseButton.NoButton,
            self.chance.choice(HELD), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _in_focus(self) -> QWidget:
        focus = self._application.focusWidget()
        return focus if self._is_alive(focus) else self._front()

    def drop(self, paths: Sequence[Path]) -> None:
        """Drop files somewhere, if they are taken there."""
        widget, point = self._target()
        if drag(widget, point, data := files(paths)):
            drop(widget, point, data)
