"""The progress of a project: which of the five steps are done, and what one that cannot run waits for."""

from dataclasses import dataclass

from sqlalchemy import exists, func, not_, or_, select

from workbench.operations.labelling.labels import current_labels
from workbench.operations.runs.listing import learns_images
from workbench.store.models import Checkpoint, Evaluation, Image, ImageClass, ImageStatus, Role, Run
from workbench.store.project import Project
from workbench.words import Message, marked


@dataclass(frozen=True)
class StepFacts:
    """One step: whether something was done in it, and what it waits for (None: it can run)."""

    done: bool
    waits_for: Message | None = None


@dataclass(frozen=True)
class Steps:
    """The five steps of a project."""

    images: StepFacts
    learn: StepFacts
    check: StepFacts
    label: StepFacts
    export: StepFacts


def describe_steps(project: Project) -> Steps:
    """Describe the steps from the project's rows; quick, whatever its size."""
    with project.read() as session:
        has_images = bool(session.scalar(select(exists().where(Image.status == ImageStatus.READY))))
        roles = dict(session.execute(select(ImageClass.role, func.count()).group_by(ImageClass.role)).all())
        deleted = select(Run.id).where(Run.deleted_at.is_not(None))
        kept = select(Checkpoint.id).join(Run, Run.id == Checkpoint.run_id).where(Run.deleted_at.is_(None))
        has_runs = bool(session.scalar(select(exists(kept.where(learns_images())))))
        has_problems = bool(session.scalar(select(exists(kept.where(not_(learns_images()))))))
        of_others = or_(Evaluation.run_id.is_(None), Evaluation.run_id.not_in(deleted))
        has_evaluations = bool(session.scalar(select(exists(select(Evaluation.id).where(of_others)))))
    has_labels = bool(current_labels(project, most=1))
    without_classes = None
    if roles.get(Role.META_TRAIN, 0) < 2:
        without_classes = Message(marked("Needs images: import a folder with one sub-folder per class."))
    # What learned a problem is seen where one learns, also without images.
    to_learn = None if has_problems else without_classes
    to_check = None
    if roles.get(Role.META_TEST, 0) < 2:
        text = marked("Needs test classes: import more classes, or give at least two the role of test.")
        to_check = without_classes or Message(text)
    to_label = None if has_images else Message(marked("Needs images: import the ones to label."))
    to_export = None if has_labels else Message(marked("Needs labels: label some images first."))
    return Steps(
        StepFacts(has_images),
        StepFacts(has_runs, to_learn),
        StepFacts(has_evaluations, to_check),
        StepFacts(has_labels, to_label),
        StepFacts(done=False, waits_for=to_export),
    )
