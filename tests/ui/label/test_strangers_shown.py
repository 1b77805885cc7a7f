"""The page Label sets apart what is of none of the classes, says how well it can tell, and makes classes of it."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.made_scales import made_scale
from tests.ui.label.label_parts import WAIT, Labeller
from tests.ui.label.test_labelling_state import CLASSES, ELM, OAK, image
from tests.ui.languages import spoken
from workbench.facts.decision import Decision
from workbench.operations.labelling.proposals import Proposals
from workbench.operations.labelling.strangers import Strangers
from workbench.ui.label.label_cards import cards_of
from workbench.ui.label.label_order import Showing, order_of
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.strangers.heading_button import HeadingButton
from workbench.ui.label.strangers.keep_bar import KeepBar
from workbench.ui.label.strangers.stranger_finder import Measured, StrangerFinder
from workbench.ui.label.strangers.stranger_groups import STRANGE as STRANGE_KIND
from workbench.ui.label.strangers.stranger_groups import USUAL
from workbench.ui.services.project_context import ProjectContext

pytestmark = pytest.mark.usefixtures("known_features")

NONE = np.zeros(0, np.int64)
NEW, STRANGE, EMPTY = "Perhaps a new class", "Perhaps none of these", "Empty images"
SCALE = made_scale([np.linspace(0.5, 1.5, 100)] * 4, [np.linspace(0.0, 0.6, 100)] * 4)


def proposals(count: int, classes: tuple[int, ...] = (OAK, ELM)) -> Proposals:
    """Of images 0 on, all surely of the first class, each less familiar than the one before; the last is empty."""
    sure = np.full(count, 0.99, np.float32)
    familiarity = np.linspace(1.5, 0.0, count).astype(np.float32)
    empty = np.arange(count) == count - 1
    zeros = np.zeros(count, np.int64)
    return Proposals(classes, (), np.arange(count), zeros, sure, zeros + 1, 1 - sure, (), familiarity, empty)


def labelling_of(count: int) -> LabellingState:
    labelling = LabellingState()
    labelling.take_classes(CLASSES, 0)
    labelling.take_images([image(number) for number in range(count)])
    labelling.take_proposals(proposals(count))
    return labelling


def headings(labelling: LabellingState) -> list[tuple[str, int]]:
    order = order_of(labelling, Showing.OPEN, NONE)
    return [(section.title, section.count) for section in cards_of(labelling, order, Showing.OPEN).sections]


def test_groups_come_after_the_classes_and_only_where_a_threshold_holds() -> None:
    labelling = labelling_of(16)
    assert headings(labelling) == [("oak", 15), (EMPTY, 1)]
    labelling.strangers.set_threshold(0.85)
    assert headings(labelling) == [("oak", 7), (STRANGE, 8), (EMPTY, 1)]
    labelling.strangers.take_strangers(Strangers(np.array([14, 13, 12, 8, 7]), np.array([0, 0, 0, 1, 1])))
    assert headings(labelling) == [("oak", 7), (NEW, 3), (NEW, 2), (STRANGE, 3), (EMPTY, 1)]
    labelling.strangers.set_threshold(0.35)
    assert headings(labelling) == [("oak", 12), (NEW, 3), (EMPTY, 1)]
    labelling.strangers.set_threshold(None)
    assert headings(labelling) == [("oak", 15), (EMPTY, 1)]


def test_a_stranger_shows_what_it_looks_most_like_and_never_how_sure_that_is() -> None:
    labelling = labelling_of(16)
    labelling.strangers.set_threshold(0.85)
    cards = cards_of(labelling, order_of(labelling, Showing.OPEN, NONE), Showing.OPEN)
    assert cards.confidence is not None
    assert cards.captions is not None
    assert np.isnan(cards.confidence).tolist() == [False] * 7 + [True] * 9
    assert set(cards.captions[7:]) == {"like oak"}


def test_five_thousand_images_are_regrouped_at_once() -> None:
    labelling = labelling_of(5000)
    labelling.strangers.take_strangers(Strangers(np.arange(2500, 5000), np.arange(2500) % 40))
    took = []
    for threshold in np.linspace(0.1, 1.4, 10):
        began = time.perf_counter()
        labelling.strangers.set_threshold(float(threshold))
        cards_of(labelling, order_of(labelling, Showing.OPEN, NONE), Showing.OPEN)
        took.append(time.perf_counter() - began)
    assert np.median(took) < 0.1


def test_more_images_of_the_folder_leave_the_strangers_where_they_are() -> None:
    labelling = labelling_of(16)
    labelling.strangers.set_threshold(0.85)
    labelling.take_images([image(number) for number in range(17)], same=True)
    assert headings(labelling) == [("oak", 7), ("No proposal yet", 1), (STRANGE, 8), (EMPTY, 1)]
    labelling.take_images([image(number) for number in range(16)])
    assert headings(labelling) == [("No proposal yet", 16)]


@pytest.fixture
def bar(qtbot: QtBot, context: ProjectContext) -> KeepBar:
    context.settings.remember_number("label.keep", 95)
    bar = KeepBar(context.settings)
    qtbot.addWidget(bar)
    return bar


def test_the_slider_says_what_it_keeps_and_lets_in_and_where_that_was_measured(
    bar: KeepBar, context: ProjectContext
) -> None:
    finder = StrangerFinder(context, bar)
    finder.scale, finder.state = SCALE, Measured.READY
    bar.show_state(finder)
    assert bar.words.text() == (
        "Keeps 95 ± 0 % of known images, lets in 9 ± 4 % of unknown ones; measured on your held-out classes"
    )
    assert bar.slider.accessibleName()
    assert bar.slider.accessibleDescription() == bar.words.text()
    finder.scale = replace(SCALE, measured_on="sample")
    bar.show_state(finder)
    assert bar.words.text().endswith("measured on the sample (yours may differ)")
    bar.slider.setValue(100)
    bar.show_state(finder)
    assert bar.keep is None
    assert "%" not in bar.words.text()


@pytest.mark.parametrize("state", [Measured.MEASURING, Measured.STOPPED, Measured.IMPOSSIBLE])
def test_where_nothing_is_measured_it_says_so(bar: KeepBar, context: ProjectContext, state: Measured) -> None:
    finder = StrangerFinder(context, bar)
    finder.state = state
    bar.show_state(finder)
    assert bar.words.text()
    assert bar.measure.isVisibleTo(bar) == (state is Measured.STOPPED)
    assert bar.slider.isEnabled() == (state is not Measured.IMPOSSIBLE)


def test_what_was_chosen_is_remembered(qtbot: QtBot, bar: KeepBar, context: ProjectContext) -> None:
    with qtbot.waitSignal(bar.chosen):
        QTest.keyClick(bar.slider, Qt.Key.Key_Left)
    assert bar.keep == 0.94
    again = KeepBar(context.settings)
    qtbot.addWidget(again)
    assert again.keep == 0.94


@pytest.fixture
def strange(ready: Labeller) -> Labeller:
    """Of twenty images, five in a group of strangers, four in none, and one empty; all others are of class_00."""
    page = ready.page
    ids, state = page.labelling.ids, page.labelling
    classes = tuple(image_class.id for image_class in state.classes)
    made = proposals(20, classes)
    shown = Proposals(
        classes, (), ids, made.best, made.confidence, made.second, made.second_confidence, (), made.familiarity,
        made.empty,
    )  # fmt: skip
    state.take_proposals(shown)
    state.strangers.set_threshold(0.75)
    state.strangers.take_strangers(Strangers(ids[10:15], np.zeros(5, np.int64)))
    page.bar.learn.setChecked(False)
    ready.settle()
    state.take_proposals(shown)
    state.strangers.take_strangers(Strangers(ids[10:15], np.zeros(5, np.int64)))
    state.strangers.set_threshold(0.75)
    page.shown.renew()
    return ready


def button(person: Labeller, title: str) -> HeadingButton:
    """The button in the heading of that title."""
    section = [name for name, _ in person.headings].index(title)
    made = person.page.grid.heading(section)
    assert isinstance(made, HeadingButton)
    person.qtbot.addWidget(made)
    return made


def test_strangers_are_not_counted_as_sure(strange: Labeller) -> None:
    assert strange.headings == [("class_00", 10), (NEW, 5), (STRANGE, 4), (EMPTY, 1)]
    assert button(strange, "class_00").whole.startswith("Accept 10 sure")
    strange.page.grid.select_rows(12, 12)
    assert strange.page.inspector.best.text() == "Perhaps none of these"
    assert strange.page.inspector.certainty.text() == "looks most like class_00"
    strange.page.grid.select_rows(19, 19)
    assert strange.page.inspector.best.text() == "Empty image"


def name_it(person: Labeller, name: str) -> None:
    button(person, NEW).click()
    QTest.keyClicks(person.popup.field, name)
    QTest.keyClick(person.popup.field, Qt.Key.Key_Return)
    person.settle()


@pytest.mark.slow
def test_naming_a_group_makes_the_class_of_its_images_and_one_undo_takes_both_back(strange: Labeller) -> None:
    names = strange.names[10:15]
    name_it(strange, "beech")
    assert strange.classes[-1] == "beech"
    assert strange.labels == dict.fromkeys(names, ("beech", Decision.CORRECTED))
    assert NEW not in dict(strange.headings)
    strange.undo()
    assert strange.labels == {}
    assert "beech" not in strange.classes
    strange.context.history.redo()
    strange.settle()
    assert strange.labels == dict.fromkeys(names, ("beech", Decision.CORRECTED))
    assert strange.classes[-1] == "beech"


@pytest.mark.slow
def test_where_some_of_the_group_are_selected_only_those_get_the_name(strange: Labeller) -> None:
    names = strange.names[11:13]
    strange.page.grid.select_rows(11, 12)
    name_it(strange, "beech")
    assert strange.labels == dict.fromkeys(names, ("beech", Decision.CORRECTED))


@pytest.mark.slow
def test_a_name_that_a_class_has_gives_the_images_that_class(strange: Labeller) -> None:
    classes = strange.classes
    name_it(strange, "class_02")
    assert strange.classes == classes
    assert {label for label, _ in strange.labels.values()} == {"class_02"}
    assert len(strange.labels) == 5


@pytest.mark.slow
def test_none_of_these_and_unknown_are_one_click_for_the_whole_group_and_one_undo(strange: Labeller) -> None:
    rest, empty = strange.names[15:19], strange.names[19:]
    assert button(strange, STRANGE).whole == "None of these: all 4"
    button(strange, STRANGE).click()
    strange.settle()
    assert strange.labels == dict.fromkeys(rest, ("", Decision.REJECTED))
    button(strange, EMPTY).click()
    strange.settle()
    assert strange.labels[empty[0]] == ("", Decision.UNKNOWN)
    strange.undo(2)
    assert strange.labels == {}
    assert strange.headings == [("class_00", 10), (NEW, 5), (STRANGE, 4), (EMPTY, 1)]


def test_its_menu_has_the_other_answers_and_tab_reaches_it(strange: Labeller) -> None:
    of_new = button(strange, NEW)
    with spoken("en"):
        of_empty = button(strange, EMPTY)
    assert [act.text() for act in of_new.menu().actions()] == ["None of these: all 5", "Unknown: all 5"]
    assert [act.text() for act in of_empty.menu().actions()] == ["None of these: 1"]
    for title in (NEW, STRANGE, EMPTY):
        shown = button(strange, title)
        assert shown.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert shown.accessibleName() == shown.text()


@pytest.mark.slow
def test_the_scale_is_measured_after_the_first_proposals_and_the_slider_regroups(qtbot: QtBot, ready: Labeller) -> None:
    page = ready.page
    assert page.strangers.finder.state is Measured.NOTHING_YET  # At 100 per cent nothing is to be measured.
    assert page.centre.keep.isVisibleTo(page)
    with qtbot.waitSignal(page.strangers.finder.found, timeout=WAIT):
        page.centre.keep.slider.setValue(50)
    ready.settle()
    assert page.strangers.finder.state is Measured.READY
    assert "measured on your held-out classes" in page.centre.keep.words.text()
    apart = {title: count for title, count in ready.headings if title in (NEW, STRANGE)}
    assert sum(apart.values()) > 0
    page.centre.keep.slider.setValue(100)
    assert {title for title, _ in ready.headings}.isdisjoint({NEW, STRANGE})


@pytest.mark.slow
def test_measuring_that_was_stopped_can_be_done_later(qtbot: QtBot, ready: Labeller) -> None:
    page = ready.page
    page.centre.keep.slider.setValue(90)
    (measuring,) = [job for job in ready.context.jobs.listed if job.name == "Measure how unknown images look"]
    measuring.cancel()
    ready.settle()
    assert page.strangers.finder.state is Measured.STOPPED
    with qtbot.waitSignal(page.strangers.finder.found, timeout=WAIT):
        page.centre.keep.measure.click()
    ready.settle()
    assert page.strangers.finder.state is Measured.READY


def test_enter_on_all_accepts_only_what_stands_under_a_class_and_says_what_was_left(
    strange: Labeller, said: list[str]
) -> None:
    of_class = strange.names[:10]
    with spoken("en"):
        strange.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        strange.press(Qt.Key.Key_Return)
        strange.settle()
    assert strange.labels == dict.fromkeys(of_class, ("class_00", Decision.ACCEPTED))
    assert strange.headings == [(NEW, 5), (STRANGE, 4), (EMPTY, 1)]
    assert said == ["10 images labelled class_00; 10 left that look like none of the classes"]
    strange.undo()
    assert strange.labels == {}


@pytest.mark.parametrize("card", [10, 15, 19])
def test_enter_on_a_stranger_accepts_nothing_and_says_what_to_do(strange: Labeller, said: list[str], card: int) -> None:
    strange.page.grid.select_rows(card, card)
    name = strange.current
    assert not strange.page.inspector.accept.isEnabled()
    strange.press(Qt.Key.Key_Return)
    strange.settle()
    assert strange.labels == {}
    assert len(said) == 1
    assert "none of the classes" in said[0]
    strange.press(Qt.Key.Key_2)
    strange.settle()
    assert strange.labels == {name: ("class_01", Decision.CORRECTED)}


def test_among_suggested_images_too_a_stranger_is_not_accepted(strange: Labeller) -> None:
    ids = strange.page.grid.cards.ids
    usual = strange.names[0]
    strange.page.proposer.suggested.emit((ids[0], ids[10], ids[15]))
    strange.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    strange.press(Qt.Key.Key_Return)
    strange.settle()
    assert set(strange.labels) == {usual}


def test_asking_next_sets_apart_what_the_grid_does(
    qtbot: QtBot, ready: Labeller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.operations.labelling.label_session.SURE", 1.1)
    page = ready.page
    with qtbot.waitSignal(page.strangers.finder.found, timeout=WAIT):
        page.centre.keep.slider.setValue(60)
    ready.settle()
    shown, kinds = page.labelling.ids, page.labelling.kinds(np.arange(len(page.labelling.ids)))
    under_classes, one_of_each = set(shown[kinds == USUAL].tolist()), len(set(kinds[kinds < STRANGE_KIND]) - {USUAL})
    assert 0 < len(under_classes) < len(shown)
    page.bar.ask.click()
    ready.settle()
    asked = set(page.grid.cards.ids.tolist())
    assert page.shown.showing is Showing.SUGGESTED
    assert len(asked - under_classes) <= one_of_each
    assert asked & under_classes


def test_where_only_strangers_are_left_it_says_so(strange: Labeller, said: list[str]) -> None:
    page, rows = strange.page, strange.page.shown.of_section(0)
    with spoken("en"):
        page.proposer.suggested.emit(())
        assert said.pop() == "The images that are left look like none of the classes."
        page.proposer.suggested.emit(tuple(page.labelling.ids[10:11].tolist()))
        assert said.pop().endswith("these may be of new classes.")
        page.proposer.suggested.emit(tuple(page.labelling.ids[rows].tolist()))
        assert said.pop().startswith("All remaining proposals are sure")
        page.proposer.suggested.emit(tuple(page.labelling.ids[[int(rows[0]), 10]].tolist()))
        assert said.pop().startswith("All remaining proposals are sure")
