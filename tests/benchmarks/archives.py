"""The archives of real images that benchmarks measure with, unpacked where the program keeps its cache."""

import argparse
import zipfile
from pathlib import Path

from workbench.folders import cache_folder
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Role


def data_folder(description: str) -> Path:
    """Return the folder of archives that the command line names."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    return parser.parse_args().data


def unpacked(archive: Path, folder: str) -> Path:
    """Unpack an archive once and return its top folder."""
    home = cache_folder() / "benchmarks"
    if not (home / folder).exists():
        home.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(archive) as held:
            held.extractall(home)
    return home / folder


def import_omniglot(project: Project, data: Path) -> None:
    """Import the background alphabets to learn from, a tenth of their classes to validate, and those to test on."""
    background = unpacked(data / "omniglot_images_background.zip", "images_background")
    evaluation = unpacked(data / "omniglot_images_evaluation.zip", "images_evaluation")
    import_images(project, background, ImportRequest(roles=RoleRequest(Role.META_TRAIN, 0.1)), Silent())
    import_images(project, evaluation, ImportRequest(roles=RoleRequest(Role.META_TEST)), Silent())
