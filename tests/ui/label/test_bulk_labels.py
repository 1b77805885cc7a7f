"""What is accepted in bulk on the page Label is stored as such, and the box says which labels are learned from."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.label.label_parts import Labeller
from tests.ui.languages import spoken
from workbench.operations.labelling.decisions_used import DecisionsUsed
from workbench.operations.labelling.labels import LabelFacts, current_labels
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.ui.label.accept_button import AcceptButton
from workbench.ui.label.teaching.decisions_tip import about_decisions

pytestmark = pytest.mark.usefixtures("known_features")

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
LATER = "Sure ones count once every class has 5 examples or labels set by hand."
MADE_WITH = ProposalSettings(1, uses_pile=True, learns=True, examples=12)


def labels(person: Labeller) -> tuple[LabelFacts, ...]:
    return current_labels(person.context.project)


def accept_group(qtbot: QtBot, person: Labeller) -> int:
    """Accept the proposals of the first group with its button; return how many labels there are then."""
    shown = [button for button in person.page.grid.viewport().findChildren(AcceptButton) if button.isVisible()]
    qtbot.mouseClick(min(shown, key=lambda button: button.y()), Qt.MouseButton.LeftButton)
    person.settle()
    return len(labels(person))


@pytest.mark.slow
def test_the_button_of_a_group_accepts_in_bulk_and_undo_and_redo_keep_that(qtbot: QtBot, ready: Labeller) -> None:
    count = accept_group(qtbot, ready)
    assert count > 1
    expected = [(True, MADE_WITH, 1)] * count
    assert [(label.in_bulk, label.proposed_with, label.run) for label in labels(ready)] == expected
    ready.undo()
    assert labels(ready) == ()
    ready.context.history.redo()
    ready.settle()
    assert [(label.in_bulk, label.proposed_with, label.run) for label in labels(ready)] == expected


@pytest.mark.slow
def test_one_accepted_by_enter_is_by_hand_and_several_are_in_bulk(ready: Labeller) -> None:
    ready.press(ENTER)
    ready.settle()
    assert [(label.in_bulk, label.proposed_with) for label in labels(ready)] == [(False, MADE_WITH)]
    ready.press(Qt.Key.Key_A, CTRL)
    ready.press(ENTER)
    ready.settle()
    assert sorted(label.in_bulk for label in labels(ready)) == [False, *[True] * 19]


@pytest.mark.slow
def test_a_class_given_to_several_is_by_hand(ready: Labeller) -> None:
    ready.press(Qt.Key.Key_A, CTRL)
    ready.press(Qt.Key.Key_1)
    ready.settle()
    assert {label.in_bulk for label in labels(ready)} == {False}


@pytest.mark.slow
def test_settings_are_those_of_the_proposals_shown(ready: Labeller) -> None:
    ready.page.bar.pile.setChecked(False)
    ready.settle()
    ready.press(ENTER)
    ready.settle()
    assert labels(ready)[0].proposed_with == ProposalSettings(1, uses_pile=False, learns=True, examples=12)


def test_where_nothing_was_proposed_no_settings_are_named(labeller: Labeller) -> None:
    labeller.type_class("oak")
    labeller.press(Qt.Key.Key_1)
    labeller.settle()
    assert [(label.in_bulk, label.proposed_with) for label in labels(labeller)] == [(False, None)]


@pytest.mark.slow
def test_the_box_says_which_labels_it_learns_from(qtbot: QtBot, ready: Labeller) -> None:
    tip = ready.page.bar.learn.toolTip
    assert tip() == "Labelled images count as further examples of their class."
    for _ in range(2):
        ready.press(ENTER)
        ready.settle()
    assert tip() == "Learns from 2 labels set by hand."
    count = accept_group(qtbot, ready) - 2
    assert tip() == f"Learns from 2 labels set by hand; not from {count} accepted in bulk. {LATER}"
    ready.undo(3)
    assert tip() == "Labelled images count as further examples of their class."


@pytest.mark.parametrize(
    ("language", "used", "words"),
    [
        (
            "en",
            DecisionsUsed(12, 30, 8, 0, has_enough=True),
            "Learns from 12 labels set by hand and 30 accepted in bulk as sure; not from 8 accepted in bulk while "
            "unsure.",
        ),
        ("en", DecisionsUsed(0, 0, 1, 0), f"Learns from 0 labels set by hand; not from 1 accepted in bulk. {LATER}"),
        (
            "en",
            DecisionsUsed(1, 5, 0, 0),
            "Learns from 1 label set by hand and 5 accepted in bulk, of classes with no others.",
        ),
        (
            "en",
            DecisionsUsed(200, 0, 0, 40),
            "Learns from 200 labels set by hand. Of a class with many labels, the newest 100 count.",
        ),
        ("es", DecisionsUsed(1, 0, 0, 0), "Se aprende de 1 etiqueta puesta a mano."),
        (
            "es",
            DecisionsUsed(12, 1, 30, 0, has_enough=True),
            "Se aprende de 12 etiquetas puestas a mano y 1 aceptada en bloque como segura; no de 30 aceptadas en "
            "bloque sin seguridad.",
        ),
        (
            "es",
            DecisionsUsed(12, 2, 1, 3),
            "Se aprende de 12 etiquetas puestas a mano y 2 aceptadas en bloque, de clases sin otras; no de 1 aceptada "
            "en bloque. Las seguras cuentan cuando cada clase tiene 5 ejemplos o etiquetas puestas a mano. De una "
            "clase con muchas etiquetas cuentan las 100 más recientes.",
        ),
    ],
)
def test_it_says_so_in_the_singular_and_the_plural(language: str, used: DecisionsUsed, words: str) -> None:
    with spoken(language):
        assert about_decisions(used) == words
