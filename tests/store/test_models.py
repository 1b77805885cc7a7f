from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError

from tests.store.parts import a_task, add_label, add_task
from workbench.store.models import ImageClass, Label, Role, Task
from workbench.store.project import open_project


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE labels SET who = 'Eve'",
        "DELETE FROM labels",
        "INSERT OR REPLACE INTO labels SELECT * FROM labels",
        "DELETE FROM labelling_sets",
        "DELETE FROM tasks WHERE name = 'new'",
    ],
)
def test_a_label_cannot_be_changed_or_deleted(file: Path, backups: Path, change: str) -> None:
    with open_project(file, backups=backups) as project:
        add_label(project)
        with pytest.raises(IntegrityError), project.write() as session:
            session.execute(text(change))
        with project.read() as session:
            assert session.scalars(select(Label.who)).all() == ["Ada"]


def test_an_id_is_never_given_again(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        gone = add_task(project, "second")
        with project.write() as session:
            session.execute(text("DELETE FROM tasks"))
        assert add_task(project, "third") > gone


def test_a_word_that_is_not_in_its_list_is_refused(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project, pytest.raises(IntegrityError), project.write() as session:
        session.execute(text("UPDATE tasks SET layout = 'heap'"))


def test_a_class_comes_back_as_it_went_in(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        with project.write() as session:
            session.add(ImageClass(task_id=1, name="<b>ñ", role=Role.META_TEST, folder=Path("/pictures/ñ")))
        with project.read() as session:
            stored = session.scalars(select(ImageClass)).one()
    assert (stored.name, stored.role, stored.folder) == ("<b>ñ", Role.META_TEST, Path("/pictures/ñ"))


def test_a_moment_is_kept_in_utc(file: Path, backups: Path) -> None:
    noon = datetime(2026, 1, 2, 12, tzinfo=timezone(timedelta(hours=-5)))
    with open_project(file, backups=backups) as project:
        with project.write() as session:
            task = a_task("second")
            task.created_at = noon
            session.add(task)
        with project.read() as session:
            moment = session.scalars(select(Task.created_at).where(Task.name == "second")).one()
    assert moment == noon
    assert moment.tzinfo == UTC


def test_a_moment_without_a_zone_is_refused(file: Path, backups: Path) -> None:
    task = a_task("second")
    task.created_at = datetime(2026, 1, 2)
    with open_project(file, backups=backups) as project, pytest.raises(StatementError), project.write() as session:
        session.add(task)
