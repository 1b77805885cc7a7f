"""A person watches a run learn an episode, goes forward and back, and changes its examples."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.project_templates import ProjectTemplates
from tests.ui.check.check_parts import SHORT, ask_little, choose, fill, part, settle, shown
from tests.ui.languages import LANGUAGES, spoken
from workbench.operations.evaluation.watching.watched import WatchedEpisode
from workbench.operations.project.opening import Project
from workbench.ui.check.check_page import CheckPage
from workbench.ui.check.watching.episode_layout import Tile, TileKind
from workbench.ui.check.watching.watch_tab import WatchTab
from workbench.ui.services.project_context import ProjectContext

SMALL_PAGE = (1024 - 184, 600)  # pixels: what a page has of the smallest window


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path, (SHORT, SHORT))
    return project


def watching(qtbot: QtBot, context: ProjectContext, size: tuple[int, int] = (1096, 762)) -> tuple[CheckPage, WatchTab]:
    """The tab with an episode of three classes, two examples and two queries of each."""
    page = shown(qtbot, context, size)
    ask_little(page)
    page.panel.form.shot.setValue(2)
    choose(qtbot, page, "1")
    tab = part(page, WatchTab)
    page.results.open_part(tab)
    qtbot.mouseClick(tab.act, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert tab.watched is not None
    return page, tab


def seen(tab: WatchTab) -> WatchedEpisode:
    """The episode that the tab shows."""
    assert tab.watched is not None
    return tab.watched


def current(tab: WatchTab) -> Tile:
    """The image that keys are about."""
    assert tab.images.current is not None
    return tab.images.current


def line(tab: WatchTab) -> str:
    """The first line, whose numbers stay with the words before them."""
    return tab.heading.text().replace("\u00a0", " ")


def middle(tab: WatchTab, number: int) -> QPoint:
    return tab.images.tiles[number].box.center()


def drag(qtbot: QtBot, context: ProjectContext, tab: WatchTab, number: int, to: QPoint) -> None:
    """Drag an image of the episode to a point of the view."""
    view = tab.images.viewport()
    start = middle(tab, number)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + (to - start) / 2, to):
        QTest.mouseMove(view, point)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    settle(qtbot, context)


def test_steps_go_forward_and_back_by_buttons_and_keys(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = watching(qtbot, context)
    assert (tab.steps.step, tab.images.named) == (0, None)
    sentences = [tab.sentence.text()]
    qtbot.mouseClick(tab.steps.forward, Qt.MouseButton.LeftButton)
    sentences.append(tab.sentence.text())
    tab.images.setFocus()
    qtbot.keyClick(tab.images, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    sentences.append(tab.sentence.text())
    assert len(set(sentences)) == 3
    assert not tab.steps.forward.isEnabled()
    assert tab.images.named == seen(tab).steps[-1].named
    qtbot.mouseClick(tab.steps.back, Qt.MouseButton.LeftButton)
    assert tab.sentence.text() == sentences[1]
    tab.steps.slider.setFocus()
    qtbot.keyClick(tab.steps.slider, Qt.Key.Key_Home)
    assert tab.sentence.text() == sentences[0]


def test_an_example_that_is_dragged_out_changes_the_support_and_the_answer_and_comes_back(
    qtbot: QtBot, context: ProjectContext
) -> None:
    _, tab = watching(qtbot, context)
    before = seen(tab)
    tab.steps.slider.setValue(2)
    drag(qtbot, context, tab, 0, QPoint(middle(tab, 0).x(), tab.images.viewport().height() + 40))
    after = seen(tab)
    assert len(after.examples) == len(before.examples) - 1
    assert after.steps[-1].drawings != before.steps[-1].drawings
    assert tab.steps.step == 2
    assert [tile.part for tile in tab.images.tiles].count(TileKind.TAKEN_OUT) == 1
    qtbot.mouseClick(tab.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert seen(tab) == before


def test_an_example_dragged_onto_another_class_is_a_wrong_one(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = watching(qtbot, context)
    row = tab.images.tiles[0].image.row
    drag(qtbot, context, tab, 0, middle(tab, 4))
    (moved,) = (image for image in seen(tab).examples if image.row == row)
    assert (moved.label, moved.own) == (2, 0)
    assert current(tab).image.row == row
    assert tab.images.accessibleDescription().startswith("Wrong example")


def test_keys_do_what_dragging_does(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = watching(qtbot, context)
    tab.images.setFocus()
    row = current(tab).image.row
    qtbot.keyClick(tab.images, Qt.Key.Key_2)
    settle(qtbot, context)
    assert next(image.label for image in seen(tab).examples if image.row == row) == 1
    qtbot.keyClick(tab.images, Qt.Key.Key_Delete)
    settle(qtbot, context)
    assert row not in {image.row for image in seen(tab).examples}
    before = current(tab)
    qtbot.keyClick(tab.images, Qt.Key.Key_Right)
    assert current(tab) != before


def test_the_last_example_of_a_class_stays_and_the_reason_is_said(
    qtbot: QtBot, context: ProjectContext, complaints: list[str]
) -> None:
    _, tab = watching(qtbot, context)
    assert tab.out.isEnabled()
    qtbot.mouseClick(tab.out, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    tab.images.go_to(0)
    assert not tab.out.isEnabled()
    assert "only example of its class" in tab.out.toolTip()
    qtbot.keyClick(tab.images, Qt.Key.Key_Delete)
    settle(qtbot, context)
    assert len(complaints) == 1
    assert sum(image.label == 0 for image in seen(tab).examples) == 1
    with qtbot.waitSignal(context.notifier.withdrew) as withdrawn:
        qtbot.mouseClick(tab.steps.forward, Qt.MouseButton.LeftButton)
    assert withdrawn.args == complaints
    tab.images.go_to(1)
    assert tab.out.isEnabled()
    assert "only example" not in tab.out.toolTip()


def test_another_model_is_never_shown_with_the_picture_of_the_first(qtbot: QtBot, context: ProjectContext) -> None:
    page, tab = watching(qtbot, context)
    first = seen(tab)
    tab.steps.slider.setValue(1)
    tab.images.go_to(3)
    row = current(tab).image.row
    choose(qtbot, page, "2")
    assert tab.watched is None
    for widget in (tab.picture, tab.images, tab.heading, tab.sentence, tab.out, tab.undo):
        assert not widget.isVisible()
    assert tab.nothing.isVisible()
    assert tab.act.text() == "Watch an episode"
    qtbot.mouseClick(tab.act, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert (seen(tab).request.run, seen(tab).request.number) == ("2", 0)
    choose(qtbot, page, "1")
    assert (seen(tab), tab.steps.step, current(tab).image.row) == (first, 1, row)
    assert line(tab).startswith("Run 1,")
    assert tab.picture.isVisible()
    choose(qtbot, page, "pixels")
    assert not tab.picture.isVisible()
    assert not tab.act.isEnabled()
    assert "Raw pixels learn nothing" in tab.act.toolTip()
    assert "Raw pixels learn nothing" in tab.nothing.text()
    choose(qtbot, page, "pretrained")
    assert tab.nothing.text().startswith("How does it learn")


def test_what_ends_after_another_model_was_selected_waits_for_its_own(qtbot: QtBot, context: ProjectContext) -> None:
    page, tab = watching(qtbot, context)
    qtbot.mouseClick(tab.act, Qt.MouseButton.LeftButton)
    page.panel.table.select_keys({"2"}, "2")
    settle(qtbot, context)
    assert not tab.picture.isVisible()
    assert tab.act.isEnabled()
    choose(qtbot, page, "1")
    assert seen(tab).request.number == 1


def test_the_first_line_says_what_a_change_did(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = watching(qtbot, context)
    assert line(tab).endswith("episode 1")
    before = seen(tab).right
    qtbot.mouseClick(tab.out, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert line(tab).endswith(f"episode 1 – {seen(tab).right} of 6 right, {before} before")
    drag(qtbot, context, tab, [tile.part for tile in tab.images.tiles].index(TileKind.QUERY), middle(tab, 0))
    assert f"{seen(tab).right} of 5 right" in line(tab)
    assert line(tab).endswith("of 6 before")
    qtbot.mouseClick(tab.act, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert line(tab).endswith("episode 2")


def test_names_are_in_view_above_the_first_examples(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = watching(qtbot, context, SMALL_PAGE)
    tab.images.setFixedHeight(150)
    qtbot.waitUntil(lambda: tab.images.height() == 150)
    tab.images.go_to(len(tab.images.tiles) - 1)
    assert tab.images.verticalScrollBar().value() > 0
    tab.images.go_to(0)
    assert tab.images.verticalScrollBar().value() == 0


def test_the_drawing_gives_whole_names_on_hover(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = watching(qtbot, context)
    picture, names = tab.picture, seen(tab).classes
    tab.steps.slider.setValue(1)
    every = range(0, picture.width(), 3), range(0, picture.height(), 3)
    words = {picture.words_at(QPoint(x, y)) for x in every[0] for y in every[1]}
    for name in names:
        assert any(name in line.split("\n") for line in words)
        assert any(line.startswith("Query") and name in line for line in words)
    tab.steps.slider.setValue(2)
    heads = [picture.words_at(QPoint(x, 30)) for x in every[0]]
    assert [name for name in dict.fromkeys(heads) if name] == list(names)


def test_another_episode_is_another(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = watching(qtbot, context)
    first = seen(tab)
    qtbot.mouseClick(tab.act, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert seen(tab).request.number == 1
    assert [image.row for image in seen(tab).examples] != [image.row for image in first.examples]


def test_transfer_learning_stands_beside_it(qtbot: QtBot, context: ProjectContext) -> None:
    _, tab = watching(qtbot, context)
    tab.steps.slider.setValue(2)
    own, of_transfer = tab.decisions.words
    beside = seen(tab).beside
    assert beside is not None
    assert f"{seen(tab).steps[-1].right} of 6" in own
    assert f"{beside.right} of 6" in of_transfer


def test_the_step_stays_when_the_language_changes(qtbot: QtBot, context: ProjectContext) -> None:
    page, tab = watching(qtbot, context)
    tab.steps.slider.setValue(1)
    tab.images.go_to(3)
    watched, row, sentence = seen(tab), current(tab).image.row, tab.sentence.text()
    place = page.results.place()
    with spoken("es"):
        anew = WatchTab(context, tab.page_request)
        qtbot.addWidget(anew)
        anew.go_to(place.parts[place.tab])
        settle(qtbot, context)
        assert (seen(anew), anew.steps.step, current(anew).image.row) == (watched, 1, row)
        assert anew.sentence.text() != sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_in_the_smallest_window(qtbot: QtBot, context: ProjectContext, language: str) -> None:
    with spoken(language):
        _, tab = watching(qtbot, context, SMALL_PAGE)
        for step in range(len(seen(tab).steps)):
            tab.steps.slider.setValue(step)
            for widget in (tab.act, tab.out, tab.undo, tab.steps.back, tab.steps.forward, tab.sentence, tab.decisions):
                assert widget.width() >= widget.minimumSizeHint().width()
                assert widget.height() >= widget.minimumSizeHint().height()
            assert tab.picture.height() >= tab.picture.minimumHeight() >= 150
            for widget in (tab.images, tab.picture, tab.decisions, tab.steps.slider):
                assert widget.accessibleName()
