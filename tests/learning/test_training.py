"""The training loop validates when it should, stops when it should, and bears what goes wrong."""

from collections.abc import Sequence
from typing import ClassVar

import pytest
import torch

from tests.fact_codes import refused
from tests.learning.parts import SHAPE, AsGiven, Flat, gradients, made_pool, sampler_of
from workbench.learning.approaches.prototypical import Prototypical, PrototypicalOptions
from workbench.learning.episode import Episode
from workbench.learning.events import Event, RunNote, TrainingStep, ValidationProgress, ValidationResult
from workbench.learning.networks.encoders import Conv4, Encoder, Takes
from workbench.learning.training import NotFinite, Plan, Training, train
from workbench.words import Message

PLAN = Plan(episodes=24, episodes_per_step=4, rate=1e-3, validate_every=10, validation_episodes=3)


class Hungry(Prototypical):
    """Runs out of memory when given more episodes at once than fit."""

    fits: ClassVar[int]

    def fit_episodes(self, episodes: Sequence[Episode]) -> tuple[float, float]:
        result = super().fit_episodes(episodes)
        if len(episodes) > self.fits:
            raise torch.OutOfMemoryError("made for a test")
        return result


class HungryForTwo(Hungry):
    fits = 2


class HungryForNone(Hungry):
    fits = 0


class Poisoned(Prototypical):
    """Loses its numbers at the third step: in the loss, or in the gradient alone."""

    poison: ClassVar[float]

    def __init__(self, encoder: Encoder, steps: int = 2) -> None:
        super().__init__(encoder, SHAPE, PrototypicalOptions())
        self.steps_left = steps

    def fit_episodes(self, episodes: Sequence[Episode]) -> tuple[float, float]:
        loss, accuracy = super().fit_episodes(episodes)
        self.steps_left -= 1
        if self.steps_left >= 0:
            return loss, accuracy
        for weight in self.parameters():
            if weight.grad is not None:
                weight.grad.mul_(self.poison)
        return loss * self.poison, accuracy


class PoisonedByNothing(Poisoned):
    poison = float("nan")


class PoisonedByInfinity(Poisoned):
    poison = float("inf")


class PoisonedGradient(Poisoned):
    poison = float("nan")

    def fit_episodes(self, episodes: Sequence[Episode]) -> tuple[float, float]:
        return 1.0, super().fit_episodes(episodes)[1]


def prototypical(kind: type[Prototypical] = Prototypical, encoder: Encoder | None = None) -> Prototypical:
    return kind(encoder or Flat(), SHAPE, PrototypicalOptions(decay="none"))


def run(training: Training, *, validated: bool = True, takes: Takes = "images") -> list[Event]:
    validation = sampler_of(made_pool(takes, seed=1), seed=1) if validated else None
    return list(train(training, sampler_of(made_pool(takes)), validation))


def test_every_step_says_which_episode_it_reached_and_how_it_went() -> None:
    training = Training(prototypical(), Plan(10, 4, 1e-3, 10, 2))
    events = run(training, validated=False)
    steps = [event for event in events if isinstance(event, TrainingStep)]
    assert steps == events
    assert [step.episode for step in steps] == [4, 8, 10]
    assert all(step.loss > 0 and 0 <= step.accuracy <= 1 and step.rate == 1e-3 for step in steps)
    assert training.finished
    assert run(training, validated=False) == []


@pytest.mark.slow
def test_training_learns() -> None:
    training = Training(prototypical(), Plan(400, 4, 3e-3, 400, 2))
    steps = [event for event in run(training, validated=False) if isinstance(event, TrainingStep)]
    assert sum(step.loss for step in steps[-10:]) < 0.5 * sum(step.loss for step in steps[:10])


def test_the_rate_falls_as_the_options_say() -> None:
    falling = Training(Prototypical(Flat(), SHAPE, PrototypicalOptions(decay="cosine")), PLAN)
    rates = [event.rate for event in run(falling, validated=False) if isinstance(event, TrainingStep)]
    assert rates[0] == PLAN.rate
    assert rates == sorted(rates, reverse=True)
    assert falling.optimizer.param_groups[0]["lr"] == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("episodes", "per_step", "every", "expected"),
    [(24, 4, 10, [12, 20, 24]), (20, 4, 10, [12, 20]), (12, 1, 5, [5, 10, 12]), (8, 8, 2, [8]), (6, 2, 100, [6])],
)
def test_validation_comes_at_the_first_step_past_each_mark_and_at_the_end(
    episodes: int, per_step: int, every: int, expected: list[int]
) -> None:
    events = run(Training(prototypical(), Plan(episodes, per_step, 1e-3, every, 2)))
    assert [event.episode for event in events if isinstance(event, ValidationResult)] == expected


def test_validation_tells_how_far_it_is_before_it_tells_what_it_found() -> None:
    events = run(Training(prototypical(), Plan(4, 4, 1e-3, 4, 4)))
    assert [event.share for event in events if isinstance(event, ValidationProgress)] == [0.25, 0.5, 0.75, 1.0]
    assert isinstance(events[-1], ValidationResult)


def test_validation_leaves_the_approach_as_it_was() -> None:
    approaches = [prototypical(encoder=Conv4(16, 1, 4)) for _ in range(2)]
    approaches[1].load_state_dict(approaches[0].state_dict())
    for approach, validated in zip(approaches, (True, False), strict=True):
        run(Training(approach, PLAN), validated=validated)
    own, other = (approach.state_dict() for approach in approaches)
    assert all(torch.equal(own[name], other[name]) for name in own)


def test_the_best_validation_is_remembered() -> None:
    training = Training(prototypical(), Plan(80, 2, 1e-2, 4, 5))
    validations = [event for event in run(training) if isinstance(event, ValidationResult)]
    best = max(validations, key=lambda event: event.accuracy)
    assert (training.best_accuracy, training.best_episode) == (best.accuracy, best.episode)
    tops = [-1.0]
    for event in validations:
        assert event.best == (event.accuracy > max(tops))
        tops.append(event.accuracy)
    assert training.without_better == len(validations) - 1 - validations.index(best)


def test_patience_stops_after_so_many_validations_without_a_better_one() -> None:
    training = Training(prototypical(), Plan(100, 2, 0.0, 4, 3, patience=2))
    validations = [event for event in run(training) if isinstance(event, ValidationResult)]
    assert [event.best for event in validations] == [True, False, False]
    assert training.finished
    assert training.episode == 12


def test_without_patience_nothing_stops_early() -> None:
    training = Training(prototypical(), Plan(40, 2, 0.0, 4, 3))
    run(training)
    assert training.episode == 40
    assert training.without_better == 9


def rate_in(stopped: NotFinite) -> float:
    """The learning rate that the advice names."""
    advice = stopped.text.values["advice"]
    assert isinstance(advice, Message)
    rate = advice.values["rate"]
    assert isinstance(rate, float)
    return rate


@pytest.mark.parametrize("kind", [PoisonedByNothing, PoisonedByInfinity, PoisonedGradient])
def test_a_loss_that_is_no_number_stops_before_the_weights_change(kind: type[Poisoned]) -> None:
    approach = kind(Flat())
    training = Training(approach, PLAN)
    loop = train(training, sampler_of(made_pool()), None)
    assert [next(loop), next(loop)]
    before = {name: value.clone() for name, value in approach.state_dict().items()}
    with pytest.raises(NotFinite) as stopped:
        next(loop)
    assert stopped.value.text.values["episode"] == 8
    assert 0 < rate_in(stopped.value) <= PLAN.rate
    assert training.episode == 8
    assert all(torch.equal(before[name], value) for name, value in approach.state_dict().items())
    assert gradients(approach) == {}


@pytest.mark.parametrize("encoder", [Conv4(16, 1, 8), Flat()], ids=["with running statistics", "without"])
def test_a_rate_far_too_high_stops_at_once_and_is_named(encoder: Encoder) -> None:
    training = Training(prototypical(encoder=encoder), Plan(100, 4, 1e20, 100, 2))
    with pytest.raises(NotFinite) as stopped:
        run(training, validated=False)
    assert rate_in(stopped.value) == 1e20
    assert training.episode == 4


def test_a_rate_that_overflows_running_statistics_stops_at_once() -> None:
    training = Training(prototypical(encoder=Conv4(16, 1)), Plan(100, 4, 1e9, 100, 2))
    with pytest.raises(NotFinite) as stopped:
        run(training, validated=False)
    assert rate_in(stopped.value) == 1e9
    assert training.episode == 4


def one_step(kind: type[Prototypical], episodes: int) -> tuple[Prototypical, list[Event]]:
    torch.manual_seed(0)
    approach = prototypical(kind)
    return approach, run(Training(approach, Plan(episodes, episodes, 1e-3, 100, 2)), validated=False)


@pytest.mark.parametrize(("episodes", "chunks"), [(8, [4, 2]), (5, [3, 2]), (3, [2])])
def test_out_of_memory_halves_what_goes_through_at_once_and_is_noted(episodes: int, chunks: list[int]) -> None:
    _, events = one_step(HungryForTwo, episodes)
    assert [event.text.values["count"] for event in events if isinstance(event, RunNote)] == chunks
    assert [event.episode for event in events if isinstance(event, TrainingStep)] == [episodes]


@pytest.mark.parametrize("episodes", [8, 5, 3])
def test_halved_the_gradient_and_the_measurements_are_the_same(episodes: int) -> None:
    halved, events = one_step(HungryForTwo, episodes)
    whole, expected = one_step(Prototypical, episodes)
    step, same = events[-1], expected[-1]
    assert isinstance(step, TrainingStep)
    assert isinstance(same, TrainingStep)
    assert (step.loss, step.accuracy) == pytest.approx((same.loss, same.accuracy), rel=1e-5)
    own, other = gradients(halved), gradients(whole)
    assert own.keys() == other.keys()
    for name in own:
        torch.testing.assert_close(own[name], other[name], rtol=1e-4, atol=1e-7)


def test_halving_lasts_and_is_not_noted_again() -> None:
    training = Training(prototypical(HungryForTwo), Plan(40, 8, 1e-3, 100, 2))
    events = run(training, validated=False)
    assert [isinstance(event, RunNote) for event in events] == [True, True] + [False] * 5
    assert training.chunk == 2


def test_one_episode_too_large_for_the_memory_is_refused() -> None:
    training = Training(prototypical(HungryForNone), PLAN)
    with refused("run.episode_too_large"):
        run(training, validated=False)
    assert training.episode == 0


def test_a_training_on_features_needs_no_weights_but_the_scale() -> None:
    training = Training(prototypical(encoder=AsGiven(32)), PLAN)
    run(training, takes="features")
    assert training.episode == PLAN.episodes
