"""Another way to do a step is used where it gives the same and sooner, and trying it leaves nothing behind."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, repeat

import pytest
import torch
from torch import Tensor

from tests.learning.parts import SHAPE, SIZE, gradients, made_pool, sampler_of
from tests.learning.test_maml import WAY, maml
from workbench.learning.accelerator.fastest_way import FastestWay
from workbench.learning.accelerator.graphed import Recording
from workbench.learning.approach import Accumulate, Accumulated, Approach
from workbench.learning.approaches.maml import Maml
from workbench.learning.approaches.prototypical import Prototypical, PrototypicalOptions
from workbench.learning.approaches.reptile import Reptile, ReptileOptions
from workbench.learning.episode import Episode
from workbench.learning.networks.encoders import Conv4
from workbench.learning.training import Plan, Training, train

TIMED = 4  # times that each way is timed


def clock_of(*seconds: float) -> Callable[[str], float]:
    """A clock by which what is timed takes so long, one way after the other."""
    times = chain.from_iterable(repeat([0.0, each], TIMED) for each in seconds)
    readings = iter([moment for pair in times for moment in pair])
    return lambda device: next(readings)


def episodes_of(way: int = WAY, count: int = 3) -> list[Episode]:
    sampler = sampler_of(made_pool(), replace(SHAPE, way=way))
    return [sampler.episode(number) for number in range(count)]


def small_maml() -> Maml:
    return maml(Conv4(SIZE, 1), inner_steps=2).train()


def small_prototypical() -> Prototypical:
    return Prototypical(Conv4(SIZE, 1), SHAPE, PrototypicalOptions()).train()


def state_of(approach: Approach) -> list[Tensor]:
    return [torch.get_rng_state(), *(value.clone() for value in approach.state_dict().values())]


@pytest.mark.parametrize(("at_once", "code"), [(1.0, "device.tasks_at_once"), (3.0, "device.tasks_one_by_one")])
def test_the_faster_way_is_used_and_gives_the_step_of_the_usual_one(at_once: float, code: str) -> None:
    approach, episodes = small_maml(), episodes_of()
    usual = copy.deepcopy(approach)
    expected = usual.fit_episodes(episodes)
    ways = FastestWay(approach, "cpu", clock=clock_of(2.0, at_once))
    assert ways.fit_episodes(episodes) == pytest.approx(expected, rel=1e-3)
    assert [note.code for note in ways.take_notes()] == [code]
    assert ways.take_notes() == []
    for name, gradient in gradients(approach).items():
        torch.testing.assert_close(gradient, gradients(usual)[name], rtol=1e-2, atol=1e-4)
    for left, right in zip(state_of(approach), state_of(usual), strict=True):
        torch.testing.assert_close(left, right, rtol=1e-4, atol=1e-5)


class Wrong(Maml):
    """All at once it forgets a tenth of the gradient."""

    def together(self, episodes: Sequence[Episode]) -> Accumulate:
        def accumulate(episodes: Sequence[Episode]) -> Accumulated:
            fit = self.accumulate(episodes)
            for weight in self.parameters():
                if weight.grad is not None:
                    weight.grad.mul_(0.9)
            return fit

        return accumulate


class Failing(Maml):
    """There is no memory for all at once."""

    def together(self, episodes: Sequence[Episode]) -> Accumulate:
        def accumulate(episodes: Sequence[Episode]) -> Accumulated:
            raise torch.OutOfMemoryError("made for a test")

        return accumulate


@pytest.mark.parametrize("kind", [Wrong, Failing])
def test_a_way_that_gives_something_else_or_fails_is_not_used(kind: type[Maml]) -> None:
    approach, episodes = small_maml(), episodes_of()
    approach.__class__ = kind
    usual = copy.deepcopy(approach)
    usual.accumulate(episodes)
    ways = FastestWay(approach, "cpu", clock=clock_of(2.0, 1.0))
    ways.fit_episodes(episodes)
    assert [note.code for note in ways.take_notes()] == ["device.tasks_one_by_one"]
    assert all(torch.equal(gradients(approach)[name], value) for name, value in gradients(usual).items())
    assert all(map(torch.equal, state_of(approach), state_of(usual)))


def as_it_is(accumulate: Accumulate, approach: Approach, episodes: Sequence[Episode]) -> Accumulate:
    return accumulate


def of_the_first(accumulate: Accumulate, approach: Approach, episodes: Sequence[Episode]) -> Accumulate:
    return lambda others: accumulate(episodes)


def refused(accumulate: Accumulate, approach: Approach, episodes: Sequence[Episode]) -> Accumulate:
    raise RuntimeError("operation not permitted when stream is capturing")


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (as_it_is, "device.steps_replayed"),
        (of_the_first, "device.steps_not_replayed"),
        (refused, "device.steps_not_replayed"),
    ],
)
def test_a_recording_is_used_where_it_follows_other_episodes(record: Callable[..., Accumulate], code: str) -> None:
    ways = FastestWay(small_prototypical(), "cpu", record=record, clock=clock_of(2.0, 1.0))
    ways.fit_episodes(episodes_of(SHAPE.way))
    assert [note.code for note in ways.take_notes()] == [code]


def test_what_draws_random_numbers_is_not_recorded() -> None:
    approach = Reptile(Conv4(SIZE, 1), SHAPE, ReptileOptions()).train()
    ways = FastestWay(approach, "cpu", record=as_it_is, clock=clock_of(2.0, 1.0))
    ways.fit_episodes(episodes_of(SHAPE.way))
    assert [note.code for note in ways.take_notes()] == ["device.steps_not_replayed"]


def test_gradients_that_are_there_are_added_to() -> None:
    approach, episodes = small_maml(), episodes_of()
    ways = FastestWay(approach, "cpu", clock=clock_of(2.0, 1.0))
    approach.fit_episodes(episodes)
    once = gradients(approach)
    approach.eval().train()
    ways.fit_episodes(episodes)
    for name, gradient in gradients(approach).items():
        torch.testing.assert_close(gradient, 2 * once[name], rtol=1e-2, atol=1e-3)


def test_on_a_processor_nothing_is_tried() -> None:
    training = Training(small_prototypical(), Plan(2, 1, 1e-3, 10, 1, replayed=True))
    list(train(training, sampler_of(made_pool()), None))
    assert training.ways is None


@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no GPU of NVIDIA here")
def test_a_cuda_graph_gives_the_steps_of_launches() -> None:
    approach = small_prototypical().cuda()
    pool = replace(made_pool(), traits=None, computes_on="cuda")
    sampler = sampler_of(replace(pool, images=pool.images.cuda()))
    recording = Recording(approach.accumulate, approach, [sampler.episode(0)])
    for number in range(1, 4):
        approach.zero_grad()
        approach.accumulate([sampler.episode(number)])
        expected = gradients(approach)
        approach.zero_grad()
        recording([sampler.episode(number)])
        for name, gradient in gradients(approach).items():
            torch.testing.assert_close(gradient, expected[name], rtol=1e-2, atol=1e-4)
