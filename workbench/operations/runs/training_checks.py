"""Why a training cannot begin, from counts alone, as a page says beside its grey button."""

from collections.abc import Sequence
from dataclasses import replace

from workbench import learning
from workbench.errors import UserError
from workbench.operations.attributes.trait_tables import Traits, TraitTableReport, keep_traits, take_back_traits
from workbench.operations.features.episode_pool import nothing_readable, refuse_rotation
from workbench.operations.features.load_images import refuse_too_much
from workbench.operations.runs.run_settings import RunSettings, episode_shape
from workbench.operations.runs.training_data import run_settings
from workbench.operations.runs.training_request import TrainingRequest, refuse_unsupported
from workbench.operations.tasks.class_counts import ClassCount, class_counts, refuse_few
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked, message


def why_not_train(project: Project, request: TrainingRequest) -> Message | None:
    """Return why a training cannot begin as requested, or None; no image is decoded, no random number drawn."""
    if project.read_only:
        return why_read_only(project)
    try:
        refuse_untrainable(project, request)
    except UserError as error:
        return error.text
    return None


def keep_traits_to_learn(project: Project, table: Traits, request: TrainingRequest) -> TraitTableReport:
    """Make a table the project's; where the training is refused, nothing is changed.

    Raises UserError where `keep_traits` or `refuse_untrainable` do.
    """
    report = keep_traits(project, table)
    try:
        refuse_untrainable(project, request)
    except UserError:
        take_back_traits(project)
        raise
    return report


def drawn_from(settings: RunSettings, counts: Sequence[ClassCount]) -> tuple[ClassCount, ...]:
    """Return the counts of those classes that a run of such settings learns from."""
    trained_ids = {number for ids in settings.classes.values() for number in ids}
    return tuple(count for count in counts if count.id in trained_ids)


def refuse_untrainable(project: Project, request: TrainingRequest) -> None:
    """Raise UserError, as `train_approach` does, where counts or options would be refused."""
    learning.choose_device(request.device)
    settings = run_settings(project, request)
    refuse_rotation(request.encoder, rotate_classes=request.rotate_classes)
    counts = drawn_from(settings, class_counts(project, Role.META_TRAIN))
    if not counts:
        raise UserError(nothing_readable(()))
    if not learning.encoder_kind(request.encoder).pretrained:
        images = sum(count.images for count in counts)
        refuse_too_much(images, settings.image_size, settings.channels)
    settings = replace(settings, training_classes=len(counts) * settings.rotations)
    refuse_unsupported(settings)
    refuse_few(counts, episode_shape(settings), rotate_classes=request.rotate_classes, mix_tasks=request.mix_tasks)


def why_read_only(project: Project) -> Message:
    """Return why nothing can be changed in a project that is open read-only."""
    text = marked("{path} is open read-only, so nothing can be changed in it.")
    return project.read_only_reason or message(text, path=str(project.path))
