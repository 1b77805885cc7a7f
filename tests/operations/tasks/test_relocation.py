"""Importing again after something was renamed, moved or deleted on disk: known by content, never doubled in silence."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.made_images import make_classes, make_nested_tasks, make_pile, pattern, variant
from workbench.imaging.scan import FolderLayout
from workbench.operations.labelling.accept_labels import accept_labels
from workbench.operations.labelling.label_table import LabelRow, write_label_table
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.classes import rename_class
from workbench.operations.tasks.import_images import import_images
from workbench.operations.tasks.import_report import ImportReport, ImportRequest
from workbench.operations.tasks.locate_images import locate_images
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.store.models import Image, ImageClass, ImageStatus, Task

Rows = dict[int, tuple[bytes | None, str | None]]


@pytest.fixture
def photos(project: Project, tmp_path: Path) -> Path:
    """Return an imported folder of four classes with three images each."""
    folder = make_classes(tmp_path / "photos", classes=4, images=3)
    again(project, folder)
    return folder


def again(project: Project, folder: Path, layout: FolderLayout | None = None) -> ImportReport:
    return import_images(project, folder, ImportRequest(layout), Silent())


def rows(project: Project) -> Rows:
    """Return the content and the name of the class of each image."""
    with project.read() as session:
        query = select(Image.id, Image.sha256, ImageClass.name).outerjoin(ImageClass, Image.class_id == ImageClass.id)
        return {number: (sha256, name) for number, sha256, name in session.execute(query)}


def class_ids(project: Project) -> dict[str, int]:
    return {facts.name: facts.id for task in describe_tasks(project) for facts in task.classes}


def all_files_are_there(project: Project) -> bool:
    with project.read() as session:
        images = session.execute(select(Image.path, Image.status)).all()
    return all(path.is_file() and status is ImageStatus.READY for path, status in images)


def import_as_another(project: Project, photos: Path, move: tuple[Path, Path]) -> None:
    """Do what older versions did: add moved images a second time."""
    old, new = move
    shutil.copytree(old, new)
    again(project, photos)
    shutil.rmtree(old)


def test_a_class_whose_folder_was_renamed_keeps_its_rows_and_takes_the_name(project: Project, photos: Path) -> None:
    before, ids = rows(project), class_ids(project)
    (photos / "class_00").rename(photos / "Quercus")
    report = again(project, photos)
    assert (report.added, report.known, report.duplicates) == (0, 12, 0)
    assert rows(project) == {n: (sha, "Quercus" if name == "class_00" else name) for n, (sha, name) in before.items()}
    assert class_ids(project)["Quercus"] == ids["class_00"]
    assert report.relocation.classes == (("class_00", "Quercus"),)
    assert "Quercus" in str(report.warnings[0])
    assert all_files_are_there(project)


def test_a_name_that_a_person_gave_stays(project: Project, photos: Path) -> None:
    rename_class(project, class_ids(project)["class_00"], "oak")
    (photos / "class_00").rename(photos / "Quercus")
    report = again(project, photos)
    assert (report.added, sorted(class_ids(project))) == (0, ["class_01", "class_02", "class_03", "oak"])


def test_a_folder_that_was_renamed_stays_the_same_task(project: Project, photos: Path) -> None:
    before = rows(project)
    (task,) = describe_tasks(project)
    photos.rename(photos.with_name("photos2"))
    report = again(project, photos.with_name("photos2"))
    assert (report.added, report.known) == (0, 12)
    assert rows(project) == before
    (now,) = describe_tasks(project)
    assert (now.id, now.name, now.folder) == (task.id, "photos2", photos.with_name("photos2"))
    assert report.relocation.folders == ((photos, photos.with_name("photos2")),)
    assert all_files_are_there(project)


def test_a_folder_of_tasks_that_was_renamed_stays_the_same_tasks(project: Project, tmp_path: Path) -> None:
    again(project, make_nested_tasks(tmp_path / "all", tasks=2, classes=3, images=2))
    before = [(task.id, task.name) for task in describe_tasks(project)]
    (tmp_path / "all").rename(tmp_path / "moved")
    assert again(project, tmp_path / "moved").added == 0
    assert [(task.id, task.name) for task in describe_tasks(project)] == before
    assert all_files_are_there(project)


def test_a_pile_that_was_renamed_keeps_its_labels(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile", classes=2)
    again(project, tmp_path / "pile")
    write_label_table(tmp_path / "a.csv", [LabelRow(tmp_path / "pile" / "000.png", "oak", 0.9, proposal="oak")])
    accept_labels(project, tmp_path / "a.csv", 0.0, Silent())
    (tmp_path / "pile").rename(tmp_path / "heap")
    assert again(project, tmp_path / "heap").added == 0
    (label,) = current_labels(project)
    with project.read() as session:
        assert session.get_one(Image, label.image_id).path == tmp_path / "heap" / "000.png"


def test_images_that_went_to_another_class_go_there(project: Project, photos: Path) -> None:
    before = rows(project)
    (photos / "class_00" / "image_00.png").rename(photos / "class_01" / "lost.png")
    report = again(project, photos)
    assert (report.added, report.relocation.images, report.relocation.gone) == (0, 1, ())
    after = rows(project)
    assert after.keys() == before.keys()
    assert sorted(name or "" for _, name in after.values()).count("class_01") == 4


def test_a_class_that_went_to_another_folder_of_the_project_goes_there(
    project: Project, photos: Path, tmp_path: Path
) -> None:
    other = make_classes(tmp_path / "others", classes=2, images=3, seed=5)
    again(project, other)
    ids, before = class_ids(project), rows(project)
    (photos / "class_03").rename(other / "class_99")
    report = again(project, other)
    assert (report.added, report.relocation.classes) == (0, (("class_03", "class_99"),))
    assert class_ids(project)["class_99"] == ids["class_03"]
    assert rows(project).keys() == before.keys()
    assert all_files_are_there(project)


def test_what_was_deleted_is_said_and_stays_as_missing(project: Project, photos: Path) -> None:
    shutil.rmtree(photos / "class_00")
    (photos / "class_01" / "image_00.png").unlink()
    report = again(project, photos)
    assert len(report.relocation.gone) == 4
    assert report.relocation.gone_classes == ("class_00",)
    assert any("class_00" in str(warning) for warning in report.warnings)
    with project.read() as session:
        missing = session.scalars(select(Image.path).where(Image.status == ImageStatus.MISSING)).all()
    assert set(missing) == set(report.relocation.gone)


def test_a_copy_beside_what_is_still_there_is_a_second_class(project: Project, photos: Path) -> None:
    shutil.copytree(photos / "class_00", photos / "copy")
    report = again(project, photos)
    assert (report.added, report.duplicates, report.relocation.images) == (3, 3, 0)


def test_another_content_under_the_old_name_is_not_taken_for_it(project: Project, photos: Path) -> None:
    shutil.rmtree(photos / "class_00")
    (photos / "class_00").mkdir()
    variant(pattern(77), 77).save(photos / "class_00" / "new.png")
    report = again(project, photos)
    assert (report.added, len(report.relocation.gone), report.relocation.images) == (1, 3, 0)


def test_a_class_that_was_added_twice_by_an_older_version_is_made_one_again(project: Project, photos: Path) -> None:
    before, ids = rows(project), class_ids(project)
    import_as_another(project, photos, (photos / "class_00", photos / "Quercus"))
    assert len(rows(project)) == 15
    report = again(project, photos)
    assert report.added == 0
    assert rows(project).keys() == before.keys()
    assert class_ids(project)["Quercus"] == ids["class_00"]
    assert all_files_are_there(project)


@pytest.mark.parametrize("whole", [False, True])
def test_a_class_that_was_added_twice_is_made_one_by_locating_it(
    project: Project, photos: Path, *, whole: bool
) -> None:
    before, ids = rows(project), class_ids(project)
    import_as_another(project, photos, (photos / "class_00", photos / "Quercus"))
    old, new = (photos, photos) if whole else (photos / "class_00", photos / "Quercus")
    report = locate_images(project, old, new, Silent())
    assert report.missing == ()
    assert rows(project).keys() == before.keys()
    assert class_ids(project)["Quercus"] == ids["class_00"]
    assert all_files_are_there(project)


def test_a_folder_that_was_added_twice_is_made_one_by_locating_it(project: Project, photos: Path) -> None:
    before, ids = rows(project), class_ids(project)
    new = photos.with_name("photos2")
    shutil.copytree(photos, new)
    again(project, new)
    shutil.rmtree(photos)
    assert locate_images(project, photos, new, Silent()).found == 12
    assert rows(project) == before
    assert class_ids(project) == ids
    with project.read() as session:
        assert session.scalars(select(Task.folder)).all() == [new]
    assert all_files_are_there(project)


def test_of_two_rows_the_labelled_one_stays(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile", classes=2)
    again(project, tmp_path / "pile")
    shutil.copytree(tmp_path / "pile", tmp_path / "heap")
    again(project, tmp_path / "heap")
    write_label_table(tmp_path / "a.csv", [LabelRow(tmp_path / "heap" / "000.png", "oak", 0.9, proposal="oak")])
    accept_labels(project, tmp_path / "a.csv", 0.0, Silent())
    labelled = current_labels(project)[0].image_id
    shutil.rmtree(tmp_path / "pile")
    again(project, tmp_path / "heap")
    assert len(rows(project)) == 10
    assert current_labels(project)[0].image_id == labelled
    assert all_files_are_there(project)
