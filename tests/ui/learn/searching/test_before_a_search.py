"""Before a search begins: whether it can, said beside Start, and with how much it will be tried."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from tests.operations.conftest import fill
from tests.operations.search.made_searches import REQUEST, make_search
from tests.project_templates import ProjectTemplates
from tests.ui.languages import LANGUAGES, spoken
from workbench.operations.project.opening import Project
from workbench.operations.search.search_request import SearchRequest, possible_search
from workbench.store.models import ImageClass, Role
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 60_000
WAY = 3  # as many validation classes are there


@pytest.fixture
def imported(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with spoken(request.param):
        yield request.param


@pytest.fixture
def page(qtbot: QtBot, imported: Project, context: ProjectContext, language: str) -> Iterator[LearnPage]:
    page = LearnPage(context)
    page.resize(1000, 700)
    page.show()
    qtbot.waitUntil(lambda: page.new_run.form is not None and bool(context.names.titles), timeout=PATIENCE)
    yield page
    page.leave()
    shiboken6.delete(page)


def give(project: Project, before: Role, after: Role) -> None:
    with project.write() as session:
        session.execute(update(ImageClass).where(ImageClass.role == before).values(role=after))


def test_a_search_that_cannot_begin_cannot_be_started_and_why_stands_beside_start(
    qtbot: QtBot, page: LearnPage, imported: Project
) -> None:
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)
    give(imported, Role.META_VALIDATION, Role.META_TRAIN)
    page.entered()
    qtbot.waitUntil(lambda: not page.controls.start.isEnabled(), timeout=PATIENCE)
    reason = possible_search(imported, SearchRequest())
    assert isinstance(reason, Message)
    assert page.controls.reason.isVisible()
    assert page.controls.reason.text() == page.controls.start.toolTip() == say(reason)
    # What a person may do instead: choose the settings, with which classes to choose by are not needed.
    page.new_run.choice.myself.click()
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)
    page.new_run.choice.for_me.click()
    assert not page.controls.start.isEnabled()  # Nor before it is known.
    give(imported, Role.META_TEST, Role.META_VALIDATION)
    qtbot.waitUntil(lambda: bool(page.controls.reason.text()), timeout=PATIENCE)
    assert not page.controls.start.isEnabled()


def test_with_how_much_it_will_be_tried_is_said_where_that_is_less_than_wanted(qtbot: QtBot, page: LearnPage) -> None:
    form = page.new_run.for_me
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)
    assert not form.used.isVisible()
    form.labelled.way.setValue(50)
    form.labelled.shot.setValue(500)
    qtbot.waitUntil(form.used.isVisible, timeout=PATIENCE)
    assert f"{WAY} clas" in form.used.text()
    assert "50" not in form.used.text()
    assert page.controls.start.isEnabled()
    form.labelled.way.setValue(2)
    form.labelled.shot.setValue(1)
    qtbot.waitUntil(lambda: not form.used.isVisible(), timeout=PATIENCE)


def test_the_search_says_what_it_was_tried_with_and_that_it_is_less_than_asked(
    qtbot: QtBot, imported: Project, context: ProjectContext, page: LearnPage
) -> None:
    make_search(imported, request=replace(REQUEST, asked_way=50, asked_shot=500))
    context.changes.runs_changed.emit(None)
    used = page.search.board.head.used
    qtbot.waitUntil(lambda: "500" in used.text(), timeout=PATIENCE)
    assert f"{WAY} clas" in used.text()
    assert "50 clas" in used.text()
    assert used.isVisible() or not page.search.is_shown
