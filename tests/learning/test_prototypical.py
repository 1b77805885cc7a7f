"""Prototypical Networks do what the paper says."""

from dataclasses import replace

import pytest
import torch

from tests.learning.parts import SHAPE, AsGiven, Flat, made_pool, sampler_of, support_of
from workbench.learning.approach import class_means, squared_distances
from workbench.learning.approaches.prototypical import Prototypical, PrototypicalOptions
from workbench.learning.episode import Support
from workbench.learning.networks.encoders import Encoder


def prototypical(encoder: Encoder) -> Prototypical:
    return Prototypical(encoder, SHAPE, PrototypicalOptions())


@torch.no_grad()
def test_it_is_the_linear_classifier_of_section_2_4() -> None:
    approach = prototypical(Flat()).double().eval()
    pool = made_pool()
    support, queries = support_of(pool, [2, 1, 3]), pool.images[40:60]
    logits = approach.adapt(support)(queries)
    centres = torch.stack([approach.encoder(support.subset(label)).mean(0) for label in range(3)])
    linear = 2 * approach.encoder(queries) @ centres.T - centres.square().sum(1)
    assert logits.dtype == torch.float64
    torch.testing.assert_close(logits.log_softmax(1), linear.log_softmax(1), rtol=1e-10, atol=1e-10)


def test_the_nearest_mean_wins() -> None:
    vectors = torch.tensor([[0.0, 0.0], [2.0, 0.0], [10.0, 10.0]])
    support = Support(vectors, torch.tensor([0, 0, 1]), 2)
    logits = prototypical(AsGiven(2)).adapt(support)(torch.tensor([[1.0, 0.0], [9.0, 9.0]]))
    assert logits.argmax(1).tolist() == [0, 1]
    assert logits[0, 0].item() == 0


def test_vectors_of_length_one_begin_with_distances_scaled_by_ten() -> None:
    assert prototypical(AsGiven(2)).log_scale.exp().item() == pytest.approx(10)
    images = prototypical(Flat())
    assert images.log_scale.exp().item() == 1
    assert not images.log_scale.requires_grad


def test_half_precision_does_not_blur_the_distances() -> None:
    approach = prototypical(AsGiven(32))
    pool = made_pool("features")
    pool.images.mul_(0.1).add_(1)  # Far from the origin, the differences are small against the lengths.
    episodes = [sampler_of(pool).episode(0)]
    expected = approach.fit_episodes(episodes)
    with torch.autocast("cpu", torch.bfloat16):
        assert approach.fit_episodes(episodes) == expected


def test_meta_training_may_take_more_ways_than_the_test() -> None:
    assert Prototypical.training_shape(SHAPE, PrototypicalOptions(train_way=20)) == replace(SHAPE, way=20)
    assert Prototypical.training_shape(SHAPE, PrototypicalOptions()) == SHAPE


def test_class_means_and_squared_distances_are_what_they_say() -> None:
    vectors, labels = torch.randn(7, 3), torch.tensor([0, 2, 1, 2, 0, 2, 1])
    means = class_means(vectors, labels, 3)
    torch.testing.assert_close(means, torch.stack([vectors[labels == label].mean(0) for label in range(3)]))
    torch.testing.assert_close(squared_distances(vectors, means), torch.cdist(vectors, means).square())
