"""Which episodes a test has: their images as a digest, their classes, and the accuracy of guessing."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from workbench import learning
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import ClassPool

if TYPE_CHECKING:
    from workbench.learning.sampling import EpisodeSampler


@dataclass(frozen=True)
class EpisodeSet:
    """The classes and images that episodes are made of.

    `digest` is the SHA-256 of the image ids of all supports and queries, in order; `classes` are the ids of the classes
    queried, `ways` how many each episode has, `shot` how many examples of a class at most.
    """

    digest: str
    classes: frozenset[int]
    ways: tuple[int, ...]
    shot: int

    @property
    def chance(self) -> float:
        """The accuracy of guessing, 0 to 1."""
        return sum(1 / way for way in self.ways) / len(self.ways)


def drawn_episodes(pool: ClassPool, sampler: "EpisodeSampler", episodes: int, *, mix_tasks: bool) -> EpisodeSet:
    """Return what the sampler of that pool draws, without loading images."""
    blank = replace(pool.pool, images=torch.empty(len(pool.files), 0), traits=None)
    sampler = learning.EpisodeSampler(blank, sampler.shape, seed=sampler.seed, mix_tasks=mix_tasks)
    image_ids, digest = np.array(pool.image_ids, np.int64), sha256()
    classes, ways = set[int](), list[int]()
    for number in range(episodes):
        episode = sampler.episode(number)
        for rows in (episode.support_rows, episode.query_rows):
            digest.update(image_ids[rows.numpy()].tobytes())
        numbers = learning.whole_numbers(episode.classes)
        classes |= {pool.class_ids[number] for number in numbers}
        ways.append(len(numbers))
    return EpisodeSet(digest.hexdigest(), frozenset(classes), tuple(ways), sampler.shot)
