"""What tests of the page Learn and of the training share: a small project, and requests that are done soon."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.made_images import make_nested_tasks
from tests.operations.conftest import SHORT
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training_events import ReferenceImages
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Role

LONG = replace(SHORT, episodes=4000, validate_every=8)  # Long enough to be stopped on its way.


def fill(project: Project, folder: Path) -> None:
    """Import three small tasks."""
    import_images(project, make_nested_tasks(folder / "images"), ImportRequest(), Silent())


def reference_of(labels: list[int], classes: int) -> ReferenceImages:
    """Return reference images that lie nowhere."""
    count = len(labels)
    return ReferenceImages(
        tuple(Path(f"/nowhere/{number}.png") for number in range(count)),
        tuple(number.to_bytes(32, "big") for number in range(count)),
        np.array(labels, np.int64),
        tuple(f"class {number}" for number in range(classes)),
        Role.META_VALIDATION,
    )
