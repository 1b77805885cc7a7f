"""How long a training would take and how much memory, measured with made-up images in about two seconds."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np
import psutil

from workbench.errors import UserError
from workbench.operations.class_counts import ClassCount, class_counts, refuse_few
from workbench.operations.progress import Reporter
from workbench.operations.train_objection import drawn_from, refuse_untrainable
from workbench.operations.train_wish import TrainWish, fresh_training, plan_of
from workbench.operations.trained import build_approach, task_shape
from workbench.operations.training_material import run_settings
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.episode import TaskShape
    from workbench.learning.sampling import EpisodeSampler, Pool
    from workbench.learning.training import Plan, Training

_SECONDS_OF_STEPS = 0.7
_SECONDS_OF_EPISODES = 0.2
_SLOW_STEP = 1.0  # A step that takes longer is not done but reckoned from a small one.
_SHARE_OF_MEMORY = 0.5
_FEATURES = 1280
_ENDLESS = 10**9
_HARMLESS_RATE = 1e-9  # The made-up images teach nothing: the weights had better stay finite.


@dataclass(frozen=True)
class Cost:
    """What a training would take: seconds with its validations, bytes of memory, seconds for each optimiser step.

    Decoding images that are not in the cache yet comes on top.
    """

    seconds: float
    bytes: int
    seconds_per_step: float


def estimate_cost(project: Project, wish: TrainWish, reporter: Reporter) -> Cost:
    """Measure a few steps of the wished training on made-up images and reckon the whole run; nothing is written.

    Torch's random state is as it was afterwards, but it is changed meanwhile: do not call it beside a training.
    Raises UserError where counts or options would be refused, Cancelled when asked to stop.
    """
    import torch

    from workbench.learning.device import choose_device

    refuse_untrainable(project, wish)
    turns = 4 if wish.rotate_classes else 1
    settings = run_settings(project, wish)
    roles = (Role.META_TRAIN, Role.META_VALIDATION)
    trained, held_out = (drawn_from(settings, class_counts(project, role)) for role in roles)
    settings["training_classes"] = len(trained) * turns
    device, plan = choose_device(wish.device).name, plan_of(settings)
    with torch.random.fork_rng([torch.cuda.current_device()] if device == "cuda" else []):
        probe = _Probe(settings, trained, held_out, device=device, reporter=reporter)
        measured = probe.measure()
    validated = held_out if _validates(settings, held_out) else ()
    seconds = -(-plan.episodes // plan.episodes_per_step) * measured.step
    if validated:
        seconds += validations_of(plan) * plan.validation_episodes * measured.episode
    images = sum(count.images for count in (*trained, *validated)) * probe.bytes_of_an_image
    return Cost(seconds, images + measured.state + measured.saved, measured.step)


def validations_of(plan: "Plan") -> int:
    """Return how often a run of that plan validates when it is not stopped early."""
    whole, rest = divmod(plan.episodes, max(plan.validate_every, plan.episodes_per_step))
    return whole + (rest > 0)


@dataclass(frozen=True)
class _Measured:
    step: float  # seconds of an optimiser step
    episode: float  # seconds of a validation episode
    saved: int  # bytes kept for the backward pass of a step
    state: int  # bytes of weights, gradients and the optimiser's state


@dataclass(frozen=True)
class _Rung:
    """A step of so many episodes of a shape."""

    shape: "TaskShape"
    episodes: int

    @property
    def images(self) -> int:
        """How many images go through the approach."""
        return self.shape.way * (self.shape.shot + self.shape.query) * self.episodes


class _Probe:
    """A training as wished, on made-up images, that is only there to be timed."""

    def __init__(
        self,
        settings: dict[str, Any],
        trained: Sequence[ClassCount],
        held_out: Sequence[ClassCount],
        *,
        device: str,
        reporter: Reporter,
    ) -> None:
        self._reporter = reporter
        turns = 4 if settings["rotate_classes"] else 1
        self._shape = _drawn(task_shape(settings), held_out or trained, turns)
        self._training_shape = _drawn(build_approach(settings).training_shape(), trained, turns)
        self._pool = _made_up_pool(settings, (self._shape, self._training_shape), len(trained), device)
        plan = replace(plan_of(settings), episodes=_ENDLESS, validate_every=_ENDLESS, rate=_HARMLESS_RATE, patience=0)
        self._plan = plan
        self._training = fresh_training(settings, 0, self._pool, plan)

    @property
    def bytes_of_an_image(self) -> int:
        """How much an image, or its features, takes in memory."""
        return self._pool.images[0].nbytes

    def measure(self) -> _Measured:
        """Time a small step, then larger ones as long as they are quick, and reckon the real one from the largest."""
        whole = self._training_shape
        smallest = replace(whole, way=2, shot=min(1, whole.shot), query=1)
        # What takes steps on the examples does not take longer the more queries there are: one tells most of it.
        rungs = (
            _Rung(smallest, 1),
            _Rung(replace(whole, query=1), 1),
            _Rung(whole, 1),
            _Rung(whole, self._plan.episodes_per_step),
        )
        room = psutil.virtual_memory().available * _SHARE_OF_MEMORY
        saved, seconds, reached = 0, 0.0, rungs[0]
        for rung in rungs:
            scale = rung.images / reached.images
            if seconds * scale > _SLOW_STEP or saved * scale > room:
                break
            saved, reached = self._saved(rung), rung
            seconds = self._seconds_of_a_step(rung, _SECONDS_OF_STEPS if rung is rungs[-1] else 0.0)
        scale = rungs[-1].images / reached.images
        episode = self._seconds_of_an_episode(smallest if reached is rungs[0] else self._shape)
        state = _state_bytes(self._training)
        return _Measured(seconds * scale, episode, round(saved * scale), state)

    def _saved(self, rung: "_Rung") -> int:
        """Return the bytes that a step keeps for its backward pass; it also sets the device up for such steps."""
        from workbench.learning.saved_memory import SavedMemory

        known = [*self._training.approach.parameters(), *self._training.approach.buffers()]
        with SavedMemory(known) as memory:
            self._seconds_of_a_step(rung, 0.0)
        return memory.peak

    def _seconds_of_a_step(self, rung: "_Rung", seconds: float) -> float:
        from workbench.learning.training import Step, train

        self._training.plan = replace(self._plan, episodes_per_step=rung.episodes)
        events = train(self._training, self._sampler(rung.shape), None)
        # A note is not a step: it says that the device's memory was full, and the step is tried again.
        steps = (event for event in events if isinstance(event, Step))
        return self._timed(lambda: next(steps), seconds)

    def _seconds_of_an_episode(self, shape: "TaskShape") -> float:
        """Return the seconds of a whole validation episode, reckoned from episodes of `shape`."""
        from workbench.learning.evaluation import try_episodes

        self._training.approach.eval()
        results = try_episodes(self._training.approach.adapt, self._sampler(shape), range(_ENDLESS))
        next(results)
        scale = _Rung(self._shape, 1).images / _Rung(shape, 1).images
        return self._timed(lambda: next(results), _SECONDS_OF_EPISODES) * scale

    def _timed(self, work: Callable[[], object], seconds: float) -> float:
        """Return the mean seconds of `work`, done until so many have passed, at least once."""
        began, rounds = time.perf_counter(), 0
        while True:
            self._reporter.report(None, Message(marked("Measuring how long a step takes")))
            work()
            rounds += 1
            passed = time.perf_counter() - began
            if passed >= seconds:
                return passed / rounds

    def _sampler(self, shape: "TaskShape") -> "EpisodeSampler":
        from workbench.learning.sampling import EpisodeSampler

        return EpisodeSampler(self._pool, shape, seed=0, mix_tasks=True)


def _drawn(shape: "TaskShape", counts: Sequence[ClassCount], turns: int) -> "TaskShape":
    """Return the shape that episodes mostly have where there are classes of so many images."""
    images = max(2, round(median(count.images for count in counts)))
    shot = min(shape.shot, images - 1)
    return replace(shape, way=min(shape.way, len(counts) * turns), shot=shot, query=min(shape.query, images - shot))


def _made_up_pool(settings: dict[str, Any], shapes: Sequence["TaskShape"], trained: int, device: str) -> "Pool":
    """Return noise for as many classes, of the `trained` ones, as an episode takes, with as many images of each."""
    import torch

    from workbench.learning.encoders import encoder_kind
    from workbench.learning.sampling import Pool

    turns = 4 if settings["rotate_classes"] else 1
    classes = min(trained, max(2, *(-(-shape.way // turns) for shape in shapes)))
    each = max(shape.shot + shape.query for shape in shapes)
    draw, count = np.random.default_rng(0), classes * each
    if encoder_kind(settings["encoder"]).pretrained:
        values = draw.random((count, _FEATURES), np.float32)
    else:
        side = settings["image_size"]
        values = draw.integers(0, 256, (count, settings["channels"], side, side), np.uint8)
    class_of, tasks = np.repeat(np.arange(classes), each), np.zeros(classes, np.int64)
    traits = torch.zeros(classes, settings["traits"], device=device) if settings.get("traits") else None
    images = torch.from_numpy(values).to(device)
    return Pool(images, class_of, tasks, rotated=settings["rotate_classes"], traits=traits)


def _validates(settings: dict[str, Any], held_out: Sequence[ClassCount]) -> bool:
    if len(held_out) < 2:
        return False
    rotated, mix_tasks = settings["rotate_classes"], settings["mix_tasks"]
    try:
        refuse_few(held_out, task_shape(settings), rotated=rotated, mix_tasks=mix_tasks)
    except UserError:
        return False
    return True


def _state_bytes(training: "Training") -> int:
    import torch

    weights = list(training.approach.parameters())
    gradients = [weight for weight in weights if weight.requires_grad]
    kept = [value for state in training.optimizer.state.values() for value in state.values()]
    tensors = [*weights, *gradients, *training.approach.buffers(), *kept]
    return sum(each.nbytes for each in tensors if isinstance(each, torch.Tensor))
