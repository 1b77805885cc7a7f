"""A project whose first page is damaged becomes a whole one again without a backup, and what is no project is none."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.operations.project.test_repair_project import content_of, is_sound
from workbench.errors import UserError
from workbench.folders import backups_folder
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import is_damage, open_for_window
from workbench.operations.project.repair.repair_project import repair_project
from workbench.store.integrity import DamagedProject
from workbench.store.project import open_project

OLD = Path(__file__).parents[2] / "store" / "old_projects" / "schema_4.mlwb"
PAGE = 4096
WINDOWS = range(0, 93, 4)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with runs and labels, in pages of the size that ours have, without any backup."""
    path = Path(shutil.copy(OLD, tmp_path / "trees.mlwb"))
    with open_project(path, backups=tmp_path / "old"):
        pass
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute(f"PRAGMA page_size = {PAGE}")
        file.execute("VACUUM")
    return path


def repaired(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    new = path.with_name("new.mlwb")
    new.unlink(missing_ok=True)
    repair_project(path, new, Silent())
    assert path.read_bytes() == content
    return new


@pytest.mark.parametrize("at", WINDOWS)
def test_eight_bytes_of_the_header_cost_no_row(project: Path, at: int) -> None:
    whole, before, chance = project.read_bytes(), content_of(project), random.Random(at)
    for eight in (bytes(8), chance.randbytes(8)):
        new = repaired(project, whole[:at] + eight + whole[at + 8 :])
        assert content_of(new) == before
        assert is_sound(new)


@pytest.mark.parametrize("size", [100, PAGE])
@pytest.mark.parametrize("filled", ["zeros", "noise"])
def test_without_its_header_or_its_first_page_a_project_has_all_its_rows(project: Path, size: int, filled: str) -> None:
    whole, before = project.read_bytes(), content_of(project)
    torn = bytes(size) if filled == "zeros" else random.Random(size).randbytes(size)
    assert content_of(repaired(project, torn + whole[size:])) == before


def test_what_is_in_the_log_is_not_lost_with_the_header(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.mlwb"
    with open_project(project, backups=tmp_path / "old") as opened:
        with opened.write() as session:
            session.connection().exec_driver_sql("UPDATE tasks SET name = 'renamed' WHERE id = 1")
        shutil.copy(project, copy)
        shutil.copy(f"{project}-wal", f"{copy}-wal")
    new = repaired(copy, bytes(100) + copy.read_bytes()[100:])
    assert "renamed" in {row[1] for row in content_of(new)["tasks"]}


@pytest.mark.parametrize("words", [b"CREATE TABLE evaluations", b"CREATE TABLE comparisons"])
def test_a_definition_that_is_no_text_any_more_costs_its_table_alone(project: Path, words: bytes) -> None:
    whole, before = project.read_bytes(), content_of(project)
    after = content_of(repaired(project, whole.replace(words, b"CREATE \x9e\xff\xfe" + words[10:])))
    assert after["labels"] == before["labels"]
    assert after["images"] == before["images"]


@pytest.mark.parametrize("at", [60, 68])
def test_damaged_numbers_in_the_header_are_damage_not_another_program(project: Path, at: int) -> None:
    content = bytearray(project.read_bytes())
    content[at : at + 4] = b"\x12\x34\x56\x78"
    project.write_bytes(content)
    with pytest.raises(DamagedProject):
        open_for_window(project)
    assert not check_project(project, Silent()).sound


@pytest.mark.parametrize(
    "content", [b"Dear diary,\n" * 50, bytes(9000), random.Random(0).randbytes(9000)], ids=["text", "zeros", "noise"]
)
def test_what_has_nothing_of_ours_in_it_is_said_to_be_no_project_and_not_offered_to_be_repaired(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "notes.mlwb"
    path.write_bytes(content)
    with pytest.raises(UserError, match="is not a project") as caught:
        open_for_window(path)
    assert not is_damage(caught.value)
    with pytest.raises(UserError, match="is not a project"):
        repair_project(path, tmp_path / "new.mlwb", Silent())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["notes.mlwb"]


def test_a_text_in_the_place_of_a_project_that_has_a_backup_is_damage(project: Path) -> None:
    with open_project(project, backups=backups_folder()) as opened:
        opened.back_up(backups_folder())
    before = content_of(project)
    project.write_bytes(b"Dear diary,\n" * 50)
    with pytest.raises(DamagedProject):
        open_for_window(project)
    assert content_of(repaired(project, project.read_bytes())) == before
