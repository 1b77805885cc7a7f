"""Only the one writer checkpoints: what SQLite before 3.51.3 may damage takes two connections that do so at once."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.parts import ROOT, add_task, another_program, line_of, task_names
from workbench.store.connections import at_rest, connect, for_reading, for_writing, log_of, reader
from workbench.store.project import Project, create_project, open_project

WRITES_AND_WAITS = """
import sys
from pathlib import Path
from tests.store.parts import add_task
from workbench.store.project import open_project
project = open_project(Path(sys.argv[1]), backups=Path(sys.argv[2]))
add_task(project, "second")
print("written", flush=True)
sys.stdin.read()
"""
FAR_MORE_THAN_A_LOG_HOLDS = 1500  # pages; from 1,000 on SQLite checkpoints by itself


@pytest.fixture
def left_log(file: Path, backups: Path) -> Path:
    """A project whose writer was killed: its newest commit is in the log alone."""
    with another_program(WRITES_AND_WAITS, str(file), str(backups)) as program:
        assert line_of(program) == "written"
    assert log_of(file).stat().st_size > 0
    return file


def contents(file: Path) -> tuple[bytes, bytes]:
    return file.read_bytes(), log_of(file).read_bytes()


@pytest.mark.parametrize("address", [for_reading, at_rest])
def test_a_reader_that_closes_last_leaves_the_log_as_it_is(left_log: Path, address: Callable[[Path], str]) -> None:
    before = contents(left_log)
    engine = reader(address(left_log))
    with closing(engine.raw_connection()) as connection:
        assert connection.cursor().execute("SELECT count(*) FROM tasks").fetchone() == (2,)
    engine.dispose()
    assert contents(left_log) == before


def test_a_reader_of_the_writers_own_program_leaves_the_log_to_the_writer(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        add_task(project, "second")
        before = contents(file)
        engine = reader(for_writing(file))
        with closing(engine.raw_connection()) as connection:
            assert connection.cursor().execute("SELECT count(*) FROM tasks").fetchone() == (2,)
        engine.dispose()
        assert contents(file) == before


def test_a_reader_changes_nothing_even_when_the_log_is_long(tmp_path: Path) -> None:
    with create_project(tmp_path / "long.mlwb") as project:
        write_without_checkpoints(project)
        before = contents(project.path)
        assert len(before[1]) > 4096 * FAR_MORE_THAN_A_LOG_HOLDS
        assert len(task_names(project)) == 1
        assert contents(project.path) == before


def write_without_checkpoints(project: Project) -> None:
    """Add more than a log's usual length in one transaction, after which a checkpoint waits for the idle moment."""
    add_task(project, "first")
    with closing(connect(for_writing(project.path), ["PRAGMA wal_autocheckpoint = 0"])) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for number in range(2 * FAR_MORE_THAN_A_LOG_HOLDS):
            connection.execute(
                "INSERT INTO trait_tables (name, content, created_at) VALUES (?, ?, ?)",
                [f"{number}", f'"{"x" * 3000}"', "2026-01-02T12:00:00.000000+00:00"],
            )
        connection.execute("COMMIT")


@pytest.mark.parametrize("address", [for_reading, for_writing])
def test_readers_are_told_never_to_write_or_checkpoint(file: Path, address: Callable[[Path], str]) -> None:
    engine = reader(address(file))
    with closing(engine.raw_connection()) as connection:
        plain = connection.driver_connection
        assert isinstance(plain, sqlite3.Connection)
        assert plain.execute("PRAGMA wal_autocheckpoint").fetchone() == (0,)
        assert plain.execute("PRAGMA query_only").fetchone() == (1,)
        with pytest.raises(sqlite3.OperationalError):
            plain.execute("DELETE FROM tasks")
    engine.dispose()


def test_checkpoints_are_asked_for_in_one_file_alone() -> None:
    asking = {
        file.name for file in (ROOT / "workbench").rglob("*.py") if re.search(r"wal_checkpoint", file.read_text())
    }
    assert asking == {"connections.py"}
