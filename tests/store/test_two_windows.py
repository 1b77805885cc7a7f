import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.dying import killed_at, steps_of
from tests.store.parts import add_task, another_program, line_of, names_in, task_names
from workbench.errors import UserError
from workbench.store.integrity import project_faults
from workbench.store.lock import take_lock
from workbench.store.project import open_project
from workbench.store.unclaimed_logs import UnclaimedLog, take_in_log

WRITES_FOR_EVER = """
import sys
from pathlib import Path
from tests.store.parts import add_task
from workbench.store.project import open_project
project = open_project(Path(sys.argv[1]), backups=Path(sys.argv[2]))
while True:
    print(add_task(project, "later"), flush=True)
"""
READS = """
import os
import sys
from pathlib import Path
from sqlalchemy import create_engine
from tests.store.parts import task_names
from workbench.errors import UserError
from workbench.store.project import open_project
if sys.argv[3:]:
    # What is imported late lies where that person may not look.
    create_engine("sqlite://").connect().close()
    os.setuid(int(sys.argv[3]))
try:
    with open_project(Path(sys.argv[1]), backups=Path(sys.argv[2])) as project:
        print(task_names(project), project.read_only_reason, flush=True)
        input()
except UserError as error:
    print(error)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("commits", [1, 5, 40])
def test_a_killed_holder_loses_nothing_saved_and_frees_the_lock_at_once(
    file: Path, backups: Path, commits: int
) -> None:
    with another_program(WRITES_FOR_EVER, str(file), str(backups)) as writer:
        saved = [int(line_of(writer)) for _ in range(commits)]
    with open_project(file, backups=backups) as project:
        assert not project.read_only
        assert project_faults(project) == []
        assert len(task_names(project)) >= 1 + len(saved)
    assert names_in(file.parent) == ["birds.mlwb"]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_reading_after_a_kill_sees_everything_and_leaves_one_file(file: Path, backups: Path) -> None:
    with another_program(WRITES_FOR_EVER, str(file), str(backups)) as writer:
        line_of(writer)
    with open_project(file, backups=backups, read_only=True) as project:
        assert len(task_names(project)) >= 2
    assert names_in(file.parent) == ["birds.mlwb"]


@pytest.mark.slow
def test_a_second_window_reads_what_the_first_saves(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as first, open_project(file, backups=backups) as second:
        assert second.read_only
        assert "another window" in str(second.read_only_reason)
        add_task(first, "second")
        assert task_names(second) == ["first", "second"]
        with pytest.raises(UserError, match="another window"), second.write():
            pass
    assert names_in(file.parent) == ["birds.mlwb"]


@pytest.mark.slow
def test_a_window_in_another_program_reads_along_and_tidies_up(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as first:
        add_task(first, "second")
        reader = another_program(READS, str(file), str(backups))
        with reader as program:
            assert line_of(program).startswith("['first', 'second']")
            first.close()
            program.communicate("\n")
            assert program.returncode == 0
    assert names_in(file.parent) == ["birds.mlwb"]


def test_after_the_first_window_closes_the_next_may_write(file: Path, backups: Path) -> None:
    open_project(file, backups=backups).close()
    with open_project(file, backups=backups) as project:
        assert not project.read_only


def test_two_never_hold_the_lock_at_once(file: Path) -> None:
    holders: list[int] = []
    most: list[int] = []

    def take_turns() -> None:
        for _ in range(60):
            lock = take_lock(file)
            if lock is not None:
                holders.append(1)
                most.append(len(holders))
                holders.pop()
                lock.let_go()

    threads = [threading.Thread(target=take_turns) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(most) == {1}
    assert names_in(file.parent) == ["birds.mlwb"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere an empty file may stay")
def test_a_kill_while_the_lock_is_made_leaves_no_file_for_good(file: Path) -> None:
    def lock_and_let_go() -> None:
        lock = take_lock(file)
        assert lock is not None
        lock.let_go()

    for step in range(1, steps_of(lock_and_let_go, file.parent) + 1):
        killed_at(step, lock_and_let_go, file.parent)
        lock_and_let_go()
        assert names_in(file.parent) == ["birds.mlwb"], f"killed at step {step}"


@pytest.fixture
def everyones() -> Iterator[Path]:
    """A folder that a person without rights can enter: root is never refused."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def ordinary_person() -> list[str]:
    return ["65534"] if os.geteuid() == 0 else []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="permissions are asked for differently")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o644), (0o777, 0o444), (0o555, 0o444)])
def test_what_cannot_be_written_is_read(file: Path, everyones: Path, folder_mode: int, file_mode: int) -> None:
    copy = Path(shutil.copy(file, everyones))
    copy.chmod(file_mode)
    everyones.chmod(folder_mode)
    with another_program(READS, str(copy), str(everyones), *ordinary_person()) as program:
        said = line_of(program)
        program.communicate("\n")
    assert said.startswith("['first']")
    assert "not writable" in said
    assert names_in(everyones) == ["birds.mlwb"]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="permissions are asked for differently")
def test_what_cannot_be_read_is_refused(file: Path, everyones: Path) -> None:
    copy = Path(shutil.copy(file, everyones))
    copy.chmod(0)
    with another_program(READS, str(copy), str(everyones), *ordinary_person()) as program:
        assert "Permission denied" in line_of(program)


ADDS = """
import sys
from pathlib import Path
from tests.store.parts import add_task
from workbench.errors import UserError
from workbench.store.project import open_project
try:
    with open_project(Path(sys.argv[1]), backups=Path(sys.argv[2])) as project:
        print(project.read_only_reason, flush=True)
        add_task(project, "by another")
except UserError as error:
    print(error, flush=True)
"""

has_hard_links = pytest.mark.skipif(os.name != "posix", reason="hard links are made differently")
knows_files = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lock a file whatever its name")


@has_hard_links
def test_a_file_of_two_names_is_read_and_never_written(file: Path, backups: Path) -> None:
    other = file.with_name("link.mlwb")
    other.hardlink_to(file)
    before = file.read_bytes()
    for name in (file, other):
        with open_project(name, backups=backups) as project:
            assert task_names(project) == ["first"]
            assert project.read_only_reason is not None
            with pytest.raises(UserError), project.write():
                pass
    assert file.read_bytes() == before
    assert names_in(file.parent) == ["birds.mlwb", "link.mlwb"]
    other.unlink()
    with open_project(file, backups=backups) as project:
        assert add_task(project, "second") > 0


@knows_files
def test_an_open_project_is_refused_by_another_name_of_it(file: Path, backups: Path) -> None:
    other = file.with_name("link.mlwb")
    with open_project(file, backups=backups) as project:
        add_task(project, "before")
        other.hardlink_to(file)
        with another_program(ADDS, str(other), str(backups)) as program:
            assert "open under another name" in line_of(program)
        with pytest.raises(UserError, match="another name"):
            open_project(other, backups=backups)
        # Its own name is known to be in use, as ever.
        with another_program(ADDS, str(file), str(backups)) as program:
            assert "in use" in line_of(program)
        add_task(project, "after")
    assert names_in(file.parent) == ["birds.mlwb", "link.mlwb"]
    with open_project(other, backups=backups) as again:
        assert task_names(again) == ["first", "before", "after"]


@has_hard_links
def test_a_copy_of_a_name_given_while_it_is_open_has_every_commit(file: Path, backups: Path, tmp_path: Path) -> None:
    other = tmp_path / "link.mlwb"
    with open_project(file, backups=backups) as project:
        other.hardlink_to(file)
        add_task(project, "second")
        copy = Path(shutil.copy(other, tmp_path / "copy.mlwb"))
        with open_project(copy, backups=backups) as again:
            assert task_names(again) == ["first", "second"]


@knows_files
def test_a_killed_holder_frees_the_file_for_its_other_names(file: Path, backups: Path) -> None:
    with another_program(WRITES_FOR_EVER, str(file), str(backups)) as writer:
        line_of(writer)
        moved = file.rename(file.with_name("moved.mlwb"))
        with pytest.raises(UserError, match="another name"):
            open_project(moved, backups=backups)
    # Its commits lie under its former name; the file itself is free.
    with pytest.raises(UnclaimedLog):
        open_project(moved, backups=backups)
    take_in_log(moved, backups)
    with open_project(moved, backups=backups) as project:
        assert not project.read_only
