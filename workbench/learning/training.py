"""The training loop of all approaches: a generator that meta-trains and yields events."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Protocol

import torch

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.learning.accelerator.bfloat16 import in_bfloat16, pays_in_bfloat16
from workbench.learning.accelerator.fastest_way import FastestWay
from workbench.learning.accelerator.graphed import Recording
from workbench.learning.approach import Approach
from workbench.learning.embedded import embedding_once
from workbench.learning.episode import Episode, Episodes
from workbench.learning.evaluation import try_episodes
from workbench.learning.events import Event, RunNote, TrainingStep, ValidationProgress, ValidationResult
from workbench.learning.paired import mean_with_interval
from workbench.learning.sampling import EpisodeSampler


@dataclass(frozen=True)
class Plan:
    """How long to meta-train, and how."""

    episodes: int
    episodes_per_step: int
    rate: float  # initial learning rate of the meta-training optimiser
    validate_every: int  # episodes
    validation_episodes: int
    patience: int = 0  # Stop after this many validations without improvement; 0: never.
    bf16: bool = False  # Compute in bfloat16 where that is faster.
    replayed: bool = False  # Try to replay steps as a CUDA graph, and do where that is faster.


class NotFinite(UserError):
    """The loss or a gradient is not finite; the step was not taken, and the weights are those before it."""


@dataclass
class Training:
    """The state of a meta-training; everything in it that changes is stored in a checkpoint."""

    approach: Approach
    plan: Plan
    episode: int = 0
    validated_at: int = -1
    best_accuracy: float = -1.0
    best_episode: int = 0
    without_better: int = 0
    chunk: int = 0  # Number of episodes processed at once.
    ways: FastestWay | None = field(init=False, default=None)  # to do a step; None: the one of the approach
    seconds: float = 0.0  # Training time so far, pauses not counted; on resuming, the caller passes the time before.
    optimizer: torch.optim.Optimizer = field(init=False)
    schedule: torch.optim.lr_scheduler.LRScheduler | None = field(init=False)

    def __post_init__(self) -> None:
        self.optimizer = self.approach.optimizer(self.plan.rate)
        steps = -(-self.plan.episodes // self.plan.episodes_per_step)
        self.schedule = self.approach.schedule(self.optimizer, steps)
        self.chunk = self.chunk or self.plan.episodes_per_step

    @property
    def finished(self) -> bool:
        """Whether training is over: all episodes done, or `patience` validations without improvement."""
        impatient = self.plan.patience > 0 and self.without_better >= self.plan.patience
        return self.episode >= self.plan.episodes or impatient


class EpisodeSource(Episodes, Protocol):
    """Episodes to train on."""

    @property
    def device(self) -> torch.device:
        """The device that episodes are on."""
        ...


class Validation(Protocol):
    """What a training is validated on."""

    @property
    def lower_is_better(self) -> bool:
        """Whether a lower score is a better one."""
        ...

    def scores(self, approach: Approach, count: int) -> Iterator[float]:
        """Yield the score of an approach, in evaluation mode, on each of so many episodes."""
        ...


@dataclass(frozen=True)
class OnClasses:
    """Validation by the accuracy, 0 to 1, on episodes of images."""

    sampler: EpisodeSampler
    lower_is_better: bool = False

    def scores(self, approach: Approach, count: int) -> Iterator[float]:
        """Yield the accuracy of each of so many episodes, embedding each image once where possible."""
        tried, episodes = embedding_once(approach, self.sampler)
        return (result.accuracy for result in try_episodes(tried.adapt, episodes, range(count)))


def train(
    training: Training, sampler: EpisodeSource, validation: EpisodeSampler | Validation | None
) -> Iterator[Event]:
    """Meta-train until finished, yielding events; can be stopped after any event and continued later.

    Raises NotFinite if the loss or a gradient is not finite, and UserError if a single episode does not fit in memory.
    """
    began = time.monotonic() - training.seconds
    if sampler.device.type == "cuda":
        training.ways = FastestWay(training.approach, "cuda", record=Recording if training.plan.replayed else None)
    judged = OnClasses(validation) if isinstance(validation, EpisodeSampler) else validation
    while True:
        if judged is not None and _is_due(training):
            yield from _validate(training, judged, began)
        if training.finished:
            return
        yield from _step(training, sampler, began)


def _is_due(training: Training) -> bool:
    if training.episode == training.validated_at:
        return False
    if training.episode == 0:
        return training.plan.episodes == 0  # Untrained, an approach is validated as it is.
    interval = training.plan.validate_every
    crossed = training.episode // interval > max(training.validated_at, 0) // interval
    return crossed or training.episode >= training.plan.episodes


def _validate(training: Training, validation: Validation, began: float) -> Iterator[Event]:
    approach, count = training.approach, training.plan.validation_episodes
    scores: list[float] = []
    for score in validation.scores(approach.eval(), count):
        scores.append(score)
        yield ValidationProgress(len(scores) / count)
    validated = mean_with_interval(scores)
    better = training.validated_at < 0 or _is_better(validated.mean, training.best_accuracy, validation)
    training.validated_at = training.episode
    training.without_better = 0 if better else training.without_better + 1
    if better:
        training.best_accuracy, training.best_episode = validated.mean, training.episode
    training.seconds = time.monotonic() - began
    yield ValidationResult(training.episode, validated.mean, validated.ci95, better)


def _is_better(score: float, best: float, validation: Validation) -> bool:
    return score < best if validation.lower_is_better else score > best


def _step(training: Training, sampler: EpisodeSource, began: float) -> Iterator[Event]:
    plan = training.plan
    numbers = range(training.episode, min(training.episode + plan.episodes_per_step, plan.episodes))
    training.approach.train().progress = training.episode / plan.episodes
    while True:
        try:
            loss, accuracy = _gradients(training, [sampler.episode(number) for number in numbers])
            break
        except torch.OutOfMemoryError:
            yield RunNote(_halve(training))
    rate = training.optimizer.param_groups[0]["lr"]
    if not isfinite(loss) or not _is_finite(training.approach):
        training.optimizer.zero_grad()
        raise NotFinite(fact("run.diverged", episode=numbers.start, advice=training.approach.divergence_hint(rate)))
    training.optimizer.step()
    if training.schedule is not None:
        training.schedule.step()
    training.episode = numbers.stop
    training.seconds = time.monotonic() - began
    for text in training.ways.take_notes() if training.ways else ():
        yield RunNote(text)
    yield TrainingStep(training.episode, loss, accuracy, rate, training.seconds)


def _gradients(training: Training, episodes: Sequence[Episode]) -> tuple[float, float]:
    """Compute the gradient of the mean loss over `episodes`, `training.chunk` episodes at a time."""
    training.optimizer.zero_grad()
    device = episodes[0].queries.device.type
    losses = accuracies = 0.0
    for done in range(0, len(episodes), training.chunk):
        part = episodes[done : done + training.chunk]
        # Each chunk adds its own mean: reweight the sum so that it stays the mean over all episodes so far.
        _scale_gradients(training.approach, done / len(part))
        with in_bfloat16(training.approach.encoder, enabled=training.plan.bf16 and pays_in_bfloat16(device)):
            loss, accuracy = (training.ways or training.approach).fit_episodes(part)
        _scale_gradients(training.approach, len(part) / (done + len(part)))
        losses += loss * len(part)
        accuracies += accuracy * len(part)
    return losses / len(episodes), accuracies / len(episodes)


def _scale_gradients(approach: Approach, factor: float) -> None:
    if factor == 1.0:
        return
    for weight in approach.parameters():
        if weight.grad is not None:
            weight.grad.mul_(factor)


def _is_finite(approach: Approach) -> bool:
    # Running statistics may overflow first: dividing by infinity then makes the loss look finite again.
    gradients = [weight.grad for weight in approach.parameters() if weight.grad is not None]
    finite = [values.isfinite().all() for values in (*gradients, *approach.buffers())]
    # Read once: each number that is read lets a GPU wait for the processor.
    return not finite or bool(torch.stack(finite).all())


def _halve(training: Training) -> Fact:
    if training.chunk <= 1:
        raise UserError(fact("run.episode_too_large"))
    training.chunk = (training.chunk + 1) // 2
    training.optimizer.zero_grad()
    return fact("run.fewer_episodes_at_once", count=training.chunk)
