"""Accuracy over episodes with its confidence intervals, by class and as a confusion matrix."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

import torch
from torch import Tensor

from workbench.learning.approach import Classifier
from workbench.learning.class_effects import ConfusionCell, class_effects, interval_over_classes
from workbench.learning.episode import Episode, Episodes, Support, whole_numbers
from workbench.learning.paired import mean_with_interval

Adapt = Callable[[Support], Classifier]
Watch = Callable[[Episode, Tensor], None]  # is told an episode and the logits (queries, way) of its queries

_MOST_IMAGES = 60


@dataclass(frozen=True)
class EpisodeResult:
    """The accuracy of one episode of `way` classes, and the true and predicted class of each query."""

    accuracy: float  # 0 to 1
    truth: tuple[int, ...]  # classes, as numbered in the pool
    named: tuple[int, ...]  # predicted classes
    rows: tuple[int, ...]  # in the pool
    way: int


@dataclass(frozen=True)
class EpisodeAccuracies:
    """The mean accuracy over episodes with its 95 % intervals, and how often classes were confused.

    `chance` is the accuracy of guessing: small tasks may give episodes of fewer classes. `images` holds the rows in the
    pool behind each cell of `confusion`, the most frequent first, at most sixty.
    """

    accuracy: float  # 0 to 1
    ci95: float  # half the width of the interval over episodes
    episodes: int
    confusion: dict[ConfusionCell, int]  # number of queries; classes as numbered in the pool
    images: dict[ConfusionCell, tuple[int, ...]]
    chance: float  # 0 to 1
    each: tuple[float, ...]  # the accuracy of each episode, in their order

    @property
    def ci95_classes(self) -> float:
        """Half the width of the interval over which classes were drawn."""
        return interval_over_classes(class_effects(self.confusion))

    def by_class(self) -> dict[int, tuple[int, int]]:
        """Return, for each true class, the number of its queries classified correctly and of all its queries."""
        right, total = Counter[int](), Counter[int]()
        for (truth, named), count in self.confusion.items():
            total[truth] += count
            right[truth] += count if truth == named else 0
        return {number: (right[number], total[number]) for number in sorted(total)}


def try_episodes(
    adapt: Adapt, episodes: Episodes, numbers: Iterable[int], watch: Watch | None = None
) -> Iterator[EpisodeResult]:
    """Adapt to each episode and classify its queries, yielding one result per episode, of which `watch` is told."""
    for number in numbers:
        episode = episodes.episode(number)
        with torch.no_grad():
            logits = adapt(episode.support)(episode.queries)
            if watch is not None:
                watch(episode, logits)
        yield episode_result(episode, logits)


def summary(results: Sequence[EpisodeResult]) -> EpisodeAccuracies:
    """Summarise the results of episodes, with Student's t interval of the mean over episodes.

    Raises StatisticsError if there are none.
    """
    accuracies = [result.accuracy for result in results]
    mean = mean_with_interval(accuracies)
    named = defaultdict[ConfusionCell, Counter[int]](Counter)
    for result in results:
        for truth, name, row in zip(result.truth, result.named, result.rows, strict=True):
            named[truth, name][row] += 1
    confusion = {cell: rows.total() for cell, rows in named.items()}
    images = {cell: tuple(row for row, _ in rows.most_common(_MOST_IMAGES)) for cell, rows in named.items()}
    chance = fmean(1 / result.way for result in results)
    return EpisodeAccuracies(mean.mean, mean.ci95, len(results), confusion, images, chance, tuple(accuracies))


def nearest_pixels(support: Support) -> Classifier:
    """Return the simplest baseline: the class of the nearest example by Euclidean distance of raw pixels.

    Its classifier maps images (n, channels, height, width) to logits (n, way), the negative distances. Raises UserError
    unless every class has an image.
    """
    support.require_images()
    examples = support.images.flatten(1).float()

    def classify(images: Tensor) -> Tensor:
        distances = torch.cdist(images.flatten(1).float(), examples)
        return torch.stack([-distances[:, support.labels == label].amin(1) for label in range(support.way)], 1)

    return classify


def episode_result(episode: Episode, logits: Tensor) -> EpisodeResult:
    """Return the result of an episode from the logits (queries, way) of its queries."""
    named = logits.argmax(1)
    right = (named == episode.answers).float().mean().item()
    truth = episode.classes[episode.answers]
    named_classes, rows = whole_numbers(episode.classes[named]), whole_numbers(episode.query_rows)
    return EpisodeResult(right, whole_numbers(truth), named_classes, rows, episode.support.way)
