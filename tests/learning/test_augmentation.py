"""Images vary a little and stay what they show; episodes with varied images show the same ones."""

import numpy as np
import torch
from torch import Tensor

from tests.learning.parts import SHAPE, made_pool, same_episode
from workbench.learning.augmentation import augmented
from workbench.learning.sampling import EpisodeSampler

SIDE = 28


def disc(side: int = SIDE) -> Tensor:
    """A dark disc on white, (1, side, side)."""
    rows, columns = torch.meshgrid(torch.arange(side), torch.arange(side), indexing="ij")
    inside = (rows + 0.5 - side / 2).square() + (columns + 0.5 - side / 2).square() < (side / 4) ** 2
    return torch.where(inside, 0, 255).to(torch.uint8)[None]


def ink(images: Tensor) -> Tensor:
    return (255 - images.float()).sum((1, 2, 3))


def test_an_image_keeps_what_it_shows_on_its_own_ground() -> None:
    drawn = disc().expand(200, -1, -1, -1)
    seen = augmented(drawn, np.random.default_rng(0))
    assert seen.dtype == torch.uint8
    assert seen.shape == drawn.shape
    share = ink(seen) / ink(drawn)
    assert 0.6 < share.min() < 0.9
    assert 1.1 < share.max() < 1.6
    corners = seen[:, 0, [0, 0, -1, -1], [0, -1, 0, -1]]
    assert bool((corners == 255).all())


def test_it_is_not_drawn_to_one_side() -> None:
    seen = augmented(disc().expand(2000, -1, -1, -1), np.random.default_rng(1))
    places = torch.arange(SIDE) + 0.5
    weights = 255 - seen.float()
    for axis in (2, 3):
        middle = (weights.sum(5 - axis).squeeze(1) * places).sum(1) / ink(seen)
        assert abs(middle.mean() - SIDE / 2) < 0.15
        assert 0.8 < middle.std() < 2.0


def test_images_of_a_batch_vary_on_their_own() -> None:
    seen = augmented(disc().expand(10, -1, -1, -1), np.random.default_rng(0))
    assert len(seen.flatten(1).unique(dim=0)) == 10


def test_an_episode_shows_the_same_images_varied_and_is_the_same_again() -> None:
    pool = made_pool(tasks=2)
    plain = EpisodeSampler(pool, SHAPE, seed=4, mix_tasks=True).episode(7)
    first, again = (EpisodeSampler(pool, SHAPE, seed=4, mix_tasks=True, augment=True).episode(7) for _ in range(2))
    assert same_episode(first, again)
    assert torch.equal(first.support_rows, plain.support_rows)
    assert torch.equal(first.query_rows, plain.query_rows)
    assert not torch.equal(first.support.images, plain.support.images)
    assert not torch.equal(first.queries, plain.queries)


def test_an_image_varies_from_episode_to_episode() -> None:
    pool = made_pool()
    sampler = EpisodeSampler(pool, SHAPE, seed=0, mix_tasks=True, augment=True)
    seen = [image for number in range(30) for image in sampler.episode(number).queries.flatten(1)]
    assert len(torch.stack(seen).unique(dim=0)) == len(seen)
