"""For a projector, everything is one and a half times as large from the next start on."""

import os
import subprocess
import sys

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.app import PROJECTOR_SCALE
from workbench.ui.frame.settings_dialog import SettingsDialog
from workbench.ui.look.theme import Theme
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import Settings

# What the program does at its start, and how many pixels it then draws for each of its own.
_START = """
from PySide6.QtWidgets import QApplication, QWidget
from workbench.app import scale_for_projector
from workbench.ui.services.settings import Settings
scale_for_projector(Settings())
application = QApplication([])
print(QWidget().devicePixelRatio())
"""


def ratio_at_start() -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", _START], env=environment, check=True, capture_output=True, text=True)
    return float(ended.stdout.splitlines()[-1])


def test_the_choice_is_kept_and_the_next_start_is_larger(settings: Settings, theme: Theme, qtbot: QtBot) -> None:
    jobs = Jobs()
    dialog = SettingsDialog(settings, theme, jobs)
    qtbot.addWidget(dialog)
    assert not dialog.projector.isChecked()
    usual = ratio_at_start()
    dialog.projector.click()
    QApplication.processEvents()  # Settings are written when Qt has a moment.
    assert Settings().is_for_projector
    assert ratio_at_start() == PROJECTOR_SCALE * usual
    dialog.projector.click()
    QApplication.processEvents()
    assert ratio_at_start() == usual
    assert jobs.close(5)
