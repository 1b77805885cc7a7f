"""An audit of what a person gave and decided: images that the others contradict, and contents in two classes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench import learning
from workbench.errors import UserError
from workbench.operations.features.calibration import some_of
from workbench.operations.labelling._supports import Supports, load_supports, read_supports
from workbench.operations.labelling.auditing.contents import ClassGiven, contents_of_several_classes
from workbench.operations.labelling.auditing.leave_one_out import leave_one_out
from workbench.operations.labelling.auditing.near_duplicates import near_duplicates
from workbench.operations.labelling.auditing.suspects import Suspect, suspects_among
from workbench.operations.labelling.labelling_set import tasks_to_label
from workbench.operations.labelling.proposal_warnings import proposal_notes
from workbench.operations.progress import Reporter
from workbench.operations.runs.fitted_run import with_fit
from workbench.operations.runs.listing import LATEST
from workbench.operations.runs.record import find_run
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import PRETRAINED, load_trained
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.store.models import ImageStatus
from workbench.store.project import Project
from workbench.words import Message


@dataclass(frozen=True)
class NearDuplicate:
    """Two images of different classes that are nearly the same, and the cosine of their centred vectors."""

    path: Path
    name: str
    other_path: Path
    other_name: str
    cosine: float


@dataclass(frozen=True)
class AuditReport:
    """What stands out: the most doubtful and the most alike first, and of each content in several classes all files.

    `judged` is how many images the others could judge; not those that are the only one of their class, cannot be
    loaded, or are of two classes.
    """

    run: int | str
    suspects: tuple[Suspect, ...]
    contradictions: tuple[tuple[ClassGiven, ...], ...]
    near_duplicates: tuple[NearDuplicate, ...]
    judged: int
    not_judged: int
    notes: tuple[Message, ...]  # what speaks against relying on the run


def audit_labels(project: Project, *, run: str, device: str, reporter: Reporter) -> AuditReport:
    """Compare each example and decision with all others, as a run (its id, `latest` or `pretrained`) sees them.

    `latest` is the pretrained network where the project has no run. Nothing is written. Raises UserError when there is
    no such run or fewer than two classes have an image, Cancelled when asked to stop.
    """
    device_name = learning.choose_device(device).name
    loaded = load_trained(project, _run_or_pretrained(project, run), device_name)
    trained, _ = with_fit(project, loaded, None, device_name, reporter)
    features = SessionFeatures(trained, device_name)
    stored = read_supports(project, learn_from_decisions=True, newest=None, unused_too=True)
    pile = _loaded_pile(project, stored, features, reporter)
    supports, traits = load_supports(project, stored, features, reporter)
    features.calibrate(supports.images[: supports.examples] or supports.images, features.rows(pile))
    judged = leave_one_out(features, supports, traits, reporter)
    return AuditReport(
        trained.shown,
        suspects_among(supports, judged),
        contents_of_several_classes(project),
        _near_duplicates(features, supports),
        len(judged),
        len(stored.images) - len(judged),
        proposal_notes(project, trained, {}),
    )


def _run_or_pretrained(project: Project, run: str) -> str:
    if run != LATEST:
        return run
    try:
        return str(find_run(project, run, with_checkpoint=True).id)
    except UserError:
        return PRETRAINED


def _loaded_pile(
    project: Project, stored: Supports, features: SessionFeatures, reporter: Reporter
) -> Sequence[ImageFacts]:
    """Load those images to label that the features are centred on when labelling, none for features that are."""
    if not features.trained.needs_calibration:
        return []
    examples = {image.id for image in stored.images[: stored.examples]}
    images = list_images(project, tasks=tasks_to_label(project))
    to_label = [image for image in images if image.status == ImageStatus.READY and image.id not in examples]
    pile = some_of(to_label)
    if pile:
        features.load(pile, reporter)
    return [image for image in pile if image.sha256 in features]


def _near_duplicates(features: SessionFeatures, supports: Supports) -> tuple[NearDuplicate, ...]:
    images, names = supports.images, [supports.names[label] for label in supports.labels]
    return tuple(
        NearDuplicate(images[one].path, names[one], images[other].path, names[other], cosine)
        for one, other, cosine in near_duplicates(features, supports)
    )
