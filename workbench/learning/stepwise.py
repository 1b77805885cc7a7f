"""Accuracy before adapting and after each inner step, on the same queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import torch

from workbench.learning.approach import Approach
from workbench.learning.sampling import EpisodeSampler
from workbench.learning.stopwatch import moment


@dataclass(frozen=True)
class StepAccuracies:
    """The accuracy on one episode's queries before adapting and after each step, and the time to get there."""

    accuracies: tuple[float, ...]  # 0 to 1
    milliseconds: tuple[float, ...]  # of adapting, from its beginning


def try_steps(
    approach: Approach, sampler: EpisodeSampler, numbers: Iterable[int], device: str
) -> Iterator[StepAccuracies]:
    """Adapt to each episode step by step, classifying its queries before the first step and after each."""
    for number in numbers:
        episode = sampler.episode(number)
        accuracies: list[float] = []
        times: list[float] = []
        passed = 0.0
        with torch.no_grad():
            began = moment(device)
            for classifier in approach.adapting(episode.support):
                passed += moment(device) - began
                named = classifier(episode.queries).argmax(1)
                accuracies.append((named == episode.answers).float().mean().item())
                times.append(1000 * passed)
                # The time of classifying does not count.
                began = moment(device)
        yield StepAccuracies(tuple(accuracies), tuple(times))
