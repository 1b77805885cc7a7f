"""The bench of ratings used by a person: stars by mouse and by keyboard, orders, reasons, and a taste nobody had."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider
from pytestqt.qtbot import QtBot

from tests.ui.languages import spoken
from tests.ui.playground.conftest import benches, settle
from workbench.operations.playground.pair_kinds import MOST_STEPS
from workbench.operations.playground.pair_training import PairPlan
from workbench.operations.playground.rating_people import ASKED, RATED
from workbench.ui.look.theme import Theme
from workbench.ui.playground.ratings_bench import RatingsBench
from workbench.ui.playground.star_row import StarRow
from workbench.ui.services.jobs import Jobs

Made = Callable[..., RatingsBench]


@pytest.fixture
def made(qtbot: QtBot, theme: Theme, jobs: Jobs) -> Iterator[Made]:
    with benches(RatingsBench, 576, qtbot, theme, jobs) as make:
        yield make


@pytest.fixture
def bench(made: Made) -> RatingsBench:
    return made()


def orders(bench: RatingsBench) -> list[list[int]]:
    return [[card.picture for card in half.list.ranked] for half in (bench.learner, bench.twin)]


def foretold(bench: RatingsBench) -> list[list[float]]:
    return [[card.foretold for card in half.list.ranked] for half in (bench.learner, bench.twin)]


def errors(bench: RatingsBench) -> list[str]:
    return [half.error.text() for half in (bench.learner, bench.twin)]


def click_star(bench: RatingsBench, place: int, stars: int) -> None:
    QTest.mouseClick(bench.stars, Qt.MouseButton.LeftButton, pos=bench.stars.star_at(place, stars).toPoint())


def test_what_the_person_gives_is_hidden_until_one_of_the_two_is_picked(bench: RatingsBench) -> None:
    assert bench.question.isVisible()
    assert errors(bench) == ["", ""]
    for half in (bench.learner, bench.twin):
        assert {card.given for card in half.list.ranked} == {None}
        assert half.why.reasons == ()
    bench.question.learner.click()
    assert bench.steps.slider.value() == 1
    assert bench.sentence.text().startswith("Guessed")
    assert all(error in bench.sentence.text() for error in errors(bench))
    for half in (bench.learner, bench.twin):
        assert sorted(card.picture for card in half.list.ranked) == sorted(ASKED)
        assert {card.given for card in half.list.ranked} <= {1, 2, 3, 4, 5}
        stars = [card.foretold for card in half.list.ranked]
        assert stars == sorted(stars, reverse=True)


def test_a_click_on_a_star_puts_the_list_in_another_order(qtbot: QtBot, bench: RatingsBench, jobs: Jobs) -> None:
    bench.own.click()
    settle(qtbot, jobs)
    assert bench.stars.ratings == (0,) * len(RATED)
    assert bench.sentence.text().startswith("Give a picture some stars")
    bare, before = orders(bench), foretold(bench)
    for place, stars in ((0, 5), (1, 1), (2, 5)):
        click_star(bench, place, stars)
    settle(qtbot, jobs)
    assert bench.stars.ratings[:4] == (5, 1, 5, 0)
    assert orders(bench)[0] != bare[0]
    assert all(now != then for now, then in zip(foretold(bench), before, strict=True))
    climbed = bench.learner.list.ranked[0].climbed
    assert bare[0].index(orders(bench)[0][0]) == climbed
    for place, stars in ((0, 5), (1, 1), (2, 5)):
        click_star(bench, place, stars)
    settle(qtbot, jobs)
    assert bench.stars.ratings == (0,) * len(RATED)
    assert orders(bench) == bare


def test_stars_are_given_and_taken_away_by_keyboard(qtbot: QtBot, bench: RatingsBench, jobs: Jobs) -> None:
    bench.own.click()
    for key in (Qt.Key.Key_4, Qt.Key.Key_Right, Qt.Key.Key_5, Qt.Key.Key_End, Qt.Key.Key_2, Qt.Key.Key_Up):
        QTest.keyClick(bench.stars, key)
    settle(qtbot, jobs)
    assert bench.stars.ratings == (4, 5, *(0,) * 9, 3)
    assert "picture 12 of 12" in bench.stars.accessibleDescription()
    assert "3 stars; 3 pictures are rated" in bench.stars.accessibleDescription()
    QTest.keyClick(bench.stars, Qt.Key.Key_0)
    QTest.keyClick(bench.stars, Qt.Key.Key_Home)
    QTest.keyClick(bench.stars, Qt.Key.Key_Delete)
    settle(qtbot, jobs)
    assert bench.stars.ratings == (0, 5, *(0,) * 10)


def test_three_ratings_say_why_the_first_picture_is_first(qtbot: QtBot, bench: RatingsBench, jobs: Jobs) -> None:
    bench.question.neither.click()
    for half in (bench.learner, bench.twin):
        given = dict(zip(RATED, bench.stars.ratings, strict=True))
        assert len({reason.picture for reason in half.why.reasons}) == 3
        assert all(given[reason.picture] == reason.stars for reason in half.why.reasons)
        moved = [abs(reason.moved) for reason in half.why.reasons]
        assert moved == sorted(moved, reverse=True)
        assert moved[-1] > 0
        assert half.why.accessibleDescription().count("moved it by") == 3
    bench.own.click()
    QTest.keyClick(bench.stars, Qt.Key.Key_5)
    settle(qtbot, jobs)
    assert [reason.picture for reason in bench.learner.why.reasons] == [RATED[0]]


def test_a_taste_of_another_kind_is_said_to_lead_the_learner_astray(
    qtbot: QtBot, bench: RatingsBench, jobs: Jobs
) -> None:
    bench.question.neither.click()
    known, before = errors(bench)[0], bench.stars.ratings
    bench.people["stranger"].click()
    settle(qtbot, jobs)
    assert bench.question.isVisible()
    assert bench.people["stranger"].isChecked()
    assert bench.stars.ratings != before
    bench.question.twin.click()
    learner, twin = map(float, errors(bench))
    assert learner > twin
    assert "Nobody whom they learned from had a taste of this kind" in bench.sentence.text()
    assert "leads it astray" in bench.sentence.text()
    assert bench.sentence.text().endswith(f"the learner missed them by {known}.")


def test_the_sliders_move_both_halves_together(qtbot: QtBot, bench: RatingsBench, jobs: Jobs) -> None:
    bench.question.neither.click()
    seen: list[str] = []
    for step in range(MOST_STEPS + 1):
        bench.steps.slider.setValue(step)
        pictures = [half.picture.view for half in (bench.learner, bench.twin)]
        assert [picture.step for picture in pictures] == [step, step]
        seen.append(str((foretold(bench), errors(bench), [picture.moved for picture in pictures])))
    assert len(set(seen)) == MOST_STEPS + 1
    bench.steps.slider.setValue(0)
    before = foretold(bench)
    assert before[0] != before[1]
    bench.moments.slider.setValue(0)
    settle(qtbot, jobs)
    assert foretold(bench)[0] == foretold(bench)[1] != before[0]


def test_another_language_keeps_the_stars_and_everything_that_acts_says_what_it_is(bench: RatingsBench) -> None:
    bench.question.neither.click()
    ratings, english = bench.stars.ratings, bench.stars.accessibleDescription()
    with spoken("es"):
        bench.speak()
        assert bench.stars.ratings == ratings
        assert bench.own.text() == "Valoraciones propias"
        assert bench.stars.accessibleDescription() not in ("", english)
        for kind in (QAbstractButton, QSlider, StarRow):
            for widget in bench.findChildren(kind):
                assert not widget.isVisible() or widget.accessibleName(), widget
        for half in (bench.learner, bench.twin):
            assert half.list.accessibleName()
            assert "estrellas previstas" in half.list.accessibleDescription()


def test_networks_are_trained_here_and_the_shipped_ones_are_a_click_away(qtbot: QtBot, made: Made, jobs: Jobs) -> None:
    bench = made(plan=PairPlan("ratings", 8))
    bench.question.neither.click()
    shipped = foretold(bench)
    bench.training.train.click()
    settle(qtbot, jobs)
    assert bench.moments.slider.maximum() == 1
    assert foretold(bench) != shipped
    bench.training.swap.click()
    settle(qtbot, jobs)
    assert foretold(bench) == shipped
