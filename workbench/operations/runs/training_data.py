"""The data of a meta-training: samplers of episodes of its meta-train and meta-validation classes."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.operations.features.episode_pool import ClassPool, class_ids_of, pool_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_settings import RunSettings, episode_shape, run_view, training_shape
from workbench.operations.runs.run_traits import notes_of, own_traits, with_table
from workbench.operations.runs.training_request import TrainingRequest, refuse_unsupported, settings_of
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.episode import EpisodeShape
    from workbench.learning.sampling import EpisodeSampler

_VALIDATION_SEED = 1  # Added to the run's seed, so that validation episodes differ from training episodes.


@dataclass(frozen=True)
class TrainingMaterial:
    """Where a training's episodes come from; `validation` and `held_out` are None when nothing validates it."""

    sampler: "EpisodeSampler"
    validation: "EpisodeSampler | None"
    held_out: ClassPool | None
    notes: tuple[Fact, ...]
    device: str
    device_shown: str
    digest: str  # of the images' ids

    @classmethod
    def load(cls, project: Project, settings: RunSettings, device: str, reporter: Reporter) -> "TrainingMaterial":
        """Load the images of a run's classes. Raises UserError when no episode can be drawn from them."""
        chosen_device = learning.choose_device(device)
        pools = _pools(project, settings, chosen_device.name, reporter)
        train, held_out = pools[Role.META_TRAIN], pools.get(Role.META_VALIDATION)
        shape = _training_shape(settings, train)
        sampler = learning.EpisodeSampler(
            train.pool, shape, seed=settings.seed, mix_tasks=settings.mix_tasks, augment=settings.augment_images
        )
        validation, trouble = _validation_of(settings, held_out)
        data_notes = [*train.notes, *notes_of(settings.traits), *sampler.notes, *trouble]
        data_notes += warn_of_shared_roles(project)
        halved = learning.bf16_notes(chosen_device) if settings.bf16 else ()
        notes = [*([chosen_device.reason] if chosen_device.reason else []), *halved, *data_notes]
        images = [number for pool in pools.values() for number in pool.image_ids]
        digest = sha256(np.array(images, np.int64).tobytes()).hexdigest()
        validation_pool = held_out if validation else None
        return cls(
            sampler,
            validation,
            validation_pool,
            tuple(dict.fromkeys(notes)),
            chosen_device.name,
            chosen_device.shown,
            digest,
        )


def run_settings(project: Project, request: TrainingRequest) -> RunSettings:
    """Return the settings of a run as requested, with its classes and, where it uses them, their traits.

    Raises UserError when something is out of range, there is nothing to train on, or the approach cannot learn it.
    """
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
    view = run_view(settings)
    pools: dict[Role, ClassPool] = {}
    for role in (Role.META_TRAIN, Role.META_VALIDATION):
        ids = settings.classes.get(role, ())
        if role is Role.META_TRAIN or len(ids) > 1:
            rotate_classes = settings.rotate_classes
            pool = pool_of(project, ids, view, rotate_classes=rotate_classes, device=device, reporter=reporter)
            pools[role] = own_traits(pool, settings)
    return pools


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
