"""Accuracy before adapting and after each inner step, on the same queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import torch

from workbench.learning.approach import Approach
from workbench.learning.evaluation import EpisodeResult, episode_result
from workbench.learning.sampling import EpisodeSampler
from workbench.learning.stopwatch import moment


@dataclass(frozen=True)
class StepResults:
    """The result on one episode's queries before adapting and after each step, and the time to get there."""

    results: tuple[EpisodeResult, ...]
    milliseconds: tuple[float, ...]  # of adapting, from its beginning


def try_steps(
    approach: Approach, sampler: EpisodeSampler, numbers: Iterable[int], device: str
) -> Iterator[StepResults]:
    """Adapt to each episode step by step, classifying its queries before the first step and after each."""
    for number in numbers:
        episode = sampler.episode(number)
        results: list[EpisodeResult] = []
        times: list[float] = []
        passed = 0.0
        with torch.no_grad():
            began = moment(device)
            for classifier in approach.adapting(episode.support):
                passed += moment(device) - began
                results.append(episode_result(episode, classifier(episode.queries)))
                times.append(1000 * passed)
                # The time of classifying does not count.
                began = moment(device)
        yield StepResults(tuple(results), tuple(times))
