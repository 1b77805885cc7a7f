"""What a person decided is no evidence for itself: it is said as decided, not as a sure proposal."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.label.label_parts import WAIT, Labeller
from workbench.ui.label.label_order import Showing

pytestmark = pytest.mark.usefixtures("known_features")

ENTER = Qt.Key.Key_Return


@pytest.fixture
def taught(qtbot: QtBot, ready: Labeller) -> Labeller:
    """The first image is accepted and the next corrected, and both are examples of what is proposed now."""
    ready.press(ENTER)
    other = next(index for index, name in enumerate(ready.classes) if name != ready.headings[0][0])
    with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
        ready.press(Qt.Key(Qt.Key.Key_1 + other))
    ready.settle()
    return ready


def words(person: Labeller) -> list[str]:
    return [shown.text() for shown in person.page.inspector.findChildren(QLabel) if shown.isVisible() and shown.text()]


@pytest.mark.slow
def test_a_decided_image_says_who_decided_and_nothing_of_what_is_proposed_since(taught: Labeller) -> None:
    taught.page.centre.chips[Showing.DECIDED].click()
    taught.settle()
    name = taught.labels[taught.current][0]
    inspector = taught.page.inspector
    assert f"Decided by you: {name}" in words(taught)
    assert not any("%" in shown or "sure" in shown for shown in words(taught))
    assert inspector.evidence.evidence is None
    assert not inspector.evidence.isVisible()
    cards = taught.page.grid.cards
    assert cards.confidence is None
    assert cards.captions is not None
    assert list(cards.captions) == taught.names
    taught.press(Qt.Key.Key_X)
    taught.settle()
    taught.page.grid.select_ids([int(taught.page.grid.cards.ids[-1])])
    assert "Decided by you: none of these classes" in words(taught)
    taught.press(Qt.Key.Key_Escape)
    taught.wait(lambda: inspector.evidence.speaks)
    assert any("%" in shown for shown in words(taught))


@pytest.mark.slow
def test_an_image_to_decide_again_is_not_proposed_from_its_own_label(qtbot: QtBot, taught: Labeller) -> None:
    labelling = taught.page.labelling
    first = int(labelling.rows_of(np.array([_accepted(taught)]))[0])
    sure_of_itself = float(labelling.proposed.confidence[first])
    with qtbot.waitSignal(taught.page.proposer.proposed, timeout=WAIT):
        taught.page.centre.chips[Showing.DECIDED].click()
        taught.page.grid.select_ids([int(labelling.ids[first])])
        taught.press(Qt.Key.Key_Delete)
        assert np.isnan(labelling.proposed.confidence[first])
    assert labelling.proposed.confidence[first] < sure_of_itself


@pytest.mark.slow
def test_after_undoing_it_is_proposed_as_it_was_before_any_decision(qtbot: QtBot, ready: Labeller) -> None:
    before = ready.page.labelling.proposed.confidence.copy()
    ready.press(ENTER)
    other = next(index for index, name in enumerate(ready.classes) if name != ready.headings[0][0])
    for act in (lambda: ready.press(Qt.Key(Qt.Key.Key_1 + other)), ready.undo, ready.undo):
        with qtbot.waitSignal(ready.page.proposer.proposed, timeout=WAIT):
            act()
        ready.settle()
    assert ready.page.labelling.proposed.confidence == pytest.approx(before, abs=1e-6)


def _accepted(person: Labeller) -> int:
    accepted = next(name for name, (_, decision) in person.labels.items() if decision == "accepted")
    return next(image.id for image in person.page.labelling.images if image.path.name == accepted)
