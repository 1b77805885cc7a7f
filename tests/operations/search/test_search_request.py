"""What a search is asked for is completed by what the images allow, and refused before anything is written."""

from pathlib import Path

import pytest
from sqlalchemy import update

from tests.fact_codes import code_of
from tests.made_images import make_classes
from workbench.operations.labelling.examples import add_examples_folder
from workbench.operations.progress import Silent
from workbench.operations.search.search_request import SearchRequest, completed_request, possible_search
from workbench.store.models import ImageClass, Role
from workbench.store.project import Project
from workbench.words import Message

WAY, IMAGES = 3, 6  # of the classes to choose by


def test_no_more_is_tried_than_there_are_images_for_and_what_was_asked_for_is_kept(imported: Project) -> None:
    request = completed_request(imported, SearchRequest(way=50, shot=500))
    assert (request.way, request.shot) == (WAY, IMAGES - 1)
    assert request.uses_fewer
    assert request.asked == (50, 500)
    enough = completed_request(imported, SearchRequest(way=2, shot=1))
    assert not enough.uses_fewer
    assert (enough.way, enough.shot) == enough.asked == (2, 1)


def test_usual_numbers_were_asked_for_by_nobody_and_those_of_the_labelling_were(
    imported: Project, tmp_path: Path
) -> None:
    assert not completed_request(imported, SearchRequest()).uses_fewer
    add_examples_folder(imported, make_classes(tmp_path / "examples", classes=WAY + 1, images=2), Silent())
    request = completed_request(imported, SearchRequest())
    assert (request.way, request.asked) == (WAY, (WAY + 1, 2))


@pytest.mark.parametrize(
    ("role", "code"),
    [
        (Role.META_TRAIN, "search.nothing_to_learn_from"),
        (Role.META_VALIDATION, "search.nothing_to_choose_by"),
        (Role.META_TEST, "search.nothing_to_test_on"),
    ],
)
def test_why_no_search_can_begin_is_an_answer(imported: Project, role: Role, code: str) -> None:
    assert isinstance(possible_search(imported, SearchRequest()), SearchRequest)
    other = Role.META_TEST if role is Role.META_TRAIN else Role.META_TRAIN
    with imported.write() as session:
        session.execute(update(ImageClass).where(ImageClass.role == role).values(role=other))
    reason = possible_search(imported, SearchRequest())
    assert isinstance(reason, Message)
    assert code_of(reason) == code
