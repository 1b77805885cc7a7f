"""The page Check, as a person uses it: testing, reading what was found, and coming back to it."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from tests.made_images import make_nested_tasks
from tests.project_templates import ProjectTemplates
from tests.ui.check.check_parts import SHORT, SLOW, ask_little, choose, fill, part, settle, shown, start
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.evaluation.evaluations import (
    EvaluationSummary,
    confused_images,
    describe_evaluation,
    describe_evaluations,
)
from workbench.operations.evaluation.verdict import describe_verdict
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project, open_to_read
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.ui.check.check_page import CheckPage
from workbench.ui.check.class_tab import ClassTab
from workbench.ui.check.confusion_tab import ConfusionTab
from workbench.ui.check.embedding_tab import EmbeddingTab
from workbench.ui.check.shots_tab import ShotsTab
from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import percent, say

pytestmark = pytest.mark.usefixtures("known_features")

PIXELS_TEST = EvaluationRequest("pixels", way=3, query=2, episodes=20)


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    """Three folders of classes with a short run."""
    templates.fill(project, fill, tmp_path)
    return project


@pytest.mark.slow
def test_the_images_of_the_class_that_is_selected_are_shown_without_a_click(
    qtbot: QtBot, context: ProjectContext, tested: int
) -> None:
    page = shown(qtbot, context)
    tab = part(page, ClassTab)
    tab.classes.setFocus()
    for row in range(len(tab.classes.rows)):
        tab.classes.selectRow(row)
        settle(qtbot, context)
        confused = bool(tab.mistakes.rows)
        assert (tab.mistakes.current() is not None) == confused
        assert tab.classes.current().name in tab.images.heading.text() or not confused
        assert confused or tab.images.note.text() == "Images appear here for a class that was confused."
    assert "Choose a cell" not in tab.images.note.text()
    # Of the next test of the same classes, too.
    page.panel.form.episodes.setValue(30)
    choose(qtbot, page, "pixels")
    start(qtbot, page)
    assert "Choose a cell" not in tab.images.note.text()


@pytest.mark.slow
def test_what_was_said_of_an_earlier_measurement_goes_when_another_begins(
    qtbot: QtBot, context: ProjectContext
) -> None:
    said = list[str]()
    context.notifier.said.connect(said.append)
    page = shown(qtbot, context)
    ask_little(page)
    qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.head.cancel, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert "nothing was kept" in said[-1]
    page.results.open_part(part(page, ShotsTab))
    qtbot.mouseClick(part(page, ShotsTab).act, Qt.MouseButton.LeftButton)
    assert said[-1] == ""
    qtbot.mouseClick(page.head.cancel, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert "nothing was kept" in said[-1]
    qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    assert said[-1] == ""
    page.head.cancel.click()
    settle(qtbot, context)
    context.notifier.said.disconnect(said.append)


def accuracies(page: CheckPage) -> dict[str, str]:
    model = page.panel.table.model()
    return {row.key: model.index(number, 1).data() for number, row in enumerate(page.panel.table.rows)}


@pytest.fixture
def tested(templates: ProjectTemplates, project: Project, tmp_path: Path) -> int:
    """A test of raw pixels that was made before the page is opened; its id."""
    return templates.fill(project, fill_and_test, tmp_path)


def fill_and_test(project: Project, folder: Path) -> int:
    fill(project, folder)
    return evaluate_run(project, PIXELS_TEST, Silent()).id


@pytest.mark.slow
def test_runs_and_the_two_baselines_can_be_tested_and_were_not_yet(qtbot: QtBot, context: ProjectContext) -> None:
    page = shown(qtbot, context)
    assert accuracies(page) == dict.fromkeys(("1", "pretrained", "pixels"), "not tested yet")
    assert page.panel.table.current().name == "Run 1 · Prototypical Networks"
    assert page.invitation.isVisible()
    assert page.head.act.isEnabled()


@pytest.mark.slow
def test_a_test_shows_its_accuracy_with_the_interval_and_a_row_for_each_class(
    qtbot: QtBot, context: ProjectContext
) -> None:
    page = shown(qtbot, context)
    ask_little(page)
    with qtbot.waitSignal(context.changes.evaluations_changed, timeout=SLOW):
        qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    report = describe_evaluations(context.project)[0]
    assert accuracies(page)["1"] == f"{100 * report.accuracy:.1f} ± {100 * report.widest:.1f} %"
    sentence = page.results.verdict.sentence.text()
    assert "run 1" in sentence
    assert "chance is 33.3" in sentence
    both = page.results.verdict.intervals.text()
    assert all(f"{100 * half:.1f}" in both for half in (report.ci95, report.ci95_classes))
    assert page.results.verdict.intervals.toolTip()
    # In a low window the evidence has the room, and what explains the verdict is told on hover.
    page.resize(page.width(), 480)
    assert not page.results.verdict.intervals.isVisible()
    assert page.results.verdict.figure.isVisible()
    for words in (both, sentence):
        assert words in page.results.verdict.more.toolTip()
    classes = part(page, ClassTab).classes
    assert classes.isVisible()
    assert len(classes.rows) > 1
    worst_first = [row.accuracy for row in classes.rows]
    assert worst_first == sorted(worst_first)


@pytest.mark.slow
def test_the_accuracy_is_the_largest_thing_and_stays_with_the_tabs_whatever_tab_is_shown(
    qtbot: QtBot, context: ProjectContext, tested: int
) -> None:
    page = shown(qtbot, context)
    verdict, tabs = page.results.verdict, page.results.tabs
    report = describe_evaluations(context.project)[0]
    assert verdict.figure.text().replace("\u00a0", " ") == f"{100 * report.accuracy:.1f} %"
    others = [text for text in page.findChildren(QLabel) if text is not verdict.figure and text.isVisible()]
    assert verdict.figure.fontInfo().pixelSize() > max(text.fontInfo().pixelSize() for text in others)
    assert verdict.headline.text() == say(describe_verdict(context.project, tested).headline)
    assert verdict.whose.text() == "Raw pixels · 3 classes, 1 ex."
    assert verdict.geometry().bottom() < tabs.geometry().top()
    places = set[tuple[object, ...]]()
    for part_shown in page.results.parts:
        page.results.open_part(part_shown)
        settle(qtbot, context)
        assert verdict.isVisible()
        places.add(tuple(widget.geometry().getRect() for widget in (verdict, tabs, part_shown)))
    assert len(places) == 1


FIVE_SHOT = replace(SHORT, way=3, shot=2)


class TestRunsOfTwoShapes:
    """One run was trained with one example of five classes, another with two of three."""

    @pytest.fixture
    def project(self, templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
        templates.fill(project, fill_with_two, tmp_path)
        return project

    @pytest.mark.slow
    def test_a_test_begins_with_what_the_run_was_trained_for_until_the_person_says_otherwise(
        self, qtbot: QtBot, context: ProjectContext
    ) -> None:
        page = shown(qtbot, context)
        form = page.panel.form

        def shape() -> tuple[int, int]:
            return form.way.value(), form.shot.value()

        choose(qtbot, page, "2")
        assert shape() == (3, 2)
        choose(qtbot, page, "1")
        assert shape() == (5, 1)
        choose(qtbot, page, "pixels")
        assert shape() == (5, 1), "a baseline was trained for nothing"
        choose(qtbot, page, "2")
        form.query.setValue(2)
        form.episodes.setValue(20)
        start(qtbot, page)
        assert [(test.way, test.shot) for test in describe_evaluations(context.project)] == [(3, 2)]
        choose(qtbot, page, "1")
        assert shape() == (5, 1), "queries and episodes are not what follows"
        assert "±" in accuracies(page)["2"], "a run keeps the accuracy of its own kind of test"
        form.shot.setValue(4)
        choose(qtbot, page, "2")
        assert shape() == (5, 4)
        assert accuracies(page)["2"] == "not tested yet"


def fill_with_two(project: Project, folder: Path) -> None:
    fill(project, folder, (SHORT, FIVE_SHOT))


@pytest.mark.slow
def test_every_table_of_the_page_can_be_copied(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    page = shown(qtbot, context)
    assert page.results.parts
    tables = page.findChildren(QTableView)
    assert len(tables) > 4
    for table in tables:
        copying = table.findChild(TableCopy)
        assert copying is not None, table.accessibleName()
    tab = part(page, ClassTab)
    tab.classes.copying.copy_all.trigger()
    head, *lines = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t") == ["Class", "Folder", "Correct", "Accuracy"]
    assert len(lines) == len(tab.classes.rows)


@pytest.mark.slow
def test_the_whole_confusion_matrix_is_saved_with_every_name(
    qtbot: QtBot, context: ProjectContext, tested: int, tmp_path: Path
) -> None:
    page = shown(qtbot, context, (840, 480))
    tab = part(page, ConfusionTab)
    tab.saving.save_picture_to(tmp_path / "matrix.svg")
    tab.saving.save_picture_to(tmp_path / "matrix.png")
    tab.saving.save_data_to(tmp_path / "matrix.csv")
    settle(qtbot, context)
    with open(tmp_path / "matrix.csv", newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    assert head == ["actual", *tab.matrix.names]
    counts = describe_evaluation(context.project, tested).confusion
    assert [list(map(int, row[1:])) for row in rows] == counts.tolist()
    drawing = (tmp_path / "matrix.svg").read_text("utf-8")
    assert all(drawing.count(f">{name}<") == 2 for name in tab.matrix.names)
    assert "actual class" in drawing
    whole = tab.matrix.whole()
    qtbot.addWidget(whole)
    whole.show()
    last = whole.cell_rect(len(rows) - 1, len(rows) - 1)
    assert whole.viewport().rect().contains(last), "nothing is cut, and nothing scrolls"
    assert min(QImage(str(tmp_path / "matrix.png")).size().toTuple()) > 2 * 28 * len(rows)


@pytest.mark.slow
def test_a_test_can_be_begun_from_the_empty_place(qtbot: QtBot, context: ProjectContext, said: list[str]) -> None:
    page = shown(qtbot, context)
    choose(qtbot, page, "pixels")
    ask_little(page)
    qtbot.mouseClick(page.invitation.act, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert page.results.verdict.isVisible()
    assert any("Raw pixels" in words for words in said)


@pytest.mark.slow
def test_the_empty_place_speaks_of_all_that_are_chosen_and_compares_them(qtbot: QtBot, context: ProjectContext) -> None:
    page = shown(qtbot, context)
    choose(qtbot, page, "1", "pretrained")
    title, text, act = page.invitation.title, page.invitation.text, page.invitation.act
    assert title.text() == "2 selected, not compared yet"
    assert "all of them" in text.text()
    assert act.text() == page.head.act.text() == "Compare"
    choose(qtbot, page, "1")
    assert title.text() == "Not tested yet: Run 1 · Prototypical Networks"
    assert act.text() == "Start test"
    choose(qtbot, page, "1", "pixels")
    ask_little(page)
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert len(page.results.comparison.table.rows) > 1


@pytest.mark.slow
def test_the_accuracy_shown_is_of_the_way_and_shot_that_are_set(
    qtbot: QtBot, context: ProjectContext, tested: int
) -> None:
    page = shown(qtbot, context)
    assert page.panel.form.way.value() == 3
    assert "±" in accuracies(page)["pixels"]
    page.panel.form.shot.setValue(2)
    assert accuracies(page)["pixels"] == "not tested yet"
    page.panel.form.shot.setValue(1)
    assert "±" in accuracies(page)["pixels"]


@pytest.mark.slow
def test_a_rough_test_does_not_hide_a_better_one(qtbot: QtBot, context: ProjectContext) -> None:
    for episodes in (5, 40, 20):
        evaluate_run(context.project, replace(PIXELS_TEST, episodes=episodes), Silent())
    rough, best, _ = described = describe_evaluations(context.project)
    page = shown(qtbot, context)
    assert rough.episodes == 20
    assert accuracies(page)["pixels"] == percent(best.accuracy, best.widest)
    assert page.panel.history.current().id == best.id
    assert page.panel.history.rows == list(described)
    newer = evaluate_run(context.project, replace(PIXELS_TEST, episodes=40, seed=1), Silent())
    context.changes.evaluations_changed.emit(None)
    settle(qtbot, context)
    assert accuracies(page)["pixels"] == percent(newer.accuracy, newer.widest)


@pytest.mark.slow
def test_what_is_chosen_first_is_scrolled_to(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    page = shown(qtbot, context, (840, 420))
    table = page.panel.table
    assert table.current().key == "pixels"
    assert table.verticalScrollBar().maximum() > 0
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


@pytest.mark.slow
def test_cancelling_keeps_what_was_there(qtbot: QtBot, context: ProjectContext, tested: int, said: list[str]) -> None:
    page = shown(qtbot, context)
    before = accuracies(page)
    page.panel.form.episodes.setValue(50_000)
    choose(qtbot, page, "1")
    qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: " episodes" in page.head.words.text(), timeout=SLOW)
    assert "Run 1" in page.head.words.text()
    assert not page.head.act.isEnabled()
    qtbot.mouseClick(page.head.cancel, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert [test.id for test in describe_evaluations(context.project)] == [tested]
    assert accuracies(page) == before
    assert any("cancelled" in words for words in said)
    qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
    assert said[-1] == ""  # What was said of the test before goes when another begins.
    qtbot.mouseClick(page.head.cancel, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert page.head.act.isEnabled()


@pytest.mark.slow
def test_results_are_there_after_the_page_is_opened_again(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    page = shown(qtbot, context)
    assert page.results.verdict.isVisible()
    assert "raw-pixel baseline" in page.results.verdict.sentence.text()
    assert part(page, ClassTab).classes.rows
    assert page.panel.form.episodes.value() == PIXELS_TEST.episodes


@pytest.mark.slow
def test_an_earlier_test_can_be_opened_again(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    evaluate_run(context.project, EvaluationRequest("pixels", way=2, query=2, episodes=20), Silent())
    page = shown(qtbot, context)
    assert [test.way for test in page.panel.history.rows] == [2, 3]
    assert "telling 2 classes apart" in page.results.verdict.sentence.text()
    page.panel.history.selectRow(1)
    settle(qtbot, context)
    assert "telling 3 classes apart" in page.results.verdict.sentence.text()


@pytest.mark.slow
def test_a_click_on_a_cell_shows_its_images(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    page = shown(qtbot, context)
    tab = part(page, ConfusionTab)
    page.results.open_part(tab)
    tab.as_list.click()
    worst = tab.pairs.rows[0]
    tab.as_matrix.click()
    qtbot.mouseClick(
        tab.matrix.viewport(), Qt.MouseButton.LeftButton, pos=tab.matrix.cell_rect(worst.truth, worst.named).center()
    )
    settle(qtbot, context)
    assert tab.images.heading.text() == f"{worst.true_name} mistaken for {worst.predicted_name}: {worst.count}"
    classes = part(page, ClassTab).classes.rows
    ids = {f"{row.name} ({row.task})": row.id for row in classes} | {row.name: row.id for row in classes}
    expected = confused_images(context.project, tested, ids[worst.true_name], ids[worst.predicted_name])
    assert [image.id for image in tab.images.cards.cards.images] == list(expected)
    assert not np.any(tab.images.cards.cards.right)


@pytest.mark.slow
def test_a_cell_of_the_diagonal_shows_what_was_right(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    tab = part(shown(qtbot, context), ConfusionTab)
    tab.matrix.move_cursor(0, 0)
    qtbot.keyClick(tab.matrix, Qt.Key.Key_Space)
    settle(qtbot, context)
    assert "correct" in tab.images.heading.text()
    assert len(tab.images.cards.cards.images) > 0
    assert np.all(tab.images.cards.cards.right)


@pytest.mark.slow
def test_the_keyboard_moves_in_the_matrix_and_opens_a_cell(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    page = shown(qtbot, context)
    tab = part(page, ConfusionTab)
    page.results.open_part(tab)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(tab.matrix, key)
    assert tab.matrix.cursor_cell == (1, 1)
    assert tab.words.text().startswith(f"{tab.matrix.names[1]} correct")
    qtbot.keyClick(tab.matrix, Qt.Key.Key_End)
    assert tab.matrix.cursor_cell == (1, len(tab.matrix.names) - 1)
    qtbot.keyClick(tab.matrix, Qt.Key.Key_Return)
    settle(qtbot, context)
    assert tab.images.heading.text().startswith(f"{tab.matrix.names[1]} mistaken for {tab.matrix.names[-1]}:")


@pytest.mark.slow
def test_a_class_shows_what_it_is_mistaken_for_most(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    tab = part(shown(qtbot, context), ClassTab)
    worst = tab.classes.rows[0]
    assert tab.classes.current() is worst
    counts = [mistake.count for mistake in tab.mistakes.rows]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == worst.total - worst.right
    tab.mistakes.selectRow(0)
    settle(qtbot, context)
    assert len(tab.images.cards.cards.images) > 0


@pytest.mark.slow
def test_what_is_chosen_stays_chosen_when_the_runs_are_read_again(
    qtbot: QtBot, context: ProjectContext, tested: int
) -> None:
    page = shown(qtbot, context)
    choose(qtbot, page, "pixels", "pretrained")
    part(page, ClassTab).classes.selectRow(2)
    before = part(page, ClassTab).classes.current().id
    context.changes.runs_changed.emit(None)
    context.changes.tasks_changed.emit(None)
    settle(qtbot, context)
    assert {subject.key for subject in page.panel.chosen()} == {"pixels", "pretrained"}
    assert part(page, ClassTab).classes.current().id == before


def pixels_with_90(qtbot: QtBot, page: CheckPage, field: QSpinBox) -> EvaluationSummary:
    """Raw pixels tested with more of something than there is."""
    choose(qtbot, page, "pixels")
    ask_little(page)
    field.setValue(90)
    start(qtbot, page)
    return describe_evaluations(page.context.project)[0]


@pytest.mark.slow
def test_more_examples_than_there_are_become_what_was_tested(qtbot: QtBot, context: ProjectContext) -> None:
    page = shown(qtbot, context)
    shot = pixels_with_90(qtbot, page, page.panel.form.shot).shot
    assert 0 < shot < 90
    assert page.panel.form.shot.value() == shot
    assert "±" in accuracies(page)["pixels"]


@pytest.mark.slow
def test_a_way_that_no_episode_can_have_becomes_what_was_tested(
    qtbot: QtBot, context: ProjectContext, said: list[str]
) -> None:
    page = shown(qtbot, context)
    way = pixels_with_90(qtbot, page, page.panel.form.way).way
    assert way < 90
    assert page.panel.form.way.value() == way
    assert "±" in accuracies(page)["pixels"]
    assert any("fewer than 90" in words for words in said)


@pytest.mark.slow
def test_the_images_are_placed_once_the_tab_is_seen(qtbot: QtBot, context: ProjectContext) -> None:
    evaluate_run(context.project, EvaluationRequest("1", way=3, query=2, episodes=5), Silent())
    page = shown(qtbot, context)
    tab = part(page, EmbeddingTab)
    assert not tab.plot.items
    page.results.open_part(tab)
    settle(qtbot, context)
    assert tab.plot.isVisible()
    details = describe_evaluation(context.project, 1)
    placed = [tab.plot.legend.item(row).toolTip() for row in range(tab.plot.legend.count())]
    assert placed
    assert {name.split(" / ")[-1] for name in placed} <= {entry.name for entry in details.classes}


@pytest.mark.slow
def test_the_tabs_stay_where_they_are_whichever_is_chosen(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    page = shown(qtbot, context)
    tabs = page.results.tabs
    boxes = []
    for number in range(len(page.results.parts)):
        tabs.choose(number)
        settle(qtbot, context)
        boxes.append(tabs.geometry())
    assert len({(box.x(), box.y(), box.width(), box.height()) for box in boxes}) == 1


@pytest.mark.slow
def test_raw_pixels_are_said_to_have_no_embedding(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    page = shown(qtbot, context)
    tab = part(page, EmbeddingTab)
    page.results.open_part(tab)
    settle(qtbot, context)
    assert "no embedding" in tab.words.text()
    assert not tab.plot.isVisible()


@pytest.mark.slow
def test_classes_of_another_role_are_objected_to_by_themselves(qtbot: QtBot, context: ProjectContext) -> None:
    page = shown(qtbot, context)
    form = page.panel.form
    form.role.setCurrentIndex(form.role.findData("meta-validation"))
    settle(qtbot, context)
    validation = page.head.words.text()
    form.role.setCurrentIndex(form.role.findData("meta-test"))
    settle(qtbot, context)
    assert page.head.words.text() == ""
    assert "meta-test" not in validation


class TestReadOnly:
    """A project that is open read-only."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Iterator[Project]:
        with new_project(tmp_path / "made.mlwb") as made:
            import_images(made, make_nested_tasks(tmp_path / "images"), ImportRequest(), Silent())
            evaluate_run(made, PIXELS_TEST, Silent())
        with open_to_read(tmp_path / "made.mlwb") as opened:
            yield opened

    @pytest.mark.slow
    def test_results_are_shown_and_tests_are_greyed_with_the_reason(
        self, qtbot: QtBot, context: ProjectContext
    ) -> None:
        page = shown(qtbot, context)
        assert page.results.verdict.isVisible()
        assert not page.head.act.isEnabled()
        assert "read-only" in page.head.act.toolTip()
        assert page.head.words.text() == ""

    @pytest.mark.slow
    def test_the_window_says_why_and_the_page_does_not_say_it_again(
        self, qtbot: QtBot, context: ProjectContext
    ) -> None:
        page = shown(qtbot, context)
        choose(qtbot, page, "pretrained")
        assert page.invitation.isVisible()
        assert page.invitation.title.text().startswith("Not tested yet")
        assert not page.invitation.act.isEnabled()
        assert [text.text() for text in page.findChildren(QLabel) if "read-only" in text.text()] == []


@pytest.mark.slow
def test_a_page_is_left_while_a_test_goes_on_and_everyone_still_hears_of_it(
    qtbot: QtBot, context: ProjectContext
) -> None:
    page = CheckPage(context)
    page.show()
    page.entered()
    settle(qtbot, context)
    choose(qtbot, page, "pixels")
    ask_little(page)
    with qtbot.waitSignal(context.changes.evaluations_changed, timeout=SLOW):
        qtbot.mouseClick(page.head.act, Qt.MouseButton.LeftButton)
        page.leave()
        page.deleteLater()
    assert len(describe_evaluations(context.project)) == 1


@pytest.mark.slow
def test_everything_has_a_name_for_those_who_listen(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    page = shown(qtbot, context)
    tab = part(page, ConfusionTab)
    tables = [page.panel.table, page.panel.history, tab.matrix, tab.pairs, tab.images.cards]
    assert all(widget.accessibleName() for widget in [*tables, *page.findChildren(QPushButton)])
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel) if label.text())


@pytest.mark.slow
def test_the_sorting_is_turned_by_a_click_on_a_heading(qtbot: QtBot, context: ProjectContext, tested: int) -> None:
    classes = part(shown(qtbot, context), ClassTab).classes
    header = classes.horizontalHeader()
    chosen = classes.current().id
    place = QPoint(header.sectionViewportPosition(3) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    best_first = [row.accuracy for row in classes.rows]
    assert best_first == sorted(best_first, reverse=True)
    assert classes.current().id == chosen


class TestEmpty:
    """A project without images."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Iterator[Project]:
        with new_project(tmp_path / "made.mlwb") as made:
            yield made

    @pytest.mark.slow
    def test_it_says_what_it_waits_for_and_where_to_go(self, qtbot: QtBot, context: ProjectContext) -> None:
        page = shown(qtbot, context)
        assert not page.head.act.isEnabled()
        assert "no meta-test classes" in page.head.words.text()
        assert "no meta-test classes" in page.invitation.text.text()
        with qtbot.waitSignal(context.notifier.requested) as requested:
            qtbot.mouseClick(page.invitation.act, Qt.MouseButton.LeftButton)
        assert requested.args == ["images"]

    @pytest.mark.slow
    def test_its_page_wakes_up_when_classes_come(self, qtbot: QtBot, context: ProjectContext, tmp_path: Path) -> None:
        page = shown(qtbot, context)
        import_images(context.project, make_nested_tasks(tmp_path / "images"), ImportRequest(), Silent())
        context.changes.tasks_changed.emit(None)
        settle(qtbot, context)
        assert page.head.act.isEnabled()
        assert page.head.words.text() == ""


@pytest.mark.slow
def test_what_a_search_asks_to_look_at_is_shown_once(qtbot: QtBot, tested: int, context: ProjectContext) -> None:
    page = shown(qtbot, context)
    assert page.panel.table.current().key == "pixels"
    page.hide()
    context.search.run_to_check = 1
    context.changes.runs_changed.emit(None)
    page.show()
    page.entered()
    qtbot.waitUntil(lambda: page.panel.table.current().key == "1", timeout=SLOW)
    assert context.search.run_to_check is None


@pytest.mark.slow
def test_the_focus_goes_to_cancel_while_something_is_measured_and_comes_back(
    qtbot: QtBot, context: ProjectContext
) -> None:
    page = shown(qtbot, context)
    page.activateWindow()
    ask_little(page)
    head, shots = page.head, part(page, ShotsTab)

    def press(act: QPushButton) -> None:
        act.setFocus()
        qtbot.waitUntil(act.hasFocus)
        qtbot.keyClick(act, Qt.Key.Key_Space)
        assert head.cancel.hasFocus()
        qtbot.keyClick(head.cancel, Qt.Key.Key_Space)
        settle(qtbot, context)
        qtbot.waitUntil(act.hasFocus)

    press(head.act)
    page.results.open_part(shots)
    press(shots.act)
