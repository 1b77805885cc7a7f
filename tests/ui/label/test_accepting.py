"""The sure proposals of a group are accepted by one click that says beforehand how many may be wrong."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.label.label_parts import Labeller
from tests.ui.languages import spoken
from workbench.facts.decision import Decision
from workbench.operations.labelling.label_session import Proposals
from workbench.ui.label.accept_button import AcceptButton

pytestmark = pytest.mark.usefixtures("known_features")

LEFT = Qt.MouseButton.LeftButton
SOME_SURE = np.array([0.95] * 18 + [0.6] * 8, np.float32)


def buttons(person: Labeller) -> list[AcceptButton]:
    """The buttons of the headings, from above."""
    shown = [found for found in person.page.grid.viewport().findChildren(AcceptButton) if found.isVisible()]
    return sorted(shown, key=lambda found: found.y())


@pytest.fixture
def some_sure(ready: Labeller) -> Labeller:
    """In the first group two are sure, in all others none is."""
    labelling = ready.page.labelling
    confidence = np.full(len(labelling.ids), 0.7, np.float32)
    confidence[labelling.rows_of(ready.page.grid.cards.ids[:2])] = 0.95
    classes = tuple(image_class.id for image_class in labelling.classes)
    best, second = (labelling.class_indices(ids) for ids in (labelling.proposed.best, labelling.proposed.second))
    ready.page.proposer.proposed.emit(Proposals(classes, (), labelling.ids, best, confidence, second, 1 - confidence))
    return ready


@pytest.mark.parametrize(
    ("confidence", "text", "others"),
    [
        (SOME_SURE, "Accept 18 sure (about 1 wrong expected)", ["Accept all 26 (about 4 wrong expected)"]),
        (np.array([0.99] * 3, np.float32), "Accept 3 sure (fewer than 1 wrong expected)", []),
        (np.array([0.6] * 8, np.float32), "Accept all 8 (about 3 wrong expected)", []),
        (np.array([0.5], np.float32), "Accept 1 (about 1 wrong expected)", []),
    ],
)
def test_it_says_how_many_and_how_many_of_them_wrong(
    qtbot: QtBot, confidence: np.ndarray, text: str, others: list[str]
) -> None:
    with spoken("en"):
        button = AcceptButton(confidence)
    qtbot.addWidget(button)
    assert button.text() == text
    assert ([act.text() for act in button.menu().actions()] if button.menu() else []) == others


def test_it_says_so_in_spanish_too(qtbot: QtBot) -> None:
    with spoken("es"):
        button = AcceptButton(SOME_SURE)
    qtbot.addWidget(button)
    assert button.text() == "Aceptar 18 seguras (cerca de 1 error previsto)"


def test_where_there_is_little_room_what_is_expected_has_its_own_line(qtbot: QtBot) -> None:
    button = AcceptButton(SOME_SURE)
    qtbot.addWidget(button)
    button.show()
    button.resize(button.sizeHint().width() - 60, 26)
    assert button.text().split("\n") == ["Accept 18 sure", "(about 1 wrong expected)"]
    assert button.toolTip().startswith(button.whole)
    assert button.heightForWidth(button.width()) > button.sizeHint().height()
    button.resize(button.sizeHint())
    assert button.text() == button.whole
    assert button.whole not in button.toolTip()


@pytest.mark.slow
def test_a_click_accepts_the_sure_ones_of_its_group_and_one_undo_takes_it_back(
    qtbot: QtBot, some_sure: Labeller
) -> None:
    person = some_sure
    title, names = person.headings[0][0], person.names
    qtbot.mouseClick(buttons(person)[0], LEFT)
    person.settle()
    assert person.labels == dict.fromkeys(names[:2], (title, Decision.ACCEPTED))
    person.undo()
    assert person.labels == {}
    assert person.names == names


@pytest.mark.slow
def test_its_menu_accepts_the_whole_group(some_sure: Labeller) -> None:
    person = some_sure
    title, count = person.headings[0]
    names = person.names[:count]
    (whole,) = buttons(person)[0].menu().actions()
    whole.trigger()
    person.settle()
    assert person.labels == dict.fromkeys(names, (title, Decision.ACCEPTED))


@pytest.mark.slow
def test_where_none_is_sure_a_click_accepts_the_whole_group(qtbot: QtBot, some_sure: Labeller) -> None:
    person = some_sure
    _, second = buttons(person)[:2]
    count = person.headings[1][1]
    assert second.menu() is None
    qtbot.mouseClick(second, LEFT)
    person.settle()
    assert len(person.labels) == count


@pytest.mark.slow
def test_a_double_click_does_not_accept_the_next_group_that_moves_up(qtbot: QtBot, some_sure: Labeller) -> None:
    person = some_sure
    qtbot.mouseClick(buttons(person)[1], LEFT)
    accepted = person.headings
    qtbot.mouseDClick(buttons(person)[1], LEFT)
    person.settle()
    assert person.headings == accepted


@pytest.mark.slow
def test_a_click_leaves_the_keys_with_the_cards(qtbot: QtBot, some_sure: Labeller) -> None:
    person, window = some_sure, some_sure.page.window()
    window.activateWindow()
    person.wait(window.isActiveWindow)
    person.page.grid.setFocus()
    qtbot.mouseClick(buttons(person)[0], LEFT)
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        person.settle()
    assert len(person.labels) == 2 + 3
