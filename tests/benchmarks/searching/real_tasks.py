"""The real tasks that the table of past searches comes from: alphabets and groceries, their classes divided once."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.benchmarks.archives import unpacked
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project, open_to_work
from workbench.operations.project.sample import make_sample_folder
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Role

IMAGES = 20  # of a class at most, which is what people have rather than a hundred
_ALPHABETS = {
    Role.META_TRAIN: ("Korean", "Greek", "Tagalog"),
    Role.META_VALIDATION: ("Hebrew",),
    Role.META_TEST: ("Angelic", "Tengwar"),
}
_SHARES = {Role.META_TRAIN: 0.44, Role.META_VALIDATION: 0.28}  # of the classes of a grocery folder; the rest: test


@dataclass(frozen=True)
class RealTask:
    """A data set and the examples of each class in its episodes."""

    data: str
    shot: int

    @property
    def key(self) -> str:
        """Return the name of the task in journals."""
        return f"{self.data}-{self.shot}"

    @property
    def is_of_characters(self) -> bool:
        """Say whether its images are grey characters, which turned by a quarter are others."""
        return self.data in ("sample", "omniglot")


TASKS = (
    RealTask("sample", 1),
    RealTask("fruit", 1),
    RealTask("omniglot", 1),
    RealTask("packages", 1),
    RealTask("vegetables", 1),
    RealTask("fruit", 5),
    RealTask("omniglot", 5),
)


def project_of(data: str, archives: Path, home: Path) -> Project:
    """Return the project of a data set, made in a folder where it is not there yet."""
    file = home / f"{data}.mlwb"
    if file.exists():
        return open_to_work(file)
    images = home / data
    shutil.rmtree(images, ignore_errors=True)
    if data == "sample":
        make_sample_folder(images, 0, Silent())
        project = new_project(file)
        import_images(project, images / "alphabets", ImportRequest(), Silent())
        return project
    folders = _omniglot(archives) if data == "omniglot" else _groceries(archives, data)
    project = new_project(file)
    for role, classes in folders.items():
        for folder in classes:
            _copy_some(folder, images / role.value / folder.parent.name / folder.name)
        import_images(project, images / role.value, ImportRequest(roles=RoleRequest(role)), Silent())
    return project


def _omniglot(archives: Path) -> dict[Role, list[Path]]:
    background = unpacked(archives / "omniglot_images_background.zip", "images_background")
    evaluation = unpacked(archives / "omniglot_images_evaluation.zip", "images_evaluation")
    return {
        role: [
            character
            for name in names
            for character in _folders((evaluation if role is Role.META_TEST else background) / name)
        ]
        for role, names in _ALPHABETS.items()
    }


def _groceries(archives: Path, data: str) -> dict[Role, list[Path]]:
    classes = _folders(unpacked(archives / "grocery81_128px.zip", "grocery81") / data.capitalize())
    order = [classes[number] for number in np.random.default_rng(0).permutation(len(classes))]
    train, validation = (round(share * len(classes)) for share in _SHARES.values())
    return {
        Role.META_TRAIN: order[:train],
        Role.META_VALIDATION: order[train : train + validation],
        Role.META_TEST: order[train + validation :],
    }


def _folders(parent: Path) -> list[Path]:
    return sorted(folder for folder in parent.iterdir() if folder.is_dir())


def _copy_some(folder: Path, to: Path) -> None:
    to.mkdir(parents=True)
    files: Sequence[Path] = sorted(folder.iterdir())
    for number in sorted(np.random.default_rng(0).permutation(len(files))[:IMAGES]):
        shutil.copyfile(files[number], to / files[number].name)
