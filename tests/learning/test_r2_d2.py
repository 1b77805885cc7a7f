"""R2-D2 is ridge regression, solved exactly whichever of the two systems is the smaller."""

from dataclasses import replace

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from tests.learning.parts import SHAPE, AsGiven, Flat, encoder_for, made_pool, sampler_of, support_of
from workbench.learning.approaches.r2_d2 import R2D2, R2D2Options, ridge_weights
from workbench.learning.episode import Support
from workbench.learning.training import Plan, Training, train


def normal_equations(inputs: Tensor, outputs: Tensor, penalty: float) -> Tensor:
    left = inputs.T @ inputs + penalty * torch.eye(inputs.shape[1], dtype=inputs.dtype)
    return torch.linalg.inv(left) @ inputs.T @ outputs


@pytest.mark.parametrize(("count", "dimension"), [(3, 9), (8, 9), (9, 9), (10, 9), (40, 9)])
@pytest.mark.parametrize("penalty", [0.01, 1.0, 50.0])
def test_both_forms_of_the_solution_are_that_of_the_normal_equations(
    count: int, dimension: int, penalty: float
) -> None:
    inputs, outputs = torch.randn(count, dimension).double(), torch.randn(count, 4).double()
    weights = ridge_weights(inputs, outputs, torch.tensor(penalty, dtype=torch.float64))
    torch.testing.assert_close(weights, normal_equations(inputs, outputs, penalty), rtol=1e-8, atol=1e-10)


def test_both_forms_have_the_same_gradient() -> None:
    inputs, outputs = torch.randn(5, 6).double().requires_grad_(), torch.eye(5).double()
    penalty = torch.tensor(0.7, dtype=torch.float64, requires_grad=True)
    target = torch.randn(6, 5).double()
    by_woodbury, direct = (
        torch.autograd.grad((weights * target).sum(), (inputs, penalty))
        for weights in (
            ridge_weights(inputs, outputs, penalty),
            torch.linalg.solve(inputs.T @ inputs + penalty * torch.eye(6).double(), inputs.T @ outputs),
        )
    )
    torch.testing.assert_close(by_woodbury, direct, rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize("shots", [[1, 1, 1], [2, 2, 2], [9, 9, 9]], ids=str)
def test_the_classifier_is_scaled_ridge_regression_on_the_classes_with_a_bias(shots: list[int]) -> None:
    approach = R2D2(Flat(8), SHAPE, R2D2Options(penalty=0.0625, scale=3.0)).double().eval()
    torch.nn.init.constant_(approach.offset, 2.0)
    pool = made_pool(per_class=9)
    support, queries = support_of(pool, shots), pool.images[:5]
    with torch.no_grad():
        seen, asked = (
            functional.pad(approach.encoder(images), (0, 1), value=1.0) for images in (support.images, queries)
        )
        # With equal numbers, weights of one over the number are a penalty that is as many times as large.
        weights = normal_equations(seen, functional.one_hot(support.labels).double(), 0.5 * shots[0])
        logits = approach.adapt(support)(queries)
    torch.testing.assert_close(logits, 3 * asked @ weights + 2, rtol=1e-8, atol=1e-8)


def test_a_class_is_not_favoured_for_having_more_examples() -> None:
    approach = R2D2(AsGiven(2), SHAPE, R2D2Options()).eval()
    vectors = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    even = approach.adapt(Support(vectors, torch.tensor([0, 1]), 2))
    uneven = approach.adapt(Support(vectors[[0, 0, 0, 0, 1]], torch.tensor([0, 0, 0, 0, 1]), 2))
    torch.testing.assert_close(uneven(torch.eye(2)), even(torch.eye(2)))


def test_penalty_and_scale_are_learned() -> None:
    approach = R2D2(encoder_for("features"), SHAPE, R2D2Options())
    before = approach.log_penalty.item(), approach.log_scale.item()
    plan = Plan(episodes=4, episodes_per_step=2, rate=0.01, validate_every=9, validation_episodes=2)
    for _ in train(Training(approach, plan), sampler_of(made_pool("features")), None):
        pass
    assert approach.log_penalty.item() != before[0]
    assert approach.log_scale.item() != before[1]


def test_meta_training_may_take_more_ways_than_the_test() -> None:
    assert R2D2.training_shape(SHAPE, R2D2Options(train_way=20)) == replace(SHAPE, way=20)
    assert R2D2.training_shape(SHAPE, R2D2Options()) == SHAPE
