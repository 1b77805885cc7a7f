"""Names, notes and deletions of runs, and what compacting removed, survive damage, repair and backups."""

from pathlib import Path

import pytest

from tests.operations.project.test_repair_project import content_of, damage, is_sound, new, project
from workbench.errors import UserError
from workbench.folders import backups_folder
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.compact_project import compact_project
from workbench.operations.project.opening import open_to_read, open_to_work
from workbench.operations.project.repair.repair_project import repair_project
from workbench.operations.runs.keeping.run_changes import delete_run, remark_on_run, rename_run, restore_run
from workbench.operations.runs.listing import describe_runs, list_all_runs

__all__ = ["new", "project"]  # Fixtures.


@pytest.fixture
def changed(project: Path) -> Path:
    """A project of an older version, one run of which has a name, one a note, and one was deleted."""
    with open_to_work(project) as opened:
        rename_run(opened, 1, "moss, 5 examples")
        remark_on_run(opened, 2, "blurred\nimages")
        delete_run(opened, 3)
    return project


def test_what_was_said_of_runs_is_in_the_backup_and_in_the_repaired_project(changed: Path, new: Path) -> None:
    assert check_project(changed, Silent()).sound
    with open_to_work(changed) as opened:
        opened.back_up(backups_folder())
    before = content_of(changed)
    damage(changed, "UPDATE runs SET name = 'x', deleted_at = NULL", "UPDATE runs SET remark = NULL WHERE id = 2")
    assert not check_project(changed, Silent()).sound
    assert repair_project(changed, new, Silent()).complete
    assert content_of(new)["runs"] == before["runs"]
    assert is_sound(new)
    with open_to_read(new) as opened:
        assert [(run.id, run.name, run.remark) for run in describe_runs(opened)] == [
            (1, "moss, 5 examples", None), (2, None, "blurred\nimages"),
        ]  # fmt: skip
        assert [run.id for run in describe_runs(opened, deleted=True)] == [3]


def test_a_damaged_run_is_neither_renamed_nor_deleted_as_if_it_were_whole(changed: Path) -> None:
    damage(changed, "UPDATE runs SET seed = 77 WHERE id IN (2, 3)")
    damaged = content_of(changed)["runs"]
    with open_to_work(changed) as opened:
        for change in (rename_run, remark_on_run):
            with pytest.raises(UserError, match="damaged"):
                change(opened, 2, "whole")
        with pytest.raises(UserError, match="damaged"):
            delete_run(opened, 2)
        with pytest.raises(UserError, match="damaged"):
            restore_run(opened, 3)
    assert content_of(changed)["runs"] == damaged
    assert not check_project(changed, Silent()).sound


def test_of_runs_that_are_damaged_the_deleted_ones_hide_no_other(changed: Path) -> None:
    damage(changed, "UPDATE runs SET settings = '{' WHERE id IN (2, 3)")
    with open_to_read(changed) as opened:
        kept, deleted = list_all_runs(opened)
    assert [run.id for run in kept.runs] == [1]
    assert (kept.damaged, deleted.damaged) == ((2,), (3,))


def test_what_compacting_removed_is_not_brought_back_by_a_repair(changed: Path, new: Path) -> None:
    with open_to_work(changed) as opened:
        labels = current_labels(opened)
        for run in (1, 2):
            delete_run(opened, run)
        assert compact_project(opened, Silent()).removed == 3
        assert current_labels(opened) == labels
    assert check_project(changed, Silent()).sound
    before = content_of(changed)
    assert before["checkpoints"] == before["measurements"] == []
    damage(changed, "UPDATE labels SET class_id = 4 WHERE id = 1")
    assert repair_project(changed, new, Silent()).complete
    # The labels come from the backup, which has the runs, too.
    assert content_of(new) == before
