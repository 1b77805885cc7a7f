"""Classes and their examples are given, changed and taken back on the page Label."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.label.label_parts import WAIT, Labeller, files
from workbench.facts.decision import Decision
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.tasks.images import list_images
from workbench.ui.controls.choice_dialog import ChoiceDialog
from workbench.ui.grid.card_view import IMAGE_IDS
from workbench.ui.services.project_context import ProjectContext

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.mark.slow
def test_letters_find_a_class_and_an_unknown_name_adds_one(ready: Labeller) -> None:
    first, second = ready.names[:2]
    ready.press(Qt.Key.Key_C)
    QTest.keyClicks(ready.popup.field, "lass 03".replace(" ", "_"))
    QTest.keyClick(ready.popup.field, ENTER)
    ready.settle()
    assert ready.labels[first][0] == "class_03"
    ready.wait(lambda: second in ready.names)
    ready.page.grid.select_ids([image.id for image in ready.page.labelling.images if image.path.name == second])
    ready.press(Qt.Key.Key_R)
    QTest.keyClicks(ready.popup.field, "birch")
    QTest.keyClick(ready.popup.field, ENTER)
    ready.settle()
    assert ready.labels[second] == ("birch", Decision.CORRECTED)
    assert ready.classes[-1] == "birch"


def test_a_class_without_examples_is_said_to_be_known_by_its_labels_where_those_count(labeller: Labeller) -> None:
    def spoken() -> str:
        return labeller.page.panel.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    labeller.type_class("oak")
    assert "No examples yet" in spoken()
    labeller.press(Qt.Key.Key_1)
    labeller.settle()
    assert "1 labelled" in spoken()
    assert "Known by its labels" in spoken()
    labeller.page.bar.learn.setChecked(False)
    assert "No examples yet" in spoken()


@pytest.mark.slow
def test_files_dropped_on_a_class_become_its_examples(labeller: Labeller, tmp_path: Path) -> None:
    labeller.type_class("oak")
    one, two = sorted((tmp_path / "examples" / "class_00").iterdir())[:2]
    labeller.drop_on_class(0, files(one, two))
    labeller.settle()
    assert [example.image.path for example in labelling_classes(labeller.context.project)[0].examples] == [one, two]
    labeller.undo()
    assert labelling_classes(labeller.context.project)[0].examples == ()


@pytest.mark.slow
def test_cards_dragged_on_a_class_become_examples_and_leave_the_pile(labeller: Labeller) -> None:
    labeller.type_class("oak")
    data = QMimeData()
    data.setData(IMAGE_IDS, ",".join(str(number) for number in labeller.page.grid.cards.ids[:2]).encode())
    labeller.drop_on_class(0, data)
    labeller.settle()
    assert labeller.headings == [("No proposal yet", 18)]
    assert labeller.page.bar.words.text() == "0 of 18 labelled"
    labeller.undo()
    assert labeller.headings == [("No proposal yet", 20)]


@pytest.mark.slow
def test_the_key_e_makes_the_selection_examples(ready: Labeller) -> None:
    first = ready.names[0]
    ready.press(Qt.Key.Key_E)
    QTest.keyClick(ready.popup.field, ENTER)
    ready.settle()
    assert first in [example.image.path.name for example in labelling_classes(ready.context.project)[0].examples]
    assert first not in ready.names


@pytest.mark.slow
def test_an_example_and_a_class_are_taken_out_by_delete_and_come_back(qtbot: QtBot, ready: Labeller) -> None:
    view = ready.page.panel.list
    view.setCurrentIndex(ready.page.panel.rows.index(3))
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        QTest.keyClick(view, Qt.Key.Key_Delete)
    ready.settle()
    assert [len(facts.examples) for facts in labelling_classes(ready.context.project)] == [3, 3, 3, 2]
    QTest.keyClick(view, Qt.Key.Key_Delete)
    ready.settle()
    assert ready.classes == ["class_00", "class_01", "class_02"]
    assert "class_03" not in dict(ready.headings)
    ready.undo(2)
    assert [len(facts.examples) for facts in labelling_classes(ready.context.project)] == [3, 3, 3, 3]
    assert ready.classes[3] == "class_03"


@pytest.mark.slow
def test_the_folders_classes_are_undone_in_one_step(ready: Labeller) -> None:
    ready.undo()
    assert ready.classes == []
    ready.context.history.redo()
    ready.settle()
    assert [len(facts.examples) for facts in labelling_classes(ready.context.project)] == [3, 3, 3, 3]


def test_a_class_is_renamed_and_named_back(ready: Labeller) -> None:
    ready.page.panel.rows.setData(ready.page.panel.rows.index(0), "oak")
    ready.settle()
    assert ready.classes[0] == "oak"
    assert "oak" in dict(ready.headings)
    ready.undo()
    assert ready.classes[0] == "class_00"


@pytest.mark.slow
def test_undoing_down_to_nothing_and_doing_all_again_keeps_the_keys_of_the_classes(ready: Labeller) -> None:
    before = ready.classes
    ready.press(ENTER)
    ready.press(ENTER)
    ready.settle()
    labels = ready.labels
    ready.undo(3)
    assert (ready.classes, ready.labels) == ([], {})
    assert ready.headings == [("No proposal yet", 20)]
    assert ready.page.grid.cards.confidence is None or np.isnan(ready.page.grid.cards.confidence).all()
    for _ in range(3):
        ready.context.history.redo()
    ready.settle()
    assert ready.classes == before
    assert ready.labels == labels


@pytest.mark.slow
def test_folders_of_examples_are_not_listed_as_images_to_label(
    qtbot: QtBot, ready: Labeller, context: ProjectContext
) -> None:
    again = Labeller(qtbot, context)
    assert len(list_images(context.project)) > 20 + 12
    piles = [again.page.head.tasks.itemText(row) for row in range(again.page.head.tasks.count())]
    assert [text for text in piles if "has classes" not in text] == ["pile · 20"]


def question(ready: Labeller) -> ChoiceDialog:
    """Return the question that stands over the page."""
    (dialog,) = [one for one in ready.page.window().findChildren(ChoiceDialog) if one.isVisible()]
    return dialog


@pytest.mark.parametrize("typed", ["CLASS_00", "class_\uff10\uff10"])
def test_a_new_class_that_is_called_almost_like_another_is_asked_about(ready: Labeller, typed: str) -> None:
    before = ready.classes
    panel = ready.page.panel
    for press, after in (("usual", before), ("other", [*before, typed])):
        panel.name.setText(typed)
        QTest.keyClick(panel.name, ENTER)
        ready.settle()
        assert ready.classes == before
        getattr(question(ready), press).click()
        ready.settle()
        assert ready.classes == after
        assert press == "other" or (panel.list.current is not None and panel.list.current.name == "class_00")


def test_images_that_were_to_be_of_almost_the_same_class_can_have_the_one_there_is(ready: Labeller) -> None:
    first, before = ready.names[0], ready.classes
    ready.press(Qt.Key.Key_R)
    QTest.keyClicks(ready.popup.field, "Class_03")
    popup = ready.popup
    popup.list.setCurrentRow(popup.list.count() - 1)
    QTest.keyClick(popup.field, ENTER)
    ready.settle()
    assert first not in ready.labels
    question(ready).usual.click()
    ready.settle()
    assert ready.labels[first][0] == "class_03"
    assert ready.classes == before


def test_a_class_may_change_its_own_capitals_but_is_asked_about_before_it_reads_like_another(ready: Labeller) -> None:
    rows = ready.page.panel.rows
    rows.setData(rows.index(0), "Class_00")
    ready.settle()
    assert ready.classes[0] == "Class_00"
    rows.setData(rows.index(1), "class_00")
    ready.settle()
    question(ready).usual.click()
    ready.settle()
    assert ready.classes[:2] == ["Class_00", "class_01"]
    rows.setData(rows.index(1), "class_00")
    question(ready).other.click()
    ready.settle()
    assert ready.classes[:2] == ["Class_00", "class_00"]
