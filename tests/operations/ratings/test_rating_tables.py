"""Ratings are kept in the project, found again by their digest, and damage in them is said."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.fact_codes import refused
from tests.operations.ratings.made_tables import write_made_ratings
from workbench.operations.project.opening import Project, new_project
from workbench.operations.ratings.rating_files import read_ratings
from workbench.operations.ratings.rating_tables import import_ratings, newest_ratings, ratings_of
from workbench.store.search_models import RatingTable


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "p.mlwb") as made:
        yield made


def test_what_is_kept_is_what_was_read(project: Project, tmp_path: Path) -> None:
    table, items, people = write_made_ratings(tmp_path)
    report = import_ratings(project, table, items=items, people=people)
    assert (report.ratings, report.people, report.items) == (900, 30, 30)
    assert (report.lowest, report.highest) == (1, 5)
    assert dict(report.of_items)["colour"] == "category"
    digest = newest_ratings(project)
    assert digest is not None
    kept, read = ratings_of(project, digest), read_ratings(table, items, people)
    assert kept is not None
    assert (kept.people, kept.items, kept.of_items, kept.of_people) == (
        read.people, read.items, read.of_items, read.of_people,
    )  # fmt: skip
    for name in ("person", "item", "rating"):
        assert np.array_equal(getattr(kept, name), getattr(read, name))


def test_the_newest_is_the_projects_and_the_one_before_is_still_there(project: Project, tmp_path: Path) -> None:
    assert newest_ratings(project) is None
    table, _, _ = write_made_ratings(tmp_path)
    import_ratings(project, table)
    before = newest_ratings(project)
    table.write_text("user,item,rating\nada,tea,5\nada,milk,1\n")
    import_ratings(project, table)
    newest = newest_ratings(project)
    assert before is not None
    assert newest is not None
    assert newest != before
    old, new = ratings_of(project, before), ratings_of(project, newest)
    assert old is not None
    assert new is not None
    assert (len(old.rating), len(new.rating)) == (900, 2)
    assert ratings_of(project, "00" * 32) is None


def test_ratings_of_nobody_are_damage(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "r.csv"
    table.write_text("user,item,rating\nada,tea,5\nada,milk,1\n")
    import_ratings(project, table)
    digest = newest_ratings(project)
    assert digest is not None
    with project.write() as session:
        row = session.get_one(RatingTable, 1)
        row.content = {**row.content, "person": [0, 7]}
    with refused("ratings.unreadable"):
        ratings_of(project, digest)
