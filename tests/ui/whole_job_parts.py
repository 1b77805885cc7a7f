"""A person at the real window, who does the whole job on the sample."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.dropping import drag, drop, files
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.frame.closing import ClosingDialog
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.workspace import Workspace
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings
from workbench.ui.services.training_stage import Stage

WAIT = 60_000  # milliseconds; a busy computer is slow, not wrong
REQUEST = TrainingRequest(
    "prototypical", image_size=16, query=3, episodes=120, validate_every=40, validation_episodes=20
)


class Person:
    """Clicks, drops and types at one window."""

    def __init__(self, qtbot: QtBot, theme: Theme, settings: Settings) -> None:
        self.qtbot = qtbot
        settings.language = "en"
        self.window = MainWindow(settings, theme)
        self.window.show()

    def wait(self, until: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()), timeout=WAIT)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.wait(lambda: not self.window.jobs.listed)

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    def make(self, path: Path) -> None:
        self.window.start.new_requested.emit(path)
        self.wait(lambda: self.window.workspace)

    def open(self, path: Path) -> None:
        self.window.start.open_requested.emit(path)
        self.wait(lambda: self.window.workspace)

    def go_to(self, key: str) -> Any:
        """Click a step in the rail once it can run, and return its page."""
        step = self.workspace.rail.steps[key]
        self.wait(lambda: not step.waits_for)
        QTest.mouseClick(step, Qt.MouseButton.LeftButton)
        assert self.workspace.page.key == key
        return self.workspace.page

    def drop_folder(self, page: Any, folder: Path) -> None:
        middle, data = page.rect().center(), files([folder])
        assert drag(page, middle, data)
        drop(page, middle, data)
        self.wait(lambda: page.overview.tasks)
        self.settle()

    def choose_in_dialog(self, path: Path) -> None:
        """Answer the file dialog that is open."""
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(path))
        dialog.reject()

    def start_training(self, page: Any, request: TrainingRequest) -> None:
        self.wait(lambda: page.new_run.form)
        page.new_run.show_request(request)
        self.wait(page.controls.start.isEnabled)
        page.controls.start.click()

    def reach(self, stage: Stage) -> None:
        self.wait(lambda: self.workspace.context.training.stage is stage)

    def press(self, page: Any, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(page.grid, key, held)

    def undo(self) -> None:
        # Keys of the whole window belong to the window that is in front.
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        QTest.keyClick(self.workspace.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def close_window(self) -> ClosingDialog | None:
        """Ask the window to close; returns the question where there is one."""
        self.window.close()
        asking = [dialog for dialog in self.window.findChildren(ClosingDialog) if dialog.isVisible()]
        return asking[0] if asking else None

    def gone(self) -> None:
        self.wait(lambda: not self.window.isVisible())
        shiboken6.delete(self.window)  # As the end of the program would.


def long(request: TrainingRequest) -> TrainingRequest:
    """Return the request for a training that is not over before it is closed."""
    return replace(request, episodes=20_000, validate_every=400)
