"""One long statement of SQLite ends when the person asks to stop."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.parts import add_task, task_names
from workbench.store.interrupting import interruptible
from workbench.store.project import open_project

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


class Refusing(Exception):
    """The person asked to stop."""


def refusing_at(number: int) -> tuple[list[bool], Callable[[], None]]:
    asked: list[bool] = []

    def going_on() -> None:
        asked.append(True)
        if len(asked) >= number:
            raise Refusing

    return asked, going_on


@pytest.mark.timeout(20)
def test_a_statement_that_would_never_end_is_ended_and_the_project_goes_on(file: Path, backups: Path) -> None:
    asked, going_on = refusing_at(3)
    with open_project(file, backups=backups) as project:
        with pytest.raises(Refusing), project.read() as session, interruptible(session, going_on):
            session.execute(text(ENDLESS))
        assert len(asked) == 3
        with project.read() as session:
            assert session.execute(text("SELECT count(*) FROM tasks")).scalar() == 1
        add_task(project, "after")
        assert task_names(project) == ["first", "after"]
