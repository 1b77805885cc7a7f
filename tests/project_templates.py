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
from workbench.store.row_digests import keep_digests

Result = TypeVar("Result")

PROJECT = "made.mlwb"


@dataclass(frozen=True)
class Template:
    """What was made: a folder with the project's file, the folder its images lie in, and the data folder."""

    home: Path
    result: Any

    @property
    def project(self) -> Path:
        return self.home / PROJECT

    @property
    def files(self) -> Path:
        return self.home / "files"

    @property
    def data(self) -> Path:
        return self.home / "data"


class ProjectTemplates:
    """Keeps a template of everything that was asked for.

    A copy is as if it had been made in the test's folder: it has files of its own, the project says that they lie
    there, and what was decoded on the way lies in the test's data folder.
    """

    def __init__(self, home: Path, features: Path) -> None:
        self._home = home
        self._features = features  # What the shipped network saw in images.
        self._templates: dict[str, Template] = {}

    def new(self, path: Path) -> Project:
        """Return an open project without anything in it."""
        shutil.copyfile(self._template("nothing", _nothing).project, path)
        return open_project(path, backups=path.parent)

    def fill(
        self,
        project: Project,
        fill: Callable[..., Result],
        folder: Path,
        *rest: Any,
    ) -> Result:
        """Leave an open project that is empty, and `folder`, as `fill(project, folder, *rest)` does."""

        def make(path: Path, files: Path) -> Result:
            with new_project(path) as made:
                return fill(made, files, *rest)

        return self._copy(_name_of(fill, rest), make, project.path, folder)

    def put(self, make: Callable[[Path, Path], Result], path: Path, folder: Path) -> Result:
        """Leave a project at `path`, and `folder`, as `make(path, folder)` does."""
        return self._copy(_name_of(make, ()), make, path, folder)

    def files(self, make: Callable[..., Any], folder: Path, **options: Any) -> Path:
        """Leave `folder` as `make(folder, **options)` does."""

        def write(path: Path, files: Path) -> None:
            make(files, **options)

        template = self._template(_name_of(make, options), write)
        return shutil.copytree(template.files, folder, dirs_exist_ok=True)

    def _copy(self, name: str, make: Callable[[Path, Path], Result], path: Path, folder: Path) -> Result:
        template = self._template(name, make)
        shutil.copytree(template.files, folder, dirs_exist_ok=True)
        data, without = os.environ["WORKBENCH_DATA"], shutil.ignore_patterns("features")
        shutil.copytree(template.data, data, dirs_exist_ok=True, ignore=without)
        _fill_file(template.project, path)
        _relocate(path, template.files, folder)
        return copy.deepcopy(template.result)

    def _template(self, name: str, make: Callable[[Path, Path], Any]) -> Template:
        if name not in self._templates:
            home = self._home / str(len(self._templates))
            template = Template(home, None)
            for folder in (template.files, template.data):
                folder.mkdir(parents=True)
            share_features(template.data, self._features)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("WORKBENCH_DATA", str(template.data))
                self._templates[name] = Template(home, make(template.project, template.files))
        return self._templates[name]


def share_features(data: Path, features: Path) -> None:
    """Let what uses that data folder find and keep in `features` what the shipped network saw in images."""
    (data / "cache").mkdir(parents=True, exist_ok=True)
    (data / "cache" / "features").symlink_to(features, target_is_directory=True)


def _nothing(path: Path, files: Path) -> None:
    new_project(path).close()


def _name_of(make: Callable[..., Any], rest: object) -> str:
    return f"{make.__module__}.{make.__qualname__} {rest}"


def _fill_file(template: Path, path: Path) -> None:
    """Put a project's content into a file that is new, or open as an empty project."""
    with closing(sqlite3.connect(template)) as full, closing(sqlite3.connect(path)) as empty:
        empty.execute("PRAGMA synchronous = OFF")
        full.backup(empty)


def _relocate(path: Path, before: Path, after: Path) -> None:
    """Let a project say of all that lay under `before` that it lies under `after`."""
    with closing(sqlite3.connect(path)) as project:
        project.execute("PRAGMA synchronous = OFF")
        keep_digests(project)
        for table, column in (("tasks", "folder"), ("classes", "folder"), ("images", "path")):
            moved = f"CAST(replace(CAST({column} AS TEXT), ?, ?) AS BLOB)"
            project.execute(f"UPDATE {table} SET {column} = {moved}", (str(before), str(after)))  # noqa: S608
        project.commit()
