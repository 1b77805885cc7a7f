"""Several runs are compared on the page Check, and what is measured beyond one test stands in tabs of its own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.check.check_parts import SHORT, SLOW, ask_little, choose, fill, part, settle, shown, start
from tests.ui.languages import LANGUAGES, spoken
from workbench.facts import fact
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import describe_comparisons
from workbench.operations.evaluation.evaluations import describe_evaluations
from workbench.operations.evaluation.reliability import Expectation, Expectations
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project, open_to_read
from workbench.operations.runs.training import train_approach
from workbench.ui.check.check_page import CheckPage
from workbench.ui.check.class_tab import ClassTab
from workbench.ui.check.comparison_tab import ComparisonTab
from workbench.ui.check.limits_tab import LimitsTab
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.shots_tab import ShotsTab
from workbench.ui.check.speed_tab import SpeedTab
from workbench.ui.frame.status_line import StatusLine
from workbench.ui.look.theme import Theme
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say
from workbench.words import Message

pytestmark = pytest.mark.usefixtures("known_features")

REQUEST = ComparisonRequest(("1",), ("pixels",), way=3, query=2, episodes=20)
ENDLESS = 2_000  # episodes
SMALL_PAGE = 1024 - 184  # pixels: the smallest window without what stands at its left
Tab = TypeVar("Tab", bound=MeasurementTab)


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture
def compared(templates: ProjectTemplates, project: Project, tmp_path: Path) -> int:
    """A comparison that was made before the page is opened; its id."""
    return templates.fill(project, fill_and_compare, tmp_path)


def fill_and_compare(project: Project, folder: Path) -> int:
    fill(project, folder)
    return compare_runs(project, REQUEST, Silent()).id


@pytest.fixture
def page(qtbot: QtBot, context: ProjectContext) -> CheckPage:
    return shown(qtbot, context)


def press(qtbot: QtBot, tab: MeasurementTab) -> None:
    qtbot.mouseClick(tab.act, Qt.MouseButton.LeftButton)
    settle(qtbot, tab.context)


def opened(qtbot: QtBot, page: CheckPage, kind: type[Tab]) -> Tab:
    tab = part(page, kind)
    page.results.open_part(tab)
    settle(qtbot, page.context)
    return tab


@pytest.mark.slow
def test_several_that_are_chosen_are_compared_and_ranked_under_a_sentence(
    qtbot: QtBot, page: CheckPage, said: list[str]
) -> None:
    choose(qtbot, page, "1", "pixels")
    ask_little(page)
    assert page.head.act.text() == page.head.act.accessibleName() == "Compare"
    start(qtbot, page)
    tab = page.results.comparison
    assert tab.table.isVisible()
    comparison = describe_comparisons(page.context.project)[0]
    assert [row.key for row in tab.table.rows] == [row.key for row in comparison.rows]
    assert {row.key for row in comparison.rows} == {"1", "pixels", "pretrained"}
    accuracies = [row.figures.accuracy for row in tab.table.rows if row.figures is not None]
    assert accuracies == sorted(accuracies, reverse=True)
    assert "±" in tab.table.model().index(0, 1).data()
    assert tab.sentence.isVisible()
    assert "Comparison" in said[-1]
    assert "20 episodes" in tab.notes.text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [ComparisonTab, ShotsTab, SpeedTab, LimitsTab])
def test_what_the_bottom_line_says_of_a_measurement_fits_a_small_window(
    qtbot: QtBot, context: ProjectContext, theme: Theme, kind: type[MeasurementTab], language: str
) -> None:
    with spoken(language):
        line = StatusLine(context.history, theme)
        qtbot.addWidget(line)
        line.resize(SMALL_PAGE, line.height())
        line.undo.setVisible(True)
        line.show()
        line.say(kind.done_words())
        QApplication.processEvents()
        assert line.text.fontMetrics().horizontalAdvance(line.text.text()) <= line.text.width()


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_for_which_there_is_no_room_are_named_under_the_table(
    qtbot: QtBot, compared: int, context: ProjectContext, language: str
) -> None:
    with spoken(language):
        page = shown(qtbot, context)
        tab = opened(qtbot, page, ComparisonTab)
        header = tab.table.model().headerData
        titles = [header(place, Qt.Orientation.Horizontal) for place in range(tab.table.model().columnCount())]
        for width, left_out in ((840, titles[3:]), (980, titles[5:]), (1500, []), (840, titles[3:])):
            page.resize(width, 700)
            qtbot.waitUntil(lambda left_out=left_out: tab.left_out.isVisible() == bool(left_out))
            words = tab.left_out.text()
            assert [title for title in titles if title in words] == left_out
            assert tab.left_out.fontMetrics().horizontalAdvance(words) <= tab.left_out.width()


@pytest.mark.slow
def test_a_comparison_is_a_test_of_each_and_its_rows_show_them(qtbot: QtBot, page: CheckPage) -> None:
    choose(qtbot, page, "1", "pixels")
    ask_little(page)
    start(qtbot, page)
    tab = page.results.comparison
    for place, row in enumerate(tab.table.rows):
        tab.table.selectRow(place)
        settle(qtbot, page.context)
        assert page.panel.history.current().id == row.figures.evaluation
        assert "image" in tab.about.text()
        assert {subject.key for subject in page.panel.chosen()} == {"1", "pixels"}
    page.results.open_part(part(page, ClassTab))
    number = page.panel.history.current().id
    last = next(test for test in describe_evaluations(page.context.project) if test.id == number)
    assert f"{100 * last.accuracy:.1f}" in page.results.verdict.sentence.text()


@pytest.mark.slow
def test_a_comparison_is_found_again_when_the_page_is_built_anew(
    qtbot: QtBot, compared: int, context: ProjectContext
) -> None:
    again = shown(qtbot, context)
    tab = opened(qtbot, again, ComparisonTab)
    assert {row.key for row in tab.table.rows} == {"1", "pixels"}
    assert tab.sentence.text()
    assert again.results.verdict.sentence.text()


@pytest.mark.slow
def test_a_comparison_that_ends_after_its_page_is_gone_is_shown_by_the_next(
    qtbot: QtBot, context: ProjectContext
) -> None:
    left = CheckPage(context)
    left.show()
    left.entered()
    settle(qtbot, context)
    choose(qtbot, left, "1", "pixels")
    ask_little(left)
    qtbot.mouseClick(left.head.act, Qt.MouseButton.LeftButton)
    left.leave()
    left.deleteLater()
    tab = opened(qtbot, shown(qtbot, context), ComparisonTab)
    assert len(tab.table.rows) == 3


@pytest.mark.slow
def test_while_it_compares_the_page_says_how_far_it_is_and_cancelling_keeps_what_was_there(
    qtbot: QtBot, compared: int, context: ProjectContext, said: list[str]
) -> None:
    page = shown(qtbot, context)
    tests = describe_evaluations(context.project)
    page.panel.form.episodes.setValue(ENDLESS)
    choose(qtbot, page, "1", "pixels")
    qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    tab = page.results.comparison
    assert page.head.words.text() == "Getting ready…"
    assert page.head.cancel.isVisible()
    assert tab.bar.isVisible()
    assert not tab.act.isEnabled()
    assert not page.head.act.isEnabled()
    qtbot.waitUntil(lambda: "of 2000 episodes" in page.head.words.text(), timeout=SLOW)
    qtbot.mouseClick(page.head.cancel, Qt.MouseButton.LeftButton)
    assert page.head.words.text() == "Stopping…"
    settle(qtbot, context)
    assert [comparison.id for comparison in describe_comparisons(context.project)] == [compared]
    assert describe_evaluations(context.project) == tests
    assert {row.key for row in tab.table.rows} == {"1", "pixels"}
    assert any("cancelled" in words.lower() for words in said)
    assert tab.act.isEnabled()
    assert not tab.bar.isVisible()


@pytest.mark.slow
def test_a_page_built_anew_in_another_language_goes_on_showing_what_is_under_way(
    qtbot: QtBot, page: CheckPage, context: ProjectContext
) -> None:
    page.panel.form.episodes.setValue(ENDLESS)
    choose(qtbot, page, "1", "pixels")
    qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "of 2000 episodes" in page.head.words.text(), timeout=SLOW)
    with spoken("es"):
        anew = CheckPage(context)
        qtbot.addWidget(anew)
        anew.show()
        qtbot.waitUntil(lambda: "de 2000 episodios" in anew.head.words.text(), timeout=SLOW)
        assert not anew.head.act.isEnabled()
        qtbot.mouseClick(anew.head.cancel, Qt.MouseButton.LeftButton)
        settle(qtbot, context)
        assert anew.head.cancel.isHidden()
    assert describe_comparisons(context.project) == ()


def test_a_comparison_without_examples_is_refused(qtbot: QtBot, page: CheckPage) -> None:
    choose(qtbot, page, "1", "pixels")
    page.panel.form.shot.setValue(0)
    settle(qtbot, page.context)
    assert "at least one example" in page.head.words.text()
    assert not page.head.act.isEnabled()
    assert not page.results.comparison.act.isEnabled()
    assert "at least one example" in page.results.comparison.act.toolTip()
    page.panel.form.shot.setValue(1)
    settle(qtbot, page.context)
    assert page.head.act.isEnabled()


@pytest.mark.slow
def test_runs_that_were_trained_in_turn_are_compared_once_when_the_page_is_entered(
    qtbot: QtBot, context: ProjectContext, page: CheckPage
) -> None:
    ask_little(page)
    context.training.trained_together = (1,)
    page.entered()
    settle(qtbot, context)
    assert page.results.comparison.table.isVisible()
    assert {subject.key for subject in page.panel.chosen()} == {"1"}
    page.entered()
    settle(qtbot, context)
    assert len(describe_comparisons(context.project)) == 1
    assert context.training.trained_together == ()


@pytest.mark.slow
def test_more_and_fewer_examples_are_drawn_as_lines_with_intervals(qtbot: QtBot, page: CheckPage) -> None:
    choose(qtbot, page, "pixels")
    ask_little(page)
    tab = opened(qtbot, page, ShotsTab)
    assert tab.nothing.isVisible()
    press(qtbot, tab)
    assert tab.plot.isVisible()
    assert {line.name for line in tab.plot.lines} == {"Raw pixels", "Pretrained network"}
    line = tab.plot.lines[0]
    assert line.across[0] == 1
    assert len(line.across) == len(line.accuracy) == len(line.ci95) > 1
    assert "examples" in tab.sentence.text()
    assert "±" in tab.plot.area.accessibleDescription()
    again = opened(qtbot, shown(qtbot, page.context), ShotsTab)
    assert again.plot.lines == tab.plot.lines


@pytest.fixture
def page_with_maml(qtbot: QtBot, project: Project, context: ProjectContext) -> CheckPage:
    """The page of a project whose second run takes steps."""
    train_approach(project, replace(SHORT, approach="maml", episodes=2, validate_every=2), Silent())
    return shown(qtbot, context)


@pytest.mark.slow
def test_where_none_takes_steps_that_is_said_and_nothing_can_be_measured(
    qtbot: QtBot, page_with_maml: CheckPage
) -> None:
    tab = opened(qtbot, page_with_maml, SpeedTab)
    for chosen, can in ((["1"], False), (["1", "2"], True), (["pixels"], False), (["2"], True)):
        choose(qtbot, page_with_maml, *chosen)
        said = say(fact("steps.none"))
        assert (tab.act.isEnabled(), said not in tab.act.toolTip(), said not in tab.nothing.text()) == (can, can, can)
    assert tab.nothing.isVisible()
    assert not tab.plot.isVisible()


@pytest.mark.slow
def test_the_accuracy_after_each_step_is_drawn_of_a_run_that_takes_steps(
    qtbot: QtBot, page_with_maml: CheckPage
) -> None:
    page = page_with_maml
    choose(qtbot, page, "2")
    ask_little(page)
    page.panel.form.episodes.setValue(3)
    tab = opened(qtbot, page, SpeedTab)
    press(qtbot, tab)
    assert tab.plot.isVisible()
    assert tab.plot.lines[0].across[:2] == (0, 1)
    assert "MAML" in tab.sentence.text()


@pytest.mark.slow
def test_three_things_are_said_of_the_chosen_run(qtbot: QtBot, page: CheckPage) -> None:
    choose(qtbot, page, "1")
    ask_little(page)
    tab = opened(qtbot, page, LimitsTab)
    press(qtbot, tab)
    assert len(tab.findings) == 3
    shown_words = {label.text() for label in tab.figures_view.findChildren(QLabel)}
    assert "Is it overfitting?" in shown_words
    assert "run 1" in tab.sentence.text()


@pytest.mark.slow
def test_findings_tell_whose_they_are_and_that_another_run_is_chosen(qtbot: QtBot, page_with_maml: CheckPage) -> None:
    page = page_with_maml
    choose(qtbot, page, "1")
    ask_little(page)
    tab = opened(qtbot, page, LimitsTab)
    press(qtbot, tab)
    assert tab.heading.isVisible()
    assert tab.heading.text() == "Findings: Run 1 · Prototypical Networks"
    assert not tab.other.isVisible()
    assert tab.act.text() == "Examine the selected run"
    choose(qtbot, page, "2")
    assert "Run 1" in tab.heading.text()
    assert tab.other.isVisible()
    assert "Run 2 · MAML" in tab.other.text()
    assert tab.act.text() == tab.act.accessibleName() == "Examine run 2"
    choose(qtbot, page, "pixels")
    assert "Raw pixels" in tab.other.text()
    choose(qtbot, page, "2")
    press(qtbot, tab)
    assert tab.heading.text() == "Findings: Run 2 · MAML"
    assert not tab.other.isVisible()


def test_what_warns_has_another_colour_and_another_sign(qtbot: QtBot, page: CheckPage) -> None:
    tab = opened(qtbot, page, LimitsTab)
    calm, warning = (Expectation(Message(name), Message(f"{name}.")) for name in ("Calm", "Warning"))
    tab.show_figures(Expectations(1, (calm, replace(warning, warns=True)), Message("One.")))
    kinds = {label.text(): label.property("kind") for label in tab.figures_view.findChildren(QLabel)}
    assert (kinds["Calm."], kinds["Warning."]) == ("body", "warn")
    signs = [label.pixmap().toImage() for label in tab.figures_view.findChildren(QLabel) if not label.pixmap().isNull()]
    assert signs[-1] != signs[-2]


@pytest.mark.slow
def test_the_keyboard_goes_from_tab_to_tab_and_starts_what_they_measure(qtbot: QtBot, page: CheckPage) -> None:
    choose(qtbot, page, "pixels")
    ask_little(page)
    tab = page.results.comparison
    page.results.tabs.choose(page.results.parts.index(tab) - 1)
    before = next(button for button in page.results.tabs.findChildren(QPushButton) if button.isChecked())
    page.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    qtbot.keyClick(before, Qt.Key.Key_Right)
    assert tab.isVisible()
    assert tab.act.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(tab.act, Qt.Key.Key_Space)
    settle(qtbot, page.context)
    assert tab.table.rows


@pytest.mark.slow
def test_every_tab_has_names_for_those_who_listen(qtbot: QtBot, page: CheckPage, compared: int) -> None:
    for tab in page.results.parts:
        page.results.open_part(tab)
        settle(qtbot, page.context)
    buttons = page.results.findChildren(QPushButton)
    assert all(button.accessibleName() for button in buttons)
    assert page.results.comparison.table.accessibleName() == "Comparison"
    assert all(part(page, kind).plot.area.accessibleName() for kind in (ShotsTab, SpeedTab))


def test_tabs_stand_in_two_rows_where_there_is_no_room_for_one(qtbot: QtBot, page: CheckPage) -> None:
    tabs = page.results.tabs.findChildren(QPushButton)
    for width, rows in ((1400, 1), (700, 2), (1400, 1)):
        page.resize(width, 700)
        qtbot.waitUntil(lambda rows=rows: len({tab.y() for tab in tabs}) == rows)
        assert all(tab.geometry().right() <= page.results.tabs.width() for tab in tabs)


class TestReadOnly:
    """A project that is open read-only."""

    @pytest.fixture
    def project(self, templates: ProjectTemplates, tmp_path: Path) -> Iterator[Project]:
        with new_project(tmp_path / "looked_at.mlwb") as made:
            templates.fill(made, fill_and_compare, tmp_path)
        with open_to_read(tmp_path / "looked_at.mlwb") as opened_project:
            yield opened_project

    @pytest.mark.slow
    def test_what_was_compared_is_shown_and_nothing_can_be_measured(
        self, qtbot: QtBot, context: ProjectContext
    ) -> None:
        page = shown(qtbot, context)
        tab = opened(qtbot, page, ComparisonTab)
        assert len(tab.table.rows) == 2
        for kind in (ComparisonTab, ShotsTab, SpeedTab, LimitsTab):
            assert not part(page, kind).act.isEnabled()
            assert "read-only" in part(page, kind).act.toolTip()


@pytest.mark.slow
@pytest.mark.parametrize("kind", [ShotsTab, LimitsTab, ComparisonTab])
def test_the_button_is_beside_its_sentence_and_figures_keep_their_height_in_a_low_window(
    qtbot: QtBot, page: CheckPage, kind: type[MeasurementTab]
) -> None:
    ask_little(page)
    page.panel.form.episodes.setValue(10)
    choose(qtbot, page, "1")
    tab = opened(qtbot, page, kind)
    for _ in ("nothing measured", "measured"):
        for size in ((1200, 800), (SMALL_PAGE, 560)):
            page.resize(*size)
            QApplication.processEvents()
            words = tab.sentence if tab.sentence.isVisible() else tab.nothing
            below = tab.act.mapTo(page, QPoint()).y() - words.mapTo(page, QPoint(0, words.height())).y()
            assert below < 24, size
            assert words.height() >= words.heightForWidth(words.width()), "nothing is pressed together"
            assert tab.figures_view.height() > 150 or not tab.figures_view.isVisible()
        press(qtbot, tab)


@pytest.mark.slow
def test_embedding_is_told_from_adapting_where_it_is_known(
    qtbot: QtBot, context: ProjectContext, compared: int
) -> None:
    comparison = describe_comparisons(context.project)[0]
    run = next(row for row in comparison.rows if row.run == 1)
    assert run.figures is not None
    assert run.figures.embed_ms is not None
    assert 0 < run.figures.embed_ms < run.figures.adapt_ms
    assert run.figures.adapt_only_ms == run.figures.adapt_ms - run.figures.embed_ms
    tab = opened(qtbot, shown(qtbot, context), ComparisonTab)
    head, *lines = copied_table(tab)
    assert head[head.index("Adapt") + 1] == "Embedding"
    line = next(line for line in lines if "no. 1" in line[1])
    assert line[head.index("Embedding")].endswith("ms embedding")


def copied_table(tab: ComparisonTab) -> list[list[str]]:
    tab.table.copying.copy_all.trigger()
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
