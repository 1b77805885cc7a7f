"""Why a training or a test cannot begin, from counts alone, as a page says beside its grey button."""

from collections.abc import Sequence
from typing import Any

from workbench.errors import UserError
from workbench.operations.class_counts import ClassCount, class_counts, refuse_few
from workbench.operations.episode_pool import nothing_readable, refuse_rotated
from workbench.operations.evaluate_run import PIXELS, EvaluateWish, refuse_test_counts, tested_classes
from workbench.operations.load_images import refuse_too_much
from workbench.operations.run_record import find_run
from workbench.operations.run_traits import asked_classes, scheme_of
from workbench.operations.train_wish import TrainWish, needs_examples, refuse_objection
from workbench.operations.trained import PRETRAINED, task_shape
from workbench.operations.training_material import run_settings
from workbench.operations.trait_tables import Traits, TraitTableReport, keep_traits, take_back_traits
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
    project: Project,
    way: int,
    shot: int,
    *,
    mix_tasks: bool = True,
    role: Role = Role.META_TEST,
    runs: Sequence[str] = (),
) -> Message | None:
    """Return why nothing can be tested on the classes of a role, or None; the pretrained network needs no run.

    Each of `runs` is as `EvaluateWish` has it; without examples, one of them must use traits.
    """
    if project.read_only:
        return _why_read_only(project)
    try:
        refuse_test_counts(EvaluateWish(way=way, shot=shot))
        ids = tested_classes(project, role)
        counts = class_counts(project, role)
        if not counts:
            return nothing_readable(())
        if not shot:
            counts = _described(project, ids, counts, runs)
        # Only now, because it takes long to import where nothing was learned yet.
        from workbench.learning.episode import TaskShape

        refuse_few(counts, TaskShape(way, shot, 1), rotated=False, mix_tasks=mix_tasks)
    except UserError as error:
        return error.text
    return None


def keep_traits_to_learn(project: Project, table: Traits, wish: TrainWish) -> TraitTableReport:
    """Make a table the project's; where the training is refused, nothing is changed.

    Raises UserError where `keep_traits` or `refuse_untrainable` do.
    """
    report = keep_traits(project, table)
    try:
        refuse_untrainable(project, wish)
    except UserError:
        take_back_traits(project)
        raise
    return report


def drawn_from(settings: dict[str, Any], counts: Sequence[ClassCount]) -> tuple[ClassCount, ...]:
    """Return the counts of those classes that a run of such settings learns from."""
    chosen = {number for ids in settings["classes"].values() for number in ids}
    return tuple(count for count in counts if count.id in chosen)


def refuse_untrainable(project: Project, wish: TrainWish) -> None:
    """Raise UserError, with the words of `train_approach`, where its counts and options would be refused."""
    from workbench.learning.device import choose_device
    from workbench.learning.encoders import encoder_kind

    choose_device(wish.device)
    settings = run_settings(project, wish)
    refuse_rotated(wish.encoder, rotated=wish.rotate_classes)
    counts = drawn_from(settings, class_counts(project, Role.META_TRAIN))
    if not counts:
        raise UserError(nothing_readable(()))
    if not encoder_kind(wish.encoder).pretrained:
        images = sum(count.images for count in counts)
        refuse_too_much(images, settings["image_size"], settings["channels"])
    settings["training_classes"] = len(counts) * (4 if wish.rotate_classes else 1)
    refuse_objection(settings)
    refuse_few(counts, task_shape(settings), rotated=wish.rotate_classes, mix_tasks=wish.mix_tasks)


def _described(
    project: Project, ids: Sequence[int], counts: Sequence[ClassCount], runs: Sequence[str]
) -> tuple[ClassCount, ...]:
    """Return the counts of classes that one of the runs tells without an example. Raises UserError where none can."""
    learned = [find_run(project, run).facts().settings for run in runs if run not in (PIXELS, PRETRAINED)]
    scheme = next(filter(None, map(scheme_of, learned)), None)
    if scheme is None:
        raise UserError(needs_examples(Message(marked("This test"))))
    described = set(asked_classes(project, scheme, ids, 0).class_ids)
    return tuple(count for count in counts if count.id in described)


def _why_read_only(project: Project) -> Message:
    text = marked("{path} is open read-only, so nothing can be changed in it.")
    return project.read_only_reason or message(text, path=str(project.path))
