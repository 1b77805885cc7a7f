"""Split folders above the classes, and classes of different roles that may be one: said, and never mixed in silence."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.fact_codes import codes_of
from tests.made_images import pattern, variant
from workbench.errors import UserError
from workbench.imaging.scan import FolderLayout
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.classes import rename_class
from workbench.operations.tasks.import_images import import_images
from workbench.operations.tasks.import_report import ImportRequest
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.store.models import Image, Role

TRAIN, TEST = RoleRequest(Role.META_TRAIN), RoleRequest(Role.META_TEST)


def put(root: Path, *names: str, seed: int = 0) -> Path:
    """Write an image of its own under each name."""
    for number, name in enumerate(names):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        variant(pattern(number), 1000 * seed + number).save(root / name)
    return root


def split_set(root: Path) -> Path:
    """Write three split folders with the same two classes."""
    names = [f"{split}/{name}/{n}.png" for split in ("train", "val", "test") for name in ("oak", "elm") for n in (1, 2)]
    return put(root, *names)


def test_classes_of_one_name_in_split_folders_are_joined_and_that_is_said(project: Project, tmp_path: Path) -> None:
    report = import_images(project, split_set(tmp_path / "trees"), ImportRequest(), Silent())
    assert report.layout is FolderLayout.SPLITS
    (task,) = describe_tasks(project)
    assert {facts.name: facts.images for facts in task.classes} == {"oak": 6, "elm": 6}
    assert report.splits is not None
    assert (report.splits.joined, report.splits.give_roles) == (2, False)
    assert "train" in str(report.warnings[0])
    assert warn_of_shared_roles(project) == ()


def test_joined_classes_are_known_when_the_folder_comes_again_even_if_renamed(project: Project, tmp_path: Path) -> None:
    root = split_set(tmp_path / "trees")
    import_images(project, root, ImportRequest(), Silent())
    oak = next(facts.id for facts in describe_tasks(project)[0].classes if facts.name == "oak")
    rename_class(project, oak, "Quercus")
    put(root, "test/oak/late.png", seed=5)
    report = import_images(project, root, ImportRequest(), Silent())
    assert (report.added, report.known) == (1, 12)
    assert {facts.name: facts.images for facts in describe_tasks(project)[0].classes} == {"Quercus": 7, "elm": 6}


def test_names_that_differ_by_case_are_one_class_across_split_folders(project: Project, tmp_path: Path) -> None:
    root = put(tmp_path / "trees", "train/Oak/1.png", "test/oak/2.png", "train/elm/3.png", "test/elm/4.png")
    import_images(project, root, ImportRequest(), Silent())
    assert sorted(facts.images for facts in describe_tasks(project)[0].classes) == [2, 2]


def test_split_folders_of_disjoint_classes_are_taken_as_roles(project: Project, tmp_path: Path) -> None:
    folders = [f"{split}/{split}{number}" for split in ("train", "val", "test") for number in range(4)]
    root = put(tmp_path / "mini", *(f"{folder}/1.png" for folder in folders))
    report = import_images(project, root, ImportRequest(), Silent())
    assert {facts.name[:-1]: facts.role for facts in report.tasks[0].classes} == {
        "train": "meta-train",
        "val": "meta-validation",
        "test": "meta-test",
    }
    assert report.splits is not None
    assert report.splits.give_roles


def test_a_given_role_or_share_goes_before_what_split_folders_say(project: Project, tmp_path: Path) -> None:
    root = put(tmp_path / "mini", *(f"{split}/{split}{n}/1.png" for split in ("train", "test") for n in range(4)))
    import_images(project, root, ImportRequest(roles=TRAIN), Silent())
    assert {facts.role for facts in describe_tasks(project)[0].classes} == {"meta-train"}


def test_split_folders_that_share_a_class_are_refused_as_roles(project: Project, tmp_path: Path) -> None:
    root = split_set(tmp_path / "trees")
    with pytest.raises(UserError, match=r"(oak|elm)"):
        import_images(project, root, ImportRequest(roles=RoleRequest(by_folder=True)), Silent())
    assert describe_tasks(project) == ()


def test_roles_cannot_be_those_of_split_folders_that_are_not_there(project: Project, folder: Path) -> None:
    with pytest.raises(UserError):
        import_images(project, folder, ImportRequest(roles=RoleRequest(by_folder=True)), Silent())


@pytest.mark.parametrize("other", ["oak", "OAK", "Oak"])
def test_one_name_in_two_imports_of_different_roles_is_warned_of(project: Project, tmp_path: Path, other: str) -> None:
    first = put(tmp_path / "summer", "oak/1.png", "elm/2.png")
    second = put(tmp_path / "winter", f"{other}/1.png", "ash/2.png", seed=3)
    import_images(project, first, ImportRequest(roles=TRAIN), Silent())
    report = import_images(project, second, ImportRequest(roles=TEST), Silent())
    assert "classes.same_name_in_several_roles" in codes_of(report.warnings)


def test_one_folder_in_two_roles_is_warned_of(project: Project, tmp_path: Path) -> None:
    root = put(tmp_path / "trees", "old/oak/1.png", "old/oak/2.png", "old/elm/1.png")
    import_images(project, root / "old", ImportRequest(FolderLayout.CLASSES, TRAIN), Silent())
    report = import_images(project, root, ImportRequest(FolderLayout.CLASSES, TEST), Silent())
    codes = codes_of(report.warnings)
    assert codes[:2] == ["images.in_several_roles", "classes.same_folder_in_several_roles"]


def test_numbered_classes_of_folders_side_by_side_are_not_taken_for_one(project: Project, folder: Path) -> None:
    import_images(project, folder, ImportRequest(), Silent())
    assert warn_of_shared_roles(project) == ()


def test_a_folder_is_imported_again_in_the_layout_it_was_imported_in(project: Project, tmp_path: Path) -> None:
    names = [f"{kind}/{who}/{n}.png" for kind in ("grey", "harp") for who in ("anna", "bo") for n in (1, 2)]
    root = put(tmp_path / "seals", *names)
    import_images(project, root, ImportRequest(FolderLayout.INDIVIDUALS), Silent())
    with project.read() as session:
        assert set(session.scalars(select(Image.specimen))) == {"anna", "bo"}
    report = import_images(project, root, ImportRequest(), Silent())
    assert (report.layout, report.added, report.known) == (FolderLayout.INDIVIDUALS, 0, 8)
    shutil.rmtree(root)


def test_a_pile_around_an_imported_folder_is_still_a_pile(project: Project, tmp_path: Path) -> None:
    root = put(tmp_path / "data", "known/oak/1.png", "known/elm/2.png", *(f"{number}.png" for number in range(9)))
    import_images(project, root / "known", ImportRequest(), Silent())
    assert import_images(project, root, ImportRequest(), Silent()).layout is FolderLayout.UNLABELLED


def test_split_folders_imported_one_by_one_stay_apart_when_their_folder_is_imported(
    project: Project, tmp_path: Path
) -> None:
    root = split_set(tmp_path / "trees")
    import_images(project, root / "train", ImportRequest(roles=TRAIN), Silent())
    report = import_images(project, root, ImportRequest(roles=TEST), Silent())
    assert (report.layout, report.known) == (FolderLayout.TASKS, 4)
    assert "classes.same_name_in_several_roles" in codes_of(report.warnings)


def test_names_that_differ_by_case_only_are_said(project: Project, tmp_path: Path) -> None:
    root = put(tmp_path / "trees", "Oak/1.png", "oak/2.png", "elm/a.png", "elm/A.PNG")
    report = import_images(project, root, ImportRequest(), Silent())
    (said,) = [text for text in report.warnings if {"first", "count"} <= text.values.keys()]
    assert said.values["count"] == 2
    assert [facts.images for facts in report.tasks[0].classes] == [1, 2, 1]
