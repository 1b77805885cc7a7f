"""What the shipped network's features are centred on while it is tested: images of classes that are not tested.

A run's features are centred on its meta-train images. The images tested would tell something about the queries that a
run does not hear, and labelling does: that is the help of the pile, which has a figure of its own.
"""

from dataclasses import replace

from workbench.facts import Fact, fact
from workbench.operations.deferred import torch
from workbench.operations.features.calibration import some_of
from workbench.operations.features.episode_pool import class_ids_of, load_view, readable_images_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.trained import Trained
from workbench.store.models import Role
from workbench.store.project import Project

_LEAST_IMAGES = 20  # The mean of fewer says more about them than about the others.
_MOST_IMAGES = 1000  # A hundred are seen a second, and the mean of more is no other.
_LEARNED_FROM = (Role.META_TRAIN, Role.META_VALIDATION)


def centred(
    project: Project, trained: Trained, tested: Role, device: str, reporter: Reporter
) -> tuple[Trained, tuple[Fact, ...]]:
    """Centre what no run centred on the project's images to learn from, and say so where these are too few.

    Then each episode is centred on its examples alone. Raises UserError when images do not fit in memory, Cancelled
    when asked to stop.
    """
    if not trained.needs_calibration:
        return trained, ()
    for role in _LEARNED_FROM:
        ids = class_ids_of(project, role) if role is not tested else ()
        rows = some_of(readable_images_of(project, ids), _MOST_IMAGES)
        if len(rows) < _LEAST_IMAGES:
            continue
        loaded = load_view(rows, trained.view, device, reporter)
        if len(loaded.kept) >= _LEAST_IMAGES:
            trained.calibrate(torch.from_numpy(loaded.values).to(device))
            return trained, ()
    return replace(trained, centred_on_examples=True), (fact("test.centred_on_examples"),)
