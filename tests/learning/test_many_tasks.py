"""All tasks of a step at once give what task by task gives, to rounding."""

import copy
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
import torch

from tests.learning.parts import SHAPE, SIZE, encoder_for, gradients, made_pool, sampler_of
from tests.learning.test_maml import WAY, maml, tiny, tiny_episode
from workbench.learning.accelerator.bfloat16 import in_bfloat16
from workbench.learning.approach import Approach
from workbench.learning.approaches.maml import Maml
from workbench.learning.approaches.prototypical import Prototypical, PrototypicalOptions
from workbench.learning.episode import Episode
from workbench.learning.networks.encoders import Conv4, ResNet12

CHOICES = [
    dict(zip(("head", "order", "rates", "centred", "transduction", "inner_steps"), values, strict=True))
    for values in product(("copied", "numbered"), ("first", "second"), ("layer", "step"), (True, False), (True, False),
                          (1, 3))
]  # fmt: skip


def episodes_of(count: int = 3) -> list[Episode]:
    sampler = sampler_of(made_pool(), replace(SHAPE, way=WAY))
    return [sampler.episode(number) for number in range(count)]


def assert_the_same(approach: Approach, episodes: list[Episode]) -> None:
    """Compare losses, accuracies, gradients and buffers of the two ways, to ten digits."""
    at_once = copy.deepcopy(approach)
    together = at_once.together(episodes)
    assert together is not None
    for left, right in zip(approach.accumulate(episodes), together(episodes), strict=True):
        torch.testing.assert_close(left, right.to(left.dtype), rtol=1e-10, atol=1e-12)
    left, right = gradients(approach), gradients(at_once)
    assert left.keys() == right.keys()
    scale = torch.cat([gradient.flatten() for gradient in left.values()]).abs().max().item()
    for name, gradient in left.items():
        torch.testing.assert_close(gradient, right[name], rtol=1e-8, atol=1e-11 * scale, msg=name)
    buffers = dict(at_once.named_buffers())
    for name, buffer in approach.named_buffers():
        torch.testing.assert_close(buffer, buffers[name], rtol=1e-10, atol=1e-12, msg=name)


@pytest.mark.parametrize(
    "options",
    # Every eleventh: each choice comes up both ways.
    [pytest.param(each, marks=[] if number % 11 == 0 else pytest.mark.slow) for number, each in enumerate(CHOICES)],
    ids=lambda options: "-".join(map(str, options.values())),
)
def test_gradients_at_once_are_those_of_one_by_one(options: dict[str, Any]) -> None:
    assert_the_same(tiny(**options), [tiny_episode(seed) for seed in range(4)])


@pytest.mark.parametrize("order", ["first", "second"])
def test_they_are_with_the_small_network(order: str) -> None:
    assert_the_same(maml(Conv4(SIZE, 1), order=order).double().train(), episodes_of())


@pytest.mark.slow
def test_they_are_with_the_large_network() -> None:
    assert_the_same(maml(ResNet12(SIZE, 1), head="numbered", inner_steps=1).double().train(), episodes_of(2))


def test_they_are_on_features() -> None:
    sampler = sampler_of(made_pool("features"), replace(SHAPE, way=WAY))
    approach = maml(encoder_for("features")).double().train()
    assert_the_same(approach, [as_double(sampler.episode(number)) for number in range(3)])


def as_double(episode: Episode) -> Episode:
    support = replace(episode.support, images=episode.support.images.double())
    return replace(episode, support=support, queries=episode.queries.double())


def test_in_bfloat16_they_are_nearly_the_same() -> None:
    approach, episodes = maml(Conv4(SIZE, 1), inner_steps=1).train(), episodes_of()
    together = approach.together(episodes)
    assert together is not None
    with in_bfloat16(approach.encoder, enabled=True):
        (losses, _), (others, _) = approach.accumulate(episodes), together(episodes)
    torch.testing.assert_close(losses, others, rtol=0.1, atol=0.1)


def test_the_weights_they_start_from_are_those_of_the_moment() -> None:
    approach, episodes = tiny(), [tiny_episode(seed) for seed in range(2)]
    together = approach.together(episodes)
    assert together is not None
    before = together(episodes)[0]
    with torch.no_grad():
        for weight in approach.parameters():
            weight.mul_(0.5)
    approach.zero_grad()
    assert not torch.allclose(before, together(episodes)[0])
    torch.testing.assert_close(approach.accumulate(episodes)[0], together(episodes)[0])


def test_tasks_that_differ_in_shape_or_stand_alone_do_not_go_together() -> None:
    approach, other = tiny(), tiny_episode(1, shots=3)
    assert approach.together([tiny_episode(0), other]) is None
    assert approach.together([other]) is None
    assert isinstance(approach, Maml)
    assert maml(Conv4(SIZE, 1), inner="head").together(episodes_of()) is None
    assert Prototypical(Conv4(SIZE, 1), SHAPE, PrototypicalOptions()).together(episodes_of()) is None
