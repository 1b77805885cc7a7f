"""A person at the real window who only clicks, types and answers file dialogs, each counted, step by step."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget

from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.workspace import Workspace
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings

_MOST = 900  # seconds that anything may take
_LEFT = 12  # pixels: where radio buttons have their circle, and buttons with a menu no arrow


@dataclass(frozen=True)
class Looks:
    """What the window looks like, and the folder that takes its pictures, None for none."""

    language: str
    scheme: str
    size: tuple[int, int]
    pictures: Path | None


@dataclass
class Step:
    """What a person did for one step, and how long it took with the waiting."""

    name: str
    clicks: int = 0
    keys: int = 0
    seconds: float = 0.0


class Person:
    """Does one thing after the other, waiting for the program where it must."""

    def __init__(self, looks: Looks) -> None:
        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        self._application, self._looks = application, looks
        settings = Settings()
        settings.language, settings.scheme = looks.language, looks.scheme
        self.steps = [Step("")]
        self.window = MainWindow(settings, Theme(application, settings))
        self.window.resize(*looks.size)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: self.window.loaded)

    @property
    def workspace(self) -> Workspace:
        """The open project."""
        assert self.window.workspace is not None
        return self.window.workspace

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count what is done inside as one step."""
        self.steps.append(Step(name))
        started = time.monotonic()
        yield
        self.steps[-1].seconds = time.monotonic() - started
        sys.stderr.write(f"{name}: {self.steps[-1].seconds:.1f} s\n")

    def click(self, widget: QWidget) -> None:
        """Click a widget once it can be clicked; one out of sight is scrolled to, which counts as a click."""
        self.until(lambda: widget.isVisible() and widget.isEnabled())
        at = QPoint(min(_LEFT, widget.width() // 2), widget.height() // 2)
        if not widget.visibleRegion().contains(at):
            self._scroll_to(widget)
        self.steps[-1].clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        self.run(0.05)

    def scrolled(self) -> None:
        """Count a scroll as a click."""
        self.steps[-1].clicks += 1

    def key(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        self.steps[-1].keys += 1
        QTest.keyClick(widget, key, held)
        self.run(0.05)

    def type(self, widget: QWidget, text: str) -> None:
        """Type a text, a key for each character."""
        self.steps[-1].keys += len(text)
        QTest.keyClicks(widget, text)

    def answer(self, path: Path, picture: str = "") -> None:
        """Answer the file dialog that is open, with one click."""
        self.until(lambda: self._dialog() is not None)
        dialog: Any = self._dialog()
        if picture and self._looks.pictures is not None:
            self.run(0.2)
            dialog.grab().save(str(self._looks.pictures / f"{picture}.png"))
        self.steps[-1].clicks += 1
        dialog.fileSelected.emit(str(path))
        dialog.reject()

    def go_to(self, key: str) -> Any:
        """Click a step in the rail, once it can run, and return its page."""
        step = self.workspace.rail.steps[key]
        self.until(lambda: not step.waits_for)
        self.click(step)
        return self.workspace.page

    def picture(self, name: str) -> None:
        """Take a picture of the window, once what is shown has come."""
        if self._looks.pictures is not None:
            self.run(0.5)
            self.window.grab().save(str(self._looks.pictures / f"{name}.png"))

    def run(self, seconds: float) -> None:
        """Let the window run for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._turn()

    def until(self, reached: Callable[[], Any], most: float = _MOST) -> None:
        """Let the window run until something is so. Raises TimeoutError where it does not come to that."""
        end = time.monotonic() + most
        while not reached():
            if time.monotonic() > end:
                raise TimeoutError(f"{self.steps[-1].name}: waited {most:.0f} seconds for nothing")
            self._turn()

    def settle(self) -> None:
        """Let the window run until no job is under way."""
        self.run(0.2)
        self.until(lambda: not self.window.jobs.listed)

    def close(self) -> None:
        """Close the window."""
        self.window.stop_and_close()
        self.until(lambda: not self.window.isVisible())

    def _turn(self) -> None:
        self._application.processEvents()
        # Processing events keeps other threads from Python; a real event loop sleeps in between.
        time.sleep(0.0005)

    def _dialog(self) -> QFileDialog | None:
        return next((dialog for dialog in self.window.findChildren(QFileDialog) if dialog.isVisible()), None)

    def _scroll_to(self, widget: QWidget) -> None:
        around = widget.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        assert around is not None, f"{widget.accessibleName() or widget} is hidden by something"
        around.ensureWidgetVisible(widget)
        self.scrolled()
        self.run(0.05)
