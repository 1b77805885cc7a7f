"""The line that says what is under way."""

from collections.abc import Iterator
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workbench.ui.look.theme import Theme
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.start.busy_row import BusyRow


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close(10)


def under_way(jobs: Jobs, owner: QObject, until: Event) -> Job:
    def work(report: Report) -> None:
        until.wait(10)

    return jobs.start("Wait", work, owner=owner)


def test_a_row_that_is_gone_hears_nothing_of_the_job_it_showed(
    qtbot: QtBot, qapp: QObject, theme: Theme, jobs: Jobs
) -> None:
    may_end = Event()
    row = BusyRow(theme)
    job = under_way(jobs, qapp, may_end)
    row.follow(job)
    shiboken6.delete(row)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(job.ended, timeout=10_000):
        may_end.set()
    assert raised == []


def test_the_end_of_an_earlier_job_leaves_the_one_that_is_shown(
    qtbot: QtBot, qapp: QObject, theme: Theme, jobs: Jobs
) -> None:
    first_may_end, second_may_end = Event(), Event()
    row = BusyRow(theme)
    qtbot.addWidget(row)
    first, second = under_way(jobs, qapp, first_may_end), under_way(jobs, qapp, second_may_end)
    row.follow(first)
    row.follow(second)
    with qtbot.waitSignal(first.ended, timeout=10_000):
        first_may_end.set()
    assert row.job is second
    with qtbot.waitSignal(second.ended, timeout=10_000):
        second_may_end.set()
    assert row.job is None
