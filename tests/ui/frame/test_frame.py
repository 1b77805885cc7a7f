"""What stands around every page: the jobs under way, the device, and the line that says what happened."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from workbench.operations.change import Together
from workbench.ui.frame.device_chip import DeviceChip, DeviceDialog
from workbench.ui.frame.job_panel import JobPanel
from workbench.ui.frame.status_line import Banner, Banners, StatusLine
from workbench.ui.services.history import Step
from workbench.ui.services.job_report import Report
from workbench.ui.services.project_context import ProjectContext
from workbench.words import Message

SLOW = 30_000  # milliseconds


@pytest.fixture
def panel(qtbot: QtBot, context: ProjectContext) -> JobPanel:
    panel = JobPanel(context.jobs, context.theme)
    qtbot.addWidget(panel)
    return panel


def count_slowly(gate: threading.Event, report: Report) -> None:
    """Report half, again and again, until the gate is open."""
    while not gate.wait(0.01):
        report.report(0.5, Message("{done} of {total} images read", {"done": 5, "total": 10}))


@pytest.mark.slow
def test_a_long_job_is_listed_with_its_share_and_can_be_cancelled(
    qtbot: QtBot, context: ProjectContext, panel: JobPanel
) -> None:
    ended: list[Exception] = []
    never = threading.Event()
    context.jobs.start(
        "Import pollen",
        lambda report: count_slowly(never, report),
        owner=panel,
        failed=ended.append,
        lane="images",
    )
    qtbot.waitUntil(lambda: bool(panel.rows))
    (row,) = panel.rows
    assert row.name.text() == "Import pollen"
    qtbot.waitUntil(lambda: row.bar.value() == 500)
    assert row.text.text() == "5 of 10 images read"
    row.cancel.click()
    assert row.text.text() == "Stopping…"
    qtbot.waitUntil(lambda: bool(ended))
    qtbot.waitUntil(lambda: not panel.rows)
    assert panel.isHidden()


@pytest.mark.slow
def test_a_job_that_waits_for_another_says_so(qtbot: QtBot, context: ProjectContext, panel: JobPanel) -> None:
    gate = threading.Event()
    for name in ("First", "Second"):
        context.jobs.start(name, lambda report: count_slowly(gate, report), owner=panel, lane="images")
    qtbot.waitUntil(lambda: len(panel.rows) == 2)
    assert [row.name.text() for row in panel.rows] == ["First", "Second"]
    assert panel.rows[1].text.text() == "Waiting"
    gate.set()
    qtbot.waitUntil(lambda: not panel.rows)


def test_the_chip_names_the_device_and_says_why_it_is_no_gpu(qtbot: QtBot, context: ProjectContext) -> None:
    chip = DeviceChip(context.jobs, context.theme)
    qtbot.addWidget(chip)
    assert chip.chip.text()
    qtbot.waitUntil(lambda: chip.facts is not None, timeout=SLOW)
    assert chip.facts is not None
    assert chip.facts.shown in chip.chip.text()
    if not chip.facts.is_gpu:
        assert "CPU" in chip.chip.text()
        assert chip.chip.toolTip() == str(chip.facts.reason)


@pytest.mark.slow
def test_the_device_is_tested_for_a_second_and_said_to_work(qtbot: QtBot, context: ProjectContext) -> None:
    chip = DeviceChip(context.jobs, context.theme)
    qtbot.addWidget(chip)
    qtbot.waitUntil(lambda: chip.facts is not None, timeout=SLOW)
    chip.chip.click()
    (dialog,) = chip.findChildren(DeviceDialog)
    dialog.test.click()
    assert dialog.outcome.text() == "Testing…"
    assert not dialog.test.isEnabled()
    qtbot.waitUntil(dialog.test.isEnabled, timeout=SLOW)
    assert "billion operations" in dialog.outcome.text()
    dialog.accept()


def test_undo_stands_beside_what_happened_while_there_is_something_to_undo(
    qtbot: QtBot, context: ProjectContext
) -> None:
    history = context.history
    line = StatusLine(history, context.theme)
    qtbot.addWidget(line)
    assert line.undo.isHidden()
    history.add(Step("3 images: oak", Together(()), "Save labels", context.changes.labels_changed))
    assert not line.undo.isHidden()
    assert "3 images: oak" in line.undo.toolTip()
    history.undo()
    assert line.undo.isHidden()


def test_redo_stands_there_while_there_is_something_to_do_again_and_never_in_the_place_of_undo(
    qtbot: QtBot, context: ProjectContext
) -> None:
    history = context.history
    line = StatusLine(history, context.theme)
    qtbot.addWidget(line)
    line.resize(800, 40)
    line.show()
    line.redo_requested.connect(history.redo)
    history.add(Step("3 images: oak", Together(()), "Save labels", context.changes.labels_changed))
    assert not line.redo.isVisible()
    undo = line.undo.geometry()
    history.undo()
    assert line.redo.isVisible()
    assert not undo.intersects(line.redo.geometry())
    assert {"3 images: oak", "Ctrl+Shift+Z/Ctrl+Y"} == set(line.redo.toolTip().rstrip(")").split(" ("))
    line.redo.click()
    assert not line.redo.isVisible()
    assert line.undo.geometry() == undo


@pytest.mark.slow
def test_the_name_of_a_job_is_read_whole_beside_its_cancel(
    qtbot: QtBot, context: ProjectContext, panel: JobPanel
) -> None:
    never = threading.Event()
    name = "Measure the cost of it all"
    context.jobs.start(name, lambda report: count_slowly(never, report), owner=panel, lane="learn")
    qtbot.waitUntil(lambda: bool(panel.rows), timeout=SLOW)
    panel.resize(168, 200)
    panel.show()
    words = panel.rows[0].name
    needed = words.fontMetrics().boundingRect(words.rect(), Qt.TextFlag.TextWordWrap, name)
    assert needed.width() <= words.width()
    assert needed.height() <= words.height()


def test_a_complaint_is_shown_once_and_replaced_by_the_next(qtbot: QtBot, context: ProjectContext) -> None:
    banners = Banners(context.theme)
    qtbot.addWidget(banners)
    banners.complain("The disk is full.")
    banners.complain("The folder is gone.")
    assert banners.complaint == "The folder is gone."
    banners.clear_complaint()
    assert banners.complaint == ""


def test_a_very_long_complaint_is_cut_and_whole_on_hover(qtbot: QtBot, context: ProjectContext) -> None:
    banners = Banners(context.theme)
    qtbot.addWidget(banners)
    words = "Unreadable folder. " * 40
    banners.complain(words)
    shown = banners.findChildren(Banner)[0]
    assert len(shown.text.text()) < 450
    assert shown.text.toolTip() == banners.complaint == words


@pytest.mark.slow
def test_jobs_for_which_there_is_no_room_scroll(qtbot: QtBot, context: ProjectContext, panel: JobPanel) -> None:
    never = threading.Event()
    for lane in ("images", "learn", "check"):
        context.jobs.start(lane * 20, lambda report: count_slowly(never, report), owner=panel, lane=lane)
    qtbot.waitUntil(lambda: len(panel.rows) == 3, timeout=SLOW)
    panel.resize(168, 120)
    panel.show()
    qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() > 0, timeout=SLOW)
    assert panel.minimumSizeHint().height() <= 120
    assert panel.rows[0].width() <= panel.viewport().width()


def test_a_complaint_that_was_closed_makes_room_for_the_next(qtbot: QtBot, context: ProjectContext) -> None:
    banners = Banners(context.theme)
    qtbot.addWidget(banners)
    banners.complain("The disk is full.")
    (close,) = banners.findChildren(QToolButton)
    with qtbot.waitSignal(close.destroyed):
        close.click()
    assert banners.complaint == ""
    banners.clear_complaint()
    banners.complain("The folder is gone.")
    assert banners.complaint == "The folder is gone."


def test_a_line_goes_when_it_was_read_and_its_page_is_left(
    qtbot: QtBot, context: ProjectContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = StatusLine(context.history, context.theme)
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    line.say("12 images imported")
    line.turn_page()
    assert line.text.text() == "12 images imported"
    assert 0 < line.fading.remainingTime() <= 6000
    monkeypatch.setattr("workbench.ui.frame.status_line._TO_READ", 0.0)
    line.turn_page()
    assert line.text.text() == ""


def test_a_line_goes_with_time_but_waits_for_a_person_who_is_away(qtbot: QtBot, context: ProjectContext) -> None:
    line = StatusLine(context.history, context.theme)
    qtbot.addWidget(line)
    line.say("Finished")
    line.fading.start(1)
    with qtbot.waitSignal(line.fading.timeout):
        pass
    assert line.text.text() == "Finished"
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    line.fading.start(1)
    qtbot.waitUntil(lambda: line.text.text() == "")
    # A line that is said anew stays for as long as any.
    line.say("Finished again")
    assert line.fading.remainingTime() > 10_000
