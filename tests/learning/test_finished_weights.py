"""What a finished run keeps is small, and answers as what was trained; what older programs kept is read as it is."""

import pytest
import torch

from tests.fact_codes import refused
from tests.learning.parts import FEATURES, SHAPE, AsGiven, made_pool, sampler_of, seed_weights
from workbench.learning.approach import Approach
from workbench.learning.approaches import APPROACHES
from workbench.learning.approaches.prototypical import Prototypical, PrototypicalOptions
from workbench.learning.checkpoint import approach_bytes, finished_bytes, load_approach, training_bytes
from workbench.learning.evaluation import try_episodes
from workbench.learning.networks.encoders import Conv4, Encoder, FrozenFeatures
from workbench.learning.training import Plan, Training, train

WIDE = 256


def prototypical(encoder: Encoder | None = None) -> Approach:
    return Prototypical(encoder or FrozenFeatures(WIDE), SHAPE, PrototypicalOptions())


def bend(approach: Approach) -> torch.Tensor:
    assert isinstance(approach.encoder, FrozenFeatures)
    return approach.encoder.bend.weight


def bent(scale: float = 0.01) -> Approach:
    """An approach whose bend matters, one row of it being zero."""
    seed_weights(3)
    approach = prototypical()
    with torch.no_grad():
        bend(approach).copy_(scale * torch.randn(WIDE, WIDE))
        bend(approach)[7] = 0
    return approach


def vectors(approach: Approach) -> torch.Tensor:
    return approach.encoder(torch.randn(50, WIDE, generator=torch.Generator().manual_seed(1)))


@pytest.mark.parametrize("scale", [1e-30, 1e-4, 0.05, 1e3])
def test_a_quarter_of_the_bytes_bends_as_the_whole_did(scale: float) -> None:
    approach, again = bent(scale), prototypical()
    small = finished_bytes(approach)
    load_approach(again, small)
    assert len(small) < len(approach_bytes(approach)) / 3.5
    assert (vectors(again) - vectors(approach)).norm(dim=1).max() < 0.01
    assert not bend(again)[7].any()


def test_a_bend_that_never_learned_anything_stays_none() -> None:
    again = bent()
    load_approach(again, finished_bytes(prototypical()))
    assert not bend(again).any()


def test_what_is_kept_once_is_kept_the_same_again() -> None:
    small = finished_bytes(bent())
    assert finished_bytes(prototypical(), small) == small
    assert finished_bytes(prototypical(), approach_bytes(bent())) == small


def test_a_bend_that_an_older_program_kept_whole_is_read_to_the_last_bit() -> None:
    approach = bent()
    for stored in (approach_bytes(approach), training_bytes(Training(approach, Plan(1, 1, 1e-3, 1, 1)))[0]):
        again = prototypical()
        load_approach(again, stored)
        assert torch.equal(bend(again), bend(approach))


def test_networks_without_such_a_matrix_keep_every_bit() -> None:
    approach = prototypical(Conv4(16, 1))
    assert finished_bytes(approach) == approach_bytes(approach)


def test_weights_that_lack_their_matrix_are_refused() -> None:
    with refused("run.weights_of_another"):
        load_approach(prototypical(AsGiven(WIDE)), finished_bytes(bent()))


@pytest.mark.parametrize("kind", APPROACHES, ids=lambda kind: kind.name)
def test_every_approach_answers_as_before_it_was_kept(kind: type[Approach]) -> None:
    seed_weights(0)
    approach, again = (kind(FrozenFeatures(FEATURES), SHAPE, kind.options_kind()) for _ in range(2))
    pool = made_pool("features")
    list(train(Training(approach, Plan(8, 2, 1e-2, 100, 1)), sampler_of(pool), None))
    load_approach(again, finished_bytes(approach))
    unseen = sampler_of(made_pool("features", seed=5), seed=5)
    before, after = (
        [result.accuracy for result in try_episodes(tried.eval().adapt, unseen, range(20))]
        for tried in (approach, again)
    )
    assert sum(after) == pytest.approx(sum(before), abs=0.2)
