"""The images of a project as lists and pictures."""

import os
import time
from pathlib import Path

import pytest
from sqlalchemy import insert

from tests.made_images import make_pile
from workbench.errors import UserError
from workbench.imaging.reading import CONTENT_CHANGED
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.images import images_of, list_images, list_skipped
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.locate_images import locate_images
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.operations.tasks.thumbnails import image_at_full_size, image_thumbnail
from workbench.store.models import Image, ImageStatus, Layout, Task


def test_all_images_are_listed_by_class_then_in_order_of_creation(imported: Project) -> None:
    images = list_images(imported)
    assert len(images) == 108
    assert [(image.class_id, image.id) for image in images] == sorted((image.class_id, image.id) for image in images)
    assert all(image.path.is_file() and len(image.sha256) == 32 for image in images)
    assert {(image.width, image.height, image.status) for image in images} == {(20, 20, "ready")}


def test_images_of_some_tasks_and_classes_only(imported: Project) -> None:
    first, second, _ = describe_tasks(imported)
    assert {image.path.parts[-3] for image in list_images(imported, tasks=[second.id])} == {"task_01"}
    two = [image.id for image in first.classes[:2]]
    assert {image.class_id for image in list_images(imported, classes=two)} == set(two)
    assert list_images(imported, tasks=[second.id], classes=two) == ()
    assert list_images(imported, tasks=[]) == list_images(imported, classes=[]) == ()


def test_images_without_a_class_are_listed_too(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    (task,) = import_images(project, tmp_path / "pile", ImportRequest(), Silent()).tasks
    images = list_images(project, tasks=[task.id])
    assert [image.class_id for image in images] == [None] * 20


def test_images_come_in_the_order_asked_and_unknown_ids_are_left_out(imported: Project) -> None:
    ids = [image.id for image in list_images(imported)]
    wanted = [ids[5], 10**9, ids[2], ids[5]]
    assert [image.id for image in images_of(imported, wanted)] == [ids[5], ids[2], ids[5]]


def test_files_that_cannot_be_used_are_listed_with_the_reason(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    broken = tmp_path / "pile" / "broken.png"
    broken.write_bytes(b"no image")
    (task,) = import_images(project, tmp_path / "pile", ImportRequest(), Silent()).tasks
    (tmp_path / "pile" / "000.png").unlink()
    (tmp_path / "pile").rename(tmp_path / "moved")
    locate_images(project, tmp_path / "pile", tmp_path / "moved", Silent())
    skipped = {image.path.name: str(image.reason) for image in list_skipped(project, task.id)}
    assert set(skipped) == {"broken.png", "000.png"}
    assert "not a PNG" in skipped["broken.png"]
    assert "locate" in skipped["000.png"]
    assert list_skipped(project, task.id) == list_skipped(project)
    assert list_skipped(project, task.id + 1) == ()
    assert {image.status for image in list_images(project)} == {"ready", "missing"}


@pytest.mark.slow
def test_fifty_thousand_images_are_listed_fast(project: Project, tmp_path: Path) -> None:
    with project.write() as session:
        session.add(Task(id=1, name="pile", folder=tmp_path, layout=Layout.UNLABELLED))
        session.flush()
        facts = {"task_id": 1, "size": 1, "modified_ns": 1, "width": 9, "height": 9, "status": ImageStatus.READY}
        session.execute(
            insert(Image),
            [facts | {"path": tmp_path / f"{number:05}.png", "sha256": os.urandom(32)} for number in range(50_000)],
        )
    run_started = time.perf_counter()
    assert len(list_images(project)) == 50_000
    assert time.perf_counter() - run_started < 2.0  # 0.3 s on an idle machine


def test_an_image_of_the_project_is_shown_small_and_large(imported: Project) -> None:
    image = list_images(imported)[0]
    assert image_thumbnail(image.path, image.sha256, 10).shape == (10, 10, 3)
    assert image_at_full_size(image.path, image.sha256, 1000).shape == (20, 20, 3)
    image.path.write_bytes(b"something else")
    with pytest.raises(UserError, match=str(CONTENT_CHANGED)):
        image_thumbnail(image.path, image.sha256, 10)
