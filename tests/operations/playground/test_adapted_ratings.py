"""What two networks make of ratings: good on new people, lost on strangers, and with reasons that hold."""

from statistics import mean

import numpy as np
import pytest

from workbench.operations.playground.adapted_pair import AdaptedPair, AdaptedStep
from workbench.operations.playground.adapted_ratings import adapt_to_ratings, ranked, why_first
from workbench.operations.playground.pair_kinds import MOST_STEPS
from workbench.operations.playground.rating_people import (
    ASKED,
    PERSON_KINDS,
    RATED,
    draw_person,
    rated_pictures,
    rating_problem,
)
from workbench.operations.playground.ratings_seen import ratings_seen
from workbench.operations.playground.starts import read_starts
from workbench.operations.progress import Silent

PEOPLE = 20


def adapted_to(kind: str) -> list[AdaptedPair]:
    people = (draw_person(kind, number) for number in range(PEOPLE))
    start = read_starts("ratings")[-1]
    return [adapt_to_ratings(start, person.ratings, person.given) for person in people]


def errors(pairs: list[AdaptedPair], side: str, step: int) -> float:
    return mean(getattr(pair, side)[step].error for pair in pairs)


@pytest.fixture(scope="module")
def known() -> list[AdaptedPair]:
    return adapted_to("known")


@pytest.fixture(scope="module")
def strangers() -> list[AdaptedPair]:
    return adapted_to("stranger")


def test_the_pictures_rated_show_everything_that_there_is() -> None:
    pictures = rated_pictures()
    assert len(RATED) == 12
    assert sorted((*RATED, *ASKED)) == list(range(30))
    for part in ("shape", "colour", "pattern", "size", "count"):
        every = {getattr(picture, part) for picture in pictures}
        assert {getattr(pictures[number], part) for number in RATED} == every


def test_nobody_who_is_drawn_of_the_set_was_learned_from() -> None:
    parts = rating_problem().parts
    table = rating_problem().data.rating.reshape(200, 30)
    learned = {tuple(map(int, row)) for row in table[parts.learned]}
    people = {draw_person("known", number).given for number in range(PEOPLE)}
    assert len(people) == PEOPLE
    assert not people & learned
    assert draw_person("known", PEOPLE) != draw_person("known", 0)
    assert draw_person("known", PEOPLE).given == draw_person("known", 0).given


def test_the_learner_knows_new_people_far_better_than_its_twin_and_than_the_mean(known: list[AdaptedPair]) -> None:
    means = rating_problem().known.shrunk
    by_means = mean(
        float(np.abs(means[list(ASKED)] - np.array(draw_person("known", number).given)[list(ASKED)]).mean())
        for number in range(PEOPLE)
    )
    assert errors(known, "learner", 1) < 0.85 * errors(known, "twin", 1)
    assert errors(known, "learner", 5) < 0.75 * errors(known, "twin", 5)
    assert errors(known, "learner", 5) < 0.75 * by_means
    assert errors(known, "twin", 5) < 1.05 * by_means


def test_a_taste_of_another_kind_leads_the_learner_astray(strangers: list[AdaptedPair]) -> None:
    assert errors(strangers, "learner", 5) > 1.1 * errors(strangers, "learner", 0)
    assert errors(strangers, "learner", 5) > 1.1 * errors(strangers, "twin", 5)


def test_without_ratings_there_is_the_start_alone() -> None:
    bare = adapt_to_ratings(read_starts("ratings")[-1], (0,) * 12, None)
    assert len(bare.learner) == len(bare.twin) == 1
    assert (bare.learner[0].loss, bare.learner[0].error) == (None, None)
    assert ratings_seen(bare, 0, None) is None
    assert all(len(reasons) == 0 for reasons in why_first(read_starts("ratings")[-1], (0,) * 12, bare, Silent()).twin)


def test_a_reason_is_what_leaving_that_rating_out_changes(known: list[AdaptedPair]) -> None:
    start, person = read_starts("ratings")[-1], draw_person("known", 0)
    why = why_first(start, person.ratings, known[0], Silent())
    assert len(why.learner) == MOST_STEPS + 1
    assert why.learner[0] == ()
    for side, steps in (("learner", known[0].learner), ("twin", known[0].twin)):
        reason, step = getattr(why, side)[3][0], steps[3]
        first = ranked(steps, 3, None)[0].picture
        kept = [0 if RATED[place] == reason.picture else stars for place, stars in enumerate(person.ratings)]
        without = getattr(adapt_to_ratings(start, kept, None), side)[3]
        assert reason.moved == pytest.approx(step.outputs[first] - without.outputs[first])


def test_the_list_is_in_order_within_the_scale_and_says_who_climbed() -> None:
    before = AdaptedStep(tuple(float(number) for number in range(30)), 0.0, None, ())
    after = AdaptedStep(tuple(-float(number) for number in range(30)), 0.0, None, ())
    cards = ranked((before, after), 1, [3] * 30)
    assert [card.picture for card in cards] == sorted(ASKED)
    assert [card.climbed for card in cards] == list(range(17, -18, -2))
    assert {card.foretold for card in cards} == {1.0}
    assert {card.given for card in cards} == {3}


@pytest.mark.parametrize("kind", [*PERSON_KINDS, None])
def test_the_sentence_changes_with_the_facts_and_states_both_errors(kind: str | None) -> None:
    def made(learner: float, twin: float) -> AdaptedPair:
        start = AdaptedStep((), 1.0, 1.0, ())
        return AdaptedPair(*((start, AdaptedStep((), error, error, ())) for error in (learner, twin)))

    nearer, further = ratings_seen(made(0.38, 1.51), 1, kind), ratings_seen(made(1.51, 0.38), 1, kind)
    assert str(nearer) != str(further)
    for words in map(str, (nearer, further)):
        assert "0.38" in words
        assert "1.51" in words
        assert "1 step " in words
    assert ("astray" in str(further)) is (kind == "stranger")
