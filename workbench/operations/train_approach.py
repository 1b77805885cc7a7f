"""Meta-train an approach on a project's classes, or go on with a run that was stopped or killed."""

import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench import __version__
from workbench.errors import UserError
from workbench.operations.episode_pool import ClassPool, class_ids_of, pool_of, view_of
from workbench.operations.progress import Cancelled, Reporter
from workbench.operations.run_record import RunRecord, begin_run, find_run
from workbench.operations.runs import RunFacts, describe_run
from workbench.operations.trained import build_approach, task_shape
from workbench.store.models import CheckpointKind, Role, RunState
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.sampling import EpisodeSampler
    from workbench.learning.training import Event, Training

_VALIDATION_SEED = 1  # Added to the run's seed, so that validation episodes are others than training episodes.


@dataclass(frozen=True)
class TrainWish:
    """Everything a person may ask of a meta-training; what is None is chosen."""

    approach: str
    encoder: str = "conv4"
    image_size: int | None = None
    channels: int | None = None
    way: int = 5
    shot: int = 1
    query: int = 15
    episodes: int = 2000
    episodes_per_step: int = 4
    mix_tasks: bool = True
    rotate_classes: bool = False
    learning_rate: float = 1e-3
    seed: int = 0
    device: str = "auto"
    options: dict[str, str] = field(default_factory=dict)
    patience: int = 0  # validations without a better one before stopping; 0: never
    validate_every: int | None = None  # episodes; None: twenty times in a run
    validation_episodes: int = 200
    bf16: bool = False


Watch = Callable[["Event"], None]


def train_approach(
    project: Project,
    wish: TrainWish,
    reporter: Reporter,
    *,
    watch: Watch = lambda event: None,
    checkpoint_seconds: float = 60.0,
) -> RunFacts:
    """Meta-train as wished and return the run, finished.

    Every `checkpoint_seconds`, and when asked to stop, everything needed to go on is saved. Raises UserError when it
    cannot be done as wished (nothing is written then) or the loss is no longer a number, Cancelled when stopped.
    """
    _refuse_counts(wish)
    settings = _settings(wish)
    classes = _classes(project)
    settings["classes"] = {role.value: list(ids) for role, ids in classes.items()}
    material = _Material.load(project, settings, wish.device, reporter)
    settings["training_classes"] = material.sampler.classes
    settings["images"] = material.digest
    training = _fresh_training(settings, wish.seed, material)
    record = begin_run(
        project,
        approach=wish.approach,
        settings=settings,
        seed=wish.seed,
        versions=_versions(),
        device=material.device_shown,
    )
    return _go_on(record, training, material, reporter=reporter, watch=watch, checkpoint_seconds=checkpoint_seconds)


def resume_run(
    project: Project,
    wanted: str,
    reporter: Reporter,
    *,
    watch: Watch = lambda event: None,
    device: str = "auto",
    checkpoint_seconds: float = 60.0,
) -> RunFacts:
    """Go on with a run from its newest checkpoint, exactly as if it had never stopped; `latest` is the newest run.

    A finished run is returned as it is. Raises as `train_approach` does.
    """
    from workbench.learning.checkpoint import restore_training

    record = find_run(project, wanted)
    facts = record.facts()
    if facts.state == RunState.FINISHED:
        return describe_run(project, record.id)
    material = _Material.load(project, facts.settings, device, reporter)
    training = _fresh_training(facts.settings, facts.seed, material)
    stored = record.checkpoint(CheckpointKind.LAST)
    if stored is not None:
        restore_training(training, stored.weights, stored.state)
        record.drop_measurements_after(training.episode)
    if material.digest != facts.settings["images"]:
        text = marked("The images of this run's classes have changed since it began: it goes on with those of today.")
        record.note(Message(text))
    record.seconds = facts.seconds
    return _go_on(record, training, material, reporter=reporter, watch=watch, checkpoint_seconds=checkpoint_seconds)


@dataclass(frozen=True)
class _Material:
    """What a training draws from."""

    sampler: "EpisodeSampler"
    validation: "EpisodeSampler | None"
    notes: tuple[Message, ...]
    device: str
    device_shown: str
    digest: str

    @classmethod
    def load(cls, project: Project, settings: dict[str, Any], device: str, reporter: Reporter) -> "_Material":
        """Load the images of a run's classes. Raises UserError when no episode can be drawn from them."""
        from workbench.learning.device import choose_device
        from workbench.learning.sampling import EpisodeSampler

        chosen = choose_device(device)
        view = view_of(settings["encoder"], settings["image_size"], settings["channels"])
        pools: dict[str, ClassPool] = {}
        for role in (Role.META_TRAIN, Role.META_VALIDATION):
            ids = settings["classes"][role.value]
            if role is Role.META_TRAIN or len(ids) > 1:
                rotated = settings["rotate_classes"]
                pools[role] = pool_of(project, ids, view, rotated=rotated, device=chosen.name, reporter=reporter)
        shape, mix, seed = task_shape(settings), settings["mix_tasks"], settings["seed"]
        train = pools[Role.META_TRAIN]
        sampler = EpisodeSampler(train.pool, _training_shape(settings, train), seed=seed, mix_tasks=mix)
        validation = None
        notes = [*([chosen.reason] if chosen.reason else []), *train.notes, *sampler.notes]
        if Role.META_VALIDATION in pools:
            held_out = pools[Role.META_VALIDATION]
            try:
                validation = EpisodeSampler(held_out.pool, shape, seed=seed + _VALIDATION_SEED, mix_tasks=mix)
                notes += held_out.notes
            except UserError as error:
                notes.append(error.text)
        if validation is None:
            notes.append(
                Message(marked("There are no meta-validation classes: the newest weights are kept, not the best."))
            )
        images = [number for pool in pools.values() for number in pool.image_ids]
        digest = sha256(np.array(images, np.int64).tobytes()).hexdigest()
        return cls(sampler, validation, tuple(dict.fromkeys(notes)), chosen.name, chosen.shown, digest)


def _go_on(
    record: RunRecord,
    training: "Training",
    material: _Material,
    *,
    reporter: Reporter,
    watch: Watch,
    checkpoint_seconds: float,
) -> RunFacts:
    from workbench.learning.training import Note, Step, Validated, train

    for text in material.notes:
        record.note(text)
        watch(Note(text))
    saved_at = time.monotonic()
    with _ends_in_the_record(record, training):
        for event in train(training, material.sampler, material.validation):
            watch(event)
            record.add(event)
            due = time.monotonic() - saved_at >= checkpoint_seconds
            if (isinstance(event, Validated) and event.best) or (isinstance(event, Step) and due):
                record.save(training, RunState.RUNNING, best=isinstance(event, Validated))
                saved_at = time.monotonic()
            reporter.report(training.episode / training.plan.episodes, _progress(training))
        record.save(training, RunState.FINISHED)
    return describe_run(record.project, record.id)


@contextmanager
def _ends_in_the_record(record: RunRecord, training: "Training") -> Iterator[None]:
    """Keep what was done when the person stops, and write down why when it cannot go on."""
    from workbench.learning.training import NotFinite

    try:
        yield
    except (Cancelled, KeyboardInterrupt):
        record.save(training, RunState.STOPPED)
        raise
    except NotFinite as error:
        # The weights that led here are no good: the last checkpoint stays the last.
        record.end(RunState.FAILED, error.text)
        raise
    except UserError as error:
        record.end(RunState.STOPPED, error.text)
        raise


def _fresh_training(settings: dict[str, Any], seed: int, material: _Material) -> "Training":
    import torch

    from workbench.learning.training import Plan, Training

    torch.manual_seed(seed)
    approach = build_approach(settings)
    approach.encoder.fit_input(material.sampler.pool.images)
    every = settings["validate_every"] or max(1, settings["episodes"] // 20)
    plan = Plan(
        settings["episodes"],
        settings["episodes_per_step"],
        settings["learning_rate"],
        every,
        settings["validation_episodes"],
        settings["patience"],
        settings["bf16"],
    )
    return Training(approach.to(material.device), plan)


def _training_shape(settings: dict[str, Any], train: ClassPool) -> Any:
    probe = {**settings, "training_classes": len(train.class_ids) * train.pool.turns}
    approach = build_approach(probe)
    objection = type(approach).objection(approach.shape, approach.options)
    if objection is not None:
        raise UserError(objection)
    return approach.training_shape()


def _classes(project: Project) -> dict[Role, tuple[int, ...]]:
    classes = {role: class_ids_of(project, role) for role in (Role.META_TRAIN, Role.META_VALIDATION)}
    if not classes[Role.META_TRAIN]:
        raise UserError(Message(marked("This project has no meta-train classes. Import folders of classes first.")))
    return classes


def _settings(wish: TrainWish) -> dict[str, Any]:
    from workbench.learning.approaches import approach_named
    from workbench.learning.options import options_as_json, parse_options

    kind = approach_named(wish.approach)
    view = view_of(wish.encoder, wish.image_size, wish.channels)
    settings = asdict(wish) | {"image_size": view.size, "channels": view.channels}
    settings["options"] = options_as_json(parse_options(kind.options_kind, wish.options))
    return settings


def _refuse_counts(wish: TrainWish) -> None:
    least = {"way": 2, "shot": 1, "query": 1, "episodes": 1, "episodes_per_step": 1, "validation_episodes": 2}
    least |= {"validate_every": 1, "patience": 0, "seed": 0}
    for name, count in least.items():
        value = getattr(wish, name)
        if value is not None and value < count:
            text = marked("{name} is at least {least}, not {value}.")
            raise UserError(message(text, name=name, least=count, value=value))
    if not 0 < wish.learning_rate < float("inf"):
        raise UserError(message(marked("The learning rate is above 0, not {value}."), value=wish.learning_rate))


def _versions() -> dict[str, str]:
    import torch

    return {"program": __version__, "torch": torch.__version__, "python": platform.python_version()}


def _progress(training: "Training") -> Message:
    episode, total = training.episode, training.plan.episodes
    if training.best_accuracy < 0:
        return message(marked("Episode {episode} of {total}"), episode=episode, total=total)
    text = marked("Episode {episode} of {total}, best {best} % at {at}")
    best = f"{100 * training.best_accuracy:.1f}"
    return message(text, episode=episode, total=total, best=best, at=training.best_episode)
