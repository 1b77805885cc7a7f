"""Jobs: work on threads, heard on the window's thread, in order where order matters."""

import gc
import threading
import time
import weakref
from collections.abc import Iterator
from itertools import pairwise

import pytest
import torch
from PySide6.QtCore import QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from workbench.errors import UserError
from workbench.operations.progress import Cancelled
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.lanes import LOADING, WRITING
from workbench.words import Message


@pytest.fixture
def jobs(qapp: QObject) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.cancel_all()
    assert jobs.close(5)


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    return QObject()


def test_a_result_comes_back_on_the_windows_thread(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    jobs.start("Add", lambda report: threading.current_thread(), owner=owner, done=lambda made: heard.append((made, 0)))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0] != threading.get_ident()


def test_jobs_of_a_lane_run_one_after_another_in_order(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    order: list[int] = []
    gate = threading.Event()

    def wait(report: Report) -> None:
        gate.wait(5)
        order.append(1)

    jobs.start("First", wait, owner=owner, lane="writing")
    second = jobs.start("Second", lambda report: order.append(2), owner=owner, lane="writing")
    assert not second.running
    gate.set()
    qtbot.waitUntil(lambda: order == [1, 2])


def test_news_arrive_in_order_and_before_the_end(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    heard: list[object] = []

    def work(report: Report) -> str:
        for number in range(1000):
            report.send(number)
        return "end"

    jobs.start("Count", work, owner=owner, done=heard.append, on_events=heard.extend)
    qtbot.waitUntil(lambda: "end" in heard)
    assert heard == [*range(1000), "end"]


def test_a_cancelled_job_stops_at_its_next_report(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    ended: list[Exception] = []
    run_started = threading.Event()

    def work(report: Report) -> None:
        while True:
            run_started.set()
            report.report(None, Message("Working"))

    job = jobs.start("Work", work, owner=owner, failed=ended.append)
    assert run_started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(ended[0], Cancelled)
    assert jobs.listed == ()


def test_of_jobs_that_must_be_newest_only_the_last_is_heard(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    heard: list[int] = []
    gate = threading.Event()

    def read(number: int, report: Report) -> int:
        gate.wait(5)
        return number

    for number in range(3):
        jobs.start(
            "Read", lambda report, number=number: read(number, report), owner=owner, done=heard.append, newest="read"
        )
    gate.set()
    qtbot.waitUntil(lambda: not jobs.listed)
    assert heard == [2]


def test_a_sentence_for_the_person_reaches_the_window_once(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    def work(report: Report) -> None:
        raise UserError(Message("The disk is full."))

    with qtbot.waitSignal(jobs.failed) as heard:
        jobs.start("Write", work, owner=owner)
    assert heard.args is not None
    assert str(heard.args[0]) == "The disk is full."


@pytest.mark.parametrize("raised", [MemoryError(), torch.OutOfMemoryError("full"), torch.AcceleratorError("lost")])
def test_what_the_machine_lacks_is_a_sentence_and_no_bug(
    raised: Exception, jobs: Jobs, owner: QObject, qtbot: QtBot
) -> None:
    def work(report: Report) -> None:
        raise raised

    with qtbot.waitSignal(jobs.failed) as heard:
        jobs.start("Embed", work, owner=owner)
    assert heard.args is not None
    assert isinstance(heard.args[0], UserError)


class Circular(QObject):
    """Refers to itself, so that only the garbage collector frees it."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_what_a_job_finds_as_garbage_is_deleted_on_the_windows_thread(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    deleted_by: list[int] = []
    Circular().destroyed.connect(lambda: deleted_by.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)

    def work(report: Report) -> list[list[int]]:
        return [[number] for number in range(200_000)]

    kept: list[object] = []
    jobs.start("Read", work, owner=owner, done=kept.append)
    qtbot.waitUntil(lambda: bool(deleted_by))
    assert deleted_by == [threading.get_ident()]


def test_a_bug_reaches_the_window_even_where_a_page_handles_failures(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    seen: list[Exception] = []

    def work(report: Report) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.failed):
        jobs.start("Divide", work, owner=owner, failed=seen.append)
    assert isinstance(seen[0], ZeroDivisionError)


def test_nobody_is_informed_once_the_owner_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[object] = []
    gate = threading.Event()
    owner = QObject()
    jobs.start("Late", lambda report: gate.wait(5), owner=owner, done=heard.append)
    owner.deleteLater()
    qtbot.waitSignal(owner.destroyed).wait()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.listed)
    assert heard == []


def test_nothing_of_it_goes_off_any_more_once_it_is_closed(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    jobs.start("Look", lambda report: None, owner=owner)
    qtbot.waitUntil(lambda: not jobs.listed)
    assert jobs.close(5)
    assert not [timer for timer in jobs.findChildren(QTimer) if timer.isActive()]


class Loaded:
    """Something large."""


def test_what_a_job_knew_is_let_go_once_it_is_over(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    loaded = Loaded()
    alive = weakref.ref(loaded)
    jobs.start("Look", lambda report, loaded=loaded: None, owner=owner, done=lambda made, loaded=loaded: None)
    qtbot.waitUntil(lambda: not jobs.listed)
    del loaded
    gc.collect()
    assert alive() is None


def test_between_results_that_take_long_to_show_the_window_has_its_turn(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    happened: list[str] = []
    begun = threading.Barrier(4)

    def show(result: object) -> None:
        until = time.monotonic() + 0.02
        while time.monotonic() < until:
            pass
        happened.append("result")

    for _ in range(3):
        jobs.start("Work", lambda report: begun.wait(10), owner=owner, done=show)
    begun.wait(10)
    assert all(job.wait(10) for job in jobs.listed)
    clock = QTimer()
    clock.timeout.connect(lambda: happened.append("turn"))
    clock.start(0)
    qtbot.waitUntil(lambda: not jobs.listed)
    clock.stop()
    results = [at for at, what in enumerate(happened) if what == "result"]
    assert len(results) == 3
    assert all("turn" in happened[before:after] for before, after in pairwise(results))


def test_jobs_one_after_another_share_a_thread(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    threads: set[threading.Thread] = set()
    for _ in range(5):
        jobs.start("Work", lambda report: threading.current_thread(), owner=owner, done=threads.add)
        qtbot.waitUntil(lambda: not jobs.listed)
    assert len(threads) == 1


def test_a_library_that_is_still_being_loaded_keeps_nobody_waiting(jobs: Jobs, owner: QObject, qtbot: QtBot) -> None:
    loaded, written, idle = threading.Event(), threading.Event(), list[bool]()
    jobs.start("Load", lambda report: loaded.wait(20), owner=owner, lane=LOADING)
    jobs.start("Write", lambda report: written.wait(20), owner=owner, lane=WRITING)
    jobs.when_idle(lambda: idle.append(loaded.is_set()))
    assert not jobs.is_idle
    written.set()
    qtbot.waitUntil(lambda: bool(idle))
    assert idle == [False]
    assert [job.name for job in jobs.listed] == ["Load"]
    assert not jobs.close(0)
    loaded.set()
