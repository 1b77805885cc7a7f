"""How long the playground takes from a click to the picture: the click, both adaptings, and the painting.

`QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.playground [--clicks N]`: prints milliseconds; half, nine in ten
and the longest.
"""

import argparse
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.ui.look.theme import Theme
from workbench.ui.playground.curves_bench import CurvesBench
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import Settings


def until(application: QApplication, reached: Callable[[], bool]) -> None:
    """Let the window run until something is so; asleep between events, so that it takes no time from other threads."""
    while not reached():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def main() -> None:
    """Click, wait until both halves show what became of it, and say how long that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clicks", type=int, default=50)
    clicks = parser.parse_args().clicks
    application = QApplication([])
    jobs = Jobs()
    bench = CurvesBench(Theme(application, Settings()), jobs)
    bench.resize(1280, 800)
    bench.speak()
    bench.show()
    bench.entered()
    until(application, lambda: bench.model.pair is not None and not jobs.listed)
    bench.question.neither.click()
    bench.own.click()
    until(application, lambda: not jobs.listed)
    bench.model.points = ()
    times: list[float] = []
    for number in range(clicks):
        pair, plane = bench.model.pair, bench.learner.plane
        where = QPoint(60 + (97 * number) % (plane.width() - 100), 30 + (61 * number) % (plane.height() - 70))
        began = time.perf_counter()
        QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=where)
        until(application, lambda: bench.model.pair is not pair)  # noqa: B023 - called before the next round
        for half in (bench.learner, bench.twin):
            half.repaint()
        times.append(1000 * (time.perf_counter() - began))
        until(application, lambda: not jobs.listed)
    times.sort()
    half, most = times[len(times) // 2], times[int(0.9 * len(times))]
    sys.stdout.write(f"{clicks} clicks: half within {half:.0f} ms, nine in ten {most:.0f} ms, all {times[-1]:.0f} ms\n")
    bench.close()
    jobs.close(1)


if __name__ == "__main__":
    main()
