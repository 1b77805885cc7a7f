"""Somebody picks a few images that they want, and a few not, and sees more like them; no label comes of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.label.label_parts import Labeller
from workbench.operations.labelling.decisions import decided_images
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.ratings.picks import pick_images, picks_of
from workbench.ui.label.label_order import Showing

pytestmark = pytest.mark.usefixtures("known_features")

PLUS, MINUS = Qt.Key.Key_Plus, Qt.Key.Key_Minus


@pytest.fixture
def ana(labeller: Labeller) -> Labeller:
    """Ana wants the first and the fifth image, which are alike, and not the second."""
    labeller.page.centre.picks.person_chosen.emit("Ana")
    for place, key in ((0, PLUS), (4, PLUS), (1, MINUS)):
        labeller.page.grid.select_rows(place, place)
        labeller.press(key)
        labeller.settle()
    return labeller


def picked(person: Labeller, name: str = "Ana") -> dict[str, bool]:
    picks = picks_of(person.context.project).of_person(name)
    names = {image.sha256: image.path.name for image in person.page.labelling.images}
    return {names[content]: wanted for content, wanted in picks.items()}


def order(person: Labeller) -> None:
    person.page.centre.picks.order.click()
    person.settle()


def test_picks_are_kept_and_are_no_labels(ana: Labeller) -> None:
    assert picked(ana) == {"000.png": True, "004.png": True, "001.png": False}
    assert ana.labels == {}
    assert decided_images(ana.context.project) == {}
    assert labelling_classes(ana.context.project) == ()
    assert ana.page.bar.words.text() == "0 of 20 labelled"
    marks = ana.page.grid.cards.picked
    assert marks is not None
    assert list(marks[:5]) == [1, -1, 0, 0, 1]


def test_the_bar_comes_with_the_first_pick(labeller: Labeller) -> None:
    bar = labeller.page.centre.picks
    assert not bar.isVisibleTo(labeller.page)
    labeller.page.inspector.picks.unwanted.click()
    labeller.settle()
    assert bar.isVisibleTo(labeller.page)
    assert bar.words.text() == "0 wanted, 1 not wanted"
    assert not bar.order.isEnabled()
    labeller.page.inspector.picks.wanted.click()
    labeller.settle()
    assert bar.words.text() == "1 wanted, 0 not wanted"
    assert bar.order.isEnabled()


def test_more_like_these_orders_all_images_and_escape_leads_back(ana: Labeller) -> None:
    before = ana.names
    order(ana)
    assert ana.page.shown.showing is Showing.WANTED
    assert ana.headings == [("Wanted", 2), ("More like these", 17), ("Not wanted", 1)]
    assert sorted(ana.names) == sorted(before)
    assert set(ana.names[:2]) == {"000.png", "004.png"}
    assert ana.names[-1] == "001.png"
    assert ana.page.grid.current_row() == 2
    assert "from your 3 picks alone" in ana.page.centre.picks.words.text()
    assert ana.page.centre.chips[Showing.WANTED].isVisibleTo(ana.page)
    ana.press(Qt.Key.Key_Escape)
    assert ana.names == before
    assert "alone" not in ana.page.centre.picks.words.text()


def test_what_looks_like_the_picks_comes_first(ana: Labeller, truth: dict[str, str]) -> None:
    order(ana)
    found = [truth[name] == truth["000.png"] for name in ana.names[2:-1]]
    assert truth["000.png"] == truth["004.png"]
    assert sum(found[:3]) >= 2


def test_the_same_key_again_takes_a_pick_away_and_undo_gives_it_back(ana: Labeller) -> None:
    ana.page.grid.select_rows(0, 0)
    assert ana.page.inspector.picks.wanted.isChecked()
    ana.press(PLUS)
    ana.settle()
    assert not ana.page.inspector.picks.wanted.isChecked()
    assert "000.png" not in picked(ana)
    ana.undo()
    assert picked(ana)["000.png"]
    assert ana.page.inspector.picks.wanted.isChecked()
    ana.page.centre.picks.clear.click()
    ana.settle()
    assert picked(ana) == {}
    ana.undo()
    assert len(picked(ana)) == 3


def test_each_person_has_picks_of_their_own(ana: Labeller) -> None:
    box = ana.page.centre.picks.person
    typed = box.lineEdit()
    assert typed is not None
    typed.selectAll()
    QTest.keyClicks(typed, "Bo")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert ana.page.centre.picks.words.text() == "0 wanted, 0 not wanted"
    ana.page.grid.select_rows(2, 2)
    ana.press(PLUS)
    ana.settle()
    assert picked(ana, "Bo") == {"002.png": True}
    assert picked(ana) == {"000.png": True, "004.png": True, "001.png": False}
    assert {box.itemText(index) for index in range(box.count())} == {"Ana", "Bo"}


def test_who_wants_nothing_yet_sees_the_images_as_they_were(ana: Labeller) -> None:
    before = ana.names
    order(ana)
    ana.page.centre.picks.person_chosen.emit("Bo")
    ana.settle()
    assert ana.names == before
    ana.page.centre.picks.person_chosen.emit("  ")
    assert ana.page.picking.person == "Bo"


def test_what_was_picked_a_moment_ago_counts(ana: Labeller) -> None:
    ana.page.grid.select_rows(8, 8)
    ana.press(PLUS)
    ana.page.centre.picks.order.click()
    ana.settle()
    assert ana.headings[0] == ("Wanted", 3)


def test_what_others_picked_is_said_once_it_is_learned_from(ana: Labeller) -> None:
    images = ana.page.labelling.images
    for first, name in enumerate(("Bo", "Cy", "Di")):
        pick_images(ana.context.project, name, [images[first + at].sha256 for at in (0, 4, 8)], wanted=True)
    order(ana)
    assert "learned from 3 people's picks" in ana.page.centre.picks.words.text()


def test_picks_are_there_after_the_page_is_built_anew(ana: Labeller, qtbot: QtBot) -> None:
    again = Labeller(qtbot, ana.context)
    assert again.page.picking.person == "Ana"
    assert again.page.centre.picks.words.text() == "2 wanted, 1 not wanted"


def test_labelling_among_wanted_images_moves_no_card(ana: Labeller, said: list[str]) -> None:
    ana.type_class("oak")
    order(ana)
    before = ana.names
    ana.page.grid.select_rows(3, 3)
    ana.press(Qt.Key.Key_1)
    ana.settle()
    assert ana.names == before
    assert list(ana.labels) == [before[3]]
