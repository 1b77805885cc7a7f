"""A request to stop is heard while there is nothing new to report."""

from pathlib import Path

import pytest

from tests.made_images import make_classes
from workbench.operations.progress import Cancelled, Listening
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
