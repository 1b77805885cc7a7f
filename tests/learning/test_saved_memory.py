"""The memory kept for backward passes is what torch keeps, each storage once."""

import torch

from tests.learning.parts import SHAPE, Flat, build, gradients, made_pool, sampler_of
from workbench.learning.approaches.prototypical import Prototypical
from workbench.learning.saved_memory import SavedMemory


def test_a_product_keeps_its_factors_and_a_known_tensor_does_not_count() -> None:
    weights, images = torch.rand(10, 10, requires_grad=True), torch.rand(100, 10)
    with SavedMemory([weights]) as memory:
        (images @ weights).square().sum().backward()
    assert memory.peak == 2 * 100 * 10 * 4  # The images and the product.


def test_views_of_one_storage_count_once() -> None:
    values = torch.rand(1000, requires_grad=True)
    with SavedMemory() as memory:
        doubled = values * 2
        (doubled * doubled.flip(0)).sum()
        (doubled[:500] * doubled[500:]).sum()
    assert memory.peak == 2 * 1000 * 4  # The doubled values, and their flipped copy.


def test_what_is_freed_before_the_next_pass_does_not_add_up() -> None:
    values = torch.rand(1000, requires_grad=True)
    with SavedMemory() as memory:
        for _ in range(5):
            (values * 2).square().sum().backward()
    assert memory.peak == 1000 * 4


def test_measuring_changes_no_gradient_not_even_of_gradients() -> None:
    values = torch.rand(5, requires_grad=True)

    def of_gradients() -> torch.Tensor:
        (first,) = torch.autograd.grad(values.exp().square().sum(), values, create_graph=True)
        return torch.autograd.grad(first.square().sum(), values)[0]

    plain = of_gradients()
    with SavedMemory() as memory:
        measured = of_gradients()
    torch.testing.assert_close(measured, plain, rtol=0, atol=0)
    assert memory.peak > 0


def test_a_step_of_an_approach_is_the_same_while_measured() -> None:
    episodes = [sampler_of(made_pool(), SHAPE).episode(number) for number in range(2)]
    plain, measured = (build(Prototypical, Flat()) for _ in range(2))
    plain.fit_episodes(episodes)
    with SavedMemory(measured.parameters()) as memory:
        measured.fit_episodes(episodes)
    assert memory.peak > episodes[0].queries.nbytes
    others = gradients(measured)
    assert all(torch.equal(value, others[name]) for name, value in gradients(plain).items())
