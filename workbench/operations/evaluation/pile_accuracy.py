"""What a pile adds to a test: the same episodes, each query being answered with the help of the episode's others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench import learning
from workbench.facts.confidence import SURE
from workbench.learning.class_effects import (
    ConfusionCell,
    class_effects,
    difference_over_classes,
    interval_over_classes,
)
from workbench.learning.paired import Difference, mean_with_interval, paired_difference, ratio_with_interval
from workbench.operations.deferred import torch
from workbench.operations.runs.trained import Trained
from workbench.words import Decimal, Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Approach
    from workbench.learning.episode import Episode, Episodes
    from workbench.learning.evaluation import Adapt
    from workbench.learning.sampling import EpisodeSampler, Pool

_BINS = 10


@dataclass(frozen=True)
class ConfidenceBin:
    """Answers of about one confidence: its mean, the share of them that is right (both 0 to 1), and their number."""

    confidence: float
    right: float
    count: int


@dataclass(frozen=True)
class SureAnswers:
    """How many of all answers are called sure, and the share of those that is right, 0 to 1, with its 95 % intervals.

    They are over episodes, and over which classes were drawn (0 in tests of older versions).
    """

    count: int
    total: int
    right: float
    ci95: float
    ci95_classes: float = 0.0

    @property
    def widest(self) -> float:
        """Half the width of the wider interval."""
        return max(self.ci95, self.ci95_classes)


@dataclass(frozen=True)
class PileFigures:
    """Accuracy with a pile, and what it adds to that without, paired by episode, with 95 % intervals.

    They are over episodes, and over which classes were drawn (0 in tests of older versions). `reliability` has up to
    ten bins of confidence, the lowest first; bins without answers are left out.
    """

    accuracy: float
    ci95: float
    gain: float
    gain_ci95: float
    reliability: tuple[ConfidenceBin, ...]
    sure: SureAnswers
    ci95_classes: float = 0.0
    gain_ci95_classes: float = 0.0

    @property
    def added(self) -> Difference:
        """What the pile adds."""
        return Difference(self.gain, self.gain_ci95, self.gain_ci95_classes)

    @property
    def sentence(self) -> Message:
        """The accuracy with a pile, and what it adds."""
        start = marked("With the other images to help: {accuracy} ± {interval} %, {gain}.")
        gain = message(
            marked("{points} ± {interval} points more")
            if self.gain > 0
            else marked("{points} ± {interval} points less"),
            points=Decimal(100 * abs(self.gain)),
            interval=Decimal(100 * self.added.widest),
        )
        if not (self.added.is_above or self.added.is_below):
            gain = Message(marked("no clear difference"))
        widest = max(self.ci95, self.ci95_classes)
        return message(start, accuracy=Decimal(100 * self.accuracy), interval=Decimal(100 * widest), gain=gain)


@dataclass(frozen=True, eq=False)
class PileEpisode:
    """The class shares of an episode's queries with a pile, which class each is of, and the accuracy without a pile.

    `classes` are numbered as in the pool, `named` is each query's class without a pile.
    """

    shares: NDArray[np.float64]  # (q, way)
    answers: NDArray[np.int64]  # (q,)
    alone: float  # 0 to 1
    classes: NDArray[np.int64]  # (way,)
    named: NDArray[np.int64]  # (q,)

    @property
    def helped(self) -> NDArray[np.int64]:
        """Each query's class with a pile (q,)."""
        return self.shares.argmax(1)

    def confusion(
        self, named: NDArray[np.int64], among: "NDArray[np.bool_] | slice" = slice(None)
    ) -> Counter[ConfusionCell]:
        """Return how many queries of each class were called each class, if they were called so, among some of them."""
        truth, called = self.classes[self.answers[among]], self.classes[named[among]]
        return Counter(zip(truth.tolist(), called.tolist(), strict=True))


class PileTrial:
    """Watches a test and answers each episode's queries again, the pile being these queries.

    An image is embedded once, however many episodes it is in, and no random number is drawn: the test itself goes on
    as if nobody watched. `has_pile` says for what there is none.
    """

    def __init__(self, approach: "Approach", pool: "Pool | None") -> None:
        """Take the approach that is tested, and the pool of its images; None if the episodes hold their vectors."""
        self._approach = approach
        self._vectors = None if pool is None else learning.PoolVectors(approach.encoder, pool)
        self._episodes: list[PileEpisode] = []

    def watch(self, episode: "Episode", logits: "Tensor") -> None:
        """Answer the queries of an episode again, from their logits (q, way) without a pile."""
        own, labels = torch.softmax(logits.float(), 1).cpu(), episode.support.labels.cpu()
        queries = self._embedded(episode.queries, episode.query_rows)
        examples = self._embedded(episode.support.images, episode.support_rows)
        shares = learning.PileGraph(queries).shares(own, examples, labels)
        named, answers, classes = (
            values.cpu().numpy() for values in (logits.argmax(1), episode.answers, episode.classes)
        )
        # As `episode_result` has it, to the last bit.
        right = (logits.argmax(1) == episode.answers).float().mean().item()
        self._episodes.append(PileEpisode(shares.double().numpy(), answers, right, classes, named))

    def figures(self) -> PileFigures:
        """Return the figures of what was watched."""
        return pile_figures(self._episodes)

    def _embedded(self, images: "Tensor", rows: "Tensor") -> "Tensor":
        if self._vectors is None:
            return self._approach.embed(images).float().cpu()
        numbers = rows.cpu().numpy()
        return self._vectors.of(numbers, np.zeros_like(numbers)).cpu()


def as_tested(
    trained: Trained | None, sampler: "EpisodeSampler", shot: int
) -> "tuple[Adapt, Episodes, PileTrial | None]":
    """Return how supports become classifiers, episodes whose images are embedded once, and who watches their answers.

    That is for a run, or for raw pixels; nobody watches where `has_pile` says so.
    """
    if trained is None:
        return learning.nearest_pixels, sampler, None
    if trained.centred_on_examples:  # A vector depends on the episode.
        return trained.adapt, sampler, PileTrial(trained.approach, None) if has_pile(trained, shot) else None
    approach, episodes = learning.embedding_once(trained.approach, sampler)
    trial = PileTrial(approach, sampler.pool if episodes is sampler else None) if has_pile(trained, shot) else None
    return approach.adapt, episodes, trial


def has_pile(trained: Trained | None, shot: int) -> bool:
    """Return whether a test has a figure with a pile.

    There is none for raw pixels, which have no vectors, without examples, as nothing can be passed on from them, and
    for a run that sees the queries together anyway: they would count twice.
    """
    return trained is not None and shot > 0 and not trained.approach.capabilities.transductive


def pile_figures(episodes: Sequence[PileEpisode]) -> PileFigures:
    """Return the figures of episodes.

    The confidence of every other episode's answers is at the temperature that was fitted to the remaining ones, and the
    other way about, so that none is judged by itself.
    """
    right = [episode.helped == episode.answers for episode in episodes]
    accuracies = [float(hits.mean()) for hits in right]
    accuracy = mean_with_interval(accuracies)
    gain = paired_difference(accuracies, [episode.alone for episode in episodes])
    confidences = _confidences(episodes)
    helped = _effects(episode.confusion(episode.helped) for episode in episodes)
    alone = _effects(episode.confusion(episode.named) for episode in episodes)
    return PileFigures(
        accuracy.mean,
        accuracy.ci95,
        gain.mean,
        gain.ci95,
        _reliability(np.concatenate(confidences), np.concatenate(right)),
        _sure(episodes, confidences),
        interval_over_classes(helped),
        difference_over_classes(helped, alone),
    )


def _effects(confusions: Iterable[Counter[ConfusionCell]]) -> dict[int, float]:
    counts = Counter[ConfusionCell]()
    for confusion in confusions:
        counts += confusion
    return class_effects(counts)


def pile_from_json(details: Mapping[str, Any]) -> PileFigures | None:
    """Return the figures that the details of a stored test hold, None where there are none."""
    stored = details.get("pile")
    return None if stored is None else msgspec.convert(stored, PileFigures)


def _confidences(episodes: Sequence[PileEpisode]) -> list[NDArray[np.float64]]:
    """Return for each episode how sure its answers (q,) are."""
    temperatures = [_temperature(episodes[1 - half :: 2]) for half in (0, 1)]
    return [
        learning.at_temperature(episode.shares, temperatures[number % 2]).max(1)
        for number, episode in enumerate(episodes)
    ]


def _temperature(episodes: Sequence[PileEpisode]) -> float:
    """Return the temperature fitted to episodes, which may differ in their number of classes."""
    way = max(episode.shares.shape[1] for episode in episodes)
    shares = [np.pad(episode.shares, ((0, 0), (0, way - episode.shares.shape[1]))) for episode in episodes]
    return learning.fitted_temperature(
        np.concatenate(shares), np.concatenate([episode.answers for episode in episodes])
    )


def _reliability(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[ConfidenceBin, ...]:
    numbers = np.minimum((confidence * _BINS).astype(np.int64), _BINS - 1)
    bins = [numbers == number for number in range(_BINS)]
    return tuple(
        ConfidenceBin(float(confidence[inside].mean()), float(right[inside].mean()), int(inside.sum()))
        for inside in bins
        if inside.any()
    )


def _sure(episodes: Sequence[PileEpisode], confidences: Sequence[NDArray[np.float64]]) -> SureAnswers:
    """Return what of the sure answers is right, as the accuracy of a test of these answers alone."""
    sure = [(episode, confidence >= SURE) for episode, confidence in zip(episodes, confidences, strict=True)]
    counts = [float(among.sum()) for _, among in sure]
    hits = [float((among & (episode.helped == episode.answers)).sum()) for episode, among in sure]
    share = ratio_with_interval(hits, counts)
    over_classes = interval_over_classes(_effects(episode.confusion(episode.helped, among) for episode, among in sure))
    total = sum(len(confidence) for confidence in confidences)
    return SureAnswers(int(sum(counts)), total, share.mean, share.ci95, over_classes)
