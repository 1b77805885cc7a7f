"""A project file with a task in it, and where its backups go."""

from pathlib import Path

import pytest

from tests.store.parts import a_task
from workbench.store.project import create_project


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "birds.mlwb"
    with create_project(path) as project, project.write() as session:
        session.add(a_task("first"))
    return path
