"""Accuracy on the 1st, 2nd, … image of a class in a sequence of images."""

from collections import defaultdict

import numpy as np
import torch
from torch.nn import functional

from workbench.learning.approaches.mann import Mann
from workbench.learning.episode import whole_numbers
from workbench.learning.paired import Difference, mean_with_interval
from workbench.learning.sampling import EpisodeSampler

_ORDERING = 2  # Separates the random numbers of the order from those that choose images and augment them.


@torch.no_grad()
def by_instance(approach: Mann, sampler: EpisodeSampler, episodes: int) -> dict[int, Difference]:
    """Return the accuracy on the 1st, 2nd, … image of a class, each classified before its label is presented.

    Santoro et al., 2016, "Meta-Learning with Memory-Augmented Neural Networks", table 1. `mean` is the accuracy (0 to
    1) and `ci95` its 95 % interval over episodes.

    The support and queries of an episode form one sequence, shuffled anew for every episode, with output slots drawn
    anew, as in training: in one order for all, the first images of classes would always stand in the same places with
    the same labels, and a network's fixed guess would be right for always the same of them. If labels are presented
    with their images, an image is first classified without a label and then presented with it.
    """
    accuracies = defaultdict[int, list[float]](list)
    for number in range(episodes):
        episode = sampler.episode(number)
        labels = torch.cat([episode.support.labels, episode.answers])
        draw = np.random.default_rng([sampler.seed, number, _ORDERING])
        order = torch.from_numpy(draw.permutation(len(labels))).to(labels.device)
        drawn = torch.from_numpy(draw.permutation(approach.slots)[: episode.support.way]).to(labels.device)
        vectors = approach.encoder(torch.cat([episode.support.images, episode.queries]))[order, None]
        labels = labels[order]
        logits, _ = approach.read_through(vectors, drawn[labels][:, None], queried=True)
        right = (logits[:, 0, drawn].argmax(1) == labels).float()
        # (n,) the number of images of its class up to this one, itself included
        instance = functional.one_hot(labels).cumsum(0).gather(1, labels[:, None])[:, 0]
        for ordinal in set(whole_numbers(instance)):
            accuracies[ordinal].append(right[instance == ordinal].mean().item())
    return {ordinal: mean_with_interval(accuracies[ordinal]) for ordinal in sorted(accuracies)}
