"""The whole window, with nothing open."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from workbench.ui.frame.main_window import MainWindow
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, settings: Settings) -> Iterator[MainWindow]:
    before = QLocale()
    settings.language = "en"
    window = MainWindow(settings, theme)
    window.show()
    yield window
    window.stop_and_close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    shiboken6.delete(window)
    QLocale.setDefault(before)
