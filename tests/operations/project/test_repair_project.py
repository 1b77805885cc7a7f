"""A damaged project becomes a new one of all its rows that are whole, and of its newest backup."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.folders import backups_folder
from workbench.operations.labelling.export_labels import ExportFormat, export_labels
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import new_project
from workbench.operations.project.repair.repair_project import free_name_beside, repair_project
from workbench.operations.project.repair.repair_report import CellDifference, RowOutcome
from workbench.store.models import Image
from workbench.store.project import open_project
from workbench.store.project_check import check_open_project
from workbench.words import Message

KEPT = Path(__file__).parents[2] / "store" / "old_projects"
PAGE = 512

Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with three runs and 19 labels, which has a backup of what it is now."""
    path = Path(shutil.copy(KEPT / "schema_4.mlwb", tmp_path / "trees.mlwb"))
    with open_project(path, backups=backups_folder()) as opened:
        opened.back_up(backups_folder())
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new.mlwb"


def content_of(path: Path) -> Content:
    """Every row but those of the digests, whose chain starts anew."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")]
        return {
            table: sorted(file.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608
            for table in tables
            if table not in ("digest_chain", "sqlite_sequence")
        }


def damage(path: Path, *statements: str) -> None:
    """Change rows behind the back of their digests, as a failing disk does."""
    with closing(sqlite3.connect(path)) as file, file:
        kept = file.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in kept:
            file.execute(f"DROP TRIGGER {name}")
        for statement in (*statements, *(sql for _, sql in kept)):
            file.execute(statement)


def is_sound(path: Path) -> bool:
    with open_project(path, backups=path.parent / "none", read_only=True) as project:
        return check_open_project(project).faults == ()


def faults_of(path: Path) -> dict[str, tuple[int, ...]]:
    """The ids of the rows of each table that a check of the file finds damaged."""
    with open_project(path, backups=path.parent / "none", read_only=True) as project:
        tables = check_open_project(project).tables
    return {table.table: tuple(chain.from_iterable(table.rows.values())) for table in tables if table.rows}


def test_what_is_whole_is_taken_as_it_is(project: Path, new: Path) -> None:
    report = repair_project(project, new, Silent())
    assert report.rows == ()
    assert report.complete
    assert report.whole["labels"] == 19
    assert report.whole["checkpoints"] == 6
    assert content_of(new) == content_of(project)
    assert is_sound(new)


def test_a_changed_row_comes_from_the_backup_and_what_differed_is_said(project: Path, new: Path) -> None:
    before, whole = content_of(project), project.read_bytes()
    damage(project, "UPDATE labels SET class_id = 4 WHERE id = 1", "UPDATE classes SET name = 'x' WHERE id = 3")
    damaged = project.read_bytes()
    assert damaged != whole
    report = repair_project(project, new, Silent())
    assert content_of(new) == before
    assert project.read_bytes() == damaged
    assert report.complete
    by_table = {row.table: row for row in report.rows}
    assert by_table["labels"].differences == (CellDifference("class_id", "4", "3"),)
    assert by_table["classes"].outcome == RowOutcome.RESTORED
    assert (report.damaged["labels"], report.from_backup["labels"], report.whole["labels"]) == (1, 1, 18)
    assert is_sound(new)


def test_a_backup_from_before_there_were_digests_gives_rows_as_they_were_saved(project: Path, new: Path) -> None:
    before = content_of(project)
    oldest, newest = sorted(backups_folder().glob("*/*.mlwb"))
    newest.unlink()
    damage(project, "UPDATE labels SET class_id = 4 WHERE id = 1", "DELETE FROM images WHERE id = 100")
    report = repair_project(project, new, Silent())
    assert {(row.outcome, row.backup) for row in report.rows} == {(RowOutcome.RESTORED, oldest.name)}
    assert content_of(new) == before


def test_a_row_comes_from_the_newest_backup_in_which_it_is_whole(project: Path, new: Path) -> None:
    before = content_of(project)
    oldest, newest = sorted(backups_folder().glob("*/*.mlwb"))
    damage(newest, "UPDATE labels SET who = 'eve' WHERE id = 1")
    damage(project, "UPDATE labels SET who = 'eve' WHERE id < 3")
    report = repair_project(project, new, Silent())
    assert [(row.id, row.backup) for row in report.rows] == [(1, oldest.name), (2, newest.name)]
    assert content_of(new) == before


def test_commits_that_lie_beside_a_damaged_file_are_read_and_left_there(project: Path, new: Path) -> None:
    with open_project(project, backups=backups_folder()) as opened:
        with opened.write() as session:
            session.connection().exec_driver_sql("UPDATE tasks SET name = 'renamed' WHERE id = 1")
        copy = project.with_name("copy.mlwb")
        log = project.with_name("copy.mlwb-wal")
        shutil.copy(project, copy)
        shutil.copy(f"{project}-wal", log)
    content = bytearray(copy.read_bytes())
    content[-PAGE:] = bytes(PAGE)
    copy.write_bytes(content)
    before = sorted((file.name, file.read_bytes()) for file in (copy, log))
    repair_project(copy, new, Silent())
    assert ("renamed",) in {row[1:2] for row in content_of(new)["tasks"]}
    assert sorted((file.name, file.read_bytes()) for file in (copy, log)) == before
    assert not project.with_name("copy.mlwb-shm").exists()


def test_a_backup_and_a_copy_keep_their_digests(project: Path) -> None:
    newest = max(backups_folder().glob("*/*.mlwb"))
    assert is_sound(newest)
    assert content_of(newest)["row_digests"] == content_of(project)["row_digests"]


def test_a_row_that_is_gone_comes_back(project: Path, new: Path) -> None:
    before = content_of(project)
    damage(project, "DELETE FROM labels WHERE id IN (2, 19)", "DELETE FROM examples WHERE id = 1")
    report = repair_project(project, new, Silent())
    assert [(row.table, row.id, row.outcome) for row in report.rows] == [
        ("examples", 1, RowOutcome.RESTORED), ("labels", 2, RowOutcome.RESTORED), ("labels", 19, RowOutcome.RESTORED),
    ]  # fmt: skip
    assert content_of(new) == before


def test_without_a_backup_a_damaged_label_is_left_out_and_what_others_refer_to_is_kept(
    project: Path, new: Path
) -> None:
    shutil.rmtree(backups_folder())
    damage(project, "UPDATE labels SET who = 'eve' WHERE id = 5", "UPDATE images SET size = 7 WHERE id = 109")
    report = repair_project(project, new, Silent())
    assert [(row.table, row.id, row.outcome) for row in report.rows] == [
        ("images", 109, RowOutcome.KEPT), ("labels", 5, RowOutcome.LOST),
    ]  # fmt: skip
    assert not report.complete
    assert faults_of(new) == {"images": (109,)}
    (lost,) = report.lost_decisions
    assert set(lost.known) == {"image", "sha256", "class", "decision", "who", "when"}


def test_a_row_kept_as_it_was_found_is_damaged_still_until_it_is_decided_again(project: Path, new: Path) -> None:
    shutil.rmtree(backups_folder())
    damage(project, "UPDATE images SET size = 7 WHERE id = 109")
    repair_project(project, new, Silent())
    assert not check_project(new, Silent()).sound
    with open_project(new, backups=backups_folder()) as opened:
        assert export_labels(opened, ExportFormat.CSV, new.with_suffix(".csv"), Silent()).warnings
    again = new.with_name("again.mlwb")
    repair_project(new, again, Silent())
    assert faults_of(again) == {"images": (109,)}
    with open_project(again, backups=backups_folder()) as opened, opened.write() as session:
        session.get_one(Image, 109).size = 1234
    assert faults_of(again) == {}


@pytest.mark.parametrize("path_is_known", [True, False])
def test_the_label_of_a_lost_image_stays_and_is_exported(project: Path, new: Path, path_is_known: bool) -> None:
    shutil.rmtree(backups_folder())
    with open_project(project, backups=project.parent) as opened:
        (before,) = [label for label in current_labels(opened) if label.image_id == 109]
    if path_is_known:
        damage(project, "UPDATE images SET reason = '{' WHERE id = 109")
    else:
        damage(project, "DELETE FROM images WHERE id = 109")
    report = repair_project(project, new, Silent())
    assert ("images", 109, RowOutcome.STAND_IN) in [(row.table, row.id, row.outcome) for row in report.rows]
    assert report.lost_decisions == ()
    with open_project(new, backups=project.parent) as opened:
        (after,) = [label for label in current_labels(opened) if label.image_id == 109]
        assert (after.label, after.decision, after.who) == (before.label, before.decision, before.who)
        export_labels(opened, ExportFormat.CSV, new.with_suffix(".csv"), Silent())
    table = new.with_suffix(".csv").read_text()
    assert (str(before.path) in table, "lost image 109" in table) == (path_is_known, not path_is_known)
    assert faults_of(new) == {"images": (109,)}


def test_a_label_stays_though_the_run_that_proposed_it_is_lost(project: Path, new: Path) -> None:
    shutil.rmtree(backups_folder())
    damage(project, "DELETE FROM runs")
    report = repair_project(project, new, Silent())
    assert len(content_of(new)["labels"]) == 19
    assert report.lost_decisions == ()
    assert is_sound(new)


def test_what_refers_to_a_lost_row_is_left_out_and_named(project: Path, new: Path) -> None:
    shutil.rmtree(backups_folder())
    damage(project, "DELETE FROM images WHERE id = 109", "DELETE FROM runs WHERE id = 3")
    report = repair_project(project, new, Silent())
    orphans = {(row.table, row.id) for row in report.rows if row.outcome == RowOutcome.ORPHANED}
    assert ("checkpoints", 11) in orphans
    assert {table for table, _ in orphans} & {"labels", "examples"} == set()


@pytest.mark.parametrize("also_the_set", [False, True])
def test_labels_whose_class_is_lost_stay_together_under_what_was_accepted(
    project: Path, new: Path, also_the_set: bool
) -> None:
    shutil.rmtree(backups_folder())
    with open_project(project, backups=project.parent) as opened:
        before = current_labels(opened)
    sets = ("DELETE FROM labelling_sets",) if also_the_set else ()
    damage(project, "DELETE FROM labelling_classes", *sets)
    report = repair_project(project, new, Silent())
    assert report.lost_decisions == ()
    with open_project(new, backups=project.parent) as opened:
        after = current_labels(opened)
    assert [(label.image_id, label.decision, label.who) for label in after] == [
        (label.image_id, label.decision, label.who) for label in before
    ]
    names = {(old.label, now.label) for old, now in zip(before, after, strict=True) if old.label}
    assert len(names) == len({old for old, _ in names}) == len({now for _, now in names})
    accepted = {label.label for label in before if label.decision == Decision.ACCEPTED and label.proposed}
    assert {now for old, now in names if old in accepted} == accepted
    assert "labelling_classes" in faults_of(new)


def test_a_row_changed_since_the_backup_is_said_to_be_older(project: Path, new: Path) -> None:
    with open_project(project, backups=backups_folder()) as opened, opened.write() as session:
        session.connection().exec_driver_sql("UPDATE tasks SET name = 'renamed' WHERE id = 1")
    damage(project, "UPDATE tasks SET name = 'garbled' WHERE id = 1")
    (row,) = repair_project(project, new, Silent()).rows
    assert row.outcome == RowOutcome.OLDER
    assert row.differences[0].damaged == "garbled"


def test_what_was_removed_since_the_backup_stays_removed(project: Path, new: Path) -> None:
    with open_project(project, backups=backups_folder()) as opened, opened.write() as session:
        session.connection().exec_driver_sql("DELETE FROM examples WHERE id = 1")
    damage(project, "UPDATE tasks SET name = 'garbled' WHERE id = 1")
    report = repair_project(project, new, Silent())
    assert [row.table for row in report.rows] == ["tasks"]
    assert report.whole["examples"] == 7


@pytest.mark.parametrize("seed", range(12))
def test_a_project_with_torn_pages_is_as_it_was_with_its_backup(project: Path, new: Path, seed: int) -> None:
    before, chance = content_of(project), random.Random(seed)
    content = bytearray(project.read_bytes())
    for _ in range(3):
        at = chance.randrange(1, len(content) // PAGE) * PAGE
        content[at : at + PAGE] = chance.randbytes(PAGE)
    project.write_bytes(content)
    report = repair_project(project, new, Silent())
    assert content_of(new) == before
    assert is_sound(new)
    assert sum(report.whole.values()) + sum(report.from_backup.values()) == sum(map(len, before.values())) - len(
        before["row_digests"]
    ) - len(before["alembic_version"])


@pytest.mark.parametrize("kept", [0, 50, PAGE, 20_000])
def test_a_file_that_is_hardly_there_is_made_of_its_backup(project: Path, new: Path, kept: int) -> None:
    before = content_of(project)
    project.write_bytes(project.read_bytes()[:kept])
    report = repair_project(project, new, Silent())
    assert content_of(new) == before
    assert report.from_backup["labels"] > 0
    assert is_sound(new)


def test_without_a_backup_a_file_that_is_hardly_there_is_refused(project: Path, new: Path) -> None:
    shutil.rmtree(backups_folder())
    project.write_bytes(project.read_bytes()[:50])
    with pytest.raises(UserError, match="Nothing can be read"):
        repair_project(project, new, Silent())
    assert sorted(file.name for file in new.parent.glob("*new*")) == []


def test_a_damaged_project_of_an_older_schema_becomes_one_of_today(tmp_path: Path, new: Path) -> None:
    path = Path(shutil.copy(KEPT / "schema_3.mlwb", tmp_path / "old.mlwb"))
    content = bytearray(path.read_bytes())
    at = content.index(b"corrected") // PAGE * PAGE
    content[at : at + PAGE] = bytes(PAGE)
    path.write_bytes(content)
    report = repair_project(path, new, Silent())
    assert sum(report.whole.values()) > 100
    assert is_sound(new)


def test_the_labels_of_a_repaired_project_are_those_of_before(project: Path, new: Path) -> None:
    damage(project, "UPDATE labels SET who = 'eve'")
    with open_project(project, backups=backups_folder()) as opened:
        changed = current_labels(opened)
    repair_project(project, new, Silent())
    with open_project(new, backups=backups_folder()) as opened:
        assert [label.label for label in current_labels(opened)] == [label.label for label in changed]
        assert "eve" not in {label.who for label in current_labels(opened)}


def test_nothing_is_written_over(project: Path, new: Path) -> None:
    new.write_bytes(b"mine")
    with pytest.raises(UserError, match="already exists"):
        repair_project(project, new, Silent())
    assert new.read_bytes() == b"mine"
    assert free_name_beside(project).name == "trees repaired.mlwb"
    free_name_beside(project).touch()
    assert free_name_beside(project).name == "trees repaired 2.mlwb"


def test_a_project_that_is_open_is_not_repaired(tmp_path: Path, new: Path) -> None:
    with new_project(tmp_path / "open.mlwb") as opened, pytest.raises(UserError, match="is open"):
        repair_project(opened.path, new, Silent())


class StopsAt:
    """A reporter that asks to stop at a report."""

    def __init__(self, wanted: Callable[[float | None], bool]) -> None:
        self._wanted = wanted

    def report(self, share: float | None, text: Message) -> None:
        if self._wanted(share):
            raise Cancelled


def test_a_repair_that_is_stopped_leaves_nothing(project: Path, new: Path) -> None:
    before = sorted(file.name for file in project.parent.iterdir())
    with pytest.raises(Cancelled):
        repair_project(project, new, StopsAt(lambda share: (share or 0.0) > 0.5))
    assert sorted(file.name for file in project.parent.iterdir()) == before


def test_a_check_is_stopped_while_it_reads_rows(project: Path) -> None:
    reports: list[float | None] = []

    def second_of_all(share: float | None) -> bool:
        reports.append(share)
        return len(reports) == 2

    with pytest.raises(Cancelled):
        check_project(project, StopsAt(second_of_all))
    assert reports == [None, None]


def test_check_says_of_each_table_how_many_rows_are_damaged(project: Path) -> None:
    damage(project, "UPDATE labels SET who = 'eve' WHERE id < 4", "DELETE FROM images WHERE id = 1")
    report = check_project(project, Silent())
    assert {(table.name, table.whole, table.damaged) for table in report.tables if table.damaged} == {
        ("labels", 16, 3), ("images", 135, 1),
    }  # fmt: skip
    assert not report.sound


def test_check_names_what_was_left_behind(project: Path) -> None:
    names = (".labels.csv.0123abcd.part", "trees.mlwb.0123abcd.new", ".new.mlwb.0123abcd.repair", "notes.part")
    for name in names:
        (project.parent / name).touch()
    report = check_project(project, Silent())
    assert [any(name in str(fault) for fault in report.damage) for name in names] == [True, True, True, False]


def varint(data: bytes | bytearray, at: int) -> tuple[int, int]:
    """Return a number as SQLite writes it, and where it ends."""
    number = 0
    for end in range(at, at + 9):
        number = number << 7 | data[end] & 0x7F
        if data[end] < 0x80:
            return number, end + 1
    raise AssertionError("a number of nine bytes")


def tear_an_id(path: Path, table: str, column: str) -> int:
    """Make a row's id, before others on a page of a table, larger than all; return what it was.

    https://sqlite.org/fileformat2.html, section 1.6: a leaf's cell begins with its length and the row's id.
    """
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        words = dict(file.execute(f"SELECT id, {column} FROM {table}"))  # noqa: S608
    data = bytearray(path.read_bytes())
    size = int.from_bytes(data[16:18]) % 65535 or 65536
    for page in range(size, len(data), size):
        cells = int.from_bytes(data[page + 3 : page + 5])
        if data[page] != 13 or cells < 2:
            continue
        cell = page + int.from_bytes(data[page + 8 + 2 * ((cells - 1) // 2) :][:2])
        _, at = varint(data, cell)
        number, end = varint(data, at)
        if number in words and words[number] in data[cell : cell + 500]:
            data[at:end] = b"\xff" * (end - at - 1) + b"\x7f"
            path.write_bytes(data)
            return number
    raise AssertionError(f"no page of {table} was found")


def test_a_torn_id_costs_its_row_and_none_of_those_behind_it(project: Path, new: Path) -> None:
    shutil.rmtree(backups_folder())
    before = content_of(project)
    torn = tear_an_id(project, "images", "path")
    report = repair_project(project, new, Silent())
    after = content_of(new)
    assert ("images", torn) in [(row.table, row.id) for row in report.rows]
    # The row itself, its neighbours on the page, and the one whose id it now seems to have.
    assert len(before["images"]) - len(after["images"]) <= 4
    assert len(before["labels"]) == len(after["labels"])
    assert faults_of(new).keys() <= {"images"}
