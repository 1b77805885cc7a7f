"""Large episodes reckoned from small ones."""

import pytest

from workbench.learning.episode import EpisodeShape
from workbench.operations.runs.planning.cost_model import CostSample, episode_images, grown

WHOLE = EpisodeShape(20, 5, 15)


def _steps_on_examples(shape: EpisodeShape) -> CostSample:
    examples, queries = episode_images(shape)
    return CostSample(0.1 + 0.05 * examples + 0.001 * queries, 1000 * (examples + queries))


def test_what_looks_at_examples_often_and_at_queries_once_is_reckoned_apart() -> None:
    growth = grown(WHOLE, _steps_on_examples, float("inf"), episode_images)
    assert WHOLE not in [shape for shape, _ in growth.measured]
    assert growth.at(WHOLE).seconds == pytest.approx(_steps_on_examples(WHOLE).seconds, rel=1e-6)
    assert growth.at(WHOLE).bytes == pytest.approx(_steps_on_examples(WHOLE).bytes, rel=1e-6)


def test_a_quick_episode_is_measured_itself() -> None:
    growth = grown(WHOLE, lambda shape: CostSample(0.001, shape.query), float("inf"), episode_images)
    assert growth.measured[-1] == (WHOLE, CostSample(0.001, 15))


def test_nothing_is_tried_that_would_not_fit_into_memory() -> None:
    growth = grown(WHOLE, _steps_on_examples, 5500, episode_images)
    assert [episode_images(shape) for shape, _ in growth.measured] == [(2, 2)]
    assert growth.at(WHOLE).bytes == 100 * 4000


def test_images_that_a_step_takes_again_are_counted_again() -> None:
    def seen(shape: EpisodeShape) -> tuple[int, int]:
        return 5 * min(10, sum(episode_images(shape))), 0

    growth = grown(WHOLE, lambda shape: CostSample(0.05 * seen(shape)[0]), float("inf"), seen)
    assert growth.at(WHOLE).seconds == pytest.approx(2.5, rel=1e-6)
