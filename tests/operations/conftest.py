"""A project with a few small classes, and one with a short run."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.made_images import make_classes, make_nested_tasks, make_pile
from tests.project_templates import PROJECT, ProjectTemplates
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import TrainingRequest, train_approach
from workbench.operations.tasks.import_images import ImportRequest, import_images

SHORT = TrainingRequest(
    "prototypical", image_size=16, query=3, episodes=12, episodes_per_step=2, validate_every=6, validation_episodes=4
)


@pytest.fixture
def folder(templates: ProjectTemplates, tmp_path: Path) -> Path:
    """Return the folder of the images, which lies there already where `imported` or `trained` came first."""
    folder = tmp_path / "images"
    return folder if folder.exists() else templates.files(make_nested_tasks, folder)


@pytest.fixture
def project(templates: ProjectTemplates, tmp_path: Path) -> Iterator[Project]:
    with templates.new(tmp_path / PROJECT) as made:
        yield made


def fill(project: Project, home: Path, requests: Sequence[TrainingRequest] = ()) -> None:
    """Import three folders of classes, which are made in `home`, and train on them, once for each request."""
    import_images(project, make_nested_tasks(home / "images"), ImportRequest(), Silent())
    for request in requests:
        train_approach(project, request, Silent())


def fill_to_label(project: Project, home: Path) -> None:
    """Make a project with a run, four classes of three examples, and twenty images to label."""
    fill(project, home, (SHORT,))
    make_pile(home / "pile")
    import_images(project, home / "pile", ImportRequest(), Silent())
    add_examples_folder(project, make_classes(home / "examples", classes=4, images=3), Silent())


@pytest.fixture
def imported(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


@pytest.fixture
def trained(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path, (SHORT,))
    return project
