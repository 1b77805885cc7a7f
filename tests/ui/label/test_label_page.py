"""A biologist labels from the keyboard, and no decision is lost."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.made_images import make_pile
from tests.project_templates import ProjectTemplates
from tests.ui.label.label_parts import WAIT, Labeller, fill
from tests.ui.languages import spoken
from workbench.facts.confidence import SURE
from workbench.facts.decision import Decision
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project, open_for_window
from workbench.operations.ratings.picks import picks_of
from workbench.operations.runs.trained import PRETRAINED
from workbench.ui.controls.key_words import key_words
from workbench.ui.grid.preview import PreviewDialog
from workbench.ui.label.keys_help import KeysHelp, keys
from workbench.ui.label.label_centre import CentreContent
from workbench.ui.label.label_order import Showing
from workbench.ui.label.label_page import LabelPage
from workbench.ui.services.project_context import ProjectContext

pytestmark = pytest.mark.usefixtures("known_features")

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def test_all_images_wait_before_anything_is_proposed_and_the_first_is_current(labeller: Labeller) -> None:
    assert labeller.headings == [("No proposal yet", 20)]
    assert labeller.current == "000.png"
    assert labeller.page.panel.hint.isVisibleTo(labeller.page)
    assert labeller.page.bar.words.text() == "0 of 20 labelled"


@pytest.mark.slow
def test_classes_are_added_by_name_and_the_first_labels_by_digit_alone(labeller: Labeller) -> None:
    labeller.type_class("oak")
    labeller.type_class("elm")
    assert labeller.classes == ["oak", "elm"]
    labeller.press(Qt.Key.Key_1)
    assert labeller.current == "001.png"
    labeller.press(Qt.Key.Key_1)
    labeller.settle()
    assert labeller.labels == {"000.png": ("oak", Decision.ACCEPTED), "001.png": ("oak", Decision.ACCEPTED)}
    assert "two classes" in labeller.page.centre.hint.text()
    labeller.press(Qt.Key.Key_2)
    labeller.wait(lambda: labeller.page.labelling.has_proposals)
    labeller.settle()
    assert {title for title, _ in labeller.headings} == {"oak", "elm"}
    assert "two classes" not in labeller.page.centre.hint.text()


def test_a_run_is_listed_by_its_number_and_accuracy_before_its_long_name(labeller: Labeller) -> None:
    number, accuracy, name = labeller.page.head.runs.itemText(0).split(" · ")
    assert (number, name) == ("Run 1", "Prototypical Networks")
    assert accuracy.endswith("%")


def test_why_a_run_proposes_that_nobody_chose_is_said_beside_it(labeller: Labeller) -> None:
    runs = labeller.page.head.runs
    assert "Run 1" in runs.toolTip()
    assert "newest" in runs.toolTip()
    labeller.page.reading.choose_run(PRETRAINED)
    assert "Run 1" not in runs.toolTip()
    assert runs.accessibleName() in runs.toolTip()


def test_where_examples_are_to_be_dropped_is_said_in_two_lines_if_need_be(labeller: Labeller) -> None:
    with spoken("es"):
        labeller.type_class("oak")
        view = labeller.page.panel.list
        view.setFixedWidth(200)
        row = view.visualRect(labeller.page.panel.rows.index(0))
        picture = view.viewport().grab(row).toImage()
        top = 44  # Where the strip of examples begins, which is 32 high.
        lines = [len({picture.pixel(x, top + y) for x in range(12, row.width() - 12)}) > 1 for y in range(32)]
        assert any(lines[2:13])
        assert any(lines[20:30])
        assert not all(lines[13:20])


def test_examples_from_a_folder_make_classes_and_proposals_grouped_by_them(ready: Labeller) -> None:
    assert ready.classes == ["class_00", "class_01", "class_02", "class_03"]
    assert [title for title, _ in ready.headings] == [name for name in ready.classes if name in dict(ready.headings)]
    assert sum(count for _, count in ready.headings) == 20
    confidence = ready.page.grid.cards.confidence
    assert confidence is not None
    first = ready.headings[0][1]
    assert list(confidence[:first]) == sorted(confidence[:first], reverse=True)
    assert ready.page.inspector.best.text() == ready.headings[0][0]
    assert ready.page.grid.current_row() == 0


@pytest.mark.slow
def test_enter_accepts_and_the_next_card_is_current(ready: Labeller) -> None:
    first, second, third = ready.names[:3]
    proposed = ready.headings[0][0]
    ready.press(ENTER)
    assert ready.current == second
    ready.press(ENTER)
    assert ready.current == third
    assert first not in ready.names
    ready.settle()
    assert ready.labels == {first: (proposed, Decision.ACCEPTED), second: (proposed, Decision.ACCEPTED)}
    assert ready.page.bar.words.text() == "2 of 20 labelled"


def test_accepting_does_not_move_the_grid(ready: Labeller) -> None:
    rest = ready.names[1:]
    ready.press(ENTER)
    ready.settle()
    assert ready.names == rest


@pytest.mark.slow
def test_a_digit_corrects_and_the_run_proposes_anew(qtbot: QtBot, ready: Labeller) -> None:
    first, second = ready.names[:2]
    other = next(index for index, name in enumerate(ready.classes) if name != ready.headings[0][0])
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        ready.press(Qt.Key(Qt.Key.Key_1 + other))
    ready.settle()
    assert ready.labels == {first: (ready.classes[other], Decision.CORRECTED)}
    assert ready.current == second


def test_unknown_and_none_of_these_are_answers_too(ready: Labeller) -> None:
    first, second = ready.names[:2]
    ready.press(Qt.Key.Key_U)
    ready.press(Qt.Key.Key_X)
    ready.settle()
    assert ready.labels == {first: ("", Decision.UNKNOWN), second: ("", Decision.REJECTED)}


@pytest.mark.slow
def test_all_at_once_is_one_step_that_one_undo_takes_back(ready: Labeller) -> None:
    before = ready.names
    ready.press(Qt.Key.Key_A, CTRL)
    ready.press(ENTER)
    assert ready.page.centre.content is CentreContent.FINISHED
    assert ready.page.centre.hint.isHidden()
    ready.settle()
    assert len(ready.labels) == 20
    assert ready.context.history.next_undo == "20 proposals accepted"
    ready.undo()
    assert ready.labels == {}
    assert ready.names == before
    assert ready.page.centre.content is CentreContent.GRID


@pytest.mark.slow
def test_several_steps_are_undone_one_by_one_and_done_again(ready: Labeller) -> None:
    before = ready.names
    ready.press(ENTER)
    ready.press(Qt.Key.Key_U)
    ready.press(ENTER)
    ready.settle()
    labels = ready.labels
    ready.undo()
    assert set(ready.labels) == set(before[:2])
    assert ready.current == before[2]
    ready.undo(2)
    assert ready.labels == {}
    assert ready.names == before
    for _ in range(3):
        ready.context.history.redo()
    ready.settle()
    assert ready.labels == labels
    assert ready.names == before[3:]


@pytest.mark.slow
def test_decided_images_can_be_looked_at_and_changed(ready: Labeller) -> None:
    first = ready.names[0]
    ready.press(Qt.Key.Key_U)
    ready.settle()
    ready.page.centre.chips[Showing.DECIDED].click()
    assert ready.headings == [("Unknown", 1)]
    assert ready.page.inspector.decision.text() == "Decided by you: unknown"
    ready.press(ENTER)
    ready.press(Qt.Key.Key_2)
    ready.settle()
    assert ready.labels[first][0] == "class_01"
    assert ready.headings == [("class_01", 1)]
    ready.press(Qt.Key.Key_Escape)
    assert ready.page.shown.showing is Showing.OPEN
    assert first not in ready.names


def test_what_it_asks_is_shown_alone_with_a_way_back(qtbot: QtBot, ready: Labeller) -> None:
    with qtbot.waitSignal(ready.page.proposer.suggested, timeout=WAIT):
        ready.page.bar.ask.click()
    assert [title for title, _ in ready.headings] == ["Most informative"]
    assert 1 < len(ready.names) <= 12
    ready.press(Qt.Key.Key_Escape)
    assert sum(count for _, count in ready.headings) == 20


def test_the_other_images_count_only_while_the_person_wants_it(ready: Labeller, qtbot: QtBot) -> None:
    together = ready.page.labelling.proposed.confidence.copy()
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        ready.page.bar.pile.click()
    alone = ready.page.labelling.proposed.confidence.copy()
    assert (alone != together).any()
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        ready.page.bar.pile.click()
    assert (ready.page.labelling.proposed.confidence == together).all()


def test_where_only_sure_ones_are_left_to_ask_about_it_says_so(ready: Labeller, qtbot: QtBot) -> None:
    ready.page.labelling.proposed.confidence[:] = 0.95
    with qtbot.waitSignal(ready.context.notifier.said, timeout=WAIT) as said:
        ready.page.bar.ask.click()
    assert said.args is not None
    assert "least sure" in said.args[0]
    assert ready.headings[0][0] == "Most informative"


@pytest.mark.slow
def test_more_images_in_the_folder_leave_what_is_proposed_in_sight(
    ready: Labeller, tmp_path: Path, qtbot: QtBot
) -> None:
    before = [heading for heading in ready.headings if heading[0] != "No proposal yet"]
    (tmp_path / "pile" / "later.png").write_bytes(next((tmp_path / "pile").iterdir()).read_bytes())
    with qtbot.waitSignal(ready.page.reading.images_loaded, timeout=WAIT):
        ready.page.head.add([tmp_path / "pile"])
    assert ready.headings == [*before, ("No proposal yet", 1)]
    ready.settle()
    assert sum(count for _, count in ready.headings) == 21


@pytest.mark.slow
def test_opening_again_finds_classes_examples_labels_and_proposals(
    qtbot: QtBot, ready: Labeller, context: ProjectContext
) -> None:
    ready.press(ENTER)
    ready.settle()
    left = ready.names
    ready.page.leave()
    again = Labeller(qtbot, context)
    again.wait(lambda: again.page.labelling.has_proposals)
    assert again.classes == ready.classes
    assert sorted(again.names) == sorted(left)
    assert again.page.bar.words.text() == "1 of 20 labelled"
    again.undo()
    assert len(again.names) == 20


@pytest.mark.slow
def test_what_cannot_be_written_comes_back_with_the_reason(ready: Labeller, complaints: list[str]) -> None:
    before = ready.names
    gone = add_class(ready.context.project, "gone").class_id
    ready.page.reading.read_classes()
    ready.settle()
    with ready.context.project.write() as session:
        session.connection().exec_driver_sql("DELETE FROM labelling_classes WHERE id = ?", (gone,))
    ready.press(Qt.Key.Key_5)
    assert len(ready.names) == 19
    ready.settle()
    assert ready.names == before
    assert ready.labels == {}
    assert ["no longer" in words for words in complaints] == [True]


@pytest.mark.slow
def test_a_read_only_project_refuses_with_its_reason(
    qtbot: QtBot, templates: ProjectTemplates, tmp_path: Path, context: ProjectContext, said: list[str]
) -> None:
    path = tmp_path / "shown.mlwb"
    with new_project(path) as project:
        templates.fill(project, fill, tmp_path)
        add_examples_folder(project, tmp_path / "examples", Silent())
        with open_for_window(path) as second:
            assert second.read_only
            why = second.read_only_reason
            shown = replace(context, project=second, path=path, read_only=why)
            labeller = Labeller(qtbot, shown)
            labeller.wait(lambda: labeller.page.labelling.has_proposals)
            for key in (ENTER, Qt.Key.Key_1, Qt.Key.Key_U, Qt.Key.Key_R, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
                labeller.press(key)
            labeller.settle()
            assert picks_of(second).of == {}
            assert not labeller.page.inspector.picks.wanted.isEnabled()
            assert len(labeller.names) == 20
            assert labeller.labels == {}
            assert set(said) == {str(why)}
            assert not labeller.page.panel.name.isEnabled()
            labeller.page.leave()


@pytest.mark.slow
def test_a_project_without_images_to_label_asks_for_some(qtbot: QtBot, context: ProjectContext, tmp_path: Path) -> None:
    labeller = Labeller(qtbot, context)
    assert labeller.page.centre.content is CentreContent.EMPTY
    truth = make_pile(tmp_path / "pile", classes=2, images=3)
    labeller.page.centre.drop.dropped.emit([tmp_path / "pile"])
    labeller.wait(lambda: len(labeller.names) == len(truth))
    labeller.settle()
    assert labeller.page.centre.content is CentreContent.GRID


def test_space_enlarges_the_current_image_and_the_card_follows_the_preview(ready: Labeller) -> None:
    second = ready.names[1]
    ready.press(Qt.Key.Key_Space)
    dialog = ready.page.findChild(PreviewDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    QTest.keyClick(dialog, Qt.Key.Key_Space)
    assert ready.current == second


@pytest.mark.slow
def test_another_run_proposes_while_the_old_proposals_stay(qtbot: QtBot, ready: Labeller) -> None:
    before = ready.headings
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        ready.page.reading.choose_run("latest")
        assert ready.headings == before
    ready.press(ENTER)
    ready.settle()
    assert len(ready.labels) == 1


@pytest.mark.slow
def test_another_image_shape_proposes_anew_and_is_remembered(
    qtbot: QtBot, ready: Labeller, context: ProjectContext
) -> None:
    menu = ready.page.head.fit.menu_of_fits()
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        next(action for action in menu.actions() if action.text() == "Pad").trigger()
    assert ready.page.proposer.made_with is not None
    assert ready.page.proposer.made_with.fit == "pad"
    ready.page.leave()
    again = Labeller(qtbot, context)
    assert [action.text() for action in again.page.head.fit.menu_of_fits().actions() if action.isChecked()] == ["Pad"]
    again.wait(lambda: again.page.labelling.has_proposals)
    assert again.page.proposer.made_with is not None
    assert again.page.proposer.made_with.fit == "pad"


def test_every_key_is_listed(qtbot: QtBot, ready: Labeller) -> None:
    ready.press(Qt.Key.Key_Question, SHIFT)
    dialog = ready.page.findChild(KeysHelp)
    assert dialog is not None
    assert dialog.isVisible()
    assert {"R", "U", "X", "E", "1 – 9", "?"} <= {key for key, _ in keys()}
    QTest.keyClick(dialog, Qt.Key.Key_Question)


def test_the_page_is_named_label(qtbot: QtBot) -> None:
    assert (LabelPage.key, LabelPage.step_name()) == ("label", "Label")


@pytest.mark.slow
def test_a_run_that_was_never_tested_is_warned_of_and_the_pretrained_network_is_not(ready: Labeller) -> None:
    ready.wait(lambda: "Run 1 has not been tested" in ready.page.centre.hint.text())
    assert ready.page.labelling.has_proposals
    ready.page.reading.choose_run("pretrained")
    ready.wait(lambda: made_by(ready) == "pretrained" and not ready.page.centre.hint.text())


def made_by(person: Labeller) -> int | str | None:
    """The run whose proposals are shown."""
    made_with = person.page.proposer.made_with
    return made_with.run if made_with is not None else None


@pytest.mark.slow
def test_the_size_of_its_pictures_is_chosen_and_remembered_apart_from_that_of_other_pages(
    qtbot: QtBot, labeller: Labeller, context: ProjectContext
) -> None:
    before = labeller.page.grid.visualRect(labeller.page.grid.model().index(0, 0)).width()
    usual = labeller.page.centre.slider.value()
    labeller.page.centre.slider.setValue(usual + 40)
    assert labeller.page.grid.visualRect(labeller.page.grid.model().index(0, 0)).width() == before + 40
    again = Labeller(qtbot, context)
    assert again.page.centre.slider.value() == usual + 40
    assert again.page.grid.visualRect(again.page.grid.model().index(0, 0)).width() == before + 40
    assert context.settings.number("images.picture", 0) == 0


def test_a_card_says_only_doubt_and_its_tooltip_the_whole_name(ready: Labeller) -> None:
    confidence, cards = ready.page.grid.cards.confidence, ready.page.grid.cards
    assert confidence is not None
    assert cards.captions is not None
    for caption, share in zip(cards.captions, confidence, strict=True):
        assert bool(caption) == (share < SURE)
    index = ready.page.grid.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith(str(cards.images[0].path))


def test_the_words_above_the_grid_matter_more_than_the_slider(labeller: Labeller) -> None:
    centre = labeller.page.centre
    centre.resize(600, 500)
    assert not centre.slider.isHidden()
    centre.resize(200, 500)
    assert centre.slider.isHidden()


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac has signs for its keys")
def test_a_key_has_one_name_in_the_list_of_keys() -> None:
    with spoken("es"):
        listed = " ".join(key for key, _ in keys())
        assert key_words("Ctrl+Shift+Z") == "Ctrl+Mayús+Z"
    assert "Ctrl+Mayús+Z" in listed
    assert "Control" not in listed
    assert "Mayúsculas" not in listed


def test_what_was_chosen_on_another_page_to_label_with_proposes(labeller: Labeller) -> None:
    context, page = labeller.context, labeller.page
    before = page.reading.run
    page.hide()
    context.settings.remember_model(context.path, PRETRAINED)
    context.changes.runs_changed.emit(None)
    page.show()
    page.entered()
    labeller.wait(lambda: page.reading.run == PRETRAINED)
    assert before != PRETRAINED
