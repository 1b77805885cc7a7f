"""The data of a meta-training: samplers of episodes of its meta-train and meta-validation classes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.operations.features.episode_pool import ClassPool, class_ids_of, pool_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.problems.problem_data import problem_of, with_ratings
from workbench.operations.runs.run_settings import RunSettings, episode_shape, learner_kind, run_view, training_shape
from workbench.operations.runs.run_traits import notes_of, own_traits, with_table
from workbench.operations.runs.training_request import TrainingRequest, refuse_unsupported, settings_of
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.device import Device
    from workbench.learning.episode import EpisodeShape
    from workbench.learning.problems.problem import Problem, Tasks
    from workbench.learning.sampling import EpisodeSampler

_VALIDATION_SEED = 1  # Added to the run's seed, so that validation episodes differ from training episodes.


@dataclass(frozen=True)
class Drawn:
    """Where a training's episodes come from on a device, and all that is to be noted of it."""

    sampler: "EpisodeSampler"
    validation: "EpisodeSampler | None"  # None where nothing validates it
    notes: tuple[Fact, ...]
    device: "Device"


@dataclass(frozen=True)
class TrainingMaterial:
    """Where a training's episodes come from; `validation` and `held_out` are None when nothing validates it."""

    sampler: "EpisodeSampler | Tasks"
    validation: "EpisodeSampler | Tasks | None"
    held_out: ClassPool | None
    notes: tuple[Fact, ...]
    device: str
    device_shown: str
    digest: str  # of the images' ids

    @classmethod
    def load(cls, project: Project, settings: RunSettings, device: str, reporter: Reporter) -> "TrainingMaterial":
        """Load the images of a run's classes. Raises UserError when no episode can be drawn from them."""
        if settings.problem is not None:
            return _of_problem(settings, problem_of(project, settings))
        chosen = learning.choose_device(device)
        pools = _pools(project, settings, chosen.name, reporter)
        train, held_out = pools[Role.META_TRAIN], pools.get(Role.META_VALIDATION)
        drawn = draw_from(train, held_out, settings, chosen, warn_of_shared_roles(project))
        return cls(
            drawn.sampler,
            drawn.validation,
            held_out if drawn.validation else None,
            drawn.notes,
            chosen.name,
            chosen.shown,
            image_digest([number for pool in pools.values() for number in pool.image_ids]),
        )


def _of_problem(settings: RunSettings, problem: "Problem") -> TrainingMaterial:
    # A processor is faster: such networks are too small for a graphics card.
    device, shape = learning.choose_device("cpu"), episode_shape(settings)
    tasks = problem.tasks(training_shape(settings), settings.seed)
    validation = problem.validation_tasks(shape, settings.seed + _VALIDATION_SEED)
    return TrainingMaterial(tasks, validation, None, (), device.name, device.shown, image_digest(()))


def draw_from(
    train: ClassPool, held_out: ClassPool | None, settings: RunSettings, device: "Device", warnings: Sequence[Fact]
) -> Drawn:
    """Return the samplers of a run's episodes from pools on the device; `warnings` are of the project.

    Raises UserError when no episode can be drawn.
    """
    shape = _training_shape(settings, train)
    sampler = learning.EpisodeSampler(
        train.pool, shape, seed=settings.seed, mix_tasks=settings.mix_tasks, augment=settings.augment_images
    )
    validation, trouble = _validation_of(settings, held_out)
    halved = learning.bf16_notes(device) if settings.bf16 else ()
    notes = [*([device.reason] if device.reason else []), *halved]
    notes += [*train.notes, *notes_of(settings.traits), *sampler.notes, *trouble, *warnings]
    return Drawn(sampler, validation, tuple(dict.fromkeys(notes)), device)


def image_digest(images: Sequence[int]) -> str:
    """Return what tells images from others, by their ids."""
    return sha256(np.array(images, np.int64).tobytes()).hexdigest()


def completed(settings: RunSettings, material: "TrainingMaterial | Drawn", digest: str) -> RunSettings:
    """Return the settings, completed with what only the images read determine."""
    settings = replace(settings, training_classes=material.sampler.classes, images_digest=digest)
    training_way = learner_kind(settings).training_way
    return replace(
        settings,
        training_way=training_way(episode_shape(settings), material.sampler.way),
        validation_way=material.validation.way if material.validation else None,
    )


def run_settings(project: Project, request: TrainingRequest) -> RunSettings:
    """Return the settings of a run as requested, with its classes and, where it uses them, their traits, if of images.

    Raises UserError when something is out of range, there is nothing to train on, or the approach cannot learn it.
    """
    if request.problem is not None:
        return with_ratings(project, settings_of(request))
    settings = with_table(project, replace(settings_of(request), classes=run_classes(project)))
    # Now, and not only once the images are read, which may take long.
    refuse_unsupported(replace(settings, training_classes=len(settings.trained_on) * settings.rotations))
    return settings


def run_classes(project: Project) -> dict[Role, tuple[int, ...]]:
    """Return the classes a run would draw from now. Raises UserError when there is none to train on."""
    classes = {role: class_ids_of(project, role) for role in (Role.META_TRAIN, Role.META_VALIDATION)}
    if not classes[Role.META_TRAIN]:
        raise UserError(Message(marked("This project has no meta-train classes. Import folders of classes first.")))
    return classes


def _pools(project: Project, settings: RunSettings, device: str, reporter: Reporter) -> dict[Role, ClassPool]:
    view, rotate_classes = run_view(settings), settings.rotate_classes
    return {
        role: own_traits(
            pool_of(project, ids, view, rotate_classes=rotate_classes, device=device, reporter=reporter), settings
        )
        for role, ids in pooled_classes(settings).items()
    }


def pooled_classes(settings: RunSettings) -> dict[Role, tuple[int, ...]]:
    """Return the classes that a run's images are read of, by role; a single one to validate with is of no use."""
    both = {role: settings.classes.get(role, ()) for role in (Role.META_TRAIN, Role.META_VALIDATION)}
    return {role: ids for role, ids in both.items() if role is Role.META_TRAIN or len(ids) > 1}


def _validation_of(
    settings: RunSettings, held_out: ClassPool | None
) -> tuple["EpisodeSampler | None", tuple[Fact, ...]]:
    """Return the sampler of validation episodes, if there can be one, and notes on it."""
    none = fact("run.no_validation_classes")
    if held_out is None:
        return None, (none,)
    shape, seed = episode_shape(settings), settings.seed + _VALIDATION_SEED
    try:
        return learning.EpisodeSampler(held_out.pool, shape, seed=seed, mix_tasks=settings.mix_tasks), held_out.notes
    except UserError as error:
        return None, (reason_of(error), none)


def _training_shape(settings: RunSettings, train: ClassPool) -> "EpisodeShape":
    settings = replace(settings, training_classes=len(train.class_ids) * train.pool.rotations)
    refuse_unsupported(settings)
    return training_shape(settings)
