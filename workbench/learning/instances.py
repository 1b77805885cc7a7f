"""Accuracy on the 1st, 2nd, … image of a class, while a sequence of images is read."""

from collections import defaultdict

import torch
from torch.nn import functional

from workbench.learning.approaches.mann import Mann, reading_order
from workbench.learning.paired import Difference, mean_with_interval
from workbench.learning.sampling import EpisodeSampler


@torch.no_grad()
def by_instance(approach: Mann, sampler: EpisodeSampler, episodes: int) -> dict[int, Difference]:
    """Return the accuracy on the 1st, 2nd, … image of a class, each asked before its label is shown (table 1).

    `mean` is the share of right answers, `ci95` its 95 % interval over episodes.

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
    return {each: mean_with_interval(found[each]) for each in sorted(found)}
