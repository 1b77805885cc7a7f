"""The left side of the page Learn: who chooses, what is suggested, and what a person decided is found again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.made_images import make_classes
from tests.project_templates import ProjectTemplates
from tests.ui.languages import LANGUAGES, spoken
from tests.ui.learn.learn_parts import SHORT, fill
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.planning.suggested_request import suggested_request
from workbench.ui.learn.choose_for_me import Wanted
from workbench.ui.learn.choosing.kept_choices import KeptChoices, keep_choices, kept_choices
from workbench.ui.learn.learn_page import LearnPage
from workbench.ui.learn.new_run import NewRun
from workbench.ui.learn.training_form import TrainingForm
from workbench.ui.services.project_context import ProjectContext

pytestmark = pytest.mark.usefixtures("known_features")

PATIENCE = 60_000


@pytest.fixture
def filled(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


Make = Callable[..., NewRun]


@pytest.fixture
def make(qtbot: QtBot, context: ProjectContext) -> Iterator[Make]:
    """Makes the left side, with its form; all are gone before the project is closed."""
    made: list[NewRun] = []

    def make(*, search_offered: bool = False) -> NewRun:
        side = NewRun(context, search_offered=search_offered)
        made.append(side)
        side.resize(340, 600)
        side.show()
        qtbot.waitUntil(lambda: side.form is not None, timeout=PATIENCE)
        return side

    yield make
    for side in made:
        if shiboken6.isValid(side):
            side.leave()
            shiboken6.delete(side.cost.label)
            shiboken6.delete(side)


def close(side: NewRun) -> None:
    side.leave()
    shiboken6.delete(side.cost.label)
    shiboken6.delete(side)


def form_of(side: NewRun) -> TrainingForm:
    assert side.form is not None
    return side.form


def test_a_project_that_is_new_shows_what_its_images_suggest(make: Make, filled: Project) -> None:
    side = make()
    suggestion = suggested_request(filled, Silent())
    form = form_of(side)
    assert form.request() == form.completed(suggestion.request)
    assert side.myself.line.words.text() == str(suggestion.reason)
    assert not side.myself.line.use.isEnabled()


@pytest.mark.usefixtures("filled")
def test_whoever_chose_otherwise_gets_back_to_the_suggestion(make: Make) -> None:
    side = make()
    form, suggested = form_of(side), form_of(side).request()
    form.episodes.way.setValue(3)
    form.approaches.several.click()
    assert side.myself.line.use.isEnabled()
    side.myself.line.use.click()
    assert form.requests() == (suggested,)
    assert not side.myself.line.use.isEnabled()


def test_what_was_decided_is_there_after_a_restart_and_what_was_suggested_is_suggested_anew(
    make: Make, context: ProjectContext, filled: Project
) -> None:
    side = make()
    close(side)
    assert kept_choices(context.settings, context.path) == KeptChoices()
    side = make()
    form_of(side).episodes.way.setValue(3)
    decided = form_of(side).request()
    close(side)
    side = make()
    assert form_of(side).request() == decided
    assert side.myself.line.use.isEnabled()
    side.myself.line.use.click()
    close(side)
    assert kept_choices(context.settings, context.path) == KeptChoices()


def test_a_new_suggestion_replaces_the_old_one_and_no_decision(
    qtbot: QtBot, make: Make, context: ProjectContext, filled: Project, tmp_path: Path
) -> None:
    side = make()
    form = form_of(side)
    add_examples_folder(filled, make_classes(tmp_path / "examples", classes=3, images=2, seed=9), Silent())
    context.changes.classes_changed.emit(None)
    qtbot.waitUntil(lambda: (form.request().way, form.request().shot) == (3, 2), timeout=PATIENCE)
    assert side.for_me.wanted.way == 3
    form.episodes.episodes.setValue(77)
    add_examples_folder(filled, make_classes(tmp_path / "more", classes=5, images=2, seed=10), Silent())
    context.changes.classes_changed.emit(None)
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=PATIENCE)
    assert (form.request().way, form.request().episodes) == (3, 77)
    side.myself.line.use.click()
    assert form.request().way == 5


def test_kept_choices_of_another_version_count_as_none(context: ProjectContext) -> None:
    context.settings.remember_text_of(context.path, "learn", '{"seconds": "soon"}')
    assert kept_choices(context.settings, context.path) == KeptChoices()
    kept = KeptChoices(chooses=True, chosen=SHORT, several=(SHORT, replace(SHORT, options={"train_way": 4})), way=7)
    keep_choices(context.settings, context.path, kept)
    assert kept_choices(context.settings, context.path) == kept


@pytest.mark.usefixtures("filled")
def test_the_left_side_scrolls_as_one(make: Make) -> None:
    side = make(search_offered=True)
    areas = [area for area in side.findChildren(QScrollArea) if area.isVisible()]
    assert areas == [side.area]
    for part in (side.choice, side.for_me, side.myself):
        assert side.area.isAncestorOf(part)


@pytest.mark.usefixtures("filled")
def test_only_where_there_is_a_search_may_the_choice_be_left_to_it(make: Make) -> None:
    side = make()
    assert not side.searches
    assert not side.choice.isVisible()
    assert not side.for_me.isVisible()
    assert form_of(side).isVisible()


@pytest.mark.usefixtures("filled")
def test_where_there_is_a_search_it_comes_first_and_what_is_chosen_is_kept(qtbot: QtBot, make: Make) -> None:
    side = make(search_offered=True)
    assert side.searches
    assert side.for_me.isVisible()
    assert not form_of(side).isVisible()
    with qtbot.waitSignal(side.judged, timeout=PATIENCE) as judged:
        side.ask_again()
    assert judged.args == [None]
    assert side.cost.label.text() == "At most 30 min"
    side.choice.myself.click()
    assert form_of(side).isVisible()
    close(side)
    side = make(search_offered=True)
    assert not side.searches
    side.choice.for_me.click()
    assert side.for_me.isVisible()


@pytest.mark.usefixtures("filled")
def test_whoever_changed_settings_before_there_was_a_search_finds_them_again(make: Make) -> None:
    side = make()
    form_of(side).episodes.way.setValue(3)
    decided = form_of(side).request()
    close(side)
    side = make(search_offered=True)
    assert not side.searches
    assert form_of(side).request() == decided


@pytest.mark.usefixtures("filled")
def test_settings_that_are_shown_can_be_seen(make: Make) -> None:
    side = make(search_offered=True)
    side.show_request(SHORT)
    assert not side.searches
    assert form_of(side).request().episodes == SHORT.episodes


@pytest.mark.usefixtures("filled")
def test_a_card_that_is_clicked_stays_under_the_pointer(qtbot: QtBot, make: Make) -> None:
    side = make()
    cards, bar = form_of(side).approaches.cards, side.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300, timeout=PATIENCE)
    bar.setValue(300)
    lower = cards["maml"]

    def height() -> int:
        return lower.mapTo(side.area.viewport(), lower.rect().topLeft()).y()

    before = height()
    lower.click()
    qtbot.waitUntil(lambda: form_of(side).details.y() > lower.y(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: abs(height() - before) <= 1, timeout=PATIENCE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("filled")
def test_nothing_of_the_left_side_is_cut_at_its_right(make: Make, language: str) -> None:
    with spoken(language):
        side = make(search_offered=True)
        form_of(side).more.line.click()
        assert form_of(side).learning.isVisibleTo(form_of(side))
        assert side.for_me.minimumSizeHint().width() <= 300
        assert side.inside.minimumSizeHint().width() <= 340


@pytest.fixture
def page(context: ProjectContext, filled: Project) -> Iterator[LearnPage]:
    page = LearnPage(context)
    page.resize(840, 560)
    page.show()
    yield page
    page.leave()
    shiboken6.delete(page)


def are_beside_start(page: LearnPage, words: QWidget) -> bool:
    start, place = page.controls.start.geometry(), words.geometry()
    in_its_row = place.top() <= start.center().y() <= place.bottom()
    return words.isVisible() and in_its_row and place.right() <= start.left()


def test_what_it_costs_or_why_it_cannot_start_is_beside_start_and_never_scrolls(qtbot: QtBot, page: LearnPage) -> None:
    cost, reason = page.new_run.cost.label, page.controls.reason
    assert not page.new_run.area.isAncestorOf(cost)
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)
    page.new_run.choice.for_me.click()
    qtbot.waitUntil(lambda: bool(cost.text()) and are_beside_start(page, cost), timeout=PATIENCE)
    page.new_run.choice.myself.click()
    form_of(page.new_run).episodes.shot.setValue(0)
    qtbot.waitUntil(lambda: bool(reason.text()) and are_beside_start(page, reason), timeout=PATIENCE)
    assert not cost.isVisible()


def test_start_searches_where_the_choice_is_left_to_it(qtbot: QtBot, context: ProjectContext, page: LearnPage) -> None:
    qtbot.waitUntil(page.controls.start.isEnabled, timeout=PATIENCE)
    page.new_run.choice.for_me.click()
    assert page.new_run.for_me.wanted == Wanted(1800.0, 5, 5)
    # Nobody decided the classes and examples: a search of few images may take fewer.
    assert page.new_run.for_me.asked == Wanted(1800.0, 0, 0)
    page.controls.start.click()
    assert context.search.is_busy
    assert page.right.currentWidget() is page.search.board
    assert not page.controls.start.isVisible()
