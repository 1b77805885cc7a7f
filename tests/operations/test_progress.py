"""A request to stop is heard while there is nothing new to report, and the time left is that of the present phase."""

from pathlib import Path

import pytest

from tests.made_images import make_classes
from workbench.operations.progress import Cancelled, Listening, Pace
from workbench.operations.project.opening import new_project
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Image
from workbench.words import Message, message


class StoppingAt:
    """A reporter that asks to stop at one of its reports."""

    def __init__(self, number: int) -> None:
        self.reports: list[tuple[float | None, str]] = []
        self._number = number

    def report(self, share: float | None, text: Message) -> None:
        self.reports.append((share, str(text)))
        if len(self.reports) == self._number:
            raise Cancelled


def test_the_last_report_is_repeated() -> None:
    reporter = StoppingAt(4)
    listening = Listening(reporter, message("Looking"))
    listening.going_on()
    listening.report(0.5, message("Half"))
    listening.going_on()
    with pytest.raises(Cancelled):
        listening.going_on()
    assert reporter.reports == [(None, "Looking"), (0.5, "Half"), (0.5, "Half"), (0.5, "Half")]


@pytest.mark.parametrize("number", range(1, 6))
def test_an_import_stops_at_whichever_report_it_is_asked(number: int, tmp_path: Path) -> None:
    make_classes(tmp_path / "pictures")
    reporter = StoppingAt(number)
    with new_project(tmp_path / "made.mlwb") as project:
        with pytest.raises(Cancelled):
            import_images(project, tmp_path / "pictures", ImportRequest(), reporter)
        with project.read() as session:
            kept = session.query(Image).count()
    assert len(reporter.reports) == number
    assert kept == 0 or reporter.reports[-1][0] == 1.0


class SetClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def going_on(pace: Pace, clock: SetClock, seconds: int, begin: float, end: float) -> None:
    """Report a share every second, from one to another."""
    for second in range(seconds + 1):
        pace.note(begin + (end - begin) * second / seconds)
        clock.now += second < seconds


def test_the_time_left_begins_anew_with_each_phase() -> None:
    clock = SetClock()
    pace = Pace(clock)
    going_on(pace, clock, 600, 0.0, 1.0)  # Ten minutes in which images are prepared.
    assert pace.seconds_left() is None
    clock.now += 1
    going_on(pace, clock, 6, 0.0, 0.05)  # The training takes two.
    assert pace.seconds_left() == pytest.approx(114, rel=0.01)


def test_a_phase_whose_share_is_not_known_ends_the_one_before() -> None:
    clock = SetClock()
    pace = Pace(clock)
    going_on(pace, clock, 10, 0.0, 0.1)
    pace.note(None)
    assert pace.seconds_left() is None
    clock.now += 500
    going_on(pace, clock, 10, 0.2, 0.6)
    assert pace.seconds_left() == pytest.approx(10)


def test_what_goes_on_from_half_is_not_taken_for_done_in_a_moment() -> None:
    clock = SetClock()
    pace = Pace(clock)
    going_on(pace, clock, 10, 0.5, 0.6)
    assert pace.seconds_left() == pytest.approx(40)


def test_only_what_happened_lately_counts_and_between_two_reports_the_time_runs_down() -> None:
    clock = SetClock()
    pace = Pace(clock)
    going_on(pace, clock, 300, 0.0, 0.1)
    going_on(pace, clock, 200, 0.1, 0.5)
    assert pace.seconds_left() == pytest.approx(250, rel=0.02)
    clock.now += 20
    assert pace.seconds_left() == pytest.approx(230, rel=0.02)


def test_nothing_is_said_of_the_first_seconds() -> None:
    clock = SetClock()
    pace = Pace(clock)
    going_on(pace, clock, 2, 0.0, 0.2)
    assert pace.seconds_left() is None
