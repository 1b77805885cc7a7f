"""A button that must be held: a slip does nothing but tell, a moment does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from workbench.ui.controls.hold_button import HoldButton
from workbench.ui.look.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def held(qtbot: QtBot, theme: Theme) -> HoldButton:
    button = HoldButton("Accept all 12", theme)
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_short_press_does_nothing_and_says_that_it_must_be_held(qtbot: QtBot, held: HoldButton) -> None:
    heard = QSignalSpy(held.held)
    qtbot.mouseClick(held, LEFT)
    assert QToolTip.text() == "Press and hold"
    assert held.share == 0.0
    assert heard.count() == 0


@pytest.mark.slow
def test_holding_the_mouse_or_the_space_bar_does_it_once(qtbot: QtBot, held: HoldButton) -> None:
    with qtbot.waitSignal(held.held):
        qtbot.mousePress(held, LEFT)
    heard = QSignalSpy(held.held)
    qtbot.mouseRelease(held, LEFT)
    assert heard.count() == 0
    held.setFocus()
    with qtbot.waitSignal(held.held):
        qtbot.keyPress(held, Qt.Key.Key_Space)
    qtbot.keyRelease(held, Qt.Key.Key_Space)
