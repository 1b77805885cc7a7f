"""How long the playground takes to open, from the click on the start page to its page, and to networks that answer.

`QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.playground_opening [--times N]`: each time in a window of a
process of its own, of which the program's files were read before; once the start page is at rest, and right away.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.ui.frame.main_window import MainWindow
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings

if TYPE_CHECKING:
    # The click that is timed is what loads it.
    from workbench.ui.playground.curves_bench import CurvesBench

_AT_REST, _AT_ONCE = "rest", "once"


def until(application: QApplication, reached: Callable[[], bool]) -> None:
    """Let the window run until something is so."""
    while not reached():
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def open_it(moment: str) -> tuple[float, float]:
    """Open the playground in a new window; return the milliseconds to its page, and to a picture of both networks."""
    application = QApplication([])
    settings = Settings()
    window = MainWindow(settings, Theme(application, settings))
    window.show()
    until(application, window.start.isVisible)
    if moment == _AT_REST:
        # The learning library is what the window loads last, by itself.
        until(application, lambda: "torch" in sys.modules and not window.jobs.listed)
    began = time.perf_counter()
    QTest.mouseClick(window.start.playground, Qt.MouseButton.LeftButton)
    page = window.playground.page
    if page is None or page.bench.key != "curves":
        raise RuntimeError("the playground did not open")
    bench = cast("CurvesBench", page.bench)
    window.repaint()
    shown = time.perf_counter()
    until(application, lambda: bench.model.pair is not None)
    window.repaint()
    return 1000 * (shown - began), 1000 * (time.perf_counter() - began)


def main() -> None:
    """Measure both moments, in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--moment", choices=(_AT_REST, _AT_ONCE))
    asked = parser.parse_args()
    if asked.moment is not None:
        sys.stdout.write("{} {}\n".format(*open_it(asked.moment)))
        sys.stdout.flush()
        # As the program ends: a thread that still loads a library would not survive the end of the interpreter.
        os._exit(0)
    measured: dict[str, list[list[float]]] = {_AT_REST: [], _AT_ONCE: []}
    for number in range(asked.times + 1):
        for moment, times in measured.items():
            command = [sys.executable, "-m", "tests.benchmarks.playground_opening", "--moment", moment]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            if number:  # The first reads the program's files.
                times.append([float(word) for word in said.splitlines()[-1].split()])
    for moment, times in measured.items():
        pages, answers = (sorted(column) for column in zip(*times, strict=True))
        half = len(pages) // 2
        page = f"page {pages[half]:.0f} ms (at most {pages[-1]:.0f})"
        sys.stdout.write(f"{moment}: {page}, networks {answers[half]:.0f} (at most {answers[-1]:.0f})\n")


if __name__ == "__main__":
    main()
