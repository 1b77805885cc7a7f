"""Labels that all other images contradict are shown again, to be corrected or kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.label.label_parts import Labeller
from workbench.facts.decision import Decision
from workbench.ui.label.keys_help import keys
from workbench.ui.label.label_centre import CentreContent
from workbench.ui.label.label_order import Showing

pytestmark = pytest.mark.usefixtures("known_features")

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, F8 = Qt.Key.Key_Return, Qt.Key.Key_F8


def key_of(person: Labeller, name: str) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_1 + person.classes.index(name))


@pytest.fixture
def one_wrong(ready: Labeller) -> tuple[Labeller, str, str, str]:
    """All are accepted but the first, which gets a wrong class; with its file, that class and the right one."""
    file, right = ready.names[0], ready.headings[0][0]
    wrong = next(name for name in reversed(ready.classes) if name != right)
    ready.press(key_of(ready, wrong))
    ready.press(Qt.Key.Key_A, CTRL)
    ready.press(ENTER)
    ready.settle()
    return ready, file, wrong, right


@pytest.mark.slow
def test_a_wrong_label_among_right_ones_appears_is_corrected_with_a_key_and_leaves(
    one_wrong: tuple[Labeller, str, str, str], said: list[str]
) -> None:
    person, file, wrong, right = one_wrong
    chip, inspector = person.page.centre.chips[Showing.DOUBTED], person.page.inspector
    assert person.page.centre.content is CentreContent.FINISHED
    assert (chip.isVisible(), chip.text()) == (True, "To look at again 1")
    QTest.keyClick(person.page, F8)
    assert chip.isChecked()
    assert person.headings == [("Look at again", 1)]
    assert person.names == [file]
    assert list(person.page.grid.cards.captions or ()) == [f"looks like {right}"]
    assert person.page.grid.cards.confidence is None
    assert inspector.decision.text() == f"Decided by you: {wrong}"
    assert inspector.doubt.isVisible()
    assert inspector.doubt.text() == f"looks like {right}"
    assert "%" in inspector.doubt.toolTip()
    person.press(key_of(person, right))
    assert person.names == []
    person.settle()
    assert person.labels[file][0] == right
    assert person.names == []
    assert chip.text() == "To look at again 0"
    person.press(F8)
    assert said[-1] == "There is nothing to look at again."
    person.press(Qt.Key.Key_Escape)
    assert not chip.isVisible()


@pytest.mark.slow
def test_a_contradicted_label_is_withdrawn_there_and_undo_brings_it_back(
    one_wrong: tuple[Labeller, str, str, str],
) -> None:
    person, file, wrong, _ = one_wrong
    person.press(F8)
    person.press(Qt.Key.Key_Delete)
    assert person.names == []
    person.settle()
    assert file not in person.labels
    person.undo()
    assert person.names == [file]
    assert person.labels[file][0] == wrong
    person.press(Qt.Key.Key_U)
    assert person.names == []
    person.settle()
    assert person.labels[file] == ("", Decision.UNKNOWN)


@pytest.mark.slow
def test_a_contradicted_label_that_is_confirmed_is_not_shown_again_until_that_is_undone(
    one_wrong: tuple[Labeller, str, str, str], said: list[str]
) -> None:
    person, file, wrong, _ = one_wrong
    person.press(F8)
    person.press(ENTER)
    assert person.names == []
    assert person.page.centre.content is CentreContent.FINISHED
    person.settle()
    assert person.labels[file][0] == wrong
    assert person.page.centre.chips[Showing.DOUBTED].text() == "To look at again 0"
    again = Labeller(person.qtbot, person.context)
    again.settle()
    assert not len(again.page.labelling.doubted_rows())
    person.undo()
    person.wait(lambda: len(person.page.labelling.doubted_rows()) == 1)
    assert person.labels[file][0] == wrong


@pytest.mark.slow
def test_after_the_last_nothing_is_exported_while_images_are_left(ready: Labeller) -> None:
    right = ready.headings[0][0]
    ready.press(key_of(ready, next(name for name in reversed(ready.classes) if name != right)))
    ready.settle()
    ready.press(F8)
    while ready.names:
        ready.press(ENTER)
    ready.settle()
    centre = ready.page.centre
    assert centre.content is CentreContent.FINISHED
    assert not centre.export.isVisibleTo(centre)


@pytest.mark.slow
def test_the_key_goes_through_all_of_them_and_begins_anew(ready: Labeller) -> None:
    for _ in range(2):
        right = ready.headings[0][0]
        ready.press(key_of(ready, next(name for name in reversed(ready.classes) if name != right)))
        ready.settle()
    ready.press(F8)
    count = len(ready.names)
    seen = [ready.current]
    for _ in range(count):
        ready.press(F8)
        seen.append(ready.current)
    assert count > 1
    assert seen == [*ready.names, ready.names[0]]


@pytest.mark.slow
def test_where_no_label_is_contradicted_there_is_no_chip_and_the_key_says_so(ready: Labeller, said: list[str]) -> None:
    ready.press(F8)
    assert said[-1] == "There is nothing to look at again."
    assert ready.page.shown.showing is Showing.OPEN
    ready.press(ENTER)
    ready.settle()
    assert not ready.page.centre.chips[Showing.DOUBTED].isVisible()


@pytest.mark.slow
def test_what_was_labelled_before_is_looked_at_when_the_page_opens_again(
    one_wrong: tuple[Labeller, str, str, str],
) -> None:
    person = one_wrong[0]
    person.page.leave()
    again = Labeller(person.qtbot, person.context)
    again.wait(lambda: len(again.page.labelling.doubted_rows()) == 1)
    assert again.page.centre.chips[Showing.DOUBTED].isVisible()


def test_the_key_is_listed() -> None:
    assert "F8" in dict(keys())
