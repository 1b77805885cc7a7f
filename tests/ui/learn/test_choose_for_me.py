"""What a search is to know: filled in where it is known, and never over what a person decided."""

import pytest
from pytestqt.qtbot import QtBot

from workbench.operations.runs.planning.expected_labelling import ExpectedLabelling
from workbench.ui.learn.choose_for_me import ChooseForMe, Wanted
from workbench.ui.learn.choosing.kept_choices import KeptChoices
from workbench.ui.look.theme import Theme

KNOWN = ExpectedLabelling(12, 3, known=True)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ChooseForMe:
    panel = ChooseForMe()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_without_anything_known_usual_numbers_are_wanted(panel: ChooseForMe) -> None:
    usual = ExpectedLabelling()
    assert panel.wanted == Wanted(1800.0, usual.way, usual.shot)


def test_what_will_be_labelled_is_filled_in(qtbot: QtBot, panel: ChooseForMe) -> None:
    before = panel.source.text()
    with qtbot.waitSignal(panel.changed):
        panel.show_expected(KNOWN)
    assert (panel.wanted.way, panel.wanted.shot) == (12, 3)
    assert panel.source.text() != before


def test_what_a_person_typed_stays_when_more_is_known(panel: ChooseForMe) -> None:
    panel.labelled.way.setValue(40)
    panel.show_expected(KNOWN)
    assert (panel.wanted.way, panel.wanted.shot) == (40, 3)


def test_a_time_of_ones_own_can_be_given(qtbot: QtBot, panel: ChooseForMe) -> None:
    night, own = panel.budgets.button(2), panel.budgets.button(3)
    night.click()
    assert panel.wanted.seconds == 8 * 3600
    assert not panel.minutes.isEnabled()
    own.click()
    assert panel.minutes.isEnabled()
    with qtbot.waitSignal(panel.changed):
        panel.minutes.setValue(45)
    assert panel.wanted.seconds == 45 * 60


@pytest.mark.parametrize("seconds", [300.0, 28800.0, 5400.0])
def test_what_was_decided_is_found_again_and_nothing_else_counts_as_decided(qtbot: QtBot, seconds: float) -> None:
    one, other = ChooseForMe(), ChooseForMe()
    for panel in (one, other):
        qtbot.addWidget(panel)
    assert one.decided(KeptChoices()) == KeptChoices()
    decided = KeptChoices(seconds=seconds, way=9)
    one.show_choices(decided)
    assert one.decided(KeptChoices()) == decided
    other.show_choices(one.decided(KeptChoices()))
    assert other.wanted == one.wanted
    other.show_expected(KNOWN)
    assert (other.wanted.seconds, other.wanted.way, other.wanted.shot) == (seconds, 9, 3)
