"""Fitting several episodes with one pass of the encoder over all their images."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from workbench.learning.approach import Outcome
from workbench.learning.encoders import Encoder
from workbench.learning.episode import Episode


def fit_in_one_pass(
    encoder: Encoder, episodes: Sequence[Episode], outcome_of: Callable[[Tensor, Tensor, Episode], Outcome]
) -> tuple[float, float]:
    """Add the gradients of the mean loss over `episodes`; return mean loss and mean accuracy.

    `outcome_of` is given the vectors of an episode's support, those of its queries, and the episode.
    """
    # One pass over all episodes costs less than one for each support and each query set.
    images = torch.cat([part for episode in episodes for part in (episode.support.images, episode.queries)])
    sizes = [len(part) for episode in episodes for part in (episode.support.labels, episode.answers)]
    vectors = iter(encoder(images).float().split(sizes))
    # Half precision would round away the difference between two near vectors.
    with torch.autocast(images.device.type, enabled=False):
        results = [outcome_of(next(vectors), next(vectors), episode) for episode in episodes]
        loss = torch.stack([result.loss for result in results]).mean()
    loss.backward()
    return loss.item(), sum(result.accuracy for result in results) / len(results)
