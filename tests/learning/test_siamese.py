"""Siamese Networks compare two images alike from both sides, and learn from balanced pairs."""

from typing import Any

import pytest
import torch
from torch.nn import functional

from tests.learning.parts import SHAPE, AsGiven, encoder_for, made_pool, sampler_of, support_of
from workbench.learning.approaches.siamese import Siamese, SiameseOptions, balanced_pairs
from workbench.learning.episode import Episode, Support
from workbench.learning.networks.encoders import Encoder, Takes
from workbench.learning.training import Plan, Training, train

TAKES = pytest.mark.parametrize("takes", ["images", "features"])


def siamese(encoder: Encoder, **options: Any) -> Siamese:
    return Siamese(encoder, SHAPE, SiameseOptions(**options)).eval()


def trained(takes: Takes) -> Siamese:
    """A network some steps into its training, so that its weights are not all the same."""
    approach = siamese(encoder_for(takes))
    plan = Plan(episodes=20, episodes_per_step=2, rate=0.01, validate_every=20, validation_episodes=2)
    for _ in train(Training(approach, plan), sampler_of(made_pool(takes)), None):
        pass
    return approach.eval()


def episode_of(vectors: torch.Tensor, labels: list[int], answers: list[int]) -> Episode:
    """An episode whose first vectors are the support."""
    count, rows = len(labels), torch.arange(len(vectors))
    support = Support(vectors[:count], torch.tensor(labels), max(labels) + 1)
    return Episode(support, vectors[count:], torch.tensor(answers), torch.arange(9), rows[:count], rows[count:])


def test_similarity_is_that_of_section_3_1() -> None:
    approach = siamese(AsGiven(4))
    left, right = torch.randn(3, 4), torch.randn(5, 4)
    layer = torch.nn.Linear(4, 1)
    layer.weight.data = -approach.log_weights.exp()[None]
    layer.bias.data = approach.bias.detach()[None]
    expected = layer((left[:, None] - right[None]).abs())[..., 0]
    torch.testing.assert_close(approach.similarity(left, right), expected)


@TAKES
def test_two_images_are_as_alike_from_either_side(takes: Takes) -> None:
    approach, pool = trained(takes), made_pool(takes)
    with torch.no_grad():
        left, right = (approach.encoder(pool.images[part]) for part in (slice(0, 6), slice(6, 20)))
    torch.testing.assert_close(approach.similarity(left, right), approach.similarity(right, left).T)


@TAKES
def test_no_image_is_more_like_another_than_like_itself(takes: Takes) -> None:
    approach, pool = trained(takes), made_pool(takes)
    vectors = approach.encoder(pool.images)
    similarity = approach.similarity(vectors, vectors)
    torch.testing.assert_close(similarity.diagonal(), approach.bias.expand(len(vectors)))
    assert torch.equal(similarity.argmax(1), torch.arange(len(vectors)))
    support = support_of(pool, [2, 1, 3])
    assert torch.equal(approach.adapt(support)(support.images).argmax(1), support.labels)


def test_as_many_pairs_of_one_class_count_as_of_two_and_each_once() -> None:
    labels = torch.tensor([0, 0, 0, 1, 1, 1, 2, 2])
    counted = balanced_pairs(labels)
    alike = labels[:, None] == labels
    assert (counted & alike).sum() == (counted & ~alike).sum() == 3 + 3 + 1
    assert not counted.tril().any()
    assert (counted & alike).equal(alike.triu(1))


def test_which_pairs_of_two_classes_count_is_drawn_anew_each_time() -> None:
    labels = torch.arange(5).repeat(4)
    first, second = balanced_pairs(labels), balanced_pairs(labels)
    assert not torch.equal(first, second)
    assert first.sum() == second.sum() == 2 * 5 * 6


@pytest.mark.parametrize("labels", [[0, 0, 0, 0, 1], [0, 1, 2], [0, 0]], ids=str)
def test_pairs_stay_balanced_where_one_kind_is_rare_or_missing(labels: list[int]) -> None:
    held = torch.tensor(labels)
    counted, alike = balanced_pairs(held), held[:, None] == held
    assert (counted & alike).sum() == (counted & ~alike).sum()


def test_the_loss_is_the_cross_entropy_of_the_pairs_that_count() -> None:
    vectors, labels = torch.randn(8, 4), torch.tensor([0, 0, 1, 1, 0, 0, 1, 1])
    approach = siamese(AsGiven(4))
    torch.manual_seed(3)
    result = approach.episode_loss(episode_of(vectors, [0, 0, 1, 1], [0, 0, 1, 1]))
    torch.manual_seed(3)
    pairs = balanced_pairs(labels).nonzero().tolist()
    logits = torch.stack([approach.similarity(vectors[i : i + 1], vectors[j : j + 1])[0, 0] for i, j in pairs])
    alike = torch.tensor([float(labels[i] == labels[j]) for i, j in pairs])
    assert alike.mean() == 0.5
    torch.testing.assert_close(result.loss, functional.binary_cross_entropy_with_logits(logits, alike))


@pytest.mark.slow
def test_accuracy_while_training_is_that_of_classifying_the_queries() -> None:
    approach, episode = trained("images"), sampler_of(made_pool()).episode(0)
    right = approach.adapt(episode.support)(episode.queries).argmax(1) == episode.answers
    assert approach.episode_loss(episode).accuracy == pytest.approx(right.float().mean().item())


def test_the_most_similar_example_of_a_class_counts_or_all_alike() -> None:
    support = Support(torch.tensor([[0.0], [9.0], [2.0]]), torch.tensor([0, 0, 1]), 2)
    most, mean = (siamese(AsGiven(1), examples=chosen) for chosen in ("most", "mean"))
    query = torch.tensor([[0.5]])
    similarities = most.similarity(query, support.images)[0]
    torch.testing.assert_close(most.adapt(support)(query)[0], torch.stack([similarities[0], similarities[2]]))
    torch.testing.assert_close(mean.adapt(support)(query)[0], torch.stack([similarities[:2].mean(), similarities[2]]))
    assert most.adapt(support)(query).argmax() == 0
    assert mean.adapt(support)(query).argmax() == 1


def test_half_precision_does_not_blur_the_distances() -> None:
    approach, pool = siamese(AsGiven(32)), made_pool("features")
    pool.images.mul_(0.1).add_(1)
    episodes = [sampler_of(pool).episode(0)]
    torch.manual_seed(5)
    expected = approach.fit_episodes(episodes)
    torch.manual_seed(5)
    with torch.autocast("cpu", torch.bfloat16):
        assert approach.fit_episodes(episodes) == expected
