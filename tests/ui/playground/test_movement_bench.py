"""The bench of movement used by a person: a goal that is put somewhere, walks there, and a slider of updates."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.languages import spoken
from tests.ui.playground.conftest import benches, settle
from workbench.operations.playground.goals import FURTHEST_UP, SQUARE, Goal
from workbench.operations.playground.pair_training import PairPlan
from workbench.operations.playground.walked_pair import Path
from workbench.ui.look.theme import Theme
from workbench.ui.playground.movement_bench import MovementBench
from workbench.ui.playground.walk_plane import WalkPlane
from workbench.ui.services.jobs import Jobs


@pytest.fixture
def begun(qtbot: QtBot, theme: Theme, jobs: Jobs) -> Iterator[Callable[..., MovementBench]]:
    with benches(MovementBench, 560, qtbot, theme, jobs) as make:
        yield make


@pytest.fixture
def bench(begun: Callable[..., MovementBench]) -> MovementBench:
    return begun()


def put(plane: WalkPlane, across: float, up: float) -> QPoint:
    return plane.place_of(across, up).toPoint()


def goals(bench: MovementBench) -> list[Goal | None]:
    return [half.plane.view.goal for half in (bench.learner, bench.twin)]


def walks(bench: MovementBench) -> list[tuple[tuple[Path, ...], ...]]:
    return [half.plane.view.walks for half in (bench.learner, bench.twin)]


def earned(bench: MovementBench) -> list[str]:
    return [half.error.text() for half in (bench.learner, bench.twin)]


def reveal(bench: MovementBench) -> None:
    bench.question.neither.click()


def test_what_walks_earn_is_hidden_until_one_of_the_two_is_picked(bench: MovementBench) -> None:
    assert bench.question.isVisible()
    assert bench.question.words.text() == "Whose walks will earn more after one update?"
    assert earned(bench) == ["", ""]
    assert [len(shown) for shown in walks(bench)] == [1, 1]
    assert not bench.steps.slider.isEnabled()
    bench.question.learner.click()
    assert bench.steps.slider.value() == 1
    assert [len(shown) for shown in walks(bench)] == [2, 2]
    assert bench.sentence.text().startswith("Guessed right.")
    assert all(value in bench.sentence.text() for value in earned(bench))
    assert all("Straight there:" in half.ends.text() for half in (bench.learner, bench.twin))


def test_a_click_puts_the_goal_and_both_walk_there_anew(qtbot: QtBot, bench: MovementBench, jobs: Jobs) -> None:
    reveal(bench)
    before, words = walks(bench), bench.sentence.text()
    QTest.mouseClick(bench.twin.plane, Qt.MouseButton.LeftButton, pos=put(bench.twin.plane, -0.3, 0.4))
    settle(qtbot, jobs)
    learner, twin = goals(bench)
    assert learner == twin
    assert twin is not None
    assert twin.distance_to(-0.3, 0.4) < 0.02
    for now, then in zip(walks(bench), before, strict=True):
        assert now[1] != then[1]
    assert bench.sentence.text() != words
    assert bench.steps.slider.value() == 1


def test_the_walks_before_the_first_update_come_before_the_others(
    qtbot: QtBot, bench: MovementBench, jobs: Jobs
) -> None:
    reveal(bench)
    bench.steps.slider.setValue(3)
    known: list[tuple[int, int]] = []
    bench.model.changed.connect(lambda: known.append((len(walks(bench)[0]), bench.steps.slider.value())))
    plane = bench.learner.plane
    QTest.mousePress(plane, Qt.MouseButton.LeftButton, pos=put(plane, 0.4, 0.4))
    QTest.mouseMove(plane, put(plane, 0.2, -0.3))
    QTest.mouseRelease(plane, Qt.MouseButton.LeftButton, pos=put(plane, 0.2, -0.3))
    settle(qtbot, jobs)
    assert known[-1] == (4, 3)
    assert min(known)[0] < 4
    assert {value for _, value in known} == {3}, "the slider stays where the person put it"
    goal = goals(bench)[0]
    assert goal is not None
    assert goal.distance_to(0.2, -0.3) < 0.02


def test_the_slider_of_updates_moves_both_halves_together(bench: MovementBench) -> None:
    reveal(bench)
    seen: list[tuple[object, ...]] = []
    for step in range(4):
        bench.steps.slider.setValue(step)
        assert [len(shown) for shown in walks(bench)] == [step + 1, step + 1]
        pictures = [half.picture.view for half in (bench.learner, bench.twin)]
        assert [picture.step for picture in pictures] == [step, step]
        ends = [half.ends.text() for half in (bench.learner, bench.twin)]
        seen.append((*earned(bench), *ends, *(picture.moved for picture in pictures), bench.sentence.text()))
    assert len(set(seen)) == 4
    assert bench.steps.slider.maximum() == 3


def test_arrows_move_the_goal_in_both_halves_and_keep_it_on_the_plane(
    qtbot: QtBot, bench: MovementBench, jobs: Jobs
) -> None:
    reveal(bench)
    plane = bench.learner.plane
    QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=put(plane, 0.0, 0.0))
    QTest.keyClick(plane, Qt.Key.Key_Right)
    QTest.keyClick(plane, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, jobs)
    assert goals(bench) == [Goal(0.05, 0.25)] * 2
    assert "0.05, 0.25" in bench.twin.plane.accessibleDescription()
    for _ in range(5):
        QTest.keyClick(plane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, jobs)
    assert goals(bench) == [Goal(0.05, -FURTHEST_UP)] * 2
    assert [len(shown) for shown in walks(bench)] == [2, 2]


def test_a_goal_far_outside_is_said_to_be_missed(qtbot: QtBot, bench: MovementBench, jobs: Jobs) -> None:
    bench.kinds["far"].click()
    settle(qtbot, jobs)
    assert bench.question.isVisible()
    assert bench.kinds["far"].isChecked()
    assert not bench.kinds["inside"].isChecked()
    reveal(bench)
    assert "neither gets there" in bench.sentence.text()
    bench.steps.slider.setValue(3)
    assert "steps that fit the square lead astray" in bench.sentence.text()


def test_the_plane_is_shown_as_far_as_the_goal_needs(qtbot: QtBot, bench: MovementBench, jobs: Jobs) -> None:
    plane = bench.learner.plane

    def side() -> float:
        return plane.place_of(SQUARE, 0).x() - plane.place_of(-SQUARE, 0).x()

    near = side()
    assert near > min(plane.width(), plane.height()) / 2
    QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=QPoint(2, plane.height() // 2))
    settle(qtbot, jobs)
    assert side() == near, "what is clicked stays as large as it was"
    bench.kinds["far"].click()
    settle(qtbot, jobs)
    goal = plane.view.goal
    assert goal is not None
    assert plane.rect().contains(plane.place_of(goal.across, goal.up).toPoint())
    assert side() < near


def test_the_slider_of_goals_learned_from_moves_both_starts(qtbot: QtBot, bench: MovementBench, jobs: Jobs) -> None:
    reveal(bench)
    before = [shown[0] for shown in walks(bench)]
    bench.moments.slider.setValue(0)
    settle(qtbot, jobs)
    learner, twin = (shown[0] for shown in walks(bench))
    assert learner == twin
    assert [learner, twin] != before


def test_each_click_draws_another_goal(qtbot: QtBot, bench: MovementBench, jobs: Jobs) -> None:
    before = goals(bench)[0]
    bench.kinds["inside"].click()
    settle(qtbot, jobs)
    assert goals(bench)[0] not in (before, None)


def test_another_language_keeps_the_goal_and_everything_that_acts_says_what_it_is(bench: MovementBench) -> None:
    reveal(bench)
    for kind in (QAbstractButton, QSlider, WalkPlane):
        for widget in bench.findChildren(kind):
            assert not widget.isVisible() or widget.accessibleName(), widget
    goal, english = goals(bench), [part.text() for part in words_of(bench)]
    with spoken("es"):
        bench.speak()
        assert goals(bench) == goal
        spanish = [part.text() for part in words_of(bench)]
    assert not {*english} & {*spanish}


def words_of(bench: MovementBench) -> list[Any]:
    halves: list[QWidget] = [*(half.ends for half in (bench.learner, bench.twin)), bench.learner.error_words]
    return [*halves, *bench.kinds.values(), bench.sentence, bench.step_title, bench.moment_title, bench.question.words]


@pytest.mark.slow
def test_networks_are_trained_here_and_the_shipped_ones_are_a_click_away(
    qtbot: QtBot, begun: Callable[..., MovementBench], jobs: Jobs
) -> None:
    bench = begun(plan=PairPlan("movement", 10))
    reveal(bench)
    shipped = walks(bench)
    bench.training.train.click()
    settle(qtbot, jobs)
    assert bench.moments.slider.maximum() == bench.moments.slider.value() == 1
    assert walks(bench) != shipped
    bench.training.swap.click()
    settle(qtbot, jobs)
    assert walks(bench) == shipped
