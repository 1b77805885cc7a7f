"""A step's launches recorded once and replayed, as a CUDA graph: what is short is launched faster than by Python.

PyTorch's documentation, "CUDA semantics", "CUDA Graphs". A recording holds addresses: episodes are copied to those that
it was made with, and gradients come where it left them. It is used only where `fastest_way.py` finds it to give the
same and sooner, and only if asked for: no stand-in for a GPU can try it.
"""

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from workbench.learning.approach import Accumulate, Accumulated, Approach
from workbench.learning.episode import Episode

_BEFORE = 3  # times that the work is done before it is recorded, as libraries set themselves up at first


class Recording:
    """What `accumulate` does for episodes of one shape, replayed; made with some, and to be called with others.

    Raises RuntimeError where the work cannot be recorded, as where it reads a number from the device.
    """

    def __init__(self, accumulate: Accumulate, approach: Approach, episodes: Sequence[Episode]) -> None:
        self._plain, self._approach = accumulate, approach
        self._episodes = [_copied(episode) for episode in episodes]
        aside = torch.cuda.Stream()
        aside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(aside):
            for _ in range(_BEFORE):
                approach.zero_grad()
                accumulate(self._episodes)
        torch.cuda.current_stream().wait_stream(aside)
        approach.zero_grad()
        self._graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self._graph):
            self._fit = accumulate(self._episodes)
        self._gradients = [weight.grad for weight in approach.parameters()]

    def __call__(self, episodes: Sequence[Episode]) -> Accumulated:
        """Do it for these episodes, whose shapes are those of the ones it was made with."""
        weights = list(self._approach.parameters())
        if any(weight.grad is not None for weight in weights):
            # Gradients of other episodes would be overwritten.
            return self._plain(episodes)
        for held, episode in zip(self._episodes, episodes, strict=True):
            for there, here in zip(_tensors(held), _tensors(episode), strict=True):
                there.copy_(here)
        self._graph.replay()
        for weight, gradient in zip(weights, self._gradients, strict=True):
            weight.grad = gradient
        return self._fit


def _copied(episode: Episode) -> Episode:
    support = episode.support
    traits = None if support.traits is None else support.traits.clone()
    return replace(
        episode,
        support=replace(support, images=support.images.clone(), labels=support.labels.clone(), traits=traits),
        queries=episode.queries.clone(),
        answers=episode.answers.clone(),
        classes=episode.classes.clone(),
        support_rows=episode.support_rows.clone(),
        query_rows=episode.query_rows.clone(),
    )


def _tensors(episode: Episode) -> list[Tensor]:
    support = episode.support
    own = [episode.queries, episode.answers, episode.classes, episode.support_rows, episode.query_rows]
    given = [support.images, support.labels, support.traits]
    return [*own, *(value for value in given if value is not None)]
