"""Curves: the meta-gradient is exact, tasks are those of the paper, and meta-learning learns them."""

from typing import Any

import pytest
import torch

from tests.learning.parts import gradients, seed_weights
from workbench.learning.approach import Approach
from workbench.learning.episode import Episode
from workbench.learning.problems.curves import AMPLITUDES, LINES, REACH, SINES, SUMS, Curves, drawn_curve
from workbench.learning.problems.problem import episode_of
from workbench.learning.training import Plan, Training, train

CURVES = Curves()
SHAPE = CURVES.shape(5, 10)
STEP = 1e-6


def precise(**options: Any) -> Approach:
    seed_weights(0)
    return CURVES.build("maml", SHAPE, options).double().train()


def doubled(number: int) -> Episode:
    drawn = CURVES.tasks(SHAPE, 0).episode(number)
    inputs = torch.cat([drawn.support.images, drawn.queries]).double()
    return episode_of(inputs, torch.cat([drawn.support.labels, drawn.answers]).double(), SHAPE.shot)


@pytest.mark.parametrize("rates", ["none", "layer", "weight"])
def test_the_meta_gradient_is_that_of_finite_differences(rates: str) -> None:
    approach, episode = precise(inner_steps=2, rates=rates), doubled(3)
    approach.episode_loss(episode).loss.backward()
    draw = torch.Generator().manual_seed(0)
    for name, weight in [(name, weight) for name, weight in approach.named_parameters() if weight.grad is not None]:
        along = torch.randn(weight.shape, generator=draw, dtype=torch.float64)
        expected = (weight.grad * along).sum().item() if weight.grad is not None else 0.0
        ends: list[float] = []
        for side in (STEP, -STEP):
            with torch.no_grad():
                weight.add_(side * along)
            ends.append(approach.episode_loss(episode).loss.item())
            with torch.no_grad():
                weight.sub_(side * along)
        assert (ends[0] - ends[1]) / (2 * STEP) == pytest.approx(expected, rel=1e-4, abs=1e-6), name


def test_all_tasks_at_once_have_the_gradient_of_one_after_the_other() -> None:
    approach, episodes = precise(inner_steps=2), [doubled(number) for number in range(3)]
    losses, scores = approach.accumulate(episodes)
    at_once = gradients(approach)
    approach.zero_grad()
    results = [approach.episode_loss(episode) for episode in episodes]
    torch.stack([result.loss for result in results]).mean().backward()
    torch.testing.assert_close(losses, torch.stack([result.loss.detach() for result in results]))
    torch.testing.assert_close(scores, torch.stack([result.accuracy for result in results]))
    for name, gradient in gradients(approach).items():
        torch.testing.assert_close(at_once[name], gradient, msg=name)


def test_curves_are_as_high_and_points_as_far_as_in_the_paper() -> None:
    shape = CURVES.shape(100, 1)
    drawn = [CURVES.tasks(shape, 0).episode(number).support for number in range(200)]
    heights = torch.stack([support.labels.abs().max() for support in drawn])
    reach = torch.stack([support.images.abs().max() for support in drawn])
    assert AMPLITUDES[1] * 0.9 < heights.max() <= AMPLITUDES[1]
    assert heights.min() < 0.6
    assert REACH * 0.95 < reach.max() <= REACH


def test_other_families_are_other_tasks() -> None:
    shape = CURVES.shape(100, 1)
    highest = [
        torch.stack([CURVES.tasks(shape, 0, family).episode(n).support.labels.abs().max() for n in range(100)]).max()
        for family in CURVES.families
    ]
    assert highest[CURVES.families.index(SUMS)] > AMPLITUDES[1]
    assert len({float(value) for value in highest}) == len(CURVES.families)


@pytest.mark.slow
def test_meta_learning_comes_nearer_after_one_step_than_the_twin_without_it() -> None:
    errors: dict[str, float] = {}
    for learner in ("maml", "transfer"):
        seed_weights(0)
        approach = CURVES.build(learner, CURVES.shape(10, 10), {})
        list(train(Training(approach, Plan(20_000, 25, 3e-3, 20_000, 10)), CURVES.tasks(CURVES.shape(10, 10), 0), None))
        tested = CURVES.tasks(CURVES.shape(10, 100), 2)
        errors[learner] = sum(tested.scores_by_step(approach.eval(), number)[1] for number in range(100)) / 100
    assert errors["maml"] < 0.6 * errors["transfer"]


@pytest.mark.parametrize(("family", "noise"), [(SINES, 0.0), (LINES, 0.3), (SUMS, 0.0)])
def test_points_of_a_task_lie_on_its_curve_but_for_the_noise_of_lines(family: str, noise: float) -> None:
    episode = CURVES.tasks(CURVES.shape(200, 300), 5, family).episode(7)
    points = torch.cat([episode.support.images, episode.queries]).double().numpy()
    values = torch.cat([episode.support.labels, episode.answers]).double().numpy()
    away = values - drawn_curve(family, 5, 7)(points)
    assert away.std() == pytest.approx(noise, rel=0.15, abs=1e-5)
