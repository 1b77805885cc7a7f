"""FEAT transforms prototypes as a set: attention by hand, whatever the order of classes and examples."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from tests.learning.parts import SHAPE, AsGiven, Flat, made_pool, sampler_of, support_of
from workbench.learning.approach import class_means, squared_distances
from workbench.learning.approaches.feat import Feat, FeatOptions, SetToSet
from workbench.learning.approaches.prototypical import Prototypical, PrototypicalOptions
from workbench.learning.episode import Support
from workbench.learning.networks.encoders import Encoder


def experienced(encoder: Encoder, **options: float) -> Feat:
    """One in which every weight has moved, in double precision."""
    torch.manual_seed(0)
    chosen = FeatOptions(**{"temperature": 1.0, **options})  # pyright: ignore[reportArgumentType]
    approach = Feat(encoder, SHAPE, chosen).double().eval()
    for weight in approach.parameters():
        nn.init.normal_(weight, std=0.1)  # Larger ones let a class look at a single other one.
    return approach


@torch.no_grad()
def test_answers_follow_a_permutation_of_the_classes() -> None:
    approach, pool = experienced(Flat()), made_pool()
    support, queries = support_of(pool, [2, 1, 3, 2]), pool.images[:6]
    order = torch.tensor([2, 0, 3, 1])  # The class that each becomes.
    moved = Support(support.images, order[support.labels], 4)
    torch.testing.assert_close(approach.adapt(moved)(queries)[:, order], approach.adapt(support)(queries))


@torch.no_grad()
def test_answers_do_not_depend_on_the_order_of_the_examples() -> None:
    approach, pool = experienced(Flat()), made_pool()
    support, queries = support_of(pool, [2, 1, 3]), pool.images[:6]
    order = torch.randperm(6)
    moved = Support(support.images[order], support.labels[order], 3)
    torch.testing.assert_close(approach.adapt(moved)(queries), approach.adapt(support)(queries))


@torch.no_grad()
def test_a_class_changes_in_the_presence_of_others() -> None:
    approach, pool = experienced(Flat()), made_pool()
    whole, queries = support_of(pool, [1, 1, 1]), pool.images[:6]
    fewer = Support(whole.images[:2], whole.labels[:2], 2)
    first, second = (
        logits[:, 0] - logits[:, 1] for logits in (approach.adapt(some)(queries) for some in (whole, fewer))
    )
    assert not torch.allclose(first, second)


@torch.no_grad()
def test_prototypes_are_transformed_by_attention_with_a_residual_and_layer_normalisation() -> None:
    approach = experienced(AsGiven(3), temperature=2.0)
    vectors, queries = torch.randn(4, 3).double(), torch.randn(5, 3).double()
    labels = torch.tensor([0, 1, 1, 2])
    among, prototypes = approach.among, class_means(3**0.5 * vectors, labels, 3)
    rows: list[torch.Tensor] = []
    for prototype in prototypes:
        likeness = torch.stack(
            [(among.questions.weight @ prototype) @ (among.keys.weight @ other) for other in prototypes]
        )
        shares = (likeness / 3**0.5).softmax(0)
        read = sum(share * (among.values.weight @ other) for share, other in zip(shares, prototypes, strict=True))
        changed = prototype + among.output.weight @ read + among.output.bias
        deviation = (changed.var(correction=0) + 1e-5).sqrt()
        rows.append((changed - changed.mean()) / deviation * among.norm.weight + among.norm.bias)
    expected = -torch.cdist(3**0.5 * queries, torch.stack(rows)).square() / 3 / 2
    torch.testing.assert_close(approach.adapt(Support(vectors, labels, 3))(queries), expected)


@torch.no_grad()
def test_before_training_the_nearest_normalised_prototype_wins() -> None:
    approach = Feat(AsGiven(6), SHAPE, FeatOptions(temperature=1.0)).eval()
    vectors = functional.normalize(functional.layer_norm(torch.randn(8, 6), (6,)), dim=1)
    support = Support(vectors[:3], torch.arange(3), 3)
    plain = Prototypical(AsGiven(6), SHAPE, PrototypicalOptions())
    logits, expected = approach.adapt(support)(vectors), plain.adapt(support)(vectors)
    assert torch.equal(logits.argmax(1), expected.argmax(1))
    distances = squared_distances(vectors, vectors[:3])
    torch.testing.assert_close(logits.log_softmax(1), (-distances).log_softmax(1), rtol=1e-3, atol=1e-3)


@torch.no_grad()
def test_the_contrastive_loss_compares_all_images_with_the_centres_of_their_sets() -> None:
    approach, pool = experienced(Flat(), contrast=0.7), made_pool()
    episode = sampler_of(pool).episode(0)
    images = torch.cat([episode.support.images, episode.queries])
    labels = torch.cat([episode.support.labels, episode.answers])
    vectors = approach.encoder(images)
    centres = torch.stack([approach.among(vectors[labels == label]).mean(0) for label in range(5)])
    torch.testing.assert_close(approach.centres(vectors, labels), centres)
    contrast = functional.cross_entropy(-torch.cdist(vectors, centres).square() / 8, labels)
    few = functional.cross_entropy(approach.adapt(episode.support)(episode.queries), episode.answers)
    torch.testing.assert_close(approach.episode_loss(episode).loss, few + 0.7 * contrast)


@pytest.mark.parametrize(("dimension", "width"), [(64, 64), (1280, 256)])
def test_attention_is_as_wide_as_the_vectors_up_to_a_limit(dimension: int, width: int) -> None:
    assert Feat(AsGiven(dimension), SHAPE, FeatOptions()).among.keys.weight.shape == (width, dimension)


def test_dropout_is_for_training_alone() -> None:
    among = SetToSet(4, 4, 0.5)
    nn.init.normal_(among.output.weight)
    members = torch.randn(3, 4)
    assert not torch.equal(among.train()(members), among(members))
    assert torch.equal(among.eval()(members), among(members))
