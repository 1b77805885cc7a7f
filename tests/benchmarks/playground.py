"""How long the playground takes from a click to the picture: the click, both adaptings, and the painting.

`QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.playground [--clicks N]`: prints milliseconds for each bench that
answers clicks at once; half, nine in ten and the longest. On the bench of movement the walks before the first update
come before those after it: both are said.
"""

import argparse
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.operations.playground.rating_people import MOST_STARS, RATED
from workbench.ui.look.theme import Theme
from workbench.ui.playground.curves_bench import CurvesBench
from workbench.ui.playground.movement_bench import MovementBench
from workbench.ui.playground.ratings_bench import RatingsBench
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import Settings

Clicked = CurvesBench | RatingsBench


def until(application: QApplication, reached: Callable[[], bool]) -> None:
    """Let the window run until something is so; asleep between events, so that it takes no time from other threads."""
    while not reached():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def measure_movement(application: QApplication, jobs: Jobs, bench: MovementBench, clicks: int) -> None:
    """Put the goal somewhere, wait for the first walks to it and for all, and say how long that took."""
    bench.resize(1280, 800)
    bench.speak()
    bench.show()
    bench.entered()
    until(application, lambda: bench.model.pair is not None and not jobs.listed)
    bench.question.neither.click()
    bench.steps.slider.setValue(3)
    first, whole = list[float](), list[float]()
    plane, halves = bench.learner.plane, (bench.learner, bench.twin)
    for number in range(clicks):
        x, y = 30 + (97 * number) % (plane.width() - 60), 30 + (61 * number) % (plane.height() - 60)
        before, began = bench.model.pair, time.perf_counter()
        QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        for times, updates in ((first, 0), (whole, 3)):
            until(
                application,
                lambda: bench.model.pair is not before and bench.model.shown_step >= updates,  # noqa: B023 - called here
            )
            for half in halves:
                half.repaint()
            times.append(1000 * (time.perf_counter() - began))
        until(application, lambda: not jobs.listed)
    for name, times in (("the first walks", first), ("all walks", whole)):
        times.sort()
        half, most = times[clicks // 2], times[int(0.9 * clicks)]
        sys.stdout.write(f"movement, {name}: half {half:.0f} ms, nine in ten {most:.0f} ms, all {times[-1]:.0f} ms\n")
    bench.close()


def click_plane(bench: CurvesBench, number: int) -> None:
    """Put one more point somewhere."""
    plane = bench.learner.plane
    where = QPoint(60 + (97 * number) % (plane.width() - 100), 30 + (61 * number) % (plane.height() - 70))
    QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=where)


def click_star(bench: RatingsBench, number: int) -> None:
    """Give a picture another number of stars; in the end all twelve have some."""
    place = number % len(RATED)
    stars = 1 + (bench.model.ratings[place] + number // len(RATED)) % MOST_STARS
    QTest.mouseClick(bench.stars, Qt.MouseButton.LeftButton, pos=bench.stars.star_at(place, stars).toPoint())


def begun(application: QApplication, jobs: Jobs, bench: Clicked) -> None:
    """Show a bench with nothing on it yet."""
    bench.resize(1280, 800)
    bench.speak()
    bench.show()
    bench.entered()
    until(application, lambda: bench.model.pair is not None and not jobs.listed)
    bench.question.neither.click()
    bench.own.click()
    until(application, lambda: not jobs.listed)


def measure(application: QApplication, jobs: Jobs, bench: Clicked, click: Callable[[int], None], clicks: int) -> None:
    """Click, wait until both halves show what became of it, and say how long that took."""
    begun(application, jobs, bench)
    times: list[float] = []
    for number in range(clicks):
        pair = bench.model.pair
        began = time.perf_counter()
        click(number)
        until(application, lambda: bench.model.pair is not pair)  # noqa: B023 - called before the next round
        for half in (bench.learner, bench.twin):
            half.repaint()
        times.append(1000 * (time.perf_counter() - began))
        until(application, lambda: not jobs.listed)
    times.sort()
    half, most = times[len(times) // 2], times[int(0.9 * len(times))]
    sys.stdout.write(
        f"{bench.key}, {clicks} clicks: half within {half:.0f} ms, nine in ten {most:.0f} ms, all {times[-1]:.0f} ms\n"
    )
    bench.close()


def main() -> None:
    """Measure each bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clicks", type=int, default=50)
    clicks = parser.parse_args().clicks
    application = QApplication([])
    theme, jobs = Theme(application, Settings()), Jobs()
    curves, ratings = CurvesBench(theme, jobs), RatingsBench(theme, jobs)
    measure(application, jobs, curves, lambda number: click_plane(curves, number), clicks)
    measure(application, jobs, ratings, lambda number: click_star(ratings, number), clicks)
    measure_movement(application, jobs, MovementBench(theme, jobs), clicks)
    jobs.close(1)


if __name__ == "__main__":
    main()
