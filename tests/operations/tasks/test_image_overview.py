"""An overview says what is imported, what is wrong with it, and which images went missing."""

import shutil
from pathlib import Path

from tests.made_images import make_classes
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.image_overview import image_overview
from workbench.operations.tasks.locate_images import locate_images


def test_folders_that_are_gone_are_told_from_those_that_are_there(imported: Project, folder: Path) -> None:
    assert not image_overview(imported).away
    shutil.rmtree(folder / "task_01")
    overview = image_overview(imported)
    assert [task.name for task in overview.tasks if task.id in overview.away] == ["task_01"]


def test_a_class_with_few_images_is_warned_of(imported: Project) -> None:
    overview = image_overview(imported)
    number = overview.tasks[0].classes[0].id
    assert dict(overview.warnings[number].values) == {"need": 16}


def test_the_folder_of_missing_images_is_the_nearest_that_holds_them_all(
    imported: Project, folder: Path, tmp_path: Path
) -> None:
    assert image_overview(imported).missing_folder() is None
    home = folder / "task_00" / "class_02"
    shutil.move(home, tmp_path / "elsewhere")
    for name in ("image_00.png", "image_01.png"):
        (tmp_path / "elsewhere" / name).unlink()
    locate_images(imported, home, tmp_path / "elsewhere", Silent())
    overview = image_overview(imported)
    assert [image.path.name for image in overview.missing] == ["image_00.png", "image_01.png"]
    assert overview.missing_folder() == home


def test_images_that_did_not_move_are_not_missing_when_others_are_located(
    imported: Project, folder: Path, tmp_path: Path
) -> None:
    home, elsewhere = folder / "task_00" / "class_02", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (home / "image_00.png").rename(elsewhere / "image_00.png")
    report = locate_images(imported, home, elsewhere, Silent())
    assert (report.found, report.missing) == (1, ())
    assert not image_overview(imported).missing


def test_a_folder_of_examples_alone_is_no_folder_of_images(imported: Project, tmp_path: Path) -> None:
    before = [task.name for task in image_overview(imported).tasks]
    examples = make_classes(tmp_path / "examples", classes=2, images=3, seed=4)
    added = add_examples_folder(imported, examples, Silent())
    assert [task.name for task in image_overview(imported).tasks] == before
    added.inverse.apply(imported)
    assert [task.name for task in image_overview(imported).tasks] == [*before, "class_00", "class_01"]


def test_a_folder_of_examples_that_is_gone_is_listed(imported: Project, tmp_path: Path) -> None:
    examples = make_classes(tmp_path / "examples", classes=1, images=3, seed=4)
    add_examples_folder(imported, examples, Silent())
    shutil.rmtree(examples)
    overview = image_overview(imported)
    assert [task.name for task in overview.tasks if task.id in overview.away] == ["class_00"]
