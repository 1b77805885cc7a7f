"""Searches after their end: earlier ones are reached, a failed one says why, and a deleted run is not offered."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.operations.conftest import SHORT, fill
from tests.operations.search.made_searches import REQUEST, found_run, make_search
from tests.project_templates import ProjectTemplates
from tests.ui.languages import LANGUAGES, spoken
from workbench.facts import fact
from workbench.operations.progress import Silent
from workbench.operations.project.compact_project import compact_project
from workbench.operations.project.opening import Project
from workbench.operations.runs.keeping.run_changes import delete_run
from workbench.store.models import RunState
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.learn.searching.search_head import SearchHead
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 60_000
RUN = 1
NEWEST, EARLIER = 0, 1  # places in the chooser


@pytest.fixture
def trained(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path, (SHORT, replace(SHORT, seed=1)))
    return project


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with spoken(request.param):
        yield request.param


@pytest.fixture
def page(qtbot: QtBot, trained: Project, context: ProjectContext, language: str) -> Iterator[LearnPage]:
    page = LearnPage(context)
    page.resize(1000, 700)
    page.show()
    qtbot.waitUntil(lambda: bool(context.names.titles) and bool(page.run_panel.listed), timeout=PATIENCE)
    yield page
    page.leave()
    shiboken6.delete(page)


def tell(context: ProjectContext) -> None:
    context.changes.runs_changed.emit(None)


def choose(head: SearchHead, place: int) -> None:
    head.chooser.setCurrentIndex(place)
    head.chooser.activated.emit(place)


def offered(head: SearchHead) -> set[object]:
    every = (head.use, head.check, head.restore, head.resume, head.stop, head.longer)
    return {act for act in every if act.isVisible()}


def test_an_earlier_search_is_reached_by_its_date_and_can_no_longer_go_on(
    qtbot: QtBot, trained: Project, context: ProjectContext, page: LearnPage
) -> None:
    make_search(trained, state=RunState.STOPPED)
    make_search(trained, found=found_run(RUN), run=RUN, request=replace(REQUEST, way=2))
    tell(context)
    board = page.search.board
    qtbot.waitUntil(lambda: board.head.chooser.count() == 2, timeout=PATIENCE)
    page.search.show()
    assert board.head.chooser.isVisible()
    assert offered(board.head) == {board.head.use, board.head.check, board.head.longer}
    assert "2" in board.head.chooser.itemText(NEWEST)
    choose(board.head, EARLIER)
    qtbot.waitUntil(lambda: board.number == 1, timeout=PATIENCE)
    assert board.head.chooser.currentIndex() == EARLIER
    assert not offered(board.head)
    assert len(board.table.rows) == 12
    assert not any("›" in row.state for row in board.table.rows)
    board.tabs.choose(1)
    qtbot.waitUntil(lambda: len(board.time.points) == 6 + 15, timeout=PATIENCE)
    choose(board.head, NEWEST)
    assert board.number == 2
    assert board.head.use in offered(board.head)


def test_a_run_leads_back_to_the_search_that_made_it(
    qtbot: QtBot, trained: Project, context: ProjectContext, page: LearnPage
) -> None:
    make_search(trained, run=RUN)
    make_search(trained)
    tell(context)
    qtbot.waitUntil(lambda: bool(page.search.of_runs) and page.search.is_known, timeout=PATIENCE)
    page.search.board.run_opened.emit(RUN)
    # It is listed, too, though the list showed others.
    assert page.run_panel.shown is not None
    assert page.run_panel.shown.id == RUN
    assert page.board.strip.search.isVisible()
    page.board.strip.search.click()
    qtbot.waitUntil(lambda: page.search.board.number == 1, timeout=PATIENCE)
    assert page.right.currentWidget() is page.search.board


def test_a_search_that_failed_says_why_also_later(
    qtbot: QtBot, trained: Project, context: ProjectContext, page: LearnPage
) -> None:
    why = fact("search.nothing_to_choose_by", least=2, there=1)
    make_search(trained, state=RunState.FAILED).keep_failure(why)
    tell(context)
    head = page.search.board.head
    qtbot.waitUntil(head.trouble.isVisible, timeout=PATIENCE)
    assert head.trouble.text() == say(why)
    assert head.resume.isVisible()
    make_search(trained)
    tell(context)
    qtbot.waitUntil(lambda: head.chooser.count() == 2, timeout=PATIENCE)
    choose(head, EARLIER)
    qtbot.waitUntil(lambda: head.trouble.text() == say(why) and not head.resume.isVisible(), timeout=PATIENCE)


def test_a_deleted_run_is_not_offered_until_it_is_restored(
    qtbot: QtBot, trained: Project, context: ProjectContext, page: LearnPage
) -> None:
    make_search(trained, found=found_run(RUN), run=RUN)
    tell(context)
    page.search.show()
    board, head = page.search.board, page.search.board.head
    qtbot.waitUntil(lambda: bool(board.table.rows) and page.search.is_known, timeout=PATIENCE)
    page.search.show()
    assert head.use.isVisible()
    delete_run(trained, RUN)
    tell(context)
    qtbot.waitUntil(head.restore.isVisible, timeout=PATIENCE)
    assert head.gone.isVisible()
    assert offered(head) == {head.restore, head.longer}
    (row,) = (row for row in board.table.rows if row.trial.run == RUN)
    assert row.run is None
    head.restore.click()
    qtbot.waitUntil(head.use.isVisible, timeout=PATIENCE)
    assert offered(head) == {head.use, head.check, head.longer}
    assert not head.gone.isVisible()
    delete_run(trained, RUN)
    compact_project(trained, Silent())
    tell(context)
    qtbot.waitUntil(head.gone.isVisible, timeout=PATIENCE)
    assert offered(head) == {head.longer}
