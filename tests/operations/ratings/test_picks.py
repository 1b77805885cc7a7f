"""What people pick among images is kept in the project, by name, and never taken for a table of ratings."""

from pathlib import Path

import pytest

from tests.operations.ratings.made_tables import write_made_ratings
from workbench.errors import UserError
from workbench.operations.project.opening import new_project
from workbench.operations.ratings.picks import MOST_LETTERS, pick_images, picks_of, recommends_images
from workbench.operations.ratings.rating_tables import import_ratings, newest_ratings
from workbench.store.project import Project, open_project

OAK, ELM, PINE = (bytes([number]) * 32 for number in range(3))


def test_picks_are_found_again_by_who_picked(tmp_path: Path) -> None:
    with new_project(tmp_path / "p.mlwb") as project:
        pick_images(project, " Ana  María ", [OAK, ELM], wanted=True)
        pick_images(project, "Ana María", [ELM], wanted=False)
        pick_images(project, "Bo", [OAK], wanted=False)
    with open_project(tmp_path / "p.mlwb", backups=tmp_path) as project:
        assert picks_of(project).of == {"Ana María": {OAK: True, ELM: False}, "Bo": {OAK: False}}


def test_a_pick_is_undone_and_done_again(project: Project) -> None:
    pick_images(project, "Ana", [OAK], wanted=True)
    undo = pick_images(project, "Ana", [OAK, PINE], wanted=False)
    redo = undo.apply(project)
    assert picks_of(project).of == {"Ana": {OAK: True}}
    redo.apply(project)
    assert picks_of(project).of == {"Ana": {OAK: False, PINE: False}}


def test_nothing_is_left_of_somebody_whose_last_pick_is_removed(project: Project) -> None:
    pick_images(project, "Ana", [OAK], wanted=True)
    pick_images(project, "Ana", [OAK], wanted=None)
    assert picks_of(project).of == {}


def test_picks_are_no_table_of_ratings(project: Project, tmp_path: Path) -> None:
    pick_images(project, "Ana", [OAK], wanted=True)
    assert newest_ratings(project) is None
    assert recommends_images(project, "Ana")
    import_ratings(project, write_made_ratings(tmp_path)[0])
    digest = newest_ratings(project)
    pick_images(project, "person 001", [ELM], wanted=True)
    assert newest_ratings(project) == digest
    assert picks_of(project).of["Ana"] == {OAK: True}
    assert not recommends_images(project, "person 001")
    assert not recommends_images(project, "Nobody")


@pytest.mark.parametrize("name", ["", "  ", "a" * (MOST_LETTERS + 1)])
def test_a_name_is_needed(project: Project, name: str) -> None:
    with pytest.raises(UserError):
        pick_images(project, name, [OAK], wanted=True)
