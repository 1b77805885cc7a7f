"""Examples that may be wrong are marked at their class, led to with a key, and put right with one action."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.made_images import pattern, variant
from tests.ui.label.label_parts import Labeller
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.ui.label.label_order import Showing
from workbench.words import Message, marked

pytestmark = pytest.mark.usefixtures("known_features")

F8, ENTER = Qt.Key.Key_F8, Qt.Key.Key_Return
TIP, SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
DOUBT = "One of its 4 examples looks like class_00: wrong.png"


@pytest.fixture
def one_wrong(labeller: Labeller, tmp_path: Path) -> Labeller:
    """Of the four examples of class_01, one is an image of class_00."""
    variant(pattern(0), 7).save(tmp_path / "examples" / "class_01" / "wrong.png")
    # The project's own run has hardly learned anything, so it is sure of nothing.
    labeller.page.reading.choose_run("pretrained")
    labeller.settle()
    labeller.take_examples(tmp_path)
    return labeller


def told(person: Labeller, row: int, role: Qt.ItemDataRole = TIP) -> list[str]:
    """Return what is said of a class below its name and counts."""
    rows = person.page.panel.rows
    return rows.data(rows.index(row), role).split("\n")[1:]


def examples(person: Labeller) -> list[list[str]]:
    """Return the files of the examples in the project, by class."""
    classes = labelling_classes(person.context.project)
    return [[example.image.path.name for example in image_class.examples] for image_class in classes]


def test_a_wrong_example_is_marked_at_its_class_and_named_with_the_class_it_looks_like(one_wrong: Labeller) -> None:
    assert told(one_wrong, 1) == told(one_wrong, 1, SPOKEN) == [DOUBT]
    assert told(one_wrong, 0) == told(one_wrong, 2) == told(one_wrong, 3) == []
    (misgiving,) = one_wrong.page.panel.rows.misgivings(1)
    assert misgiving.example.image.path.name == "wrong.png"
    chip = one_wrong.page.panel.look_at
    assert (chip.isVisible(), chip.text().startswith("1 ")) == (True, True)


def test_the_mark_is_painted(one_wrong: Labeller) -> None:
    marked = _picture(one_wrong)
    one_wrong.page.labelling.doubtful.take(())
    one_wrong.page.review.renew()
    assert marked != _picture(one_wrong)


@pytest.mark.slow
def test_a_key_leads_to_it_and_delete_takes_it_out_until_that_is_undone(one_wrong: Labeller) -> None:
    page = one_wrong.page
    one_wrong.press(F8)
    view = page.review.view
    assert page.review.side.currentWidget() is view
    assert page.panel.list.hasFocus()
    assert (view.name.text(), view.of.text()) == ("wrong.png", "Example of class_01")
    assert view.doubt.text() == "looks like class_00"
    assert "%" in view.reason.text()
    QTest.keyClick(page.panel.list, Qt.Key.Key_Delete)
    one_wrong.settle()
    assert "wrong.png" not in examples(one_wrong)[1]
    assert told(one_wrong, 1) == []
    assert not page.panel.look_at.isVisible()
    assert page.review.side.currentWidget() is page.inspector
    one_wrong.undo()
    assert "wrong.png" in examples(one_wrong)[1]
    assert told(one_wrong, 1) == [DOUBT]
    assert page.panel.look_at.isVisible()


@pytest.mark.slow
def test_it_is_moved_to_the_class_it_looks_like_in_one_step(one_wrong: Labeller) -> None:
    page = one_wrong.page
    page.panel.look_at.click()
    assert page.review.view.move_over.text() == "Move to class_00"
    page.review.view.move_over.click()
    assert page.grid.hasFocus()
    one_wrong.settle()
    assert ("wrong.png" in examples(one_wrong)[0], "wrong.png" in examples(one_wrong)[1]) == (True, False)
    assert told(one_wrong, 0) == told(one_wrong, 1) == []
    one_wrong.undo()
    assert "wrong.png" in examples(one_wrong)[1]
    assert told(one_wrong, 1) == [DOUBT]


@pytest.mark.slow
def test_the_buttons_and_the_menu_do_the_same(one_wrong: Labeller) -> None:
    page = one_wrong.page
    one_wrong.press(F8)
    current = page.panel.list.current
    assert current is not None
    assert "Move to class_00" in [action.text() for action in page.panel.list.menu(current).actions()]
    page.review.view.take_out.click()
    one_wrong.settle()
    assert "wrong.png" not in examples(one_wrong)[1]
    one_wrong.undo()
    page.panel.list.choose_example(0)
    assert "Move to class_00" not in [action.text() for action in page.panel.list.menu(current).actions()]


def test_the_key_goes_through_examples_and_labels_and_begins_anew(one_wrong: Labeller) -> None:
    page = one_wrong.page
    # An image of another class than the one that the wrong example looks like, which stays as sure.
    one_wrong.press(Qt.Key.Key_End)
    right = one_wrong.headings[-1][0]
    wrong = next(index for index, name in enumerate(one_wrong.classes) if index > 1 and name != right)
    file = one_wrong.current
    one_wrong.press(Qt.Key(Qt.Key.Key_1 + wrong))
    one_wrong.settle()
    labels = len(page.labelling.doubted_rows())
    assert labels > 0
    seen: list[str] = []
    for _ in range(1 + labels + 1):
        QTest.keyClick(page, F8)
        is_example = page.review.side.currentWidget() is page.review.view
        seen.append(page.review.view.name.text() if is_example else one_wrong.current)
    assert seen[0] == seen[-1] == "wrong.png"
    assert file in seen
    assert len(set(seen)) == 1 + labels
    assert page.shown.showing is Showing.DOUBTED


def test_going_on_with_the_images_shows_those_again(one_wrong: Labeller) -> None:
    page = one_wrong.page
    one_wrong.press(F8)
    QTest.keyClick(page.panel.list, Qt.Key.Key_Escape)
    assert page.grid.hasFocus()
    assert page.review.side.currentWidget() is page.inspector


def test_an_example_without_fault_is_shown_without_a_warning(ready: Labeller) -> None:
    page = ready.page
    assert not page.panel.look_at.isVisible()
    page.panel.list.setCurrentIndex(page.panel.rows.index(2))
    QTest.keyClick(page.panel.list, Qt.Key.Key_Right)
    view = page.review.view
    assert view.isVisible()
    assert view.of.text() == "Example of class_02"
    assert (view.doubt.isVisible(), view.move_over.isVisible(), view.take_out.isEnabled()) == (False, False, True)


@pytest.mark.slow
def test_in_a_read_only_project_it_is_marked_but_stays(qtbot: QtBot, one_wrong: Labeller) -> None:
    shown = replace(one_wrong.context, read_only=Message(marked("{path} cannot be written."), {"path": "p"}))
    person = Labeller(qtbot, shown)
    person.wait(lambda: person.page.labelling.has_proposals)
    person.settle()
    assert told(person, 1) == [DOUBT]
    person.press(F8)
    view = person.page.review.view
    assert view.doubt.isVisible()
    assert not view.move_over.isEnabled()
    assert not view.take_out.isEnabled()
    QTest.keyClick(person.page.panel.list, Qt.Key.Key_Delete)
    person.settle()
    assert "wrong.png" in examples(person)[1]


@pytest.mark.slow
def test_the_same_image_in_two_classes_is_marked_at_both(ready: Labeller, tmp_path: Path) -> None:
    page = ready.page
    first, second = page.labelling.classes[:2]
    example = first.examples[0]
    copy = tmp_path / "copy.png"
    copy.write_bytes(example.image.path.read_bytes())
    page.editing.remove_examples(first, [example.id])
    ready.settle()
    taken_out = ready.context.history._done[-1].step.inverse
    page.editing.add_files(second, [copy])
    ready.settle()
    taken_out.apply(ready.context.project)
    ready.context.changes.classes_changed.emit(None)
    ready.settle()
    name = example.image.path.name
    assert told(ready, 0) == [f"One of its 3 examples is also in class_01: {name}"]
    assert told(ready, 1) == ["One of its 4 examples is also in class_00: copy.png"]
    assert page.panel.look_at.text().startswith("2 ")
    ready.press(F8)
    assert page.review.view.doubt.text() == "is also in class_01"
    # It is there already.
    assert not page.review.view.move_over.isVisible()
    page.review.view.take_out.click()
    ready.settle()
    assert told(ready, 0) == told(ready, 1) == []


def test_nothing_is_marked_where_each_class_has_one_example(labeller: Labeller, tmp_path: Path) -> None:
    for folder in (tmp_path / "examples").iterdir():
        for path in sorted(folder.iterdir())[1:]:
            path.unlink()
    labeller.take_examples(tmp_path)
    assert [told(labeller, row) for row in range(4)] == [[]] * 4
    assert not labeller.page.panel.look_at.isVisible()


def _picture(person: Labeller) -> QImage:
    person.page.panel.list.setCurrentIndex(person.page.panel.rows.index(1))
    return person.page.panel.list.viewport().grab().toImage()
