"""A project file may have been made by anybody: nothing in it is run, and what is not ours is refused in words."""

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from tests.store.parts import add_task, names_in, task_names
from workbench.errors import UserError
from workbench.store.connections import connect, reader, writer
from workbench.store.file_identity import APPLICATION_ID, SCHEMA
from workbench.store.integrity import DamagedProject, file_faults, project_faults
from workbench.store.models import Base, Task, TraitTable
from workbench.store.project import open_project
from workbench.store.schema import current_schema, schema_difference, schema_of_number
from workbench.store.stopping import Interrupted

FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
SNEAKY = "sneaky"


def change(file: Path, *statements: str, values: Sequence[str] = ()) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement, values)
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        f"CREATE TABLE {SNEAKY} (x)",
        f"CREATE VIEW {SNEAKY} AS {FOR_EVER}",
        "CREATE TRIGGER sneaky AFTER INSERT ON tasks BEGIN DELETE FROM images; END",
        f"CREATE INDEX {SNEAKY} ON tasks (hex(zeroblob(100000000)))",
        f"CREATE VIRTUAL TABLE {SNEAKY} USING fts5(x)",
    ],
    ids=["table", "view", "trigger", "index", "virtual table"],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_another_program_put_there_is_refused_by_name(
    file: Path, folder: Path, backups: Path, statement: str, read_only: bool
) -> None:
    change(file, statement)
    before = file.read_bytes()
    with pytest.raises(UserError, match=SNEAKY) as caught:
        open_project(file, backups=backups, read_only=read_only)
    assert not isinstance(caught.value, DamagedProject)
    assert any(SNEAKY in str(fault) for fault in file_faults(file))
    assert file.read_bytes() == before
    assert names_in(folder) == ["birds.mlwb"]


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        (["DROP TABLE tasks", f"CREATE VIEW tasks AS {FOR_EVER}"], "tasks"),
        (["DROP TABLE trait_tables"], "trait_tables"),
        (["DROP TRIGGER labels_not_updated"], "labels_not_updated"),
        (["DROP INDEX ix_images_sha256"], "ix_images_sha256"),
        (["ALTER TABLE tasks ADD COLUMN more GENERATED ALWAYS AS (hex(name))"], "tasks"),
        (["ALTER TABLE tasks DROP COLUMN created_at"], "tasks"),
        (
            [
                "DROP TRIGGER labels_not_deleted",
                "CREATE TRIGGER labels_not_deleted BEFORE DELETE ON labels BEGIN DELETE FROM tasks; END",
            ],
            "labels_not_deleted",
        ),
        (
            [
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET tbl_name = 'no' || tbl_name WHERE name = 'sqlite_autoindex_images_1'",
            ],
            "sqlite_autoindex_images_1",
        ),
    ],
    ids=[
        "view for table",
        "no table",
        "no trigger",
        "no index",
        "more columns",
        "fewer columns",
        "other trigger",
        "index of another table",
    ],
)
def test_what_was_changed_is_damage_with_an_offer(file: Path, backups: Path, statements: list[str], name: str) -> None:
    with open_project(file, backups=backups) as project:
        backup = project.back_up(backups)
    change(file, *statements)
    with pytest.raises(DamagedProject) as caught:
        open_project(file, backups=backups)
    assert name in str(caught.value)
    assert str(backup) in str(caught.value)


def test_a_foreign_name_is_not_said_at_full_length(file: Path, backups: Path) -> None:
    change(file, f'CREATE TABLE "{"x" * 5000}" (x)', *(f"CREATE TABLE t{number} (x)" for number in range(30)))
    with pytest.raises(UserError) as caught:
        open_project(file, backups=backups)
    assert len(str(caught.value)) < 800


@pytest.mark.parametrize(
    "change_of_value",
    [
        "UPDATE tasks SET name = printf('%.*c', 1000000, 'x')",
        "UPDATE tasks SET name = x'ff'",
        "UPDATE tasks SET folder = 'text'",
        "UPDATE tasks SET folder = zeroblob(1000000)",
        "UPDATE tasks SET created_at = 'yesterday'",
        "UPDATE tasks SET layout = 'heap'",
        "INSERT INTO images VALUES (1, 1, NULL, x'2f', x'00', 1, 1, 1, 1, NULL, 'ready', NULL)",
        "INSERT INTO images VALUES (1, 1, NULL, x'2f', NULL, 'a', 1, 1, 1, NULL, 'ready', NULL)",
        "INSERT INTO trait_tables VALUES (1, 'a', x'00', '2026-01-02T12:00:00.000000+00:00')",
    ],
)
def test_a_value_that_no_project_has_is_damage(file: Path, backups: Path, change_of_value: str) -> None:
    change(file, change_of_value)
    with pytest.raises(DamagedProject):
        open_project(file, backups=backups)


@pytest.mark.parametrize("stored", ["{", "[" * 100_000, '{"a": ' * 20_000])
def test_bad_json_is_a_sentence_where_it_is_read(file: Path, backups: Path, stored: str) -> None:
    row = "INSERT INTO trait_tables VALUES (1, 'a', ?, '2026-01-02T12:00:00.000000+00:00')"
    change(file, row, values=[stored])
    with open_project(file, backups=backups) as project, pytest.raises(UserError), project.read() as session:
        session.scalars(select(TraitTable)).all()


def test_a_time_that_is_none_and_text_that_is_not_utf8_are_sentences(file: Path, backups: Path) -> None:
    for statement in (
        "UPDATE tasks SET created_at = '2026-99-02T12:00:00.000000+00:00'",
        "UPDATE tasks SET name = CAST(x'ff41' AS TEXT)",
    ):
        change(file, statement)
        with pytest.raises(UserError), open_project(file, backups=backups) as project, project.read() as session:
            session.scalars(select(Task)).all()


def older_with(folder: Path, *statements: str, version: int = 3) -> Path:
    path = folder / "older.mlwb"
    path.write_bytes((Path(__file__).parent / "old_projects" / f"schema_{version}.mlwb").read_bytes())
    change(path, *statements)
    return path


def test_an_older_file_is_compared_with_what_its_version_made(folder: Path, backups: Path) -> None:
    path = older_with(folder, "CREATE TRIGGER sneaky AFTER UPDATE ON images BEGIN DELETE FROM tasks; END")
    before = path.read_bytes()
    with pytest.raises(UserError, match="sneaky"):
        open_project(path, backups=backups)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '0001'",
        "UPDATE alembic_version SET version_num = '../evil'",
        "UPDATE alembic_version SET version_num = '0004'",
        "DELETE FROM alembic_version",
    ],
)
def test_an_older_file_that_contradicts_itself_is_left_as_it_is(folder: Path, backups: Path, statement: str) -> None:
    path = older_with(folder, statement)
    with pytest.raises(DamagedProject):
        open_project(path, backups=backups)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
        assert connection.execute("SELECT count(*) FROM tasks").fetchone() != (0,)


@pytest.mark.parametrize(
    "sentence",
    [
        {"template": "{x:>3000000000}", "values": {"x": "a"}},
        {"template": "{x:>{y}}", "values": {"x": "a", "y": "3000000000"}},
        {"template": "{x}", "values": {"x": {"number": 1.0, "places": 3_000_000_000}}},
        {"template": "{x.__class__.__mro__}{0}{", "values": {"x": "a"}},
        {"template": 5, "values": []},
        {"template": "{x}"},
    ],
)
def test_stored_words_are_data_and_no_instructions(folder: Path, backups: Path, sentence: object) -> None:
    path = older_with(folder, version=2)
    change(path, "UPDATE runs SET note = ?", values=[json.dumps([sentence])])
    began = time.monotonic()
    try:
        with open_project(path, backups=backups) as project:
            assert project_faults(project) == []
        with closing(sqlite3.connect(path)) as connection:
            assert all(len(note) < 500 for (note,) in connection.execute("SELECT note FROM runs"))
    except UserError:
        pass
    assert time.monotonic() - began < 5


def test_every_connection_distrusts_the_file(file: Path) -> None:
    for engine in (writer(file), reader(f"{file.as_uri()}?mode=ro")):
        with closing(engine.raw_connection()) as connection:
            plain = connection.driver_connection
            assert isinstance(plain, sqlite3.Connection)
            assert plain.execute("PRAGMA trusted_schema").fetchone() == (0,)
            assert plain.execute("PRAGMA cell_size_check").fetchone() == (1,)
            assert plain.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) <= 2**29
        engine.dispose()


def test_a_value_of_a_thousand_million_bytes_is_not_even_made(file: Path) -> None:
    with closing(connect(file.as_uri())) as connection, pytest.raises(sqlite3.Error, match="too big"):
        connection.execute("SELECT zeroblob(1000000000)").fetchone()


def a_large_file(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        add_task(project, "second")
    change(
        file,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
        "INSERT INTO trait_tables (name, content, created_at) "
        "SELECT 'n' || i, '{}', '2026-01-02T12:00:00.000000+00:00' FROM n",
    )


@pytest.mark.parametrize("after", [0, 3])
def test_opening_and_checking_stop_when_asked(file: Path, folder: Path, backups: Path, after: int) -> None:
    a_large_file(file, backups)

    def stopping() -> Callable[[], bool]:
        questions = iter(range(10**9))
        return lambda: next(questions) >= after

    with pytest.raises(Interrupted):
        open_project(file, backups=backups, stopped=stopping())
    assert names_in(folder) == ["birds.mlwb"]
    with open_project(file, backups=backups, stopped=lambda: False) as project:
        with pytest.raises(Interrupted):
            project_faults(project, stopping())
        assert task_names(project) == ["first", "second"]


def test_the_schema_of_today_is_what_the_models_and_migrations_make(file: Path) -> None:
    with closing(connect(file.as_uri())) as connection:
        difference = schema_difference(connection, current_schema())
    assert difference.foreign == difference.amiss == ()
    assert schema_of_number(SCHEMA) == current_schema()
    assert set(Base.metadata.tables) <= set(current_schema())


def test_a_file_of_the_first_number_with_nothing_in_it_is_made_a_project(folder: Path, backups: Path) -> None:
    path = folder / "empty.mlwb"
    change(path, f"PRAGMA application_id = {APPLICATION_ID}", "PRAGMA user_version = 0", "VACUUM")
    with open_project(path, backups=backups) as project:
        assert task_names(project) == []


def test_two_threads_may_be_stopped_apart(file: Path, backups: Path) -> None:
    a_large_file(file, backups)
    with open_project(file, backups=backups) as project:
        faults: list[object] = []
        thread = threading.Thread(target=lambda: faults.extend(project_faults(project, lambda: False)))
        thread.start()
        with pytest.raises(Interrupted):
            project_faults(project, lambda: True)
        thread.join()
    assert faults == []


def test_the_engine_of_a_foreign_database_is_not_what_we_compare_with(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    Base.metadata.create_all(engine)
    engine.dispose()
    with closing(connect((tmp_path / "made.db").as_uri())) as connection:
        difference = schema_difference(connection, current_schema())
    # What the models alone make lacks what only migrations make, and nothing of it differs.
    assert set(difference.amiss) == {"alembic_version", *(n for n in current_schema() if n.startswith("labels_not_"))}
