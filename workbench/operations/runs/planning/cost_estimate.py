"""How long a training would take and how much memory, measured with made-up images in about two seconds."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import expm1
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import psutil

from workbench import learning
from workbench.errors import UserError
from workbench.learning.events import TrainingStep
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import readable_images_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.planning.cost_model import CostSample, episode_images, grown, seconds_to_prepare
from workbench.operations.runs.run_settings import RunSettings, episode_shape, run_view, training_shape
from workbench.operations.runs.training_checks import drawn_from, refuse_untrainable
from workbench.operations.runs.training_data import run_settings
from workbench.operations.runs.training_request import TrainingRequest, fresh_training, plan_of
from workbench.operations.tasks.class_counts import ClassCount, class_counts, refuse_few
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.episode import EpisodeShape
    from workbench.learning.sampling import EpisodeSampler, Pool
    from workbench.learning.training import Plan, Training

_SECONDS_OF_STEPS = 0.7
_SECONDS_OF_EPISODES = 0.2
_LONG_ENOUGH = 0.3  # seconds: what took longer was measured well enough by once
_SLOW_STEP = 1.0  # seconds: a step that takes longer is not run but estimated from its episodes
_SHARE_OF_MEMORY = 0.5
_FEATURES = 1280
_ENDLESS = 10**9
_HARMLESS_RATE = 1e-9  # Nothing can be learned from noise: the weights must only stay finite.


@dataclass(frozen=True)
class Cost:
    """What a training would take: seconds with its validations, bytes of memory, seconds for each optimiser step.

    `preparing` is the seconds before it in which images that the cache lacks are decoded, or their features extracted.
    """

    seconds: float
    bytes: int
    seconds_per_step: float
    preparing: float = 0.0


def estimate_cost(project: Project, request: TrainingRequest, reporter: Reporter) -> Cost:
    """Measure a few steps of the requested training on made-up images and extrapolate to the whole run.

    No run is written. Torch's random state is restored, but changed meanwhile: do not call it beside a training.
    Raises UserError where counts or options would be refused, Cancelled when asked to stop.
    """
    refuse_untrainable(project, request)
    settings = run_settings(project, request)
    roles = (Role.META_TRAIN, Role.META_VALIDATION)
    trained, held_out = (drawn_from(settings, class_counts(project, role)) for role in roles)
    settings = replace(settings, training_classes=len(trained) * settings.rotations)
    device, plan = learning.choose_device(request.device).name, plan_of(settings)
    with torch.random.fork_rng([torch.cuda.current_device()] if device == "cuda" else []):
        probe = _Probe(settings, trained, held_out, device=device, reporter=reporter)
        measured = probe.measure()
    validated = held_out if _validates(settings, held_out) else ()
    seconds = -(-plan.episodes // plan.episodes_per_step) * measured.step
    if validated:
        fresh = _share_embedded(settings, validated, plan.validation_episodes)
        episode = measured.adapting + fresh * (measured.episode - measured.adapting)
        seconds += validations_of(plan) * plan.validation_episodes * episode
    rows = readable_images_of(project, [count.id for count in (*trained, *validated)])
    preparing = seconds_to_prepare(rows, run_view(settings), device, reporter)
    size = len(rows) * probe.bytes_of_an_image + measured.state + measured.saved
    return Cost(seconds, size, measured.step, preparing)


def validations_of(plan: "Plan") -> int:
    """Return how often a run of that plan validates when it is not stopped early."""
    whole, remainder = divmod(plan.episodes, max(plan.validate_every, plan.episodes_per_step))
    return whole + (remainder > 0)


@dataclass(frozen=True)
class _Measured:
    step: float  # seconds of an optimiser step
    episode: float  # seconds of a validation episode, all its images being embedded
    adapting: float  # those of them that no embedding made before would spare
    saved: int  # bytes kept for the backward pass of a step
    state: int  # bytes of weights, gradients and the optimiser's state


class _Probe:
    """A training as requested, on made-up images, only to time its steps."""

    def __init__(
        self,
        settings: RunSettings,
        trained: Sequence[ClassCount],
        held_out: Sequence[ClassCount],
        *,
        device: str,
        reporter: Reporter,
    ) -> None:
        self._reporter = reporter
        self._augment = settings.augment_images
        self._shape = _drawn(episode_shape(settings), held_out or trained, settings.rotations)
        self._training_shape = _drawn(training_shape(settings), trained, settings.rotations)
        self._pool = _noise_pool(settings, (self._shape, self._training_shape), len(trained), device)
        plan = replace(plan_of(settings), episodes=_ENDLESS, validate_every=_ENDLESS, rate=_HARMLESS_RATE, patience=0)
        self._plan = plan
        self._training = fresh_training(settings, self._sampler(self._training_shape), plan)

    @property
    def bytes_of_an_image(self) -> int:
        """How much an image, or its features, takes in memory."""
        return self._pool.images[0].nbytes

    def measure(self) -> _Measured:
        """Time small steps, then larger ones as long as they are quick, and extrapolate to the real one."""
        whole, episodes = self._training_shape, self._plan.episodes_per_step
        room = psutil.virtual_memory().available * _SHARE_OF_MEMORY
        encoder_images = self._training.approach.seen_in_training
        single = grown(whole, lambda shape: self._step(shape, 1, 0.0), room, encoder_images).at(whole)
        step = CostSample(episodes * single.seconds, episodes * single.bytes)
        if step.seconds <= _SLOW_STEP and step.bytes <= room:
            step = self._step(whole, episodes, _SECONDS_OF_STEPS)
        validated = grown(self._shape, self._validation_of_an_episode, room, episode_images).at(self._shape)
        adapting = self._adapting(validated.seconds)
        return _Measured(step.seconds, validated.seconds, adapting, step.bytes, _state_bytes(self._training))

    def _step(self, shape: "EpisodeShape", episodes: int, seconds: float) -> CostSample:
        """Return the cost of a step; a quick one is timed again for so many seconds after memory was measured."""
        own_tensors = [*self._training.approach.parameters(), *self._training.approach.buffers()]
        with learning.SavedMemory(own_tensors) as memory:
            passed = self._seconds_of_a_step(shape, episodes, 0.0)
        if passed < _LONG_ENOUGH:
            passed = self._seconds_of_a_step(shape, episodes, seconds)
        return CostSample(passed, memory.peak)

    def _seconds_of_a_step(self, shape: "EpisodeShape", episodes: int, seconds: float) -> float:

        self._training.plan = replace(self._plan, episodes_per_step=episodes)
        events = learning.train(self._training, self._sampler(shape, augment=self._augment), None)
        # A note is not a step: it says that the device's memory was full, and the step is tried again.
        steps = (event for event in events if isinstance(event, TrainingStep))
        return self._timed(lambda: next(steps), seconds)

    def _validation_of_an_episode(self, shape: "EpisodeShape") -> CostSample:

        self._training.approach.eval()
        results = learning.try_episodes(self._training.approach.adapt, self._sampler(shape), range(_ENDLESS))
        return CostSample(self._timed(lambda: next(results), _SECONDS_OF_EPISODES if shape == self._shape else 0.0))

    def _adapting(self, whole: float) -> float:
        """Return the seconds of a validation episode, of `whole` in all, that no embedding made before would spare."""
        tried, episodes = learning.embedding_once(self._training.approach.eval(), self._sampler(self._shape))
        if tried is self._training.approach:
            return whole
        if whole > _SLOW_STEP:
            return 0.0
        results = learning.try_episodes(tried.adapt, episodes, range(_ENDLESS))
        return min(whole, self._timed(lambda: next(results), _SECONDS_OF_EPISODES))

    def _timed(self, work: Callable[[], object], seconds: float) -> float:
        """Return the mean seconds of `work`, done until so many have passed.

        The first time sets things up, and counts only where it took so long that this is little of it.
        """
        passed = self._passed(work)
        if passed >= _LONG_ENOUGH:
            return passed
        began, rounds = time.perf_counter(), 0
        while rounds == 0 or time.perf_counter() - began < seconds:
            self._passed(work)
            rounds += 1
        return (time.perf_counter() - began) / rounds

    def _passed(self, work: Callable[[], object]) -> float:
        self._reporter.report(None, Message(marked("Timing a training step")))
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    def _sampler(self, shape: "EpisodeShape", *, augment: bool = False) -> "EpisodeSampler":

        return learning.EpisodeSampler(self._pool, shape, seed=0, mix_tasks=True, augment=augment)


def _share_embedded(settings: RunSettings, held_out: Sequence[ClassCount], episodes: int) -> float:
    """Return the share of a validation's images that are embedded: each once where the encoder is not adapted."""
    shape = _drawn(episode_shape(settings), held_out, settings.rotations)
    drawn = episodes * shape.way * (shape.shot + shape.query)
    there = sum(count.images for count in held_out) * settings.rotations
    return there * -expm1(-drawn / there) / drawn


def _drawn(shape: "EpisodeShape", counts: Sequence[ClassCount], rotations: int) -> "EpisodeShape":
    """Return the shape that episodes mostly have where there are classes of so many images."""
    images = max(2, round(median(count.images for count in counts)))
    shot = min(shape.shot, images - 1)
    return replace(shape, way=min(shape.way, len(counts) * rotations), shot=shot, query=min(shape.query, images - shot))


def _noise_pool(settings: RunSettings, shapes: Sequence["EpisodeShape"], trained: int, device: str) -> "Pool":
    """Return noise for as many classes, of the `trained` ones, as an episode takes, with as many images of each."""
    classes = min(trained, max(2, *(-(-shape.way // settings.rotations) for shape in shapes)))
    per_class = max(shape.shot + shape.query for shape in shapes)
    draw, count = np.random.default_rng(0), classes * per_class
    if learning.encoder_kind(settings.encoder).pretrained:
        values = draw.random((count, _FEATURES), np.float32)
    else:
        side = settings.image_size
        values = draw.integers(0, 256, (count, settings.channels, side, side), np.uint8)
    class_of, tasks = np.repeat(np.arange(classes), per_class), np.zeros(classes, np.int64)
    width = episode_shape(settings).traits
    traits = torch.zeros(classes, width, device=device) if width else None
    images = torch.from_numpy(values).to(device)
    return learning.Pool(images, class_of, tasks, rotate_classes=settings.rotate_classes, traits=traits)


def _validates(settings: RunSettings, held_out: Sequence[ClassCount]) -> bool:
    if len(held_out) < 2:
        return False
    shape = episode_shape(settings)
    try:
        refuse_few(held_out, shape, rotate_classes=settings.rotate_classes, mix_tasks=settings.mix_tasks)
    except UserError:
        return False
    return True


def _state_bytes(training: "Training") -> int:

    weights = list(training.approach.parameters())
    gradients = [weight for weight in weights if weight.requires_grad]
    optimizer_state = [value for state in training.optimizer.state.values() for value in state.values()]
    tensors = [*weights, *gradients, *training.approach.buffers(), *optimizer_state]
    return sum(tensor.nbytes for tensor in tensors if isinstance(tensor, torch.Tensor))
