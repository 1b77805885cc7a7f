"""The playground used by a person: points, sliders, the question before the answer, and networks trained here."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider
from pytestqt.qtbot import QtBot

from tests.ui.languages import spoken
from tests.ui.playground.conftest import PATIENCE
from workbench.operations.playground.pair_kinds import MOST_STEPS
from workbench.operations.playground.pair_training import PairPlan
from workbench.ui.look.theme import Theme
from workbench.ui.playground.curve_plane import CurvePlane
from workbench.ui.playground.curves_bench import CurvesBench
from workbench.ui.playground.playground_page import PlaygroundPage
from workbench.ui.services.jobs import Jobs


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, jobs: Jobs) -> Iterator[PlaygroundPage]:
    with spoken("en"):
        page = PlaygroundPage(theme, jobs)
        page.resize(1024, 640)
        page.show()
        page.entered()
        yield page
        jobs.cancel_all()
        qtbot.waitUntil(lambda: not jobs.listed, timeout=PATIENCE)
        shiboken6.delete(page)


@pytest.fixture
def bench(qtbot: QtBot, page: PlaygroundPage, jobs: Jobs) -> CurvesBench:
    bench = page.bench
    assert isinstance(bench, CurvesBench)
    settle(qtbot, bench, jobs)
    assert bench.model.pair is not None
    return bench


@pytest.fixture
def alone(qtbot: QtBot, theme: Theme, jobs: Jobs) -> Iterator[Callable[..., CurvesBench]]:
    """Makes a bench that trains as little, or ships what, a test says."""
    made: list[CurvesBench] = []

    def make(**options: Any) -> CurvesBench:
        bench = CurvesBench(theme, jobs, **options)
        made.append(bench)
        bench.speak()
        bench.show()
        bench.entered()
        settle(qtbot, bench, jobs)
        return bench

    with spoken("en"):
        yield make
        for bench in made:
            shiboken6.delete(bench)


def settle(qtbot: QtBot, bench: CurvesBench, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.listed, timeout=PATIENCE)


def place(plane: CurvePlane, across: float, up: float) -> QPoint:
    return plane.place_of(across, up).toPoint()


def curves(bench: CurvesBench) -> list[object]:
    return [half.plane.view.now for half in (bench.learner, bench.twin)]


def errors(bench: CurvesBench) -> list[str]:
    return [half.error.text() for half in (bench.learner, bench.twin)]


def reveal(bench: CurvesBench) -> None:
    bench.question.neither.click()


def test_the_answer_is_hidden_until_one_of_the_two_is_picked(bench: CurvesBench) -> None:
    assert bench.question.isVisible()
    assert not bench.sentence.isVisible()
    assert curves(bench) == [None, None]
    assert errors(bench) == ["", ""]
    assert not bench.steps.slider.isEnabled()
    bench.question.learner.click()
    assert not bench.question.isVisible()
    assert bench.steps.slider.value() == 1
    assert None not in curves(bench)
    assert "" not in errors(bench)
    assert bench.sentence.text().startswith("Guessed")
    assert all(error in bench.sentence.text() for error in errors(bench))


def test_whoever_guesses_the_other_is_told_so(bench: CurvesBench) -> None:
    bench.question.learner.click()
    learner, twin = (float(error) for error in errors(bench))
    assert bench.sentence.text().startswith("Guessed right." if learner < twin else "Guessed wrong.")
    bench.model.draw("sines")


def test_a_click_adds_a_point_to_both_planes_and_both_adapt(qtbot: QtBot, bench: CurvesBench, jobs: Jobs) -> None:
    reveal(bench)
    before, count, words = curves(bench), len(bench.model.points), bench.sentence.text()
    QTest.mouseClick(bench.twin.plane, Qt.MouseButton.LeftButton, pos=place(bench.twin.plane, 0.3, 5.7))
    settle(qtbot, bench, jobs)
    for half in (bench.learner, bench.twin):
        assert len(half.plane.view.points) == count + 1
        assert half.plane.view.points[-1].up == pytest.approx(5.7, abs=0.1)
    assert all(now != then for now, then in zip(curves(bench), before, strict=True))
    assert bench.sentence.text() != words


def test_a_point_is_dragged_and_removed(qtbot: QtBot, bench: CurvesBench, jobs: Jobs) -> None:
    bench.own.click()
    plane = bench.learner.plane
    QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=place(plane, -2, 1))
    QTest.mousePress(plane, Qt.MouseButton.LeftButton, pos=place(plane, -2, 1))
    QTest.mouseMove(plane, place(plane, 3, -2))
    QTest.mouseRelease(plane, Qt.MouseButton.LeftButton, pos=place(plane, 3, -2))
    settle(qtbot, bench, jobs)
    (point,) = bench.model.points
    assert (point.across, point.up) == (pytest.approx(3, abs=0.1), pytest.approx(-2, abs=0.1))
    QTest.mouseClick(plane, Qt.MouseButton.RightButton, pos=place(plane, 3, -2))
    settle(qtbot, bench, jobs)
    assert bench.model.points == ()
    assert curves(bench) == [None, None]
    assert bench.sentence.text().startswith("Put a point")


def test_points_are_put_moved_chosen_and_removed_by_keyboard(qtbot: QtBot, bench: CurvesBench, jobs: Jobs) -> None:
    bench.own.click()
    plane = bench.learner.plane
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(plane, key)
    (point,) = bench.model.points
    assert (point.across, point.up) == (pytest.approx(0.1), pytest.approx(0.2))
    assert bench.model.selected is None
    QTest.keyClick(plane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(plane, Qt.Key.Key_Return)
    assert len(bench.model.points) == 2
    QTest.keyClick(plane, Qt.Key.Key_PageDown)
    assert "chosen point" in plane.accessibleDescription()
    QTest.keyClick(plane, Qt.Key.Key_Delete)
    assert len(bench.model.points) == 1
    settle(qtbot, bench, jobs)


def test_the_slider_of_steps_moves_both_halves_together(bench: CurvesBench) -> None:
    reveal(bench)
    seen: list[tuple[object, ...]] = []
    for step in range(MOST_STEPS + 1):
        bench.steps.slider.setValue(step)
        pictures = [half.picture.view for half in (bench.learner, bench.twin)]
        assert [picture.step for picture in pictures] == [step, step]
        seen.append((*curves(bench), *errors(bench), *(picture.moved for picture in pictures), bench.sentence.text()))
    assert len(set(seen)) == MOST_STEPS + 1


def test_the_slider_of_curves_learned_from_moves_both_starts(qtbot: QtBot, bench: CurvesBench, jobs: Jobs) -> None:
    reveal(bench)
    before = [half.plane.view.start for half in (bench.learner, bench.twin)]
    bench.moments.slider.setValue(0)
    settle(qtbot, bench, jobs)
    learner, twin = (half.plane.view.start for half in (bench.learner, bench.twin))
    assert learner == twin
    assert [learner, twin] != before


def test_a_line_is_a_family_that_neither_learned_from(qtbot: QtBot, bench: CurvesBench, jobs: Jobs) -> None:
    reveal(bench)
    on_sine = errors(bench)[0]
    bench.families["lines"].click()
    settle(qtbot, bench, jobs)
    assert bench.question.isVisible()
    assert bench.families["lines"].isChecked()
    assert not bench.families["sines"].isChecked()
    reveal(bench)
    assert bench.sentence.text().startswith("Neither has ever learned from such a curve")
    assert bench.sentence.text().endswith(f"the learner missed by {on_sine}.")


def test_each_click_draws_another_curve(qtbot: QtBot, bench: CurvesBench, jobs: Jobs) -> None:
    before = bench.learner.plane.view.truth
    bench.families["sines"].click()
    settle(qtbot, bench, jobs)
    assert bench.learner.plane.view.truth not in (before, None)


def test_another_language_keeps_the_points_and_what_was_revealed(
    qtbot: QtBot, bench: CurvesBench, jobs: Jobs, page: PlaygroundPage
) -> None:
    reveal(bench)
    QTest.mouseClick(bench.learner.plane, Qt.MouseButton.LeftButton, pos=place(bench.learner.plane, 0.3, 5.7))
    settle(qtbot, bench, jobs)
    points, english, shown = bench.model.points, bench.sentence.text(), curves(bench)
    with spoken("es"):
        qtbot.waitUntil(lambda: page.title.text() == "Zona de juego")
        assert bench.model.points == points
        assert curves(bench) == shown
        assert bench.sentence.text() not in ("", english)
        assert bench.learner.title.text() == "La aprendiz"
    qtbot.waitUntil(lambda: page.title.text() == "Playground")


def test_everything_that_acts_says_what_it_is(bench: CurvesBench, page: PlaygroundPage) -> None:
    reveal(bench)
    for kind in (QAbstractButton, QSlider, CurvePlane):
        for widget in page.findChildren(kind):
            assert not widget.isVisible() or widget.accessibleName(), widget
    assert bench.learner.picture.accessibleDescription()


def test_damaged_starts_are_refused_in_words_and_networks_can_still_be_trained(
    qtbot: QtBot, alone: Callable[..., CurvesBench], jobs: Jobs, tmp_path: Path
) -> None:
    bench = alone(shipped=tmp_path, plan=PairPlan("curves", 50))
    assert "starts.json" in bench.sentence.text()
    assert bench.model.pair is None
    bench.training.train.click()
    settle(qtbot, bench, jobs)
    assert bench.question.isVisible()
    reveal(bench)
    assert None not in curves(bench)


def test_networks_are_trained_here_and_the_shipped_ones_are_a_click_away(
    qtbot: QtBot, alone: Callable[..., CurvesBench], jobs: Jobs
) -> None:
    bench = alone(plan=PairPlan("curves", 150))
    reveal(bench)
    shipped = curves(bench)
    bench.training.train.click()
    assert bench.training.cancel.isVisible()
    assert not bench.training.train.isVisible()
    settle(qtbot, bench, jobs)
    assert bench.moments.slider.maximum() == bench.moments.slider.value() == 2
    assert curves(bench) != shipped
    bench.training.swap.click()
    settle(qtbot, bench, jobs)
    assert curves(bench) == shipped
    bench.training.swap.click()
    settle(qtbot, bench, jobs)
    assert bench.moments.slider.maximum() == 2


def test_a_training_that_is_cancelled_keeps_what_it_had(
    qtbot: QtBot, alone: Callable[..., CurvesBench], jobs: Jobs
) -> None:
    bench = alone(plan=PairPlan("curves", 1_000_000))
    bench.training.train.click()
    qtbot.waitUntil(lambda: len(bench.model.own) >= 2, timeout=PATIENCE)
    bench.training.cancel.click()
    settle(qtbot, bench, jobs)
    assert [start.tasks for start in bench.model.own[:2]] == [0, 100]
    assert bench.training.train.isVisible()
    assert bench.training.swap.isVisible()


def test_escape_leads_back(qtbot: QtBot, page: PlaygroundPage, bench: CurvesBench) -> None:
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(bench.learner.plane, Qt.Key.Key_Escape)
