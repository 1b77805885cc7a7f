"""The start window says what to run and nothing that is not so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from workbench.cli.app import build
from workbench.ui.start_window import DARK, LIGHT, Colors, StartWindow


@pytest.fixture
def window(qtbot: QtBot) -> StartWindow:
    window = StartWindow()
    qtbot.addWidget(window)
    return window


def texts(window: StartWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel)]


def commands(window: StartWindow) -> list[str]:
    lines = window.findChildren(QPlainTextEdit)[0].toPlainText().splitlines()
    return [line.removeprefix("python main.py ") for line in lines if line.startswith("python main.py ")]


def luminance(name: str) -> float:
    color = QColor(name)
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_window_promises_that_images_stay_as_they_are(window: StartWindow) -> None:
    assert "Nothing leaves this computer. Your images are never changed." in texts(window)


def test_every_command_the_window_names_exists(window: StartWindow) -> None:
    names = {command.split()[0] for command in commands(window)}
    known = {command.name for command in build().registered_commands}
    assert {"demo", "new", "import", "train", "label", "accept", "export"} <= names <= known


def test_commands_can_be_copied_and_not_changed(window: StartWindow) -> None:
    text = window.findChildren(QPlainTextEdit)[0]
    assert text.isReadOnly()
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_an_opened_project_is_named_as_plain_text_and_is_not_made_again(qtbot: QtBot) -> None:
    window = StartWindow(Path("<b>pollen {grains}.mlwb"))
    qtbot.addWidget(window)
    named = next(label for label in window.findChildren(QLabel) if "pollen" in label.text())
    assert named.text() == "Opened project: <b>pollen {grains}"
    assert named.textFormat() == Qt.TextFormat.PlainText
    assert "import '<b>pollen {grains}.mlwb' FOLDER" in commands(window)
    assert not any(command.startswith("new") for command in commands(window))


@pytest.fixture
def palette(qapp: QApplication) -> Iterator[None]:
    before = QApplication.palette()
    yield
    QApplication.setPalette(before)


@pytest.mark.usefixtures("palette")
def test_the_colours_follow_the_systems_palette(window: StartWindow) -> None:
    QApplication.setPalette(QPalette(QColor("#202020")))
    QApplication.processEvents()
    assert DARK.page in window.styleSheet()
    QApplication.setPalette(QPalette(QColor("#f0f0f0")))
    QApplication.processEvents()
    assert LIGHT.page in window.styleSheet()


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(colors: Colors) -> None:
    assert contrast(colors.text, colors.panel) >= 4.5
    assert contrast(colors.muted, colors.page) >= 4.5
