"""Projects that trials begin with, each made once in a process; a trial works on a copy."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.faults.oracle import digests_under
from tests.operations.conftest import fill, fill_to_label
from workbench.operations.project.opening import new_project
from workbench.store.project import Project


@dataclass(frozen=True)
class Scene:
    """A project, and its images with their digests."""

    project: Path
    home: Path
    images: dict[Path, str]

    def copied(self, folder: Path) -> Path:
        """Return a copy of the project in a trial's folder; its images stay where they are."""
        return Path(shutil.copy(self.project, folder / "made.mlwb"))


@cache
def home_of_scenes() -> Path:
    """Return the folder of this process's scenes, which goes with it."""
    folder = Path(tempfile.mkdtemp(prefix="fault-scenes-"))
    atexit.register(_remove, folder, os.getpid())
    return folder


def _remove(folder: Path, maker: int) -> None:
    if os.getpid() == maker:  # A fork has the same exits.
        shutil.rmtree(folder, ignore_errors=True)


@cache
def imported() -> Scene:
    """Return a project with three small tasks."""
    return _made("imported", fill)


@cache
def to_label() -> Scene:
    """Return a project with a run, four classes of three examples and twenty images to label."""
    return _made("to-label", fill_to_label)


def _made(name: str, fill_it: Callable[[Project, Path], None]) -> Scene:
    home = home_of_scenes() / name
    home.mkdir()
    before = os.environ["WORKBENCH_DATA"]
    os.environ["WORKBENCH_DATA"] = str(home / "data")
    try:
        with new_project(home / "made.mlwb") as project:
            fill_it(project, home)
    finally:
        os.environ["WORKBENCH_DATA"] = before
        shutil.rmtree(home / "data", ignore_errors=True)
    images = {path: digest for path, digest in digests_under(home).items() if path.suffix == ".png"}
    return Scene(home / "made.mlwb", home, images)
