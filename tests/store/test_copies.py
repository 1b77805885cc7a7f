"""A copy of a project that cannot be changed where it is."""

import os
from pathlib import Path

import pytest

from tests.store.parts import add_label, add_task, names_in, task_names
from workbench.errors import UserError
from workbench.store.copies import copy_project
from workbench.store.project import create_project, open_project
from workbench.store.project_check import check_open_project


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    path = tmp_path / "work" / "birds.mlwb"
    with create_project(path) as project:
        add_task(project, "first")
        add_label(project)
    (tmp_path / "work" / "link.mlwb").hardlink_to(path)
    return path


@pytest.mark.skipif(os.name != "posix", reason="hard links are made differently")
def test_a_copy_of_a_file_with_two_names_can_be_changed(linked: Path, tmp_path: Path) -> None:
    before, copy = linked.read_bytes(), tmp_path / "copy.mlwb"
    with open_project(linked, backups=tmp_path / "backups") as project:
        assert "save a copy" in str(project.read_only_reason)
        assert "main.py" not in str(project.read_only_reason)
        copy_project(linked, copy)
    assert linked.read_bytes() == before
    assert names_in(linked.parent) == ["birds.mlwb", "link.mlwb"]
    with open_project(copy, backups=tmp_path / "backups") as project:
        assert not project.read_only
        assert task_names(project) == ["first", "new"]
        assert check_open_project(project).faults == ()
        add_task(project, "second")


def test_a_copy_never_takes_the_place_of_a_file(linked: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken.mlwb"
    taken.write_text("a letter")
    for output in (taken, tmp_path / "letter.txt", tmp_path / "nowhere" / "copy.mlwb"):
        with pytest.raises(UserError):
            copy_project(linked, output)
    assert taken.read_text() == "a letter"
    assert names_in(tmp_path) == ["taken.mlwb", "work"]
