"""A training stopped anywhere and gone on with from its checkpoint ends as one that was never stopped."""

import json
from functools import cache
from itertools import islice
from typing import Any

import pytest
import torch

from tests.fact_codes import refused
from tests.learning.parts import SHAPE, Flat, made_pool, sampler_of, seed_weights
from workbench.learning.approach import Approach
from workbench.learning.approaches import APPROACHES
from workbench.learning.approaches.prototypical import Prototypical
from workbench.learning.checkpoint import load_approach, restore_training, training_bytes
from workbench.learning.events import Event, TrainingStep, ValidationProgress, ValidationResult
from workbench.learning.networks.encoders import Conv4, Encoder
from workbench.learning.training import Plan, Training, train

PLAN = Plan(episodes=16, episodes_per_step=2, rate=1e-2, validate_every=4, validation_episodes=3, patience=9)
STOPS = {
    "before the first step": 0,
    "after a step": 1,
    "before a validation": 2,
    "early in a validation": 3,
    "late in a validation": 5,
    "after a validation": 6,
    "in the middle": 13,
    "before the end": 21,
    "at the end": 24,
}

QUICK_STOPS = {"after a step", "late in a validation", "in the middle"}

every_stop = pytest.mark.parametrize(
    "stop",
    [pytest.param(stop, marks=() if name in QUICK_STOPS else pytest.mark.slow) for name, stop in STOPS.items()],
    ids=STOPS.keys(),
)
every_approach = pytest.mark.parametrize("kind", APPROACHES, ids=lambda kind: kind.name)
QUICK = {"prototypical", "maml", "mann"}  # one of each family; the others take as long again, and are slow
every_approach_in_time = pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, marks=() if kind.name in QUICK else pytest.mark.slow) for kind in APPROACHES],
    ids=lambda kind: kind.name,
)


def training_of(kind: type[Approach], seed: int, encoder: Encoder | None = None, **options: Any) -> Training:
    seed_weights(seed)
    # With dropout, so that a random state that is not restored shows.
    return Training(kind(encoder or Flat(dropout=0.3), SHAPE, kind.options_kind(**options)), PLAN)


def events_of(training: Training, count: int | None = None) -> list[Event]:
    pool = made_pool(classes=SHAPE.training_classes)
    events = train(training, sampler_of(pool), sampler_of(made_pool(seed=1), seed=1))
    return list(islice(events, count))


def stored(training: Training) -> tuple[bytes, Any]:
    """Return what a project would give back: the bytes, and the facts by way of JSON."""
    weights, facts = training_bytes(training)
    return weights, json.loads(json.dumps(facts, allow_nan=False))


def stopped_and_resumed(stop: int, whole: Training, fresh: Training) -> list[Event]:
    """Run `whole` for `stop` events, and the rest of it in `fresh`."""
    before = events_of(whole, stop)
    checkpoint = stored(whole)
    seed_weights(1234)
    restore_training(fresh, *checkpoint)
    return before + events_of(fresh)


def assert_same(left: Training, right: Training) -> None:
    (weights, facts), (others, other_facts) = stored(left), stored(right)
    assert facts == other_facts
    assert weights == others


def lasting(events: list[Event]) -> list[Event]:
    """Leave out how far a validation is: one that was stopped begins again."""
    return [event for event in events if not isinstance(event, ValidationProgress)]


def test_the_stops_are_where_they_are_said_to_be() -> None:
    events = events_of(training_of(Prototypical, 0))
    kinds = [
        TrainingStep,
        TrainingStep,
        ValidationProgress,
        ValidationProgress,
        ValidationProgress,
        ValidationResult,
    ] * 4
    assert [type(event) for event in events] == kinds


@cache
def never_stopped(kind: type[Approach]) -> tuple[list[Event], torch.Tensor, bytes, Any]:
    """Return what a training that goes on to its end tells, torch's random state then, and what is stored of it."""
    training = training_of(kind, 0)
    events = lasting(events_of(training))
    return events, torch.get_rng_state(), *stored(training)


@pytest.mark.slow
@every_stop
@every_approach_in_time
def test_a_stopped_training_ends_as_one_that_was_not(kind: type[Approach], stop: int) -> None:
    expected, end, weights, facts = never_stopped(kind)
    resumed = training_of(kind, 7)
    resumed_run = stopped_and_resumed(stop, training_of(kind, 0), resumed)
    assert lasting(resumed_run) == expected
    assert torch.equal(torch.get_rng_state(), end)
    assert stored(resumed) == (weights, facts)


@every_stop
def test_so_does_one_with_running_statistics_another_decay_and_weight_decay(stop: int) -> None:
    options = {"decay": "halving", "weight_decay": 0.01}
    never_stopped, stopped, resumed = (
        training_of(Prototypical, seed, fresh_conv4(seed), **options) for seed in (0, 0, 7)
    )
    expected = events_of(never_stopped)
    resumed_run = stopped_and_resumed(stop, stopped, resumed)
    assert lasting(resumed_run) == lasting(expected)
    assert_same(resumed, never_stopped)


def fresh_conv4(seed: int) -> Conv4:
    seed_weights(seed)
    return Conv4(16, 1, 4)


def test_counters_and_chunk_are_part_of_a_checkpoint() -> None:
    training = training_of(Prototypical, 0)
    events_of(training, 15)
    training.chunk = 1
    fresh = training_of(Prototypical, 1)
    restore_training(fresh, *stored(training))
    for name in ("episode", "validated_at", "best_accuracy", "best_episode", "without_better", "chunk"):
        assert getattr(fresh, name) == getattr(training, name)
    assert fresh.episode > 0
    assert fresh.best_episode > 0


def test_the_weights_of_a_checkpoint_can_be_loaded_by_themselves() -> None:
    training = training_of(Prototypical, 0)
    events_of(training)
    approach = training_of(Prototypical, 1).approach
    load_approach(approach, stored(training)[0])
    assert all(
        torch.equal(value, approach.state_dict()[name]) for name, value in training.approach.state_dict().items()
    )


def test_a_damaged_checkpoint_is_refused() -> None:
    weights, facts = stored(training_of(Prototypical, 0))
    with refused("run.weights_of_another"):
        restore_training(training_of(Prototypical, 1), weights[: len(weights) // 2], facts)
