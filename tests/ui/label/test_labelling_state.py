"""The state of the labelling: what is shown in which order, and what holds while decisions are still being written."""

import numpy as np
import pytest

from workbench.facts.decision import Decision
from workbench.operations.labelling.decisions import Decided
from workbench.operations.labelling.examples import ExampleFacts
from workbench.operations.labelling.label_session import Proposals
from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.tasks.images import ImageFacts
from workbench.ui.label.answer import Judgement
from workbench.ui.label.class_filter import is_named, matching
from workbench.ui.label.label_cards import cards_of
from workbench.ui.label.label_order import Showing, order_of
from workbench.ui.label.labelling_state import LabellingState

NONE = np.zeros(0, np.int64)
OAK, ELM, ASH = 7, 3, 5  # Ids say nothing about places.
MADE_WITH = ProposalSettings(run=4, uses_pile=True, learns=True, examples=2, by_hand=1)


def image(number: int) -> ImageFacts:
    return ImageFacts(number, f"/pile/{number}.png", bytes(32), None, "ready", 8, 8)


def a_class(number: int, name: str, place: int, *examples: int) -> LabellingClassFacts:
    return LabellingClassFacts(
        number, name, place, tuple(ExampleFacts(100 + example, image(example)) for example in examples), 0
    )


CLASSES = (a_class(OAK, "oak", 1), a_class(ELM, "elm", 2), a_class(ASH, "Ash tree", 3))


@pytest.fixture
def labelling() -> LabellingState:
    """Six images, the last without a proposal; ids 16 down to 11, so that rows and ids cannot be mixed up."""
    labelling = LabellingState()
    labelling.take_classes(CLASSES, 0)
    labelling.take_images([image(number) for number in (16, 15, 14, 13, 12, 11)])
    labelling.take_proposals(
        Proposals(
            (OAK, ELM),
            ("Ash tree",),
            np.array([12, 13, 14, 15, 16]),
            np.array([1, 0, 0, 1, 0]),
            np.array([0.5, 0.75, 0.9375, 0.625, 0.8125], np.float32),
            np.array([0, 1, 1, 0, 1]),
            np.array([0.375, 0.25, 0.0625, 0.375, 0.125], np.float32),
        )
    )
    return labelling


def rows(*places: int) -> np.ndarray:
    return np.array(places, np.int64)


def said(verdict: Judgement | None) -> Judgement:
    assert verdict is not None
    return verdict


def test_more_images_of_the_folder_leave_the_proposals_for_the_others(labelling: LabellingState) -> None:
    before = order_of(labelling, Showing.OPEN, NONE).groups
    labelling.take_images([image(number) for number in (11, 12, 17, 13, 14, 15, 16)], same=True)
    after = order_of(labelling, Showing.OPEN, NONE)
    assert [group.count for group in after.groups] == [*(group.count for group in before[:-1]), before[-1].count + 1]
    assert labelling.ids[after.rows_of(0)].tolist() == [14, 16, 13]
    labelling.take_images([image(number) for number in (11, 12)])
    assert not labelling.has_proposals


def shown(
    labelling: LabellingState, showing: Showing = Showing.OPEN, chosen: np.ndarray = NONE
) -> list[tuple[str, list[int]]]:
    """Headings with the image ids below them."""
    order = order_of(labelling, showing, chosen)
    titles = [section.title for section in cards_of(labelling, order, showing).sections]
    return [(title, labelling.ids[order.rows_of(place)].tolist()) for place, title in enumerate(titles)]


def test_images_lie_by_proposed_class_the_surest_first_and_others_last(labelling: LabellingState) -> None:
    assert shown(labelling) == [("oak", [14, 16, 13]), ("elm", [15, 12]), ("No proposal yet", [11])]
    captions = cards_of(labelling, order_of(labelling, Showing.OPEN, NONE), Showing.OPEN).captions
    assert captions is not None
    assert list(captions) == ["", "likely", "likely", "likely", "unsure", "11.png"]


def test_a_class_given_is_accepted_where_it_was_proposed_or_nothing_was_and_a_correction_elsewhere(
    labelling: LabellingState,
) -> None:
    verdict = said(labelling.give(labelling.rows_of(rows(14, 15, 11)), OAK))
    assert verdict.decisions({OAK: "oak", ELM: "elm"}, MADE_WITH) == [
        Decided(14, OAK, Decision.ACCEPTED, "oak", 0.9375, "elm", 0.0625, 4, False, MADE_WITH),
        Decided(15, OAK, Decision.CORRECTED, "elm", 0.625, "oak", 0.375, 4, False, MADE_WITH),
        Decided(11, OAK, Decision.ACCEPTED),
    ]
    assert verdict.teaches


def test_accepting_teaches_nothing_and_passes_over_what_is_not_proposed_or_is_decided(
    labelling: LabellingState,
) -> None:
    labelling.apply(said(labelling.mark(labelling.rows_of(rows(16)), Decision.UNKNOWN)))
    verdict = said(labelling.accept(np.arange(6)))
    assert verdict.image_ids.tolist() == [15, 14, 13, 12]
    assert not verdict.teaches
    labelling.apply(verdict)
    assert labelling.accept(np.arange(6)) is None
    assert shown(labelling, Showing.DECIDED) == [("oak", [14, 13]), ("elm", [15, 12]), ("Unknown", [16])]
    assert shown(labelling) == [("No proposal yet", [11])]


def test_saying_the_same_again_says_nothing(labelling: LabellingState) -> None:
    labelling.apply(said(labelling.mark(rows(0), Decision.REJECTED)))
    assert labelling.mark(rows(0), Decision.REJECTED) is None


def test_what_is_withdrawn_is_to_be_decided_again_and_names_no_proposal(labelling: LabellingState) -> None:
    before = shown(labelling)
    labelling.apply(said(labelling.give(labelling.rows_of(rows(14)), OAK)))
    labelling.apply(said(labelling.mark(labelling.rows_of(rows(11)), Decision.UNKNOWN)))
    verdict = said(labelling.withdraw(np.arange(6)))
    assert verdict.decisions({OAK: "oak", ELM: "elm"}, MADE_WITH) == [
        Decided(14, None, Decision.UNDONE),
        Decided(11, None, Decision.UNDONE),
    ]
    assert verdict.teaches
    labelling.apply(verdict)
    assert shown(labelling) == before
    assert labelling.labelled_count(CLASSES[0]) == 0
    assert labelling.withdraw(np.arange(6)) is None
    labelling.revert(verdict)
    assert shown(labelling, Showing.DECIDED) == [("oak", [14]), ("Unknown", [11])]


def test_what_was_proposed_from_an_images_own_label_is_dropped_when_that_is_taken_back(
    labelling: LabellingState,
) -> None:
    verdict = said(labelling.give(labelling.rows_of(rows(14)), OAK))
    labelling.apply(verdict)
    labelling.revert(verdict)
    assert not labelling.lacks_proposals
    labelling.apply(verdict)
    labelling.take_proposals(
        Proposals(
            (OAK, ELM),
            (),
            np.array([13, 14]),
            np.array([0, 0]),
            np.array([0.75, 1.0], np.float32),
            np.array([1, 1]),
            np.array([0.25, 0.0], np.float32),
        )
    )
    labelling.revert(verdict)
    assert labelling.lacks_proposals
    assert shown(labelling)[0] == ("oak", [13])
    assert 14 in dict(shown(labelling))["No proposal yet"]


def test_counts_follow_decisions_and_undoing(labelling: LabellingState) -> None:
    verdict = said(labelling.give(rows(0, 1), OAK))
    labelling.apply(verdict)
    labelling.apply(said(labelling.give(rows(1), ELM)))
    assert [labelling.labelled_count(facts) for facts in CLASSES] == [1, 1, 0]
    assert (labelling.total, labelling.open_count) == (6, 4)
    # What was read after the first and before the second holds the first already.
    read = (LabellingClassFacts(OAK, "oak", 1, (), 2), *CLASSES[1:])
    labelling.take_classes(read, 1)
    assert [labelling.labelled_count(facts) for facts in read] == [1, 1, 0]


def test_what_was_read_before_a_decision_does_not_hide_it(labelling: LabellingState) -> None:
    clock = labelling.clock
    labelling.apply(said(labelling.give(labelling.rows_of(rows(14)), OAK)))
    labelling.take_decided({13: (Decision.UNKNOWN, None)}, clock)
    assert shown(labelling, Showing.DECIDED) == [("oak", [14]), ("Unknown", [13])]
    labelling.take_decided({13: (Decision.UNKNOWN, None)}, labelling.clock)
    assert shown(labelling, Showing.DECIDED) == [("Unknown", [13])]


def test_what_could_not_be_written_is_taken_back_but_not_what_was_said_since(labelling: LabellingState) -> None:
    first = said(labelling.give(rows(0, 1), OAK))
    applied = labelling.apply(first)
    labelling.apply(said(labelling.give(rows(1), ELM)))
    labelling.revert(first, applied=applied)
    assert shown(labelling, Showing.DECIDED) == [("elm", [15])]
    assert [labelling.labelled_count(facts) for facts in CLASSES] == [0, 1, 0]


def test_examples_are_not_to_be_labelled(labelling: LabellingState) -> None:
    labelling.take_classes((a_class(OAK, "oak", 1, 14, 999), *CLASSES[1:]), labelling.clock)
    assert labelling.total == 5
    assert shown(labelling)[0] == ("oak", [16, 13])


def test_proposals_of_a_class_that_is_gone_do_not_count(labelling: LabellingState) -> None:
    labelling.take_classes((a_class(ELM, "elm", 1),), labelling.clock)
    assert shown(labelling)[0] == ("elm", [15, 12])
    assert labelling.accept(labelling.rows_of(rows(14))) is None


def test_the_most_informative_keep_their_order_without_what_is_decided(labelling: LabellingState) -> None:
    chosen = rows(12, 16, 999, 14)
    labelling.apply(said(labelling.mark(labelling.rows_of(rows(16)), Decision.UNKNOWN)))
    assert shown(labelling, Showing.SUGGESTED, chosen) == [("Most informative", [12, 14])]


def test_a_few_letters_find_a_class_whatever_their_case_and_accents() -> None:
    classes = [
        a_class(1, "Corylus", 1),
        a_class(2, "Large acer", 2),
        a_class(3, "Ácer campestre", 3),
        a_class(4, "macerated", 4),
    ]
    assert matching(classes, "acer") == [2, 1, 3]
    assert matching(classes, "") == [0, 1, 2, 3]
    assert matching(classes, "zz") == []
    assert is_named(classes, " Large  acer ")
    assert not is_named(classes, "acer")
