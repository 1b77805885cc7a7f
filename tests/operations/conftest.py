"""A project with a few small classes, and one with a short run."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.made_images import make_nested_tasks
from tests.project_templates import PROJECT, ProjectTemplates
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import TrainingRequest, train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images

SHORT = TrainingRequest(
    "prototypical", image_size=16, query=3, episodes=12, episodes_per_step=2, validate_every=6, validation_episodes=4
)


@pytest.fixture
def folder(templates: ProjectTemplates, tmp_path: Path) -> Path:
    return templates.files(make_nested_tasks, tmp_path / "images")


@pytest.fixture
def project(templates: ProjectTemplates, tmp_path: Path) -> Iterator[Project]:
    with templates.new(tmp_path / PROJECT) as made:
        yield made


def fill(project: Project, home: Path, requests: Sequence[TrainingRequest] = ()) -> None:
    """Import three folders of classes, which are made in `home`, and train on them, once for each wish."""
    import_images(project, make_nested_tasks(home / "images"), ImportRequest(), Silent())
    for request in requests:
        train_approach(project, request, Silent())


@pytest.fixture
def imported(templates: ProjectTemplates, project: Project, folder: Path) -> Project:
    templates.fill(project, fill, folder.parent)
    return project


@pytest.fixture
def trained(templates: ProjectTemplates, imported: Project, folder: Path) -> Project:
    templates.fill(imported, fill, folder.parent, (SHORT,))
    return imported
