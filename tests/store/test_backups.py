import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.parts import add_task, names_in, task_names
from workbench.errors import UserError
from workbench.store.backups import back_up_if_due, newest_backup
from workbench.store.integrity import file_faults
from workbench.store.project import create_project, open_project

AT_ONCE = timedelta(0)


def all_backups(backups: Path) -> list[Path]:
    return sorted(backups.glob("*/*"))


def test_a_backup_is_a_whole_project(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        backup = project.back_up(backups)
        add_task(project, "after")
    assert file_faults(backup) == []
    with open_project(backup, backups=backups) as copy:
        assert task_names(copy) == ["first"]


def test_nothing_is_due_within_a_day(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        assert back_up_if_due(project, backups) is not None
        add_task(project, "second")
        assert back_up_if_due(project, backups) is None
        assert len(all_backups(backups)) == 1


def test_the_newest_few_are_kept(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        made = []
        for number in range(5):
            add_task(project, str(number))
            made.append(back_up_if_due(project, backups, interval=AT_ONCE, keep=3))
    assert all_backups(backups) == made[-3:]
    assert newest_backup(file, backups) == made[-1]


def test_the_last_backups_of_earlier_days_outlast_a_day_of_many(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        first = project.back_up(backups)
        earlier = [first.with_name(f"202001{day:02}T120000.000000Z{first.suffix}") for day in (1, 2, 3, 4)]
        morning = first.with_name(f"20200104T080000.000000Z{first.suffix}")
        for path in (*earlier, morning):
            path.write_bytes(first.read_bytes())
        made = [first]
        for number in range(8):
            add_task(project, str(number))
            backup = back_up_if_due(project, backups, interval=AT_ONCE, keep=6)
            assert backup is not None
            made.append(backup)
    assert all_backups(backups) == [*earlier[-3:], *made[-3:]]


def test_a_backup_of_what_has_not_changed_takes_no_place(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        add_task(project, "second")
        first = back_up_if_due(project, backups, interval=AT_ONCE)
        assert back_up_if_due(project, backups, interval=AT_ONCE) is None
        assert first is not None
        assert len(all_backups(backups)) == 1
        assert all_backups(backups) > [first]


def test_what_a_killed_backup_left_is_removed(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        left = project.back_up(backups).with_suffix(".partial")
        left.write_bytes(b"half")
        project.back_up(backups)
    assert not left.exists()


def test_a_clock_set_back_keeps_backups_in_order(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        tomorrow = project.back_up(backups)
        tomorrow = tomorrow.rename(tomorrow.with_name("21000101T000000.000000Z.mlwb"))
        add_task(project, "second")
        made = back_up_if_due(project, backups)
    assert made is not None
    assert newest_backup(file, backups) == made


def test_projects_of_one_name_do_not_mix(file: Path, tmp_path: Path, backups: Path) -> None:
    with create_project(tmp_path / file.name) as other:
        other.back_up(backups)
    assert newest_backup(file, backups) is None
    assert len(names_in(backups)) == 1


def test_a_folder_that_cannot_take_it_is_said(file: Path, tmp_path: Path, backups: Path) -> None:
    (tmp_path / "taken").touch()
    with open_project(file, backups=backups) as project, pytest.raises(UserError, match="No backup could be"):
        project.back_up(tmp_path / "taken")


def test_a_read_only_project_is_not_backed_up(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups, read_only=True) as project:
        assert back_up_if_due(project, backups) is None
    assert all_backups(backups) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.timeout(20)
def test_what_others_have_put_among_the_backups_is_not_looked_into_and_stays(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        backup = project.back_up(backups)
        home = backup.parent
        (home / "99999999T999999.999999Z.mlwb").write_bytes(b"no moment")
        os.mkfifo(home / "20990101T000000.000000Z.mlwb")
        (home / "20990102T000000.000000Z.mlwb").mkdir()
        (home / "20990103T000000.000000Z.mlwb").symlink_to("/dev/zero")
        (home / "20990104T000000.000000Z.partial").mkdir()
        (home / "notes.txt").write_text("mine")
        foreign = set(home.iterdir()) - {backup}
        for number in range(3):
            add_task(project, str(number))
            assert back_up_if_due(project, backups, interval=AT_ONCE, keep=2) is not None
        newest = newest_backup(file, backups)
    assert newest is not None
    assert newest > backup
    assert foreign < set(home.iterdir())
    assert len(set(home.iterdir()) - foreign) == 2
