"""A pile is ordered for who picked some of it, from their own picks alone or with what others picked."""

from pathlib import Path

import pytest

from tests.operations.conftest import fill_to_label
from tests.project_templates import ProjectTemplates
from workbench.errors import UserError
from workbench.operations.labelling.decisions import decided_images
from workbench.operations.labelling.labelling_set import tasks_to_label
from workbench.operations.labelling.wanted_images import open_wanted, recommend_images
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.ratings.picks import pick_images, picks_of
from workbench.operations.tasks.images import ImageFacts, list_images

pytestmark = pytest.mark.usefixtures("known_features")


@pytest.fixture
def pile(templates: ProjectTemplates, project: Project, tmp_path: Path) -> tuple[ImageFacts, ...]:
    templates.fill(project, fill_to_label, tmp_path)
    return list_images(project, tasks=tasks_to_label(project))


def contents(pile: tuple[ImageFacts, ...], *places: int) -> list[bytes]:
    return [pile[place].sha256 for place in places]


def test_what_was_picked_is_left_out_and_nothing_is_decided(project: Project, pile: tuple[ImageFacts, ...]) -> None:
    pick_images(project, "Ana", contents(pile, 0, 4), wanted=True)
    pick_images(project, "Ana", contents(pile, 1), wanted=False)
    found = open_wanted(project, tasks_to_label(project), Silent()).order(project, "Ana")
    assert (found.picks, found.learned_from) == (3, 0)
    assert {image.id for image in found.images} == {image.id for image in pile} - {pile[at].id for at in (0, 4, 1)}
    assert list(found.wanted) == sorted(found.wanted, reverse=True)
    assert decided_images(project) == {}


def test_others_picks_teach_once_three_people_have_them(project: Project, pile: tuple[ImageFacts, ...]) -> None:
    pick_images(project, "Ana", contents(pile, 0), wanted=True)
    for first, name in enumerate(("Bo", "Cy")):
        pick_images(project, name, contents(pile, first, first + 4, first + 8), wanted=True)
    session = open_wanted(project, tasks_to_label(project), Silent())
    assert session.order(project, "Ana").learned_from == 0
    undo = pick_images(project, "Di", contents(pile, 2, 6, 10), wanted=True)
    assert session.order(project, "Ana").learned_from == 3
    undo.apply(project)
    assert session.order(project, "Ana").learned_from == 0


def test_who_wants_nothing_is_told_what_to_do(project: Project, pile: tuple[ImageFacts, ...]) -> None:
    pick_images(project, "Ana", contents(pile, 0), wanted=False)
    with pytest.raises(UserError):
        open_wanted(project, tasks_to_label(project), Silent()).order(project, "Ana")


def test_picks_in_another_folder_count(project: Project, pile: tuple[ImageFacts, ...]) -> None:
    elsewhere = next(image for image in list_images(project) if image.class_id is not None)
    pick_images(project, "Ana", [elsewhere.sha256], wanted=True)
    found = open_wanted(project, tasks_to_label(project), Silent()).order(project, "Ana")
    assert (found.picks, len(found.images)) == (1, len(pile))


def test_images_are_recommended_of_the_folders_in_which_somebody_picked(
    project: Project, pile: tuple[ImageFacts, ...]
) -> None:
    pick_images(project, "Ana", contents(pile, 0, 4), wanted=True)
    found = recommend_images(project, "Ana", Silent(), top=5)
    assert len(found.items) == 5
    assert {Path(item.item).parent for item in found.items} == {pile[0].path.parent}
    assert all(1 <= item.foretold <= 5 for item in found.items)
    with pytest.raises(UserError):
        recommend_images(project, "Ana", Silent(), top=0)
    assert len(picks_of(project).of_person("Ana")) == 2
