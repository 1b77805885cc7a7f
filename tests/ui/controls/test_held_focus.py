"""The focus of the keyboard, when the button that has it goes away by its own click."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.controls.act_button import ActButton
from workbench.ui.controls.held_focus import HeldFocus


@dataclass(frozen=True)
class Shown:
    """A page after a button of the rail, in one window: of its buttons `heir` is hidden at first."""

    window: QWidget
    rail: ActButton
    page: QWidget
    act: ActButton
    heir: ActButton
    after: QLineEdit


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    window, page = QWidget(), QWidget()
    parts = Shown(window, ActButton("1 Images"), page, ActButton("Start"), ActButton("Cancel"), QLineEdit())
    inside = QVBoxLayout(page)
    for widget in (parts.act, parts.heir, parts.after):
        inside.addWidget(widget)
    whole = QVBoxLayout(window)
    for widget in (parts.rail, page):
        whole.addWidget(widget)
    parts.heir.hide()
    HeldFocus(page, parts.heir)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    parts.act.setFocus()
    qtbot.waitUntil(parts.act.hasFocus)
    return parts


def test_the_button_that_takes_its_place_gets_the_focus_and_gives_it_back(shown: Shown) -> None:
    shown.act.clicked.connect(lambda: (shown.act.setEnabled(False), shown.heir.show()))
    shown.heir.clicked.connect(lambda: (shown.heir.hide(), shown.act.setEnabled(True)))
    shown.act.click()
    assert shown.heir.hasFocus()
    shown.heir.click()
    assert shown.act.hasFocus()


@pytest.mark.parametrize("goes", [lambda act: act.hide(), lambda act: act.setEnabled(False)])
def test_the_page_has_the_focus_until_there_is_a_button(shown: Shown, goes: Callable[[ActButton], None]) -> None:
    goes(shown.act)
    assert shown.page.hasFocus()
    shown.heir.setEnabled(False)
    shown.heir.show()
    assert shown.page.hasFocus()
    shown.heir.setEnabled(True)
    assert shown.heir.hasFocus()


def test_what_the_person_went_to_meanwhile_keeps_the_focus(qtbot: QtBot, shown: Shown) -> None:
    shown.act.setEnabled(False)
    shown.after.setFocus()
    shown.heir.show()
    assert shown.after.hasFocus()
    shown.act.setEnabled(True)
    shown.act.setFocus()
    qtbot.keyClick(shown.act, Qt.Key.Key_Tab)
    assert not shown.act.hasFocus()
    shown.after.setFocus()
    shown.act.hide()
    assert shown.after.hasFocus()


def test_a_page_that_is_left_takes_no_focus(shown: Shown) -> None:
    shown.page.hide()
    assert shown.rail.hasFocus()


def test_it_does_not_matter_that_another_button_is_next(shown: Shown) -> None:
    shown.heir.show()
    shown.heir.setFocus()
    shown.rail.setFocus()
    shown.act.setFocus()
    QWidget.setTabOrder(shown.act, shown.heir)
    shown.act.setEnabled(False)
    assert shown.heir.hasFocus()
    shown.heir.hide()
    assert shown.page.hasFocus()
    shown.act.setEnabled(True)
    assert shown.act.hasFocus()
