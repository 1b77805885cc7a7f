"""What the start page says of a project is kept while it is open, and never read from its file."""

import os
import shutil
from pathlib import Path

import pytest

from workbench.folders import cache_folder, free_example_folder
from workbench.operations.progress import Silent
from workbench.operations.project.kept_summary import glance_at, remember_damage
from workbench.operations.project.opening import Project, new_project
from workbench.operations.project.summarise_project import keep_counts, keep_summary
from workbench.operations.tasks.task_facts import describe_tasks


def test_a_project_is_summed_up_with_pictures_of_different_classes(imported: Project) -> None:
    kept = keep_summary(imported, Silent())
    tasks = describe_tasks(imported)
    assert (kept.images, kept.classes) == (sum(task.images for task in tasks), sum(len(task.classes) for task in tasks))
    assert kept.labels == 0
    assert len({picture.key for picture in kept.pictures}) == 4
    assert all(picture.png.startswith(b"\x89PNG") for picture in kept.pictures)
    glance = glance_at(imported.path)
    assert (glance.is_there, glance.trouble, glance.summary) == (True, None, kept)


def test_pictures_stay_when_the_images_are_out_of_reach(imported: Project, folder: Path) -> None:
    pictures = keep_summary(imported, Silent()).pictures
    shutil.rmtree(folder)
    assert keep_summary(imported, Silent()).pictures == pictures
    assert keep_counts(imported).pictures == pictures


def test_looking_at_a_project_changes_nothing_of_it_nor_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.mlwb"
    new_project(path).close()
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())
    assert glance_at(path).trouble is None
    assert glance_at(path).summary is None
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before


def test_what_is_gone_damaged_or_no_project_says_so_and_keeps_its_pictures(imported: Project) -> None:
    kept, path = keep_summary(imported, Silent()), imported.path
    remember_damage(path)
    assert glance_at(path).trouble is not None
    assert glance_at(path).summary == kept
    keep_counts(imported)  # It could be opened again.
    assert glance_at(path).trouble is None
    elsewhere = path.rename(path.with_name("moved.mlwb"))
    assert (glance_at(path).is_there, glance_at(path).summary) == (False, kept)
    assert glance_at(path).trouble is not None
    elsewhere.rename(path)
    letter = path.with_name("letter.mlwb")
    letter.write_text("Dear reader")
    assert glance_at(letter).trouble is not None


@pytest.mark.parametrize("content", ["", "[]", "7", "{}", '{"images": "many"}', '{"images":1,"classes":1,"labels":1}'])
def test_a_damaged_summary_is_none(imported: Project, content: str) -> None:
    keep_summary(imported, Silent())
    (file,) = (cache_folder() / "projects").iterdir()
    file.write_text(content)
    assert glance_at(imported.path).summary is None
    assert glance_at(imported.path).trouble is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mlwb")
    assert not glance_at(tmp_path / "pipe.mlwb").is_there


def test_each_example_gets_a_folder_of_its_own(workbench_data: Path) -> None:
    first = free_example_folder("Example")
    assert first.is_relative_to(workbench_data)
    first.mkdir(parents=True)
    second = free_example_folder("Example")
    assert second != first
    assert second.parent == first.parent
