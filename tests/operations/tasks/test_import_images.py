"""Importing: what is added, what is left out and why, and what the classes are for."""

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image as Picture
from sqlalchemy import select

from tests.fact_codes import code_of
from tests.made_images import make_classes, make_nested_tasks, make_pile, pattern, variant
from workbench.errors import UserError
from workbench.imaging.grouping import Grouping
from workbench.imaging.scan import FolderLayout
from workbench.operations.labelling.accept_labels import accept_labels
from workbench.operations.labelling.label_table import LabelRow, write_label_table
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.classes import set_roles
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.locate_images import locate_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.task_facts import describe_tasks, warn_of_few_classes, warn_of_few_images
from workbench.store.models import Image, ImageClass, ImageStatus, Role, Task
from workbench.words import Message


def roles(project: Project) -> dict[str, int]:
    counts: dict[str, int] = {}
    for task in describe_tasks(project):
        for role, count in task.roles().items():
            counts[role] = counts.get(role, 0) + count
    return counts


def contents(folder: Path) -> dict[Path, tuple[bytes, int]]:
    return {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.rglob("*") if file.is_file()}


def test_a_folder_of_tasks_becomes_one_task_for_each(project: Project, folder: Path) -> None:
    report = import_images(project, folder, ImportRequest(), Silent())
    assert (report.layout, report.added, report.known, report.skipped) == (FolderLayout.TASKS, 108, 0, ())
    assert [(task.name, len(task.classes), task.images) for task in report.tasks] == [
        ("task_00", 6, 36),
        ("task_01", 6, 36),
        ("task_02", 6, 36),
    ]


def test_a_flat_folder_becomes_an_unlabelled_task(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    report = import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    assert (report.layout, report.added, report.tasks[0].classes) == (FolderLayout.UNLABELLED, 20, ())


def test_a_folder_is_the_same_by_whatever_way_its_path_goes(imported: Project, folder: Path) -> None:
    report = import_images(imported, folder / "task_00" / ".." / ".." / folder.name, ImportRequest(), Silent())
    assert (report.added, report.known, report.duplicates) == (0, 108, 0)
    assert not any(".." in image.path.parts for image in list_images(imported))


def test_importing_again_adds_only_what_is_new(imported: Project, folder: Path) -> None:
    variant(pattern(1), 7).save(folder / "task_00" / "class_00" / "late.png")
    report = import_images(imported, folder, ImportRequest(), Silent())
    assert (report.added, report.known) == (1, 108)
    assert import_images(imported, folder, ImportRequest(), Silent()).added == 0


def test_the_images_are_left_as_they_are(project: Project, folder: Path) -> None:
    before = contents(folder)
    import_images(project, folder, ImportRequest(), Silent())
    assert contents(folder) == before


def test_every_file_left_out_is_named_with_a_reason(project: Project, folder: Path) -> None:
    broken = folder / "task_00" / "class_00" / "broken.png"
    broken.write_bytes((folder / "task_00" / "class_00" / "image_00.png").read_bytes()[:60])
    stray = folder / "stray.png"
    shutil.copyfile(folder / "task_00" / "class_00" / "image_00.png", stray)
    report = import_images(project, folder, ImportRequest(), Silent())
    assert report.added == 108
    assert {skipped.path: bool(str(skipped.reason)) for skipped in report.skipped} == {broken: True, stray: True}


def test_an_unreadable_file_that_was_mended_is_taken_the_next_time(project: Project, folder: Path) -> None:
    broken = folder / "task_00" / "class_00" / "broken.png"
    broken.write_bytes(b"nothing")
    import_images(project, folder, ImportRequest(), Silent())
    variant(pattern(1), 8).save(broken)
    assert import_images(project, folder, ImportRequest(), Silent()).added == 1


def test_a_folder_with_nothing_readable_is_refused_and_leaves_no_task(project: Project, tmp_path: Path) -> None:
    (tmp_path / "notes" / "a").mkdir(parents=True)
    (tmp_path / "notes" / "a" / "readme.txt").write_text("no image")
    with pytest.raises(UserError, match=r"readme\.txt"):
        import_images(project, tmp_path / "notes", ImportRequest(), Silent())
    assert describe_tasks(project) == ()


def test_classes_are_divided_by_themselves_into_disjoint_shares(project: Project, tmp_path: Path) -> None:
    make_classes(tmp_path / "many", classes=50, images=2)
    import_images(project, tmp_path / "many", ImportRequest(), Silent())
    assert roles(project) == {"meta-train": 32, "meta-validation": 8, "meta-test": 10}


def test_shares_hold_in_every_task_as_far_as_they_can(project: Project, tmp_path: Path) -> None:
    make_nested_tasks(tmp_path / "even", tasks=4, classes=10, images=2)
    import_images(project, tmp_path / "even", ImportRequest(), Silent())
    for task in describe_tasks(project):
        assert 1 <= task.roles()["meta-test"] <= 3
        assert 1 <= task.roles()["meta-validation"] <= 3


def test_a_given_role_goes_to_all_but_the_share_for_validation(project: Project, folder: Path) -> None:
    import_images(project, folder, ImportRequest(roles=RoleRequest(Role.META_TRAIN, 0.5)), Silent())
    assert [task.roles()["meta-validation"] for task in describe_tasks(project)] == [3, 3, 3]
    assert roles(project)["meta-test"] == 0


def test_classes_that_come_later_leave_the_roles_of_the_others_alone(project: Project, tmp_path: Path) -> None:
    make_classes(tmp_path / "classes", classes=10, images=2)
    import_images(project, tmp_path / "classes", ImportRequest(), Silent())
    before = {facts.id: facts.role for facts in describe_tasks(project)[0].classes}
    make_classes(tmp_path / "more", classes=20, images=2, seed=5)
    for home in (tmp_path / "more").iterdir():
        home.rename(tmp_path / "classes" / f"later_{home.name}")
    import_images(project, tmp_path / "classes", ImportRequest(), Silent())
    after = {facts.id: facts.role for facts in describe_tasks(project)[0].classes}
    assert {number: after[number] for number in before} == before
    assert roles(project) == {"meta-train": 19, "meta-validation": 5, "meta-test": 6}


def test_a_person_may_give_classes_another_role(imported: Project) -> None:
    chosen = [facts.id for facts in describe_tasks(imported)[0].classes]
    set_roles(imported, chosen, Role.META_TEST)
    assert describe_tasks(imported)[0].roles() == {"meta-train": 0, "meta-validation": 0, "meta-test": 6}


def test_one_content_in_classes_of_different_roles_is_warned_of(project: Project, folder: Path, tmp_path: Path) -> None:
    import_images(project, folder, ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    (tmp_path / "test" / "other").mkdir(parents=True)
    shutil.copy(folder / "task_00" / "class_00" / "image_00.png", tmp_path / "test" / "other")
    report = import_images(project, tmp_path / "test", ImportRequest(roles=RoleRequest(Role.META_TEST)), Silent())
    assert report.duplicates == 1
    assert code_of(report.warnings[0]) == "images.in_several_roles"


def test_scarce_data_are_warned_of(imported: Project) -> None:
    tasks = describe_tasks(imported)
    assert "fewer than 20 images" in str(warn_of_few_images(tasks, 20)[0])
    assert any("meta-validation classes" in str(warning) for warning in warn_of_few_classes(tasks, 5))
    assert warn_of_few_images(tasks, 6) == warn_of_few_classes(tasks, 2) == ()


def test_specimens_are_told_by_sub_folder(project: Project, tmp_path: Path) -> None:
    for specimen in ("plant_1", "plant_2"):
        (tmp_path / "herbarium" / "oak" / specimen).mkdir(parents=True)
        for place in range(3):
            file = tmp_path / "herbarium" / "oak" / specimen / f"{place}.png"
            variant(pattern(3), hash(specimen) % 1000 + place).save(file)
    request = ImportRequest(FolderLayout.CLASSES, grouping=Grouping.parse("subfolder"))
    import_images(project, tmp_path / "herbarium", request, Silent())
    with project.read() as session:
        assert set(session.scalars(select(Image.specimen))) == {"plant_1", "plant_2"}


def test_names_that_are_no_utf_8_and_other_odd_names_are_imported(project: Project, tmp_path: Path) -> None:
    home = tmp_path / "odd" / "añö\n<b>%s"
    home.mkdir(parents=True)
    names = [b"caf\xe9.png", "\u202eabc.png".encode(), b"quote'\".png", b"%s%d.png"]
    for place, name in enumerate(names):
        variant(pattern(4), place).save(home / f"{place}.png")
        os.rename(home / f"{place}.png", os.fsencode(home) + b"/" + name)
    report = import_images(project, tmp_path / "odd", ImportRequest(), Silent())
    assert (report.added, report.skipped) == (4, ())
    with project.read() as session:
        assert {os.fsencode(path.name) for path in session.scalars(select(Image.path))} == set(names)


class StopsOnceSaved:
    """Asks to stop when the first images are saved; how many reports come before that depends on time."""

    def report(self, share: float | None, text: Message) -> None:
        if "new ones saved" in str(text):
            raise Cancelled


@pytest.mark.slow
def test_a_cancelled_import_keeps_what_was_saved_and_goes_on_the_next_time(project: Project, tmp_path: Path) -> None:
    make_classes(tmp_path / "long", classes=40, images=8)
    with pytest.raises(Cancelled):
        import_images(project, tmp_path / "long", ImportRequest(), StopsOnceSaved())
    with project.read() as session:
        kept = len(session.scalars(select(Image.id)).all())
    assert 0 < kept < 320
    report = import_images(project, tmp_path / "long", ImportRequest(), Silent())
    assert (report.added, report.known) == (320 - kept, kept)


def test_moved_images_are_found_by_content_and_never_by_name(imported: Project, folder: Path, tmp_path: Path) -> None:
    new = tmp_path / "new place"
    shutil.move(folder, new)
    swapped = new / "task_00" / "class_00"
    (swapped / "image_00.png").rename(swapped / "other.png")
    variant(pattern(9), 9).save(swapped / "image_00.png")
    report = locate_images(imported, folder, new, Silent())
    assert (report.sought, report.found, report.missing) == (108, 108, ())
    with imported.read() as session:
        paths = set(session.scalars(select(Image.path)))
        folders = set(session.scalars(select(Task.folder))) | set(session.scalars(select(ImageClass.folder)))
    assert swapped / "other.png" in paths
    assert swapped / "image_00.png" not in paths
    assert all(home.is_relative_to(new) for home in folders)


def test_two_images_that_changed_places_are_both_found(imported: Project, folder: Path) -> None:
    home = folder / "task_00" / "class_00"
    with imported.read() as session:
        before = dict(session.execute(select(Image.sha256, Image.path)).all())
    (home / "image_00.png").rename(home / "kept")
    (home / "image_01.png").rename(home / "image_00.png")
    (home / "kept").rename(home / "image_01.png")
    assert locate_images(imported, folder, folder, Silent()).found == 108
    with imported.read() as session:
        after = dict(session.execute(select(Image.sha256, Image.path)).all())
    changed = {before[sha].name: after[sha].name for sha in before if before[sha] != after[sha]}
    assert changed == {"image_00.png": "image_01.png", "image_01.png": "image_00.png"}


def test_images_that_are_nowhere_are_named(imported: Project, folder: Path, tmp_path: Path) -> None:
    shutil.move(folder, tmp_path / "new")
    (tmp_path / "new" / "task_01" / "class_00" / "image_03.png").unlink()
    report = locate_images(imported, folder, tmp_path / "new", Silent())
    assert report.missing == (folder / "task_01" / "class_00" / "image_03.png",)


def test_locating_a_folder_that_was_never_imported_is_refused(imported: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        locate_images(imported, tmp_path / "elsewhere", tmp_path, Silent())
    assert dict(refused.value.text.values) == {"folder": str(tmp_path / "elsewhere")}


def test_a_label_never_passes_to_another_content_under_the_same_name(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile", classes=2)
    import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    file = tmp_path / "pile" / "000.png"
    write_label_table(tmp_path / "labels.csv", [LabelRow(file, "oak", 0.9, proposal="oak")])
    accept_labels(project, tmp_path / "labels.csv", 0.0, Silent())
    Picture.new("L", (20, 20), 128).save(file)
    report = import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    assert code_of(report.skipped[0].reason) == "image.changed_since_labelled"
    with project.read() as session:
        image = session.get_one(Image, current_labels(project)[0].image_id)
    assert image.status is ImageStatus.MISSING


def test_folders_that_differ_by_unicode_form_only_become_one_class_and_that_is_said(
    project: Project, tmp_path: Path
) -> None:
    for place, name in enumerate(("caf\u00e9", "cafe\u0301", "tea")):
        (tmp_path / "drinks" / name).mkdir(parents=True)
        variant(pattern(place), place).save(tmp_path / "drinks" / name / f"{place}.png")
    report = import_images(project, tmp_path / "drinks", ImportRequest(), Silent())
    assert [facts.images for facts in report.tasks[0].classes] == [2, 1]
    assert any("Unicode" in str(warning) for warning in report.warnings)
    again = import_images(project, tmp_path / "drinks", ImportRequest(), Silent())
    assert (again.added, again.known) == (0, 3)


class Unplugs:
    """Takes the folder away once some images are saved, as whoever pulls out a disk."""

    def __init__(self, folder: Path, leaves_empty: bool) -> None:
        self._folder, self._leaves_empty = folder, leaves_empty

    def report(self, share: float | None, text: Message) -> None:
        if share and self._folder.exists() and any(self._folder.iterdir()):
            shutil.rmtree(self._folder)
            if self._leaves_empty:
                self._folder.mkdir()


@pytest.mark.parametrize("leaves_empty", [False, True])
def test_a_folder_that_goes_meanwhile_is_named_once_and_nothing_of_it_is_missing_afterwards(
    project: Project, tmp_path: Path, leaves_empty: bool
) -> None:
    make_classes(tmp_path / "disk", classes=10, images=30)
    shutil.copytree(tmp_path / "disk", tmp_path / "spare")
    report = import_images(project, tmp_path / "disk", ImportRequest(), Unplugs(tmp_path / "disk", leaves_empty))
    assert report.cut_off is not None
    assert (report.skipped, report.warnings[0]) == ((), report.cut_off)
    assert report.cut_off.values["done"] == report.added
    assert report.cut_off.values["total"] == 300
    assert 0 < report.added < 300
    assert {image.status for image in list_images(project)} == {ImageStatus.READY}
    shutil.rmtree(tmp_path / "disk", ignore_errors=True)
    shutil.copytree(tmp_path / "spare", tmp_path / "disk")
    again = import_images(project, tmp_path / "disk", ImportRequest(), Silent())
    assert (again.cut_off, again.added + again.known) == (None, 300)


def test_a_file_that_goes_alone_is_left_out_alone(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    (tmp_path / "pile" / "zz.png").symlink_to(tmp_path / "nowhere.png")
    report = import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    assert (report.cut_off, report.added, len(report.skipped)) == (None, 20, 1)


def test_class_folders_that_differ_by_capitals_are_said_to_be_two_classes(project: Project, tmp_path: Path) -> None:
    made = make_classes(tmp_path / "made", classes=2, images=3)
    for old, new in (("class_00", "Oak"), ("class_01", "oak")):
        (tmp_path / "trees" / new).mkdir(parents=True, exist_ok=True)
        for file in sorted((made / old).iterdir()):
            shutil.copy(file, tmp_path / "trees" / new / f"{new}_{file.name}")
    if len(list((tmp_path / "trees").iterdir())) < 2:
        pytest.skip("This disk takes the two names for one.")
    report = import_images(project, tmp_path / "trees", ImportRequest(), Silent())
    assert len(report.tasks[0].classes) == 2
    assert [warning.values for warning in report.warnings if "two classes" in str(warning)] == [
        {"first": "Oak", "second": "oak"}
    ]


class Last:
    """Keeps what was reported last."""

    text = ""

    def report(self, share: float | None, text: Message) -> None:
        self.text = str(text)


def test_what_the_bar_says_last_is_true_where_all_is_new_and_where_nothing_is(project: Project, tmp_path: Path) -> None:
    make_classes(tmp_path / "few", classes=2, images=3)
    for added, known in ((6, 0), (0, 6)):
        bar = Last()
        report = import_images(project, tmp_path / "few", ImportRequest(), bar)
        assert (report.added, report.known) == (added, known)
        assert bar.text == "6 of 6 images checked, new ones saved"
