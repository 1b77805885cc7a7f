"""Commits that lie beside a project under its former name are seen, and never lost or taken in unasked."""

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.store.parts import add_label, add_task, another_program, line_of, names_in, task_names
from tests.store.test_two_windows import WRITES_FOR_EVER
from workbench.errors import UserError
from workbench.store.backups import all_backups
from workbench.store.connections import log_of
from workbench.store.models import Task
from workbench.store.project import create_project, open_project
from workbench.store.unclaimed_logs import UnclaimedLog, logs_without_file, take_in_log, unclaimed_log


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


def as_killed(folder: Path, name: str, *tasks: str, before: tuple[str, ...] = ("first",)) -> tuple[Path, Path]:
    """Leave a project and its log as a program does that is killed once it has saved those tasks."""
    path = folder / name
    with create_project(path) as project:
        for task in before:
            add_task(project, task)
    kept, log = folder.parent / f"{name}.kept", folder.parent / f"{name}.log"
    with open_project(path, backups=folder.parent / "backups") as project:
        shutil.copyfile(path, kept)
        for task in tasks:
            add_task(project, task)
        shutil.copyfile(log_of(path), log)
    shutil.copyfile(kept, path)
    shutil.copyfile(log, log_of(path))
    return path, log_of(path)


def states(*paths: Path) -> list[tuple[bytes, int]]:
    return [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths]


def test_commits_under_the_former_name_are_found_and_nothing_is_touched(folder: Path, tmp_path: Path) -> None:
    old, log = as_killed(folder, "old.mlwb", "second", "third")
    new = old.rename(folder / "new.mlwb")
    before, names = states(new, log), names_in(folder)
    with pytest.raises(UnclaimedLog) as raised:
        open_project(new, backups=tmp_path / "backups")
    assert (raised.value.path, raised.value.log) == (new, log)
    with pytest.raises(UnclaimedLog):
        open_project(new, backups=tmp_path / "backups", read_only=True)
    assert (states(new, log), names_in(folder)) == (before, names)


def test_taken_in_they_are_in_the_project_and_the_project_before_is_a_backup(folder: Path, tmp_path: Path) -> None:
    old, log = as_killed(folder, "old.mlwb", "second", "third")
    new = old.rename(folder / "new.mlwb")
    without = new.read_bytes()
    take_in_log(new, tmp_path / "taken")
    assert names_in(folder) == ["new.mlwb"]
    with open_project(new, backups=tmp_path / "taken") as project:
        assert not project.read_only
        assert task_names(project) == ["first", "second", "third"]
    [backup] = all_backups(new, tmp_path / "taken")
    with open_project(backup, backups=tmp_path / "other") as project:
        assert task_names(project) == ["first"]
    assert (without, log.exists()) != (new.read_bytes(), True)


def test_a_log_under_its_own_name_is_read_as_ever(folder: Path, tmp_path: Path) -> None:
    path, _ = as_killed(folder, "old.mlwb", "second")
    with open_project(path, backups=tmp_path / "backups") as project:
        assert task_names(project) == ["first", "second"]


def test_a_log_of_another_project_is_none_of_ours(folder: Path, tmp_path: Path) -> None:
    as_killed(folder, "other.mlwb", "second", before=("of another",))
    (folder / "other.mlwb").unlink()
    with create_project(folder / "mine.mlwb") as project:
        add_task(project, "mine")
        add_label(project)
    with open_project(folder / "mine.mlwb", backups=tmp_path / "backups") as project:
        assert task_names(project)[0] == "mine"
    assert logs_without_file(folder) == [folder / "other.mlwb-wal"]


def test_commits_that_the_project_has_already_are_not_offered(folder: Path) -> None:
    path, log = as_killed(folder, "old.mlwb", "second")
    stale = shutil.copyfile(log, folder.parent / "stale")
    with open_project(path, backups=folder.parent / "backups") as project:
        assert task_names(project) == ["first", "second"]
    shutil.copyfile(stale, folder / "gone.mlwb-wal")
    assert unclaimed_log(path) is None
    with open_project(path, backups=folder.parent / "backups") as project:
        add_task(project, "third")
    assert unclaimed_log(path) is None


def test_a_project_that_went_another_way_since_is_left_alone(folder: Path) -> None:
    old, log = as_killed(folder, "old.mlwb", "second")
    shutil.move(log, folder.parent / "kept")
    new = old.rename(folder / "new.mlwb")
    with open_project(new, backups=folder.parent / "backups") as project:
        add_label(project)
    shutil.move(folder.parent / "kept", log)
    assert unclaimed_log(new) is None


def test_a_change_of_a_row_is_newer_only_where_it_was_written_later(folder: Path) -> None:
    path, log = as_killed(folder, "old.mlwb", "second")
    open_project(path, backups=folder.parent / "backups").close()
    with open_project(path, backups=folder.parent / "backups") as project:
        shutil.copyfile(path, folder.parent / "kept")
        with project.write() as session:
            session.execute(update(Task).values(name="renamed"))
        shutil.copyfile(log, folder.parent / "log")
    path.unlink()
    new, log = folder / "new.mlwb", folder / "old.mlwb-wal"
    shutil.copyfile(folder.parent / "kept", new)
    shutil.copyfile(folder.parent / "log", log)
    assert unclaimed_log(new) == log
    earlier = new.stat().st_mtime_ns - 10**9
    os.utime(log, ns=(earlier, earlier))
    assert unclaimed_log(new) is None


@pytest.mark.parametrize("content", [b"", b"a letter", b"\x37\x7f\x06\x82" + bytes(5000)])
def test_what_only_has_the_name_of_a_log_is_left_alone(folder: Path, tmp_path: Path, content: bytes) -> None:
    (folder / "letter.mlwb-wal").write_bytes(content)
    with create_project(folder / "mine.mlwb") as project:
        add_task(project, "mine")
    with open_project(folder / "mine.mlwb", backups=tmp_path / "backups") as project:
        assert not project.read_only
    assert (folder / "letter.mlwb-wal").read_bytes() == content


def test_taking_in_what_is_no_longer_there_is_refused(folder: Path, tmp_path: Path) -> None:
    create_project(folder / "mine.mlwb").close()
    before = (folder / "mine.mlwb").read_bytes()
    with pytest.raises(UserError):
        take_in_log(folder / "mine.mlwb", tmp_path / "backups")
    assert (folder / "mine.mlwb").read_bytes() == before


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_of_a_program_that_was_killed_while_its_project_was_renamed_nothing_is_lost(
    folder: Path, tmp_path: Path
) -> None:
    path = folder / "old.mlwb"
    create_project(path).close()
    with another_program(WRITES_FOR_EVER, str(path), str(tmp_path / "backups")) as writer:
        saved = [int(line_of(writer)) for _ in range(3)]
    new = path.rename(folder / "new.mlwb")
    with pytest.raises(UnclaimedLog):
        open_project(new, backups=tmp_path / "backups")
    take_in_log(new, tmp_path / "backups")
    with open_project(new, backups=tmp_path / "backups") as project:
        assert len(task_names(project)) >= len(saved)
