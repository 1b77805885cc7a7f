"""Accuracy over episodes, with its interval, by class and as confusions."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

import torch
from torch import Tensor

from workbench.learning.approach import Classifier
from workbench.learning.episode import Episode, Support
from workbench.learning.sampling import EpisodeSampler

Adapt = Callable[[Support], Classifier]


@dataclass(frozen=True)
class EpisodeResult:
    """What came of one episode: its accuracy and, for each query, the pool's number of the true and the named class."""

    accuracy: float
    truth: tuple[int, ...]
    named: tuple[int, ...]


@dataclass(frozen=True)
class Evaluation:
    """Mean accuracy over episodes with its 95 % interval, and how often each class was named for each."""

    accuracy: float
    ci95: float
    episodes: int
    confusion: dict[tuple[int, int], int]  # (true class, named class) -> queries

    def by_class(self) -> dict[int, tuple[int, int]]:
        """Return, for each true class, how many of its queries were right and how many there were."""
        right, total = Counter[int](), Counter[int]()
        for (truth, named), count in self.confusion.items():
            total[truth] += count
            right[truth] += count if truth == named else 0
        return {number: (right[number], total[number]) for number in sorted(total)}


def try_episodes(adapt: Adapt, sampler: EpisodeSampler, numbers: Iterable[int]) -> Iterator[EpisodeResult]:
    """Adapt to each episode and classify its queries, one episode at a time."""
    for number in numbers:
        episode = sampler.episode(number)
        with torch.no_grad():
            logits = adapt(episode.support)(episode.queries)
        yield _result(episode, logits)


def summary(results: Sequence[EpisodeResult]) -> Evaluation:
    """Sum up episodes: the interval is 1.96 standard errors of the mean over episodes."""
    accuracies = [result.accuracy for result in results]
    spread = 1.96 * stdev(accuracies) / sqrt(len(accuracies)) if len(accuracies) > 1 else 0.0
    confusion = Counter(pair for result in results for pair in zip(result.truth, result.named, strict=True))
    return Evaluation(fmean(accuracies), spread, len(accuracies), dict(confusion))


def nearest_pixels(support: Support) -> Classifier:
    """Return the plainest classifier: the class of the nearest example by Euclidean distance of raw pixels."""
    examples = support.images.flatten(1).float()

    def classify(images: Tensor) -> Tensor:
        distances = torch.cdist(images.flatten(1).float(), examples)
        return torch.stack([-distances[:, support.labels == label].amin(1) for label in range(support.way)], 1)

    return classify


def _result(episode: Episode, logits: Tensor) -> EpisodeResult:
    named = logits.argmax(1)
    right = (named == episode.answers).float().mean().item()
    truth = episode.classes[episode.answers]
    return EpisodeResult(right, tuple(truth.tolist()), tuple(episode.classes[named].tolist()))
