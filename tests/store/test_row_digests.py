"""Whatever statement writes a row, its digest is written with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError

from tests.store.parts import add_label, add_task, an_image
from workbench.store.models import Example, Image, ImageClass, LabellingClass, LabellingSet, Role, Run, RunState, Task
from workbench.store.project import Project, create_project
from workbench.store.row_digests import digest_of, link, rewrite_digests

Digests = list[tuple[str, int, bytes]]


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    with create_project(folder / "birds.mlwb") as project:
        yield project


def kept(project: Project) -> Digests:
    with project.read() as session:
        return [tuple(row) for row in session.execute(text("SELECT * FROM row_digests"))]


def computed(project: Project) -> Digests:
    """The digests as they are when they are computed from the rows alone."""
    project.checkpoint()
    address = f"{project.path.as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as file, closing(sqlite3.connect(":memory:")) as copy:
        file.backup(copy)
        rewrite_digests(copy)
        return copy.execute("SELECT * FROM row_digests").fetchall()


def chain(project: Project) -> list[tuple[str, int, bytes | None, bytes]]:
    with project.read() as session:
        query = "SELECT table_name, row_id, digest, chained FROM digest_chain ORDER BY id"
        return [tuple(row) for row in session.execute(text(query))]


def add_twice(project: Project) -> None:
    with project.write() as session:
        session.add(an_image(1, Path("/pictures/1.png")))
        session.flush()
        session.add(an_image(1, Path("/pictures/1.png")))


def a_run() -> Run:
    return Run(
        approach="reptile", encoder="conv4", options={"rate": 0.5, "steps": 3}, settings={}, seed=7, versions={},
        device="cpu", state=RunState.FINISHED, roles={}, seconds=-0.0,
    )  # fmt: skip


def test_rows_added_changed_and_taken_away_have_their_digests(project: Project) -> None:
    task = add_task(project, "Ä\0 ñ")
    with project.write() as session:
        session.add_all([an_image(task, Path(f"/pictures/{number}.png")) for number in range(20)])
        session.add(a_run())
    with project.write() as session:
        session.execute(update(Image).where(Image.id > 5).values(size=99, specimen="s"))
        session.execute(delete(Image).where(Image.id > 15))
        session.execute(insert(Task), [{"name": "x", "folder": Path("/y"), "layout": "classes"}] * 3)
        session.execute(text("UPDATE tasks SET name = 'renamed' WHERE id = 2"))
    assert len(kept(project)) == 15 + 4 + 1 + 1
    assert kept(project) == computed(project)


def test_rows_that_the_database_itself_takes_away_or_changes_are_no_exception(project: Project) -> None:
    task = add_task(project, "first")
    with project.write() as session:
        run = a_run()
        session.add_all([ImageClass(task_id=task, name="oak", role=Role.META_TRAIN, folder=Path("/oak")), run])
        session.flush()
        session.add(LabellingSet(name="trees", run_id=run.id))
    with project.write() as session:
        session.execute(delete(Task))
        session.execute(delete(Run))
    assert {table for table, *_ in kept(project)} == {"labelling_sets", "sqlite_schema"}
    assert kept(project) == computed(project)


def test_what_was_not_saved_leaves_no_digest(project: Project) -> None:
    add_task(project, "first")
    before = kept(project)
    with pytest.raises(IntegrityError):
        add_twice(project)
    assert kept(project) == before


def test_each_label_and_example_is_chained_to_the_one_before(project: Project) -> None:
    add_label(project)
    with project.write() as session:
        session.add(LabellingClass(set_id=1, name="owl", position=1))
        session.flush()
        session.add(Example(id=4, class_id=1, image_id=1))
    with project.write() as session:
        session.execute(delete(Example))
    with project.write() as session:
        session.add(Example(id=4, class_id=1, image_id=1))
    entries = chain(project)
    assert [(table, row, digest is None) for table, row, digest, _ in entries] == [
        ("labels", 1, False), ("examples", 4, False), ("examples", 4, True), ("examples", 4, False),
    ]  # fmt: skip
    before = None
    for table, row, digest, chained in entries:
        before = link(before, table, row, digest)
        assert chained == before


def test_a_digest_tells_values_from_their_neighbours_and_kinds_from_each_other() -> None:
    different = [
        ("a", "bc"), ("ab", "c"), (b"ab", "c"), ("ab", b"c"), ("abc",), ("abc", None), (None, "abc"), (1,), (1.0,),
        ("1",), (b"1",), (11,), (1, 1), (True, 1, 0), (float("inf"),),
    ]  # fmt: skip
    assert len({digest_of(*values) for values in different}) == len(different)
    assert digest_of(-0.0) == digest_of(0.0)
    assert digest_of("\udcff") != digest_of("ÿ")
