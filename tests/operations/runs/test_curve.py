"""Learning curves: read as they were stored, grown as a training goes, and the time that is left."""

import numpy as np
import pytest

from tests.fact_codes import refused
from tests.operations.conftest import SHORT
from tests.operations.runs.test_training_runs import curve
from workbench.learning.events import TrainingStep, ValidationResult
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.curve import GrowingCurve, run_curve, smoothed
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_events import TrainingEvent


def grown(steps: int, seconds: float = 0.1, first: int = 1) -> GrowingCurve:
    made = GrowingCurve()
    for number in range(first, first + steps):
        made.append(TrainingStep(2 * number, 1 / number, number / 1000, 1e-3, number * seconds))
    return made


def test_the_mean_is_over_each_value_and_up_to_nineteen_before() -> None:
    values = np.random.default_rng(0).random(50)
    expected = [values[max(0, place - 19) : place + 1].mean() for place in range(50)]
    np.testing.assert_allclose(smoothed(values), expected)
    np.testing.assert_allclose(smoothed(values, window=1), values)
    assert len(smoothed(np.array([]))) == 0


@pytest.mark.slow
def test_a_stored_curve_holds_what_was_measured(imported: Project) -> None:
    events: list[TrainingEvent] = []
    run = train_approach(imported, SHORT, Silent(), on_event=events.append)
    stored = run_curve(imported, run.id)
    rows = curve(imported, run.id)
    assert list(zip(stored.episodes.tolist(), stored.loss, stored.accuracy, strict=True)) == [row[:3] for row in rows]
    assert stored.checked == tuple(event for event in events if isinstance(event, ValidationResult))
    assert (stored.way, stored.training_way) == (3, 5)
    np.testing.assert_allclose(stored.smoothed_loss, smoothed(stored.loss))
    assert stored.seconds[-1] == pytest.approx(describe_runs(imported)[0].seconds, abs=1)


def test_a_run_that_is_not_there_has_no_curve(imported: Project) -> None:
    with refused("run.not_there", run=7):
        run_curve(imported, 7)


@pytest.mark.slow
def test_a_growing_curve_is_the_stored_one_once_all_is_told(imported: Project) -> None:
    growing = GrowingCurve()
    run = train_approach(
        imported,
        SHORT,
        Silent(),
        on_event=lambda event: growing.append(event) if isinstance(event, TrainingStep) else None,
    )
    stored = GrowingCurve.of(run_curve(imported, run.id))
    for name in ("episodes", "loss", "accuracy", "smoothed_loss", "smoothed_accuracy"):
        np.testing.assert_allclose(getattr(growing, name), getattr(stored, name))


def test_a_curve_of_many_steps_is_smoothed_as_it_grows() -> None:
    made = grown(5000)
    assert len(made) == 5000
    assert made.episodes.dtype == np.int64
    np.testing.assert_allclose(made.smoothed_loss, smoothed(made.loss))
    np.testing.assert_allclose(made.smoothed_accuracy, smoothed(made.accuracy))


@pytest.mark.parametrize(("steps", "most", "expected"), [(5000, 400, 400), (300, 400, 300), (1, 2, 1), (0, 10, 0)])
def test_thinned_points_keep_the_first_and_the_last(steps: int, most: int, expected: int) -> None:
    points = grown(steps).thinned(most)
    assert [len(column) for column in vars(points).values()] == [expected] * 5
    if steps:
        assert (points.episodes[0], points.episodes[-1]) == (2, 2 * steps)
        assert (np.diff(points.episodes) > 0).all()


def test_the_rate_is_known_after_two_seconds_and_three_steps() -> None:
    assert grown(0).episodes_per_second is None
    assert grown(3, seconds=5.0).time_left(100) is None
    assert grown(15, seconds=0.1).time_left(100) is None
    made = grown(30, seconds=0.1)
    assert made.episodes_per_second == pytest.approx(20)
    assert made.time_left(100) == pytest.approx(2)
    assert made.time_left(10) == 0


def test_only_what_was_measured_lately_counts_in_the_rate() -> None:
    made = grown(1000, seconds=1.0)
    assert made.episodes_per_second == pytest.approx(2)
    for number in range(1, 1301):
        made.append(TrainingStep(2000 + 2 * number, 0.5, 0.5, 1e-3, 1000 + number / 10))
    assert made.episodes_per_second == pytest.approx(20)


def test_a_run_that_goes_on_forgets_what_came_after_its_checkpoint_and_its_old_rate() -> None:
    made = grown(100)
    for episode in (60, 120, 200):
        made.add_validation(ValidationResult(episode, 0.5, 0.1, best=True))
    made.go_back_to(120)
    assert made.episodes[-1] == 120
    assert [check.episode for check in made.checked] == [60, 120]
    assert made.episodes_per_second is None
    made.append(TrainingStep(122, 0.5, 0.5, 1e-3, 6.1))
    assert made.episodes[-1] == 122
    made.append(TrainingStep(100, 0.5, 0.5, 1e-3, 5.0))
    assert made.episodes[-2:].tolist() == [98, 100]


def test_a_stored_curve_can_grow_on(trained: Project) -> None:
    made = GrowingCurve.of(run_curve(trained, 1))
    for number in range(600):
        made.append(TrainingStep(14 + 2 * number, 0.25, 0.75, 1e-3, 50 + number))
    assert len(made) == 606
    assert made.episodes_per_second == pytest.approx(2)
    np.testing.assert_allclose(made.smoothed_loss, smoothed(made.loss))
