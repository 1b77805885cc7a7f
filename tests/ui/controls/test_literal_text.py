"""Names are shown as they are: a class may be called <b>, and an image <img src=...>."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from workbench.ui.controls.text import label, set_tooltip

NAMES = ["<b>oak</b>", "<img src='file:///etc/passwd'>", "a < b & c > d", "first <i>\nsecond"]


def shown(tooltip: str) -> str:
    """Return what a tooltip shows of a text, in which Qt looks for HTML."""
    if not Text.mightBeRichText(tooltip):
        return tooltip
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


@pytest.mark.parametrize("name", NAMES)
def test_a_tooltip_shows_a_name_as_it_is(qtbot: QtBot, name: str) -> None:
    widget = QPushButton()
    qtbot.addWidget(widget)
    set_tooltip(widget, name)
    assert shown(widget.toolTip()) == name


@pytest.mark.parametrize("name", NAMES)
def test_a_label_shows_a_name_as_it_is(qtbot: QtBot, name: str) -> None:
    widget = label(name)
    qtbot.addWidget(widget)
    assert widget.textFormat() is Qt.TextFormat.PlainText
    assert widget.text() == name


def test_every_tooltip_is_given_in_the_one_place_that_makes_it_literal() -> None:
    ui = Path(__file__).parents[3] / "workbench" / "ui"
    direct = [file.name for file in ui.rglob("*.py") if ".setToolTip(" in file.read_text("utf-8")]
    assert direct == ["text.py"]
