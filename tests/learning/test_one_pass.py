"""Fitting several episodes with one pass of the encoder is fitting one after another."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
import torch

from tests.learning.parts import SHAPE, encoder_for, gradients, made_pool, sampler_of, training_shape_of
from workbench.learning.approach import Approach, means_of
from workbench.learning.approaches.feat import Feat
from workbench.learning.approaches.maml import Maml
from workbench.learning.approaches.matching import Matching
from workbench.learning.approaches.metanet import MetaNet
from workbench.learning.approaches.prototypical import Prototypical
from workbench.learning.approaches.r2_d2 import R2D2
from workbench.learning.approaches.siamese import Siamese
from workbench.learning.approaches.zero_shot import ZeroShot
from workbench.learning.networks.encoders import Takes

BOTH: tuple[Takes, ...] = ("images", "features")
CASES = [
    *product([Prototypical, Siamese, R2D2, Feat], BOTH, [2], [{}]),
    *product([Matching], BOTH, [2], [{"full_context": chosen} for chosen in (False, True)]),
    *product([Maml], ["features"], [2], [{"inner": "head"}]),
    *product([MetaNet], BOTH, [2], [{"head": head, "width": 8} for head in ("copied", "numbered")]),
    *product([ZeroShot], ["images"], [0, 2], [{"reader": reader, "mixed": False} for reader in ("linear", "network")]),
]


def experienced(kind: type[Approach], takes: Takes, shot: int, options: dict[str, Any]) -> Approach:
    """An approach in which every weight has moved at random, so that none hides another by being zero."""
    torch.manual_seed(0)
    approach = kind(encoder_for(takes), replace(SHAPE, shot=shot), kind.options_kind(**options))
    with torch.no_grad():
        for weight in approach.parameters():
            weight.add_(torch.randn_like(weight), alpha=0.1)
    # In training, maps are normalised by the statistics of all images of a pass.
    return approach.train(takes == "features")


@pytest.mark.parametrize(
    ("kind", "takes", "shot", "options"), CASES, ids=lambda value: getattr(value, "name", str(value))
)
def test_one_pass_gives_the_gradients_of_episode_by_episode(
    kind: type[Approach], takes: Takes, shot: int, options: dict[str, Any]
) -> None:
    approach = experienced(kind, takes, shot, options)
    sampler = sampler_of(made_pool(takes), training_shape_of(approach))
    episodes = [sampler.episode(number) for number in range(3)]
    torch.manual_seed(5)
    one_by_one = means_of(Approach.accumulate(approach, episodes))
    expected = gradients(approach)
    approach.zero_grad()
    torch.manual_seed(5)
    assert approach.fit_episodes(episodes) == pytest.approx(one_by_one, rel=1e-5)
    in_one_pass = gradients(approach)
    learned = {name for name, weight in approach.named_parameters() if weight.requires_grad}
    assert in_one_pass.keys() == expected.keys() == learned
    for name in in_one_pass:
        torch.testing.assert_close(in_one_pass[name], expected[name], rtol=1e-3, atol=1e-6)
