import random
import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.parts import add_task, names_in, task_names
from workbench.errors import UserError
from workbench.store.backups import newest_backup
from workbench.store.file_identity import APPLICATION_ID, SCHEMA
from workbench.store.integrity import DamagedProject, file_faults, project_faults
from workbench.store.models import Checkpoint, CheckpointKind, Run, RunState
from workbench.store.project import Project, open_project

PAGE = 4096


@pytest.fixture
def backed_up(file: Path, backups: Path) -> Path:
    with open_project(file, backups=backups) as project:
        for number in range(50):
            add_task(project, f"{number}" * 200)
        project.back_up(backups)
    return file


def other_programs(schema: int = 0, application: int = 0) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE theirs (x)")
        database.execute(f"PRAGMA user_version = {schema}")
        database.execute(f"PRAGMA application_id = {application}")
        return database.serialize()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"Dear diary,\n" * 50, "header"),
        (b"SQLite format 3\0", "header"),
        (other_programs(), "another program"),
        (other_programs(SCHEMA + 1, APPLICATION_ID), "newer version"),
    ],
    ids=["empty", "text", "cut in the header", "another program's", "newer"],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_a_project_is_refused_and_left_as_it_is(
    folder: Path, backups: Path, content: bytes, words: str, read_only: bool
) -> None:
    path = folder / "notes.mlwb"
    path.write_bytes(content)
    with pytest.raises(UserError, match=words):
        open_project(path, backups=backups, read_only=read_only)
    assert [words in str(fault) for fault in file_faults(path)] == [True]
    assert path.read_bytes() == content
    assert names_in(folder) == ["notes.mlwb"]


def test_a_file_of_another_name_is_not_touched(folder: Path, backups: Path) -> None:
    (folder / "poetry").write_bytes(b"x")
    (folder / "poetry.lock").write_bytes(b"theirs")
    with pytest.raises(UserError, match=r"ends in \.mlwb"):
        open_project(folder / "poetry", backups=backups)
    assert names_in(folder) == ["poetry", "poetry.lock"]


def damages(content: bytes) -> list[bytes]:
    pages = range(len(content) // PAGE)
    zeroed = [content[: page * PAGE] + bytes(PAGE) + content[(page + 1) * PAGE :] for page in pages]
    cut = [content[: len(content) * part // 10] for part in range(1, 10)]
    chance = random.Random(7)
    garbled = []
    for _ in range(20):
        page = chance.choice(pages) * PAGE
        # From the ninth byte of the header on, the magic at its start being another test's.
        start = page + (100 if page == 0 else 0)
        garbled.append(content[:start] + chance.randbytes(64) + content[start + 64 :])
    return zeroed + cut + garbled


def test_every_damage_is_found_and_the_newest_good_backup_is_named(backed_up: Path, backups: Path) -> None:
    good = newest_backup(backed_up, backups)
    assert good is not None
    for content in damages(backed_up.read_bytes()):
        backed_up.write_bytes(content)
        with pytest.raises(DamagedProject) as caught:
            open_project(backed_up, backups=backups)
        assert str(good) in str(caught.value)
        assert file_faults(backed_up)
        assert backed_up.read_bytes() == content
        assert names_in(backed_up.parent) == ["birds.mlwb"]


def test_a_backup_copied_into_place_opens(backed_up: Path, backups: Path) -> None:
    good = newest_backup(backed_up, backups)
    assert good is not None
    backed_up.write_bytes(b"")
    shutil.copy(good, backed_up)
    with open_project(backed_up, backups=backups) as project:
        assert len(task_names(project)) == 51


def test_a_damaged_backup_is_not_named(backed_up: Path, backups: Path) -> None:
    with open_project(backed_up, backups=backups) as project:
        newer = project.back_up(backups)
    newer.write_bytes(newer.read_bytes()[:PAGE])
    older = newest_backup(backed_up, backups)
    assert older is not None
    assert older < newer


def test_without_a_backup_that_is_said(file: Path, backups: Path) -> None:
    file.write_bytes(file.read_bytes()[:PAGE])
    with pytest.raises(DamagedProject, match="no intact backup"):
        open_project(file, backups=backups)


def test_a_damaged_project_with_a_log_keeps_both(file: Path, folder: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        add_task(project, "second")
        copy = folder / "copy.mlwb"
        content = file.read_bytes()[:PAGE] + bytes(PAGE * 3)
        copy.write_bytes(content)
        log = shutil.copy(f"{file}-wal", f"{copy}-wal")
    kept = Path(log).read_bytes()
    with pytest.raises(DamagedProject, match="is damaged"):
        open_project(copy, backups=backups)
    assert copy.read_bytes() == content
    assert Path(log).read_bytes() == kept
    assert names_in(folder) == ["birds.mlwb", "copy.mlwb", "copy.mlwb-wal"]


def test_after_a_power_cut_the_project_is_as_some_commit_left_it(file: Path, folder: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        for number in range(20):
            add_task(project, str(number))
        content, log = file.read_bytes(), Path(f"{file}-wal").read_bytes()
    chance = random.Random(11)
    for number in range(15):
        copy = folder / f"{number}.mlwb"
        copy.write_bytes(content)
        Path(f"{copy}-wal").write_bytes(cut_or_garbled(log, chance))
        with open_project(copy, backups=backups) as project:
            names = task_names(project)
            assert names == ["first", *map(str, range(len(names) - 1))]
            assert project_faults(project) == []


def cut_or_garbled(log: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(log))
    return log[:at] if chance.random() < 0.5 else log[:at] + chance.randbytes(8) + log[at + 8 :]


def add_checkpoint(project: Project) -> None:
    with project.write() as session:
        run = Run(
            approach="prototypical", encoder="conv4", options={}, settings={}, seed=0, versions={},
            device="cpu", state=RunState.FINISHED, roles={},
        )  # fmt: skip
        session.add(run)
        session.flush()
        session.add(
            Checkpoint(
                run_id=run.id, kind=CheckpointKind.LAST, episode=3, sha256=bytes(32), state={}, weights=b"changed"
            )
        )


def test_changed_weights_and_lost_rows_are_found(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        add_checkpoint(project)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO measurements VALUES (1, 99, 1, 0, 0, NULL, NULL, 0, 0)")
    with open_project(file, backups=backups) as project:
        lost, changed = project_faults(project)
    assert {name: str(value) for name, value in lost.values.items()} == {
        "row": "1", "table": "Measurements of runs", "parent": "Runs",
    }  # fmt: skip
    assert dict(changed.values) == {"run": 1, "episode": 3, "kind": "last"}


def test_damage_while_the_project_is_open_is_found(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        with project.write() as session:
            session.execute(text("PRAGMA application_id = 5"))
            session.execute(text("PRAGMA writable_schema = 1"))
            session.execute(text("UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'tasks'"))
        assert len(project_faults(project)) >= 1


def test_the_header_says_whose_file_it_is(file: Path) -> None:
    header = file.read_bytes()[:100]
    assert header[68:72] == b"MLWB"
    assert struct.unpack_from(">i", header, 60) == (SCHEMA,)
