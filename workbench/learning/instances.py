"""Accuracy on the 1st, 2nd, … image of a class, while a sequence of images is read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

import torch
from torch.nn import functional

from workbench.learning.approaches.mann import Mann, reading_order
from workbench.learning.sampling import EpisodeSampler


@dataclass(frozen=True)
class InstanceAccuracy:
    """Share of right answers to the k-th image of a class, with its 95 % interval over episodes."""

    accuracy: float
    ci95: float


@torch.no_grad()
def by_instance(approach: Mann, sampler: EpisodeSampler, episodes: int) -> dict[int, InstanceAccuracy]:
    """Return the accuracy on the 1st, 2nd, … image of a class, each asked before its label is shown (table 1).

    All images of an episode, support and queries, are one shuffled sequence. With labels that come with their images,
    an image is asked with none, and then shown with its own.
    """
    found = defaultdict[int, list[float]](list)
    for number in range(episodes):
        episode = sampler.episode(number)
        labels = torch.cat([episode.support.labels, episode.answers])
        order = reading_order(len(labels)).to(labels.device)
        vectors = approach.encoder(torch.cat([episode.support.images, episode.queries]))[order, None]
        labels = labels[order]
        logits, _ = approach.read_through(vectors, labels[:, None], asked=True)
        right = (logits[:, 0, : episode.support.way].argmax(1) == labels).float()
        # How often each image's class has come so far, itself included.
        instance = functional.one_hot(labels).cumsum(0).gather(1, labels[:, None])[:, 0]
        for each in instance.unique().tolist():
            found[each].append(right[instance == each].mean().item())
    return {each: _interval(found[each]) for each in sorted(found)}


def _interval(shares: Sequence[float]) -> InstanceAccuracy:
    spread = 1.96 * stdev(shares) / sqrt(len(shares)) if len(shares) > 1 else 0.0
    return InstanceAccuracy(fmean(shares), spread)
