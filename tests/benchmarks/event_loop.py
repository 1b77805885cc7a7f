"""The longest waits of the window's event loop: the gaps of a 10 ms timer, by what was being done."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.workspace import Workspace
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings

_MOST = 900  # seconds that anything may take


class Watched:
    """The real window, with a timer whose gaps are the time that a click would have waited."""

    def __init__(self) -> None:
        self._application = QApplication.instance() or QApplication([])
        settings = Settings()
        settings.language = "en"
        self.longest: dict[str, float] = {}  # milliseconds, by phase
        self._gaps: list[float] = []
        self._last: float | None = None
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._tick)
        assert isinstance(self._application, QApplication)
        self.window = MainWindow(settings, Theme(self._application, settings))
        self.window.show()
        self._timer.start()

    @property
    def workspace(self) -> Workspace:
        """The open project."""
        assert self.window.workspace is not None
        return self.window.workspace

    def page(self, key: str) -> Any:
        """Go to a page and return it."""
        self.workspace.show_page(key)
        return self.workspace.page

    def run(self, seconds: float) -> None:
        """Let the window run for a while."""
        self.until(lambda: False, seconds)

    def until(self, reached: Callable[[], Any], most: float = _MOST) -> None:
        """Let the window run until something is so."""
        end = time.monotonic() + most
        while time.monotonic() < end and not reached():
            self._application.processEvents()
            # Processing events keeps other threads from Python; a real event loop sleeps in between.
            time.sleep(0.0005)

    def settle(self) -> None:
        """Let the window run until no job is under way."""
        self.run(0.3)
        self.until(lambda: not self.window.jobs.listed)
        self.run(0.2)

    def open(self, path: Path) -> None:
        """Open a project."""
        self.window.open_project(path)
        self.until(lambda: self.window.workspace is not None)

    def close(self) -> None:
        """Close the window."""
        self.window.stop_and_close()
        self.until(lambda: not self.window.isVisible())

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Measure the gaps of what is done inside, and print them."""
        self._gaps.clear()
        self._last = None
        started = time.monotonic()
        yield
        gaps = 1000 * np.array(self._gaps or [0.0])
        middle, high, most = np.percentile(gaps, (50, 99, 100))
        self.longest[name] = float(most)
        took = time.monotonic() - started
        sys.stdout.write(f"{name:<52} {took:6.1f} s   p50 {middle:5.1f}   p99 {high:6.1f}   max {most:6.1f} ms\n")
        sys.stdout.flush()

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._last is not None:
            self._gaps.append(now - self._last)
        self._last = now
