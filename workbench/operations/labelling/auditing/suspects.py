"""Images whose class is not the one that all other images say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.operations.labelling._folder_answers import Examples
from workbench.operations.labelling._supports import Supports
from workbench.operations.labelling.auditing.leave_one_out import Judged, leave_one_out
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import Trained
from workbench.operations.tasks.images import ImageFacts
from workbench.store.models import ImageStatus


@dataclass(frozen=True)
class Suspect:
    """An image whose class is not the one that all other images say, and how sure the run is of that one, 0 to 1."""

    path: Path
    name: str  # of its class
    looks_like: str
    sure: float
    is_example: bool  # decided otherwise


def suspects_among(supports: Supports, judged: Iterable[Judged]) -> tuple[Suspect, ...]:
    """Return the judged images that look like another class than their own, in the same order."""
    return tuple(_suspect(supports, one) for one in judged if one.is_doubtful)


def suspect_examples(
    trained: Trained, examples: Examples, attributes: Mapping[str, Cells], device: str, reporter: Reporter
) -> tuple[Suspect, ...]:
    """Return the examples of a folder that look like another class to all others, most doubtful first.

    The run is calibrated, where it has to be. Raises Cancelled when asked to stop.
    """
    features = SessionFeatures(trained, device)
    files = [
        ImageFacts(number, str(file.path), file.picture, None, ImageStatus.READY, None, None)
        for number, file in enumerate(examples.files)
    ]
    features.load(files, reporter)
    numbers = tuple(range(len(examples.names)))
    given = Supports(numbers, examples.names, tuple(files), examples.labels, len(files))
    try:
        supports = given.usable(lambda image: image.sha256 in features, None if trained.traits is None else attributes)
        return suspects_among(supports, leave_one_out(features, supports, attributes, reporter))
    except UserError:
        # With so few of each class, no example can be compared with the others.
        return ()


def _suspect(supports: Supports, one: Judged) -> Suspect:
    names = supports.names
    is_example = one.image < supports.examples
    return Suspect(supports.images[one.image].path, names[one.own], names[one.looks_like], one.sure, is_example)
