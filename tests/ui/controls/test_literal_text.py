"""Names are shown as they are: a class may be called <b>, and an image <img src=...>."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtGui import QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QPushButton
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


def lines(widget: QLabel, width: int) -> list[str]:
    """Return the lines of a label at a width."""
    text = QLabel.text(widget)
    layout = QTextLayout(text, widget.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].replace("\u200b", "").strip())
    layout.endLayout()
    return found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("like Tropicana-Mandarin-Morning", ["like", "Tropicana-", "Mandarin-", "Morning"]),
        ("Quercus_robur_subspecies", ["Quercus_", "robur_", "subspecies"]),
    ],
)
def test_a_long_name_is_wrapped_between_its_parts(qtbot: QtBot, text: str, parts: list[str]) -> None:
    widget = label(text, wrap=True)
    qtbot.addWidget(widget)
    assert widget.text() == text
    assert lines(widget, 1 + max(map(widget.fontMetrics().horizontalAdvance, parts))) == parts


def test_a_part_that_is_longer_than_a_line_is_wrapped_inside(qtbot: QtBot) -> None:
    widget = label("a-" + "n" * 60, wrap=True)
    qtbot.addWidget(widget)
    assert len(lines(widget, widget.fontMetrics().horizontalAdvance("n" * 21))) > 2


def test_every_tooltip_is_given_in_the_one_place_that_makes_it_literal() -> None:
    ui = Path(__file__).parents[3] / "workbench" / "ui"
    direct = [file.name for file in ui.rglob("*.py") if ".setToolTip(" in file.read_text("utf-8")]
    assert direct == ["text.py"]
