"""What a training would cost, measured without a trace."""

import time
from dataclasses import replace

import pytest
import torch

from tests.operations.conftest import SHORT
from workbench.errors import UserError
from workbench.learning.training import Plan
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.planning.cost_estimate import estimate_cost, validations_of
from workbench.operations.runs.training import train_approach
from workbench.words import Message

LONG = replace(SHORT, episodes=2000, validate_every=500)


class Impatient:
    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


@pytest.mark.slow
@pytest.mark.parametrize("approach", ["prototypical", "transfer"])
def test_the_estimate_is_of_the_order_of_the_truth(imported: Project, approach: str) -> None:
    request = replace(LONG, approach=approach, episodes=400, validate_every=100, validation_episodes=50)
    cost = estimate_cost(imported, request, Silent())
    began = time.perf_counter()
    train_approach(imported, request, Silent())
    truth = time.perf_counter() - began
    assert truth / 4 < cost.seconds < truth * 4


@pytest.mark.slow
def test_more_of_anything_costs_more(imported: Project) -> None:
    plain = estimate_cost(imported, LONG, Silent())
    longer = estimate_cost(imported, replace(LONG, episodes=20_000), Silent())
    larger = estimate_cost(imported, replace(LONG, image_size=64), Silent())
    assert longer.seconds > 3 * plain.seconds
    assert larger.seconds_per_step > plain.seconds_per_step
    assert larger.bytes > 4 * plain.bytes
    assert plain.bytes > 100_000


@pytest.mark.slow
@pytest.mark.parametrize("change", [{"encoder": "efficientnet-lite0", "image_size": None}, {"rotate_classes": True}])
def test_features_and_rotated_classes_are_measured_too(imported: Project, change: dict[str, object]) -> None:
    cost = estimate_cost(imported, replace(LONG, **change), Silent())
    assert 0 < cost.seconds_per_step < cost.seconds


@pytest.mark.slow
def test_a_step_too_slow_to_do_is_reckoned_from_a_small_one(imported: Project) -> None:
    slow = replace(LONG, encoder="resnet12", image_size=64, query=5, episodes_per_step=64)
    began = time.perf_counter()
    cost = estimate_cost(imported, slow, Silent())
    assert cost.seconds_per_step > time.perf_counter() - began


@pytest.mark.slow
@pytest.mark.parametrize("change", [{"image_size": 20}, {"encoder": "efficientnet-lite0", "image_size": None}])
def test_images_that_were_not_needed_before_take_time_only_once(imported: Project, change: dict[str, object]) -> None:
    request = replace(SHORT, **change)
    before = estimate_cost(imported, request, Silent())
    assert before.preparing > 0
    assert estimate_cost(imported, request, Silent()).preparing > 0
    train_approach(imported, request, Silent())
    assert estimate_cost(imported, request, Silent()).preparing == 0


@pytest.mark.slow
def test_measuring_leaves_no_trace(imported: Project) -> None:
    random = torch.get_rng_state()
    estimate_cost(imported, SHORT, Silent())
    assert torch.equal(torch.get_rng_state(), random)
    assert describe_runs(imported) == ()


@pytest.mark.parametrize(
    ("change", "words"), [({"way": 1}, "way must be at least 2"), ({"approach": "magic"}, "no approach magic")]
)
def test_what_training_refuses_is_refused_here(imported: Project, change: dict[str, object], words: str) -> None:
    with pytest.raises(UserError, match=words):
        estimate_cost(imported, replace(SHORT, **change), Silent())


def test_measuring_stops_when_asked_to(imported: Project) -> None:
    with pytest.raises(Cancelled):
        estimate_cost(imported, SHORT, Impatient())


@pytest.mark.parametrize(
    ("episodes", "per_step", "every", "times"), [(12, 2, 6, 2), (13, 2, 6, 3), (10, 4, 1, 3), (5, 1, 100, 1)]
)
def test_validations_are_counted_with_the_last_one(episodes: int, per_step: int, every: int, times: int) -> None:
    assert validations_of(Plan(episodes, per_step, 1e-3, every, 4)) == times
