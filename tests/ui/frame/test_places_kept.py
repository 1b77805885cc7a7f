"""What is chosen on Check and on Label stays chosen when another language is chosen, and on pages built anew."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.check.check_parts import fill as fill_for_check
from tests.ui.check.check_parts import part
from tests.ui.frame.test_language_change import of, turn
from tests.ui.label.label_parts import fill as fill_for_label
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project
from workbench.ui.check.check_page import CheckPage
from workbench.ui.check.class_tab import ClassTab
from workbench.ui.check.confusion_tab import ConfusionTab
from workbench.ui.check.result_view import TABS
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.label.label_order import Showing
from workbench.ui.label.label_page import LabelPage

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("known_features")]
PATIENCE = 60_000


def fill_with_tests(project: Project, folder: Path) -> list[int]:
    """Import, train once, and test the run twice, then raw pixels; return the numbers of the tests."""
    fill_for_check(project, folder)
    requests = (
        EvaluationRequest("1", way=3, query=2, episodes=20),
        EvaluationRequest("1", way=2, query=3, episodes=30),
        EvaluationRequest("pixels", way=3, query=2, episodes=20),
    )
    return [evaluate_run(project, request, Silent()).id for request in requests]


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.jobs.listed, timeout=PATIENCE)


@pytest.fixture
def tests(templates: ProjectTemplates, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> list[int]:
    """A project with tests, open in the window."""
    path = tmp_path / "a.mlwb"
    with new_project(path) as project:
        made = templates.fill(project, fill_with_tests, tmp_path)
    window.open_project(path)
    of(qtbot, window)
    return made


def check_page(qtbot: QtBot, window: MainWindow) -> CheckPage:
    """Return the page Check as it is when its reading is over."""
    workspace = of(qtbot, window)
    workspace.show_page("check")
    page = workspace.page
    assert isinstance(page, CheckPage)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: page.panel.history.current() is not None, timeout=PATIENCE)
    settle(qtbot, window)
    return page


def test_the_run_its_test_the_form_and_the_class_stay_chosen_on_check(
    qtbot: QtBot, window: MainWindow, tests: list[int]
) -> None:
    window.resize(1024, 640)
    page = check_page(qtbot, window)
    assert page.panel.table.current().key == "pixels"
    page.panel.table.select_keys({"1", "pretrained"}, "1")
    page.panel.history.select_keys({tests[0]}, tests[0])
    page.panel.form.episodes.setValue(321)
    page.results.tabs.choose(TABS.index(ClassTab))
    settle(qtbot, window)
    classes = part(page, ClassTab).classes
    last = classes.rows[-1].id
    classes.select_keys({last}, last)
    assert classes.verticalScrollBar().maximum() > 9
    classes.verticalScrollBar().setValue(9)
    for language in ("es", "en"):
        turn(window, language, "light")
        page = check_page(qtbot, window)
        assert page.panel.table.current().key == "1"
        assert {subject.key for subject in page.panel.chosen()} == {"1", "pretrained"}
        assert page.panel.history.current().id == tests[0]
        assert page.panel.form.episodes.value() == 321
        assert not page.results.verdict.isHidden()
        assert page.results.tabs.current == TABS.index(ClassTab)
        classes = part(page, ClassTab).classes
        assert classes.current().id == last
        qtbot.waitUntil(lambda view=classes: view.verticalScrollBar().value() == 9)


def label_page(qtbot: QtBot, window: MainWindow) -> LabelPage:
    """Return the page Label as it is when everything is proposed."""
    workspace = of(qtbot, window)
    workspace.show_page("label")
    page = workspace.page
    assert isinstance(page, LabelPage)
    qtbot.waitUntil(lambda: page.labelling.total > 0, timeout=PATIENCE)
    settle(qtbot, window)
    return page


def take_examples(qtbot: QtBot, window: MainWindow, templates: ProjectTemplates, folder: Path) -> LabelPage:
    """Open a project with images to label, give it examples, and wait for what is proposed."""
    path = folder / "b.mlwb"
    with new_project(path) as project:
        templates.fill(project, fill_for_label, folder)
    window.settings.remember_number("label.keep", 100)
    window.open_project(path)
    window.resize(1024, 640)
    page = label_page(qtbot, window)
    page.editing.add_folder(folder / "examples")
    qtbot.waitUntil(lambda: page.labelling.has_proposals, timeout=PATIENCE)
    settle(qtbot, window)
    return page


def test_the_images_chosen_on_label_stay_chosen_where_they_stood(
    qtbot: QtBot, window: MainWindow, templates: ProjectTemplates, tmp_path: Path
) -> None:
    page = take_examples(qtbot, window, templates, tmp_path)
    page.grid.select_rows(12, 14)
    page.grid.verticalScrollBar().setValue(page.grid.verticalScrollBar().value() + 11)
    current, selected, stood = page.grid.current_id(), page.grid.selected_ids(), page.grid.offset_of_current()
    assert stood is not None
    assert len(selected) == 3
    for language, scheme in (("es", "dark"), ("en", "light")):
        turn(window, language, scheme)
        page = label_page(qtbot, window)
        qtbot.waitUntil(lambda page=page: page.labelling.has_proposals, timeout=PATIENCE)
        settle(qtbot, window)
        assert page.grid.current_id() == current
        assert page.grid.selected_ids() == selected
        offset = page.grid.offset_of_current()
        assert offset is not None
        assert abs(offset - stood) < 40  # Sentences above wrap otherwise in another language.


def test_what_is_labelled_stays_shown_on_label_also_where_another_page_was_seen_meanwhile(
    qtbot: QtBot, window: MainWindow, templates: ProjectTemplates, tmp_path: Path
) -> None:
    page = take_examples(qtbot, window, templates, tmp_path)
    page.grid.select_rows(0, 4)
    page.grid.accept_requested.emit()
    settle(qtbot, window)
    page.centre.chips[Showing.DECIDED].click()
    page.grid.select_rows(3, 3)
    current = page.grid.current_id()
    of(qtbot, window).show_page("export")
    settle(qtbot, window)
    window.settings.scheme = "dark"
    window.theme.apply()
    assert "label" not in of(qtbot, window).pages
    page = label_page(qtbot, window)
    assert page.shown.showing is Showing.DECIDED
    assert page.centre.chips[Showing.DECIDED].isChecked()
    assert page.grid.current_id() == current


def test_the_cell_whose_images_are_shown_stays_chosen_on_check(
    qtbot: QtBot, window: MainWindow, tests: list[int]
) -> None:
    page = check_page(qtbot, window)
    page.results.tabs.choose(TABS.index(ConfusionTab))
    tab = part(page, ConfusionTab)
    tab.matrix.move_cursor(1, 1)
    tab.matrix.cell_chosen.emit(1, 1)
    settle(qtbot, window)
    images = [image.id for image in tab.images.cards.cards.images]
    assert images
    turn(window, "es", "dark")
    tab = part(check_page(qtbot, window), ConfusionTab)
    assert tab.isVisible()
    assert tab.matrix.cursor_cell == (1, 1)
    assert [image.id for image in tab.images.cards.cards.images] == images
    tab.as_list.click()
    turn(window, "en", "light")
    tab = part(check_page(qtbot, window), ConfusionTab)
    assert tab.as_list.isChecked()
    assert tab.pairs.isVisible()
