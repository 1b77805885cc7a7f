"""Why a training or a test cannot begin, from counts alone, as a page says beside its grey button."""

from workbench.errors import UserError
from workbench.operations.class_counts import class_counts, refuse_few
from workbench.operations.episode_pool import nothing_readable, refuse_rotated
from workbench.operations.evaluate_run import EvaluateWish, refuse_test_counts, tested_classes
from workbench.operations.load_images import refuse_too_much
from workbench.operations.train_wish import TrainWish, refuse_objection, settings_of
from workbench.operations.trained import task_shape
from workbench.operations.training_material import run_classes
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked, message


def why_not_train(project: Project, wish: TrainWish) -> Message | None:
    """Return why a training cannot begin as wished, or None; no image is decoded and no random number drawn."""
    if project.read_only:
        return _why_read_only(project)
    try:
        refuse_untrainable(project, wish)
    except UserError as error:
        return error.text
    return None


def why_not_check(
    project: Project, way: int, shot: int, *, mix_tasks: bool = True, role: Role = Role.META_TEST
) -> Message | None:
    """Return why nothing can be tested on the classes of a role, or None; the pretrained network needs no run."""
    if project.read_only:
        return _why_read_only(project)
    try:
        refuse_test_counts(EvaluateWish(way=way, shot=shot))
        tested_classes(project, role)
        counts = class_counts(project, role)
        if not counts:
            return nothing_readable(())
        # Only now, because it takes long to import where nothing was learned yet.
        from workbench.learning.episode import TaskShape

        refuse_few(counts, TaskShape(way, shot, 1), rotated=False, mix_tasks=mix_tasks)
    except UserError as error:
        return error.text
    return None


def refuse_untrainable(project: Project, wish: TrainWish) -> None:
    """Raise UserError, with the words of `train_approach`, where its counts and options would be refused."""
    from workbench.learning.device import choose_device
    from workbench.learning.encoders import encoder_kind

    settings = settings_of(wish)
    choose_device(wish.device)
    run_classes(project)
    refuse_rotated(wish.encoder, rotated=wish.rotate_classes)
    counts = class_counts(project, Role.META_TRAIN)
    if not counts:
        raise UserError(nothing_readable(()))
    if not encoder_kind(wish.encoder).pretrained:
        images = sum(count.images for count in counts)
        refuse_too_much(images, settings["image_size"], settings["channels"])
    settings["training_classes"] = len(counts) * (4 if wish.rotate_classes else 1)
    refuse_objection(settings)
    refuse_few(counts, task_shape(settings), rotated=wish.rotate_classes, mix_tasks=wish.mix_tasks)


def _why_read_only(project: Project) -> Message:
    text = marked("{path} is open read-only, so nothing can be changed in it.")
    return project.read_only_reason or message(text, path=str(project.path))
