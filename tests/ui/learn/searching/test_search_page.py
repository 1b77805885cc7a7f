"""A search on the page Learn: what it found, what it tried, and how it goes on after a pause or a kill."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.operations.conftest import SHORT, fill
from tests.operations.search.made_searches import found_run, make_search
from tests.project_templates import ProjectTemplates
from tests.ui.languages import LANGUAGES, spoken
from workbench.facts import fact
from workbench.operations.project.opening import Project
from workbench.operations.search.search_request import SearchRequest
from workbench.store.models import RunState
from workbench.ui.controls.row_model import DETAIL
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.learn.searching.search_words import HeadState
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.search_controller import SearchStage
from workbench.ui.services.settings import model_key
from workbench.words import Decimal

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 120_000
QUICK = ("prototypical@efficientnet-lite0", "matching@efficientnet-lite0", "r2-d2@conv4", "siamese@conv4")
ASKED = SearchRequest(
    600, way=3, shot=1, query=2, trials=2, episodes=36, learns=False, learners=QUICK, validation_episodes=8
)
RUN = 1
TRIED, OVER_TIME, MATTERED, BY_SETTING = range(4)  # tabs

Open = Callable[[], LearnPage]


@pytest.fixture
def trained(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path, (SHORT,))
    return project


@pytest.fixture
def open_page(qtbot: QtBot, context: ProjectContext) -> Iterator[Open]:
    pages: list[LearnPage] = []

    def opened() -> LearnPage:
        page = LearnPage(context)
        pages.append(page)
        page.resize(1000, 700)
        page.show()
        qtbot.waitUntil(lambda: page.new_run.form is not None and bool(context.names.titles), timeout=PATIENCE)
        # Runs and searches are read apart, and either may come first.
        qtbot.waitUntil(lambda: bool(page.run_panel.listed), timeout=PATIENCE)
        qtbot.waitUntil(lambda: not context.jobs.in_lane("loading") and page.context is context, timeout=PATIENCE)
        return page

    yield opened
    for page in pages:
        close(page)


def close(page: LearnPage) -> None:
    if shiboken6.isValid(page):
        page.leave()
        shiboken6.delete(page)


def shows_search(page: LearnPage) -> bool:
    return page.right.currentWidget() is page.search.board


def buttons(page: LearnPage) -> list[str]:
    head = page.search.board.head
    shown = (head.use, head.check, head.resume, head.pause, head.stop, head.more, head.longer)
    return [act.text() for act in shown if act.isVisible()]


def cell(page: LearnPage, row: int, title: str) -> QModelIndex:
    table = page.search.board.table
    model = table.model()
    titles = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    return model.index(row, next(at for at, name in enumerate(titles) if name.startswith(title)))


def test_what_was_found_is_what_is_largest_and_can_be_labelled_with_or_looked_at(
    qtbot: QtBot, trained: Project, context: ProjectContext, open_page: Open
) -> None:
    make_search(trained, found=found_run(RUN), run=RUN)
    page = open_page()
    qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
    head = page.search.board.head
    assert "Matching: 81.0\u00a0±\u00a02.0\u00a0%" in head.line.text()
    assert "good result" in head.detail.text()  # That nothing has to be trained is no failure.
    assert buttons(page) == ["Label with it", "Look at the test", "Try longer"]
    with qtbot.waitSignal(context.notifier.requested) as requested:
        head.use.click()
    assert requested.args == ["label"]
    assert context.settings.text(model_key(context.path)) == str(RUN)
    with qtbot.waitSignal(context.notifier.requested) as requested:
        head.check.click()
    assert requested.args == ["check"]
    assert context.search.run_to_check == RUN


def test_something_learned_is_no_baseline(qtbot: QtBot, trained: Project, open_page: Open) -> None:
    make_search(trained, found=found_run(RUN, baseline=2), run=RUN)
    page = open_page()
    qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
    assert "good result" not in page.search.board.head.detail.text()


def test_want_of_time_to_train_is_no_good_result(qtbot: QtBot, trained: Project, open_page: Open) -> None:
    said = fact("search.baseline_no_time", baseline="Matching", accuracy=Decimal(81.0), interval=Decimal(2.0))
    make_search(trained, found=replace(found_run(RUN), learned=None, sentence=said), run=RUN)
    page = open_page()
    qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
    assert "good result" not in page.search.board.head.detail.text()


@pytest.mark.parametrize("state", [RunState.RUNNING, RunState.STOPPED])
def test_a_search_that_was_left_or_killed_is_shown_first_and_can_go_on(
    qtbot: QtBot, trained: Project, open_page: Open, state: RunState
) -> None:
    make_search(trained, state=state)
    page = open_page()
    qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
    assert page.search.board.head.left.text() == "3 min of 5 min left"
    assert "1 left out" in page.search.board.head.detail.text()
    assert buttons(page) == ["Resume", "Stop and test"]
    assert page.controls.start.isVisible()


def test_the_best_comes_first_and_why_something_was_left_out_is_on_hover(
    qtbot: QtBot, trained: Project, open_page: Open
) -> None:
    make_search(trained, found=found_run(RUN), run=RUN)
    page = open_page()
    table = page.search.board.table
    qtbot.waitUntil(lambda: len(table.rows) == 12, timeout=PATIENCE)
    accuracies = [row.trial.accuracy or -1.0 for row in table.rows]
    assert accuracies == sorted(accuracies, reverse=True)
    assert {row.state for row in table.rows} == {"Finished", "Given up", "Left out", "Not finished"}
    left_out = next(place for place, row in enumerate(table.rows) if row.state == "Left out")
    assert "too small" in cell(page, left_out, "State").data(Qt.ItemDataRole.ToolTipRole)
    table.sort_by(4)
    times = [row.trial.seconds for row in table.rows]
    assert times == sorted(times, reverse=True)


def test_a_run_is_opened_from_the_table_and_leads_back(qtbot: QtBot, trained: Project, open_page: Open) -> None:
    make_search(trained, found=found_run(RUN), run=RUN)
    page = open_page()
    board = page.search.board
    qtbot.waitUntil(lambda: len(board.table.rows) == 12 and bool(page.search.of_runs), timeout=PATIENCE)
    place = next(place for place, row in enumerate(board.table.rows) if row.trial.run == RUN)
    where = board.table.visualRect(cell(page, place, "No.")).center()
    qtbot.mouseClick(board.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.right.currentWidget() is page.board
    assert page.facts is not None
    assert page.facts.id == RUN
    assert page.board.strip.search.isVisible()
    assert not page.controls.watch.isVisible()  # It is over.
    page.board.strip.search.click()
    assert shows_search(page)


def test_a_search_that_can_go_on_is_a_click_away_from_any_run(qtbot: QtBot, trained: Project, open_page: Open) -> None:
    make_search(trained, state=RunState.STOPPED)
    page = open_page()
    qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
    page.tabs.setCurrentIndex(1)
    row = page.run_panel.list.model().index(0, 0)
    qtbot.mouseClick(
        page.run_panel.list.viewport(), Qt.MouseButton.LeftButton, pos=page.run_panel.list.visualRect(row).center()
    )
    qtbot.waitUntil(lambda: not shows_search(page), timeout=PATIENCE)
    page.controls.watch.click()
    assert shows_search(page)


def test_the_runs_of_a_search_do_not_bury_ones_own(qtbot: QtBot, trained: Project, open_page: Open) -> None:
    make_search(trained, run=RUN)
    page = open_page()
    qtbot.waitUntil(lambda: bool(page.search.of_runs), timeout=PATIENCE)
    page.tabs.setCurrentIndex(1)
    rows = page.run_panel.list.runs
    assert page.search.filter.isVisible()
    assert not rows.rows  # The one run is the search's, and not what it recommends.
    page.search.filter.setCurrentIndex(2)
    page.search.filter.activated.emit(2)
    assert [row.run for row in rows.rows] == [RUN]
    assert "search 1" in rows.rows[0].when


def test_without_a_search_all_runs_are_listed(qtbot: QtBot, trained: Project, open_page: Open) -> None:
    page = open_page()
    qtbot.waitUntil(lambda: len(page.run_panel.list.runs.rows) == 1, timeout=PATIENCE)
    assert not page.search.filter.isVisible()
    assert page.right.currentWidget() is page.board


def test_the_plots_show_the_same_trials(qtbot: QtBot, trained: Project, open_page: Open) -> None:
    make_search(trained, found=found_run(RUN), run=RUN)
    page = open_page()
    qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
    board = page.search.board
    board.tabs.choose(OVER_TIME)
    qtbot.waitUntil(lambda: len(board.time.points) == 6 + 15, timeout=PATIENCE)
    board.tabs.choose(MATTERED)
    # Of five trainings with an accuracy nothing is said.
    qtbot.waitUntil(board.too_few.isVisible, timeout=PATIENCE)
    board.tabs.choose(BY_SETTING)
    names = [board.option.itemText(index) for index in range(board.option.count())]
    assert names[:2] == ["Approach and network", "Learning rate"]
    assert board.value.currentWidget() is board.value.rows
    assert board.value.rows.names[0].startswith("Matching Networks")
    board.option.setCurrentIndex(1)
    board.option.activated.emit(1)
    assert board.value.currentWidget() is board.value.scale


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", [RunState.STOPPED, RunState.FINISHED])
def test_the_search_fits_into_the_smallest_window(
    qtbot: QtBot, trained: Project, open_page: Open, language: str, state: RunState
) -> None:
    make_search(trained, state=state, found=found_run(RUN) if state is RunState.FINISHED else None, run=RUN)
    with spoken(language):
        page = open_page()
        qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
        assert page.search.board.minimumSizeHint().width() <= 456
        close(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_tried_can_be_read_in_the_smallest_window(
    qtbot: QtBot, trained: Project, open_page: Open, language: str
) -> None:
    make_search(trained, found=found_run(RUN), run=RUN)
    with spoken(language):
        page = open_page()
        qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
        board, table = page.search.board, page.search.board.table
        page.resize(840, 560)  # What a page has of a window of 1024×640.
        page.splitter.setSizes([360, 456])
        page.grab()
        assert len({tab.y() for tab in board.tabs.findChildren(QPushButton)}) == 1
        assert all(table.columnWidth(at) >= 40 for at in range(6) if not table.isColumnHidden(at))
        # At least half of the table says what was tried, and the state of it is below, in place of a column.
        assert table.columnWidth(0) >= table.viewport().width() / 2
        place = next(place for place, row in enumerate(table.rows) if row.trial.reason is not None)
        row, setting = table.rows[place], table.model().index(place, 0)
        assert row.state in setting.data(DETAIL)
        assert "too small" in setting.data(Qt.ItemDataRole.ToolTipRole)
        page.resize(1300, 700)
        page.splitter.setSizes([360, 900])
        page.grab()
        assert row.state not in table.model().index(place, 0).data(DETAIL)
        assert not table.isColumnHidden(3)
        close(page)


def test_nothing_moves_when_a_search_begins(
    qtbot: QtBot, trained: Project, context: ProjectContext, open_page: Open
) -> None:
    page = open_page()
    qtbot.waitUntil(page.controls.start.isVisible, timeout=PATIENCE)
    before = page.splitter.geometry()
    context.search.start(ASKED)
    qtbot.waitUntil(lambda: not page.controls.start.isVisible(), timeout=PATIENCE)
    layout = page.layout()
    assert layout is not None
    layout.activate()
    assert page.splitter.geometry() == before


@pytest.mark.slow
def test_a_search_goes_on_in_another_language_and_to_its_end(
    qtbot: QtBot, trained: Project, context: ProjectContext, open_page: Open, said: list[str]
) -> None:
    page = open_page()
    context.search.start(ASKED)
    qtbot.waitUntil(lambda: len(context.search.trials) > 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: shows_search(page), timeout=PATIENCE)
    assert buttons(page) == ["Pause", "Stop and test", "+5 min"]
    assert not page.controls.start.isVisible()
    close(page)
    with spoken("es"):
        page = open_page()
        assert shows_search(page)
        assert buttons(page)[0] == "Pausar"
        tried = len(context.search.trials)
        qtbot.waitUntil(lambda: len(page.search.board.table.rows) >= tried, timeout=PATIENCE)
        qtbot.waitUntil(lambda: context.search.stage is SearchStage.FINISHED, timeout=PATIENCE)
        assert buttons(page)[0] == "Etiquetar con él"
        close(page)
    assert context.search.facts is not None
    assert context.search.facts.found is not None


@pytest.mark.slow
def test_a_search_told_to_stop_and_test_says_so_until_it_has(
    qtbot: QtBot, trained: Project, context: ProjectContext, open_page: Open
) -> None:
    page = open_page()
    context.search.start(ASKED)
    qtbot.waitUntil(lambda: context.search.stage is SearchStage.SEARCHING, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Stop and test" in buttons(page), timeout=PATIENCE)
    page.search.board.head.stop.click()
    seen: list[list[str]] = []

    def is_over() -> bool:
        seen.append(buttons(page))
        return context.search.stage is SearchStage.FINISHED and page.search.board.head.check.isVisible()

    qtbot.waitUntil(is_over, timeout=PATIENCE)
    assert not any("Stop and test" in offered for offered in seen)
    assert any("Pause" in offered for offered in seen)
    facts = context.search.facts
    assert facts is not None
    assert facts.found is not None
    assert facts.found.overrun is None, "who stops it asked for no time that it could have kept to"
    assert facts.found.sentence.code != "search.baseline_no_time"
    close(page)


@pytest.mark.slow
def test_the_focus_follows_start_pause_and_resume_and_never_lands_on_stop(
    qtbot: QtBot, trained: Project, context: ProjectContext, open_page: Open
) -> None:
    make_search(trained, found=found_run(RUN), run=RUN)
    page = open_page()
    page.activateWindow()
    head = page.search.board.head

    def show(state: HeadState) -> None:
        head.show_state(state)

    show(HeadState("", runs_now=True, can_pause=True, can_end=True))
    head.pause.setFocus()
    qtbot.waitUntil(head.pause.hasFocus)
    show(HeadState("", runs_now=True, can_end=True))  # It is being saved.
    assert page.hasFocus()
    show(HeadState("", resumes=True, can_end=True))
    assert head.resume.hasFocus()
    show(HeadState("", runs_now=True, can_pause=True, can_end=True))
    assert head.pause.hasFocus()
    head.stop.setFocus()
    show(HeadState("", runs_now=True))
    assert page.hasFocus()
