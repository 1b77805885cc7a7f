"""Zero-shot learning does what section 2.7 of the paper says, and goes on from no examples to many."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.learning.glyphs import hard_pool
from tests.learning.parts import (
    CLASSES,
    SHAPE,
    TRAITS,
    Flat,
    encoder_for,
    made_pool,
    sampler_of,
    support_of,
    training_shape_of,
)
from workbench.learning.approaches.zero_shot import ZeroShot, ZeroShotOptions, some_hidden
from workbench.learning.episode import EpisodeShape, Support
from workbench.learning.evaluation import summary, try_episodes
from workbench.learning.networks.encoders import Takes
from workbench.learning.training import Plan, Training, train

DIMENSION = 8


def zero_shot(shape: EpisodeShape = SHAPE, options: ZeroShotOptions | None = None) -> ZeroShot:
    made = ZeroShot(Flat(DIMENSION), shape, options or ZeroShotOptions()).double().eval()
    with torch.no_grad():
        made.log_scale.fill_(0.3)
        made.log_strength.fill_(0.7)
    return made


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def said(approach: ZeroShot, traits: Tensor) -> np.ndarray:
    """What the linear reader says of traits, by hand."""
    assert isinstance(approach.reader, torch.nn.Linear)
    weight, bias = (tensor.detach().numpy() for tensor in (approach.reader.weight, approach.reader.bias))
    return unit(traits.double().numpy() @ weight.T + bias)


def shown(approach: ZeroShot, support: Support, label: int) -> np.ndarray:
    return unit(approach.embed(support.subset(label)).detach().numpy().mean(0, keepdims=True))


def logits_of(approach: ZeroShot, images: Tensor, prototypes: np.ndarray) -> np.ndarray:
    vectors = approach.place(approach.encoder(images)).detach().numpy()
    return -np.exp(0.3) * np.square(vectors[:, None] - prototypes).sum(2)


def test_without_examples_a_class_is_where_its_traits_say_with_length_one() -> None:
    approach, pool = zero_shot(), made_pool()
    support, queries = support_of(pool, [0, 0, 0]), pool.images[:7]
    assert support.traits is not None
    logits = approach.adapt(support)(queries)
    assert logits.dtype == torch.float64
    expected = logits_of(approach, queries, said(approach, support.traits))
    np.testing.assert_allclose(logits.detach(), expected, rtol=1e-10)


def test_examples_count_the_more_the_more_there_are() -> None:
    approach, pool = zero_shot(), made_pool()
    support, queries = support_of(pool, [1, 0, 4, 2]), pool.images[:7]
    assert support.traits is not None
    support.traits[3] = float("nan")
    strength, told = np.exp(0.7), said(approach, support.traits[:3])
    prototypes = [
        (1 * shown(approach, support, 0) + strength * told[:1]) / (1 + strength),
        told[1:2],
        (4 * shown(approach, support, 2) + strength * told[2:3]) / (4 + strength),
        shown(approach, support, 3),
    ]
    expected = logits_of(approach, queries, unit(np.concatenate(prototypes)))
    np.testing.assert_allclose(approach.adapt(support)(queries).detach(), expected, rtol=1e-10)


def test_images_alone_are_told_apart_where_nothing_is_known_of_the_classes() -> None:
    approach, pool = zero_shot(), made_pool()
    support = support_of(pool, [2, 1])
    unknown = replace(support, traits=torch.full((2, TRAITS), float("nan")))
    none = approach.adapt(replace(support, traits=None))(pool.images[:5])
    torch.testing.assert_close(approach.adapt(unknown)(pool.images[:5]), none, rtol=1e-12, atol=1e-12)


def test_the_order_of_classes_does_not_matter() -> None:
    approach, pool = zero_shot(), made_pool()
    support = support_of(pool, [0, 2, 1])
    assert support.traits is not None
    turned = Support(support.images, 2 - support.labels, 3, support.traits.flip(0))
    logits = approach.adapt(turned)(pool.images[:5]).flip(1)
    torch.testing.assert_close(logits, approach.adapt(support)(pool.images[:5]), rtol=1e-12, atol=1e-12)


def test_without_a_table_of_traits_it_objects() -> None:
    unsupported_reason = ZeroShot.unsupported_reason(replace(SHAPE, traits=0), ZeroShotOptions())
    assert "table of traits" in str(unsupported_reason)
    assert ZeroShot.unsupported_reason(replace(SHAPE, shot=0), ZeroShotOptions()) is None


def test_meta_training_shows_an_example_of_each_class_unless_told_as_in_the_paper() -> None:
    without = replace(SHAPE, shot=0)
    assert ZeroShot.training_shape(without, ZeroShotOptions()) == replace(without, shot=1)
    assert ZeroShot.training_shape(SHAPE, ZeroShotOptions()) == SHAPE
    assert ZeroShot.training_shape(without, ZeroShotOptions(mixed=False, train_way=50)) == replace(without, way=50)


def test_traits_or_examples_are_hidden_at_random_but_never_all_that_is_known_of_a_class() -> None:
    pool = made_pool()
    whole = support_of(pool, [2] * 9 + [0, 2])
    assert whole.traits is not None
    whole.traits[10] = float("nan")
    torch.manual_seed(0)
    untold = unshown = 0
    for _ in range(60):
        vectors, support = some_hidden(whole.images.flatten(1), whole)
        support.require_images_or_traits()
        assert torch.equal(vectors, support.images.flatten(1))
        counts, has_traits = torch.bincount(support.labels, minlength=11), support.has_traits()
        assert counts[9:].tolist() == [0, 2]
        assert has_traits[9:].tolist() == [True, False]
        untold += int((~has_traits[:9]).sum())
        unshown += int((counts[:9] == 0).sum())
    assert untold / 540 == pytest.approx(1 / 3, abs=0.06)
    assert unshown / 540 == pytest.approx(1 / 3, abs=0.06)


@pytest.mark.slow
@pytest.mark.parametrize("takes", ["images", "features"])
def test_it_tells_classes_apart_that_it_has_neither_seen_nor_has_an_example_of(takes: Takes) -> None:
    seen, unseen = (hard_pool(takes, classes=count, per_class=16, seed=count) for count in (80, 24))
    assert seen.traits is not None
    shape = EpisodeShape(way=5, shot=0, query=6, training_classes=80, traits=seen.traits.shape[1])
    torch.manual_seed(0)
    approach = ZeroShot(encoder_for(takes), shape, ZeroShotOptions())
    approach.encoder.calibrate(seen.images)
    plan = Plan(episodes=800, episodes_per_step=4, rate=3e-3, validate_every=800, validation_episodes=2)
    for _ in train(Training(approach, plan), sampler_of(seen, training_shape_of(approach)), None):
        pass
    results = list(try_episodes(approach.eval().adapt, sampler_of(unseen, shape, seed=9), range(60)))
    assert summary(results).accuracy > 0.45  # Chance is 0.2.


def test_an_episode_without_examples_still_has_traits_and_queries() -> None:
    pool = made_pool()
    episode = sampler_of(pool, replace(SHAPE, shot=0)).episode(3)
    assert len(episode.support.images) == len(episode.support.labels) == len(episode.support_rows) == 0
    assert episode.answers.bincount().tolist() == [SHAPE.query] * SHAPE.way
    assert pool.traits is not None
    assert episode.support.traits is not None
    assert torch.equal(episode.support.traits, pool.traits[episode.classes])
    assert len(pool.traits) == CLASSES
