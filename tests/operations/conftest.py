"""A project with a few small classes, and one with a short run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.made_images import make_domains
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project
from workbench.operations.runs.training import TrainingRequest, train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images

SHORT = TrainingRequest(
    "prototypical", image_size=16, query=3, episodes=12, episodes_per_step=2, validate_every=6, validation_episodes=4
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_domains(tmp_path / "images")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "made.mlwb") as made:
        yield made


@pytest.fixture
def imported(project: Project, folder: Path) -> Project:
    import_images(project, folder, ImportRequest(), Silent())
    return project


@pytest.fixture
def trained(imported: Project) -> Project:
    train_approach(imported, SHORT, Silent())
    return imported
