"""A run is watched while it learns an episode of the test's classes, also with other examples."""

from dataclasses import replace
from typing import Any

import pytest

from tests.fact_codes import refused
from workbench.errors import UserError
from workbench.operations.evaluation.watching.watch_episode import watch_episode
from workbench.operations.evaluation.watching.watched import (
    NumberTable,
    PlanePoints,
    SupportChange,
    WatchedEpisode,
    WatchRequest,
)
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import Project
from workbench.store.models import Role

REQUEST = WatchRequest("1", way=3, shot=2, query=2)


def watched(project: Project, *changes: SupportChange, **asked: Any) -> WatchedEpisode:
    return watch_episode(project, replace(REQUEST, changes=changes, **asked), Silent())


def test_an_episode_has_its_images_and_ends_with_a_decision(trained: Project) -> None:
    episode = watched(trained)
    assert len(episode.classes) == 3
    assert [image.label for image in episode.examples] == [0, 0, 1, 1, 2, 2]
    assert [image.label for image in episode.queries] == [0, 0, 1, 1, 2, 2]
    assert all(image.own == image.label and image.path.exists() for image in (*episode.examples, *episode.queries))
    last = episode.steps[-1]
    assert last.named is not None
    assert last.right == sum(one == image.label for one, image in zip(last.named, episode.queries, strict=True))
    assert episode.beside is not None
    assert len(episode.beside.named) == 6


def test_what_is_drawn_fits_the_episode(trained: Project) -> None:
    episode = watched(trained)
    drawings = [drawing for step in episode.steps for drawing in step.drawings]
    for points in (one for one in drawings if isinstance(one, PlanePoints)):
        left, bottom, right, top = points.bounds
        assert len(points.examples) == 6
        assert all(left <= x <= right and bottom <= y <= top for x, y in (*points.examples, *points.queries))
    (table,) = (one for one in drawings if isinstance(one, NumberTable))
    assert [len(row) for row in table.values] == [3] * 6
    assert all(0 <= shade <= 1 for row in table.shades for shade in row)
    # The nearest is the darkest.
    nearest = [min(range(3), key=row.__getitem__) for row in table.values]
    assert nearest == [max(range(3), key=row.__getitem__) for row in table.shades]
    assert tuple(nearest) == episode.steps[-1].named


def test_the_same_number_is_the_same_episode_and_another_is_another(trained: Project) -> None:
    assert watched(trained) == watched(trained)
    rows = [[image.row for image in watched(trained, number=number).examples] for number in (0, 1)]
    assert rows[0] != rows[1]


def test_classes_of_one_name_are_told_apart_by_their_folder(trained: Project) -> None:
    episode = watched(trained, way=18, role=Role.META_TRAIN)
    assert any("(" in name for name in episode.classes)
    assert len(set(episode.classes)) == len(episode.classes)


def test_an_example_that_is_taken_out_is_missing_and_can_come_back(trained: Project) -> None:
    whole = watched(trained)
    gone = whole.examples[0].row
    without = watched(trained, SupportChange(gone, None))
    assert [image.row for image in without.examples] == [image.row for image in whole.examples[1:]]
    assert [image.row for image in without.taken_out] == [gone]
    assert without.steps[1].drawings != whole.steps[1].drawings
    again = watched(trained, SupportChange(gone, None), SupportChange(gone, 0))
    assert {(image.row, image.label) for image in again.examples} == {
        (image.row, image.label) for image in whole.examples
    }
    assert again.taken_out == ()


def test_a_wrong_example_is_known_as_one(trained: Project) -> None:
    moved = watched(trained).examples[0].row
    wrong = watched(trained, SupportChange(moved, 2))
    (image,) = (image for image in wrong.examples if image.row == moved)
    assert (image.label, image.own) == (2, 0)


def test_a_query_that_becomes_an_example_is_asked_no_more(trained: Project) -> None:
    query = watched(trained).queries[0]
    more = watched(trained, SupportChange(query.row, query.label))
    assert query.row in {image.row for image in more.examples}
    assert query.row not in {image.row for image in more.queries}
    assert len(more.queries) == 5


def test_a_class_without_an_example_is_refused_in_words(trained: Project) -> None:
    whole = watched(trained)
    out = [SupportChange(image.row, None) for image in whole.examples if image.label == 1]
    with refused("support.class_without_example"):
        watched(trained, *out)


@pytest.mark.parametrize("change", [SupportChange(100_000, 0), SupportChange(0, 3), SupportChange(-1, None)])
def test_a_row_or_class_that_is_not_there_is_refused_in_words(trained: Project, change: SupportChange) -> None:
    with pytest.raises(UserError):
        watched(trained, change)


@pytest.mark.parametrize("run", ["pixels", "77"])
def test_what_is_no_run_is_refused_in_words(trained: Project, run: str) -> None:
    with pytest.raises(UserError):
        watched(trained, run=run)


def test_it_stops_when_asked_to(trained: Project) -> None:
    class Impatient:
        def report(self, share: float | None, text: object) -> None:
            if share:
                raise Cancelled

    with pytest.raises(Cancelled):
        watch_episode(trained, REQUEST, Impatient())
