import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from tests.fact_codes import refused
from tests.store.parts import a_task, add_task, an_image, names_in, task_names
from workbench.errors import UserError
from workbench.store.failures import in_words
from workbench.store.integrity import project_faults
from workbench.store.models import Image, Layout, Task
from workbench.store.project import create_project, open_project


def test_a_closed_project_is_one_file(file: Path) -> None:
    assert names_in(file.parent) == ["birds.mlwb"]


def test_a_moved_file_has_everything(file: Path, tmp_path: Path, backups: Path) -> None:
    moved = file.rename(tmp_path / "elsewhere.mlwb")
    with open_project(moved, backups=backups) as project:
        assert task_names(project) == ["first"]
        assert project_faults(project) == []


def test_opening_to_read_leaves_one_file_with_the_same_bytes(file: Path, backups: Path) -> None:
    before = file.read_bytes()
    with open_project(file, backups=backups, read_only=True) as project:
        assert project.read_only
        assert project.read_only_reason is None
        assert task_names(project) == ["first"]
    assert names_in(file.parent) == ["birds.mlwb"]
    assert file.read_bytes() == before


def test_a_project_opened_to_read_refuses_to_write(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups, read_only=True) as project:
        with pytest.raises(UserError, match="read-only"), project.write():
            pass
        with pytest.raises(UserError, match="read-only"):
            project.back_up(backups)
        assert not project.checkpoint()


def test_reading_cannot_change_anything(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        with pytest.raises(UserError, match="written"), project.read() as session:
            session.execute(text("DELETE FROM tasks"))
        assert task_names(project) == ["first"]


def test_an_error_while_writing_saves_nothing(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        with pytest.raises(IntegrityError), project.write() as session:
            session.add_all([a_task("second"), an_image(1, Path("/a")), an_image(1, Path("/a"))])
        assert task_names(project) == ["first"]
        assert add_task(project, "third") > 0


def test_a_reader_sees_one_moment_while_a_writer_saves(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        with project.read() as session:
            assert session.query(Task).count() == 1
            add_task(project, "second")
            assert session.query(Task).count() == 1
            assert not project.checkpoint()
        assert task_names(project) == ["first", "second"]
        assert project.checkpoint()


def test_rows_stay_readable_after_the_session(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        with project.write() as session:
            task = a_task("second")
            session.add(task)
        assert task.name == "second"


def test_a_closed_project_is_not_opened_again_by_a_straggler(file: Path, backups: Path) -> None:
    project = open_project(file, backups=backups)
    project.close()
    project.close()
    with pytest.raises(RuntimeError, match="closed"), project.write():
        pass
    with pytest.raises(RuntimeError, match="closed"), project.read():
        pass


def test_a_full_disk_is_said_and_work_goes_on_after_space_is_freed(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        with project.write() as session:
            session.execute(text("PRAGMA max_page_count = 1"))
        with pytest.raises(UserError, match=r"birds\.mlwb is full \([\d,]+ MB"):
            add_task(project, "x" * 100_000)
        with project.write() as session:
            session.execute(text("PRAGMA max_page_count = 1000000"))
        add_task(project, "second")
        assert task_names(project) == ["first", "second"]
        assert project_faults(project) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("birds.mlwb", "already exists"), ("birds.db", r"\.mlwb"), ("nowhere/new.mlwb", "no folder")],
)
def test_a_project_is_not_made_where_it_cannot_be(file: Path, name: str, words: str) -> None:
    before = file.read_bytes()
    with pytest.raises(UserError, match=words):
        create_project(file.parent / name)
    assert names_in(file.parent) == ["birds.mlwb"]
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [b"a person's", b""])
@pytest.mark.parametrize("suffix", [".new", ".lock"])
def test_a_persons_file_of_a_name_like_ours_is_left(folder: Path, backups: Path, suffix: str, content: bytes) -> None:
    theirs = folder / f"new.mlwb{suffix}"
    theirs.write_bytes(content)
    create_project(folder / "new.mlwb").close()
    with open_project(folder / "new.mlwb", backups=backups) as project:
        add_task(project, "first")
    assert theirs.read_bytes() == content
    assert names_in(folder) == sorted(["new.mlwb", theirs.name])


@pytest.mark.skipif(os.name != "posix", reason="links need rights")
def test_a_link_in_place_of_the_lock_is_not_followed(folder: Path) -> None:
    (folder / "new.mlwb.lock").symlink_to(folder / "diary.txt")
    with pytest.raises(UserError):
        create_project(folder / "new.mlwb")
    assert names_in(folder) == ["new.mlwb.lock"]


@pytest.mark.skipif(os.name != "posix", reason="an open file keeps its name elsewhere")
def test_a_project_renamed_while_open_has_everything_where_it_now_lies(file: Path, backups: Path) -> None:
    moved = file.with_name("renamed.mlwb")
    with open_project(file, backups=backups) as project:
        add_task(project, "second")
        file.rename(moved)
    assert names_in(file.parent) == ["renamed.mlwb"]
    with open_project(moved, backups=backups) as again:
        assert task_names(again) == ["first", "second"]
        assert project_faults(again) == []


@pytest.mark.skipif(os.name != "posix", reason="an open file keeps its name elsewhere")
def test_what_replaced_an_open_project_is_neither_changed_nor_backed_up(file: Path, backups: Path) -> None:
    moved, other = file.with_name("renamed.mlwb"), b"another file altogether"
    with open_project(file, backups=backups) as project:
        add_task(project, "second")
        file.rename(moved)
        file.write_bytes(other)
        with refused("project.moved"):
            project.back_up(backups)
    assert file.read_bytes() == other
    with open_project(moved, backups=backups) as again:
        assert task_names(again) == ["first", "second"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells that an open file has no name")
def test_a_project_deleted_while_open_says_so_when_closed(file: Path, backups: Path) -> None:
    project = open_project(file, backups=backups)
    add_task(project, "second")
    file.unlink()
    with refused("project.moved"):
        project.close()


def test_what_is_not_a_file_is_refused(folder: Path, backups: Path) -> None:
    (folder / "inside.mlwb").mkdir()
    with pytest.raises(UserError, match="not a file"):
        open_project(folder / "inside.mlwb", backups=backups)
    with pytest.raises(UserError, match="no file"):
        open_project(folder / "nothing.mlwb", backups=backups)
    assert names_in(folder) == ["inside.mlwb"]


@pytest.mark.parametrize("name", [b"not\xffutf8.png", "ñandú.png".encode(), b"100% #?&.png"])
def test_a_path_comes_back_byte_for_byte(file: Path, backups: Path, name: bytes) -> None:
    path = Path("/pictures") / name.decode(errors="surrogateescape")
    with open_project(file, backups=backups) as project:
        with project.write() as session:
            session.add(an_image(1, path))
        with project.read() as session:
            assert session.query(Image).one().path == path


def test_a_project_lives_in_a_folder_of_any_name(tmp_path: Path, backups: Path) -> None:
    folder = tmp_path / b"100% #?& \xff".decode(errors="surrogateescape")
    folder.mkdir()
    with create_project(folder / "a b.mlwb") as project:
        add_task(project, "first")
        project.back_up(folder)
    with open_project(folder / "a b.mlwb", backups=backups) as project:
        assert task_names(project) == ["first"]


def test_a_project_whose_file_is_gone_says_so_instead_of_saving_into_nothing(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "a.mlwb", tmp_path / "elsewhere.mlwb"
    with create_project(path) as project:
        path.rename(elsewhere)
        with refused("project.moved"), project.write():
            pass
        path.write_bytes(elsewhere.read_bytes())
        with refused("project.moved"), project.write():
            pass
        elsewhere.replace(path)
        with project.write() as session:
            session.add(Task(name="oak", folder=tmp_path, layout=Layout.CLASSES))
    with open_project(path, backups=tmp_path / "backups") as again, again.read() as session:
        assert session.scalars(select(Task.name)).all() == ["oak"]


def test_a_full_disk_says_what_is_needed_and_what_is_free(tmp_path: Path) -> None:
    path = tmp_path / "full.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA max_page_count = 3")
        connection.execute("CREATE TABLE kept (value)")
        with refused("project.no_room", needed=1_000_000_001), in_words(path, needed=10**15):
            connection.execute("INSERT INTO kept VALUES (zeroblob(100000))")
        # A quota, of which nobody says how much is left.
        with refused("project.disk_full"), in_words(path):
            connection.execute("INSERT INTO kept VALUES (zeroblob(100000))")
