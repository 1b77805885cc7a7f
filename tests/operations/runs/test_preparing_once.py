"""No image is prepared twice: not by an estimate and then the training, nor by a training that was paused meanwhile."""

from dataclasses import replace

import pytest

from tests.operations.conftest import SHORT
from workbench.operations.features.load_images import ImageRef, image_cache, record_key
from workbench.operations.progress import Cancelled
from workbench.operations.project.opening import Project
from workbench.operations.runs.planning.cost_estimate import estimate_cost
from workbench.operations.runs.training import train_approach
from workbench.operations.tasks.images import list_images
from workbench.words import Message

REQUEST = replace(SHORT, image_size=20, fit="stretch")  # A size in which nothing was prepared yet.
OF_ONE_IMAGE = ("{done} of {total} images decoded", "Timing image preparation")


class Counting:
    """Counts the images that are prepared, and stops the work after so many."""

    def __init__(self, most: int = 10**9) -> None:
        self.prepared = 0
        self._most = most

    def report(self, share: float | None, text: Message) -> None:
        self.prepared += text.template in OF_ONE_IMAGE
        if self.prepared >= self._most:
            raise Cancelled


def kept(project: Project) -> int:
    """Count the images of the project that are in the cache."""
    keys = [record_key(ImageRef(image.path, image.sha256)) for image in list_images(project)]
    return int((image_cache(20, 1, "stretch").rows(keys) >= 0).sum())


def test_what_was_prepared_when_an_estimate_or_a_training_was_stopped_is_not_prepared_again(imported: Project) -> None:
    estimate, paused, resumed = Counting(5), Counting(20), Counting()
    with pytest.raises(Cancelled):
        estimate_cost(imported, REQUEST, estimate)
    assert kept(imported) == estimate.prepared == 5
    with pytest.raises(Cancelled):
        train_approach(imported, REQUEST, paused)
    assert kept(imported) == 5 + paused.prepared == 25
    train_approach(imported, REQUEST, resumed)
    assert resumed.prepared > 0
    assert kept(imported) == 25 + resumed.prepared
