"""A label that was given is withdrawn: the image is to be labelled again, and that can be undone."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.label.label_parts import Labeller
from workbench.facts.decision import Decision
from workbench.ui.label.keys_help import keys
from workbench.ui.label.label_order import Showing

pytestmark = pytest.mark.usefixtures("known_features")

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def three_labelled(ready: Labeller) -> Labeller:
    """Two images accepted and one unknown; what is labelled is shown."""
    for key in (ENTER, ENTER, Qt.Key.Key_U):
        ready.press(key)
    ready.settle()
    ready.page.centre.chips[Showing.DECIDED].click()
    return ready


@pytest.mark.slow
def test_delete_puts_an_image_back_and_undo_gives_it_its_label_again(three_labelled: Labeller) -> None:
    person, before = three_labelled, three_labelled.labels
    name = person.current
    person.press(Qt.Key.Key_Delete)
    assert name not in person.names
    person.settle()
    assert set(person.labels) == set(before) - {name}
    assert person.page.bar.words.text() == "2 of 20 labelled"
    assert name in str(person.context.history.next_undo)
    person.undo()
    assert person.labels == before
    assert person.current == name
    person.context.history.redo()
    person.settle()
    assert set(person.labels) == set(before) - {name}
    person.press(Qt.Key.Key_Escape)
    assert name in person.names


@pytest.mark.slow
def test_backspace_withdraws_all_that_are_selected_in_one_step(three_labelled: Labeller, said: list[str]) -> None:
    person = three_labelled
    person.press(Qt.Key.Key_A, CTRL)
    person.press(Qt.Key.Key_Backspace)
    person.settle()
    assert person.labels == {}
    assert said[-1] == "Labels of 3 images withdrawn"
    person.undo()
    assert len(person.labels) == 3


@pytest.mark.slow
def test_the_inspector_has_a_button_for_it_where_the_image_is_labelled(three_labelled: Labeller) -> None:
    person, inspector = three_labelled, three_labelled.page.inspector
    assert inspector.withdraw.isVisible()
    assert not inspector.accept.isVisible()
    name = person.current
    inspector.withdraw.click()
    person.settle()
    assert name not in person.labels
    person.press(Qt.Key.Key_Escape)
    assert inspector.accept.isVisible()
    assert not inspector.withdraw.isVisible()


@pytest.mark.slow
def test_an_image_put_back_can_be_labelled_anew(three_labelled: Labeller) -> None:
    person = three_labelled
    name = person.current
    person.press(Qt.Key.Key_Delete)
    person.press(Qt.Key.Key_Escape)
    person.page.grid.select_ids([image.id for image in person.page.labelling.images if image.path.name == name])
    person.press(Qt.Key.Key_X)
    person.settle()
    assert person.labels[name] == ("", Decision.REJECTED)


def test_where_nothing_is_labelled_it_says_so(ready: Labeller, said: list[str]) -> None:
    ready.press(Qt.Key.Key_Delete)
    assert "no label" in said[-1]


def test_the_key_is_listed() -> None:
    assert "Delete or Backspace" in dict(keys())
