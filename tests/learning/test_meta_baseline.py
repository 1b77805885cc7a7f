"""Meta-Baseline classifies first and then practises; without episodes it is SimpleShot."""

from dataclasses import replace

import pytest
import torch
from torch.nn import functional

from tests.learning.parts import SHAPE, AsGiven, Flat, encoder_for, gradients, made_pool, sampler_of, support_of
from workbench.learning.approaches.meta_baseline import MetaBaseline, MetaBaselineOptions
from workbench.learning.checkpoint import approach_bytes, load_approach
from workbench.learning.networks.encoders import Takes
from workbench.learning.training import Plan, Training, train

SIMPLESHOT = MetaBaselineOptions(episodes=0.0)
PLAN = Plan(episodes=12, episodes_per_step=2, rate=0.01, validate_every=99, validation_episodes=2)


def trained(options: MetaBaselineOptions, takes: Takes = "images", plan: Plan = PLAN) -> MetaBaseline:
    torch.manual_seed(0)
    approach = MetaBaseline(Flat() if takes == "images" else encoder_for(takes), SHAPE, options)
    shape = approach.training_shape(SHAPE, options)
    for _ in train(Training(approach, plan), sampler_of(made_pool(takes), shape), None):
        pass
    return approach.eval()


@pytest.mark.parametrize("takes", ["images", "features"])
def test_without_episodes_it_is_simpleshot(takes: Takes) -> None:
    approach, pool = trained(SIMPLESHOT, takes).requires_grad_(requires_grad=False), made_pool(takes, seed=3)
    support, queries = support_of(pool, [1, 3, 2, 4]), pool.images[:40]
    mean, scale = approach.mean, approach.log_scale.exp()
    assert mean.abs().max() > 0

    def centred(vector: torch.Tensor) -> torch.Tensor:
        return (vector - mean) / (vector - mean).square().sum().sqrt()

    classes = [torch.stack([centred(v) for v in approach.encoder(support.subset(label))]).mean(0) for label in range(4)]
    apart = [[(centred(query) - middle).norm() for middle in classes] for query in approach.encoder(queries)]
    distances = torch.tensor(apart)
    logits = approach.adapt(support)(queries)
    assert torch.equal(logits.argmax(1), distances.argmin(1))
    torch.testing.assert_close(logits, -scale / 2 * distances.square(), rtol=1e-4, atol=1e-4)


def test_the_class_whose_mean_points_in_the_same_direction_wins() -> None:
    approach = MetaBaseline(AsGiven(3), SHAPE, MetaBaselineOptions(similarity="cosine"))
    support = support_of(made_pool("features"), [2, 1])
    support = replace(support, images=torch.tensor([[2.0, 0, 0], [0, 2.0, 0], [0, 0, 0.1]]))
    logits = approach.adapt(support)(torch.tensor([[5.0, 5.0, 0], [0, 0, 3.0], [1.0, 0, 1.0]]))
    expected = 10 * torch.tensor([[1, 0], [0, 1], [0.5, 0.5**0.5]])
    torch.testing.assert_close(logits, expected)


def test_it_classifies_first_and_practises_on_episodes_afterwards() -> None:
    approach = MetaBaseline(Flat(), SHAPE, MetaBaselineOptions(episodes=0.25))
    episodes = [sampler_of(made_pool()).episode(0)]
    for progress, classifies in ((0.0, True), (0.74, True), (0.75, False), (1.0, False)):
        approach.zero_grad()
        approach.progress = progress
        approach.fit_episodes(episodes)
        learned = gradients(approach)
        assert ("training_weights" in learned, "log_scale" in learned) == (classifies, not classifies)


def test_training_ends_with_episodes_but_without_any_it_keeps_its_scale() -> None:
    assert trained(MetaBaselineOptions()).log_scale.item() != pytest.approx(trained(SIMPLESHOT).log_scale.item())
    assert trained(SIMPLESHOT).log_scale.exp().item() == pytest.approx(10)


def test_the_first_stage_classifies_among_all_training_classes() -> None:
    approach = MetaBaseline(Flat(), SHAPE, MetaBaselineOptions())
    episodes = [sampler_of(made_pool()).episode(number) for number in range(2)]
    loss, _ = approach.fit_episodes(episodes)
    logits, answers = list[torch.Tensor](), list[torch.Tensor]()
    for episode in episodes:
        for images, labels in ((episode.support.images, episode.support.labels), (episode.queries, episode.answers)):
            vectors = approach.encoder(images)
            logits.append(vectors @ approach.training_weights.T + approach.training_bias)
            answers.append(episode.classes[labels])
    assert loss == pytest.approx(functional.cross_entropy(torch.cat(logits), torch.cat(answers)).item(), rel=1e-5)


def test_the_mean_follows_the_training_images_and_is_saved() -> None:
    approach = trained(MetaBaselineOptions(), plan=replace(PLAN, episodes=120, rate=1e-4))
    with torch.no_grad():
        whole = approach.encoder(made_pool().images).mean(0)
    assert (approach.mean - whole).norm() < 0.2 * whole.norm()
    other = MetaBaseline(Flat(), SHAPE, MetaBaselineOptions())
    load_approach(other, approach_bytes(approach))
    assert torch.equal(other.mean, approach.mean)


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_training_classes_are_objected_to(count: int) -> None:
    shape = replace(SHAPE, training_classes=count)
    assert MetaBaseline.unsupported_reason(shape, MetaBaselineOptions()) is not None
