"""The page chosen at an import is kept with its folder, and is what display, training and labelling see."""

from pathlib import Path

import numpy as np
import pytest

from tests.fact_codes import code_of
from tests.imaging.stacks import interleaved, plain
from workbench.imaging.page_choice import PageChoice, parts_of_key
from workbench.operations.features.episode_pool import pool_of, readable_images_of, view_of
from workbench.operations.features.load_images import ImageRef, load_images
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.examples import add_example_files
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.images import ImageFacts, list_images
from workbench.operations.tasks.import_images import import_images
from workbench.operations.tasks.import_report import ImportRequest, pages_chosen
from workbench.operations.tasks.several_pages import pages_in_folder
from workbench.operations.tasks.thumbnails import image_at_full_size, image_thumbnail
from workbench.store.models import Task

SECOND, THIRD = PageChoice(2), PageChoice(3)


@pytest.fixture
def stacks(tmp_path: Path) -> Path:
    """A folder of two classes, whose files have a blank page, one of 60 and one of 200 (or 10 less each)."""
    for number, name in enumerate(("ants", "bees")):
        home = tmp_path / "stacks" / name
        home.mkdir(parents=True)
        for less in range(3):
            (home / f"{less}.tif").write_bytes(plain(0, 60 - 20 * number - less, 200 - 20 * number - less))
    return tmp_path / "stacks"


def chosen(choice: PageChoice | None) -> ImportRequest:
    return ImportRequest(pages=choice)


def greys(images: tuple[ImageFacts, ...]) -> list[list[int]]:
    """Return what the person sees, small and large, and what the model sees, of each image's last row."""
    rows: list[list[int]] = []
    for image in images:
        small, large = (make(image.path, image.sha256, 96) for make in (image_thumbnail, image_at_full_size))
        model = load_images([ImageRef(image.path, image.sha256)], 8, 1, Silent()).values[0]
        rows.append([int(small[-1, -1, 0]), int(large[-1, -1, 0]), int(model[0, -1, -1])])
    return rows


def test_what_was_taken_of_which_file_is_reported(project: Project, stacks: Path) -> None:
    report = import_images(project, stacks, ImportRequest(), Silent())
    assert [(taken.count.pages, taken.count.channels, taken.page) for taken in report.several_pages] == [(3, 1, 2)] * 6
    assert any("6 files have several pages" in str(warning) for warning in report.warnings)


@pytest.mark.parametrize(
    ("choice", "pages", "channels"),
    [
        (PageChoice(), "page 2", "the first channel"),
        (THIRD, "page 3, as chosen", "the first channel"),
        (PageChoice("max"), "the brightest", "the first channel"),
        (PageChoice(None, (4, 2, 1)), "page 2", "channels 4, 2, 1"),
    ],
)
def test_it_is_said_of_pages_and_of_channels_what_was_taken(
    project: Project, stacks: Path, choice: PageChoice, pages: str, channels: str
) -> None:
    # Of a class that comes first, with one page: a choice of pages is not about it.
    (stacks / "a five").mkdir()
    (stacks / "a five" / "cells.tif").write_bytes(interleaved(1, 2, 3, 4, 5))
    (stacks / "a five" / "one page.tif").write_bytes(plain(70))
    words = [str(warning) for warning in import_images(project, stacks, chosen(choice), Silent()).warnings]
    about_pages, about_channels = (line for line in words if "several" in line)
    assert about_pages.startswith(f"6 files have several pages, such as {stacks / 'ants' / '0.tif'} with 3.")
    assert pages in about_pages
    assert about_channels.startswith(f"1 file has several channels, {stacks / 'a five' / 'cells.tif'} with 5.")
    assert channels in about_channels


def test_a_folder_without_such_files_is_not_spoken_of(imported: Project, folder: Path) -> None:
    report = import_images(imported, folder, ImportRequest(), Silent())
    assert report.several_pages == ()
    assert not pages_in_folder(folder, Silent()).is_choice


@pytest.mark.parametrize(("choice", "value"), [(None, 60), (THIRD, 200), (PageChoice("max"), 200)])
def test_person_and_model_see_the_page_that_was_chosen(
    project: Project, stacks: Path, choice: PageChoice | None, value: int
) -> None:
    import_images(project, stacks, chosen(choice), Silent())
    assert greys(list_images(project)[:1]) == [[value] * 3]
    with project.read() as session:
        assert session.query(Task).one().reading == (None if choice is None else choice.stored())


def test_training_sees_the_page_that_was_chosen(project: Project, stacks: Path) -> None:
    import_images(project, stacks, chosen(THIRD), Silent())
    classes = [image.class_id for image in list_images(project) if image.class_id is not None]
    view = view_of("conv4", 28, 1)
    pool = pool_of(project, classes, view, rotate_classes=False, device="cpu", reporter=Silent()).pool
    assert sorted(np.asarray(pool.images)[:, 0, -1, -1].tolist()) == [178, 179, 180, 198, 199, 200]
    assert {parts_of_key(row.sha256)[1] for row in readable_images_of(project, classes)} == {THIRD}


def test_importing_again_keeps_the_choice_or_takes_another(project: Project, stacks: Path) -> None:
    import_images(project, stacks, chosen(THIRD), Silent())
    (stacks / "ants" / "late.tif").write_bytes(plain(0, 50, 150))
    report = import_images(project, stacks, ImportRequest(), Silent())
    assert (report.added, report.known, report.several_pages[0].page) == (1, 6, 3)
    report = import_images(project, stacks, chosen(SECOND), Silent())
    assert (report.added, report.known, report.duplicates) == (0, 7, 0)
    assert sorted(grey[0] for grey in greys(list_images(project))) == [38, 39, 40, 50, 58, 59, 60]


def test_two_folders_of_the_same_files_keep_their_choices(project: Project, stacks: Path, tmp_path: Path) -> None:
    import_images(project, stacks, chosen(SECOND), Silent())
    (tmp_path / "copy" / "ants").mkdir(parents=True)
    (tmp_path / "copy" / "ants" / "0.tif").write_bytes((stacks / "ants" / "0.tif").read_bytes())
    import_images(project, tmp_path / "copy", chosen(THIRD), Silent())
    images = [image for image in list_images(project) if image.path.parent.name == "ants" and image.path.stem == "0"]
    assert sorted(greys(tuple(images))) == [[60] * 3, [200] * 3]


def test_a_file_without_the_page_is_left_out_with_the_reason(project: Project, stacks: Path) -> None:
    (stacks / "ants" / "short.tif").write_bytes(plain(0, 60))
    report = import_images(project, stacks, chosen(THIRD), Silent())
    assert [(file.path.name, code_of(file.reason)) for file in report.skipped] == [("short.tif", "image.no_such_page")]


def test_a_file_given_as_an_example_is_read_as_the_folder_around_it(project: Project, stacks: Path) -> None:
    import_images(project, stacks, chosen(THIRD), Silent())
    (stacks / "more").mkdir()
    path = stacks / "more" / "new.tif"
    path.write_bytes(plain(0, 30, 130))
    add_example_files(project, add_class(project, "new").class_id, [path], Silent())
    image = next(image for image in list_images(project) if image.path == path)
    assert greys((image,)) == [[130] * 3]


def test_a_look_at_a_folder_tells_what_there_is_to_choose(stacks: Path) -> None:
    (stacks / "ants" / "cells.tif").write_bytes(interleaved(1, 2, 3, 4))
    count = pages_in_folder(stacks, Silent())
    assert (count.pages, count.channels) == (3, 4)


def test_a_look_at_a_folder_can_be_stopped(stacks: Path) -> None:
    class Stopped(Silent):
        def report(self, share: float | None, text: object) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        pages_in_folder(stacks, Stopped())


def test_what_is_typed_is_a_choice_or_none() -> None:
    assert pages_chosen("2", "3,2,1") == PageChoice(2, (3, 2, 1))
    assert pages_chosen(None, None) is None
