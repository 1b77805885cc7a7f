"""What takes long to make for a test is made once a session; each test that wants it gets a copy of its own."""

import copy
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from workbench.operations.project.opening import new_project
from workbench.store.project import Project, open_project

Found = TypeVar("Found")

PROJECT = "made.mlwb"


@dataclass(frozen=True)
class Master:
    """What was made: a folder with the project's file, the folder its images lie in, and the data folder."""

    home: Path
    found: Any

    @property
    def project(self) -> Path:
        return self.home / PROJECT

    @property
    def files(self) -> Path:
        return self.home / "files"

    @property
    def data(self) -> Path:
        return self.home / "data"


class Shelf:
    """Keeps a master of everything that was asked for.

    A copy is as if it had been made in the test's folder: it has files of its own, the project says that they lie
    there, and what was decoded on the way lies in the test's data folder.
    """

    def __init__(self, home: Path, features: Path) -> None:
        self._home = home
        self._features = features  # What the shipped network saw in images.
        self._masters: dict[str, Master] = {}

    def new(self, path: Path) -> Project:
        """Return an open project without anything in it."""
        shutil.copyfile(self._master("nothing", _nothing).project, path)
        return open_project(path, backups=path.parent)

    def fill(
        self,
        project: Project,
        fill: Callable[..., Found],
        folder: Path,
        *rest: Any,
    ) -> Found:
        """Leave an open project that is empty, and `folder`, as `fill(project, folder, *rest)` does."""

        def make(path: Path, files: Path) -> Found:
            with new_project(path) as made:
                return fill(made, files, *rest)

        return self._copy(_name_of(fill, rest), make, project.path, folder)

    def put(self, make: Callable[[Path, Path], Found], path: Path, folder: Path) -> Found:
        """Leave a project at `path`, and `folder`, as `make(path, folder)` does."""
        return self._copy(_name_of(make, ()), make, path, folder)

    def files(self, make: Callable[..., Any], folder: Path, **options: Any) -> Path:
        """Leave `folder` as `make(folder, **options)` does."""

        def write(path: Path, files: Path) -> None:
            make(files, **options)

        master = self._master(_name_of(make, options), write)
        return shutil.copytree(master.files, folder, dirs_exist_ok=True)

    def _copy(self, name: str, make: Callable[[Path, Path], Found], path: Path, folder: Path) -> Found:
        master = self._master(name, make)
        shutil.copytree(master.files, folder, dirs_exist_ok=True)
        data, without = os.environ["WORKBENCH_DATA"], shutil.ignore_patterns("features")
        shutil.copytree(master.data, data, dirs_exist_ok=True, ignore=without)
        _pour(master.project, path)
        _move(path, master.files, folder)
        return copy.deepcopy(master.found)

    def _master(self, name: str, make: Callable[[Path, Path], Any]) -> Master:
        if name not in self._masters:
            home = self._home / str(len(self._masters))
            master = Master(home, None)
            for each in (master.files, master.data):
                each.mkdir(parents=True)
            share_features(master.data, self._features)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("WORKBENCH_DATA", str(master.data))
                self._masters[name] = Master(home, make(master.project, master.files))
        return self._masters[name]


def share_features(data: Path, features: Path) -> None:
    """Let what uses that data folder find and keep in `features` what the shipped network saw in images."""
    (data / "cache").mkdir(exist_ok=True)
    (data / "cache" / "features").symlink_to(features, target_is_directory=True)


def _nothing(path: Path, files: Path) -> None:
    new_project(path).close()


def _name_of(make: Callable[..., Any], rest: object) -> str:
    return f"{make.__module__}.{make.__qualname__} {rest}"


def _pour(master: Path, path: Path) -> None:
    """Put a project's content into a file that is new, or open as an empty project."""
    with closing(sqlite3.connect(master)) as full, closing(sqlite3.connect(path)) as empty:
        empty.execute("PRAGMA synchronous = OFF")
        full.backup(empty)


def _move(path: Path, before: Path, after: Path) -> None:
    """Let a project say of all that lay under `before` that it lies under `after`."""
    with closing(sqlite3.connect(path)) as project:
        project.execute("PRAGMA synchronous = OFF")
        for table, column in (("tasks", "folder"), ("classes", "folder"), ("images", "path")):
            moved = f"CAST(replace(CAST({column} AS TEXT), ?, ?) AS BLOB)"
            project.execute(f"UPDATE {table} SET {column} = {moved}", (str(before), str(after)))  # noqa: S608
        project.commit()
