"""Accuracy on the 1st, 2nd, … image of a class in a sequence of images."""

from collections import defaultdict

import torch
from torch.nn import functional

from workbench.learning.approaches.mann import Mann, reading_order
from workbench.learning.episode import whole_numbers
from workbench.learning.paired import Difference, mean_with_interval
from workbench.learning.sampling import EpisodeSampler


@torch.no_grad()
def by_instance(approach: Mann, sampler: EpisodeSampler, episodes: int) -> dict[int, Difference]:
    """Return the accuracy on the 1st, 2nd, … image of a class, each classified before its label is presented.

    Santoro et al., 2016, "Meta-Learning with Memory-Augmented Neural Networks", table 1. `mean` is the accuracy (0 to
    1) and `ci95` its 95 % interval over episodes.

    The support and queries of an episode form one shuffled sequence. If labels are presented with their images, an
    image is first classified without a label and then presented with it.
    """
    accuracies = defaultdict[int, list[float]](list)
    for number in range(episodes):
        episode = sampler.episode(number)
        labels = torch.cat([episode.support.labels, episode.answers])
        order = reading_order(len(labels)).to(labels.device)
        vectors = approach.encoder(torch.cat([episode.support.images, episode.queries]))[order, None]
        labels = labels[order]
        logits, _ = approach.read_through(vectors, labels[:, None], queried=True)
        right = (logits[:, 0, : episode.support.way].argmax(1) == labels).float()
        # (n,) the number of images of its class up to this one, itself included
        instance = functional.one_hot(labels).cumsum(0).gather(1, labels[:, None])[:, 0]
        for ordinal in set(whole_numbers(instance)):
            accuracies[ordinal].append(right[instance == ordinal].mean().item())
    return {ordinal: mean_with_interval(accuracies[ordinal]) for ordinal in sorted(accuracies)}
