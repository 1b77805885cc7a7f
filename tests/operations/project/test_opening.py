"""Opening a project for the window: to work where that is possible, to look where it is not."""

import os
from pathlib import Path

import pytest

from tests.store.parts import a_file_in_place_of
from workbench.errors import UserError
from workbench.folders import backups_folder
from workbench.operations.project.opening import Project, open_for_window, open_to_work


def test_a_project_opens_to_work(tmp_path: Path, project: Project) -> None:
    project.close()
    with open_for_window(tmp_path / "made.mlwb") as opened:
        assert (opened.path, opened.path.stem, opened.read_only_reason) == (project.path, "made", None)
        assert not opened.read_only


@pytest.mark.slow
def test_a_project_that_another_has_open_can_be_looked_at_and_says_why(project: Project) -> None:
    with open_for_window(project.path) as second:
        assert second.read_only
        assert "another window" in str(second.read_only_reason)
    with pytest.raises(UserError, match="another window"):
        open_to_work(project.path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_project_that_cannot_be_written_can_be_looked_at(project: Project) -> None:
    project.close()
    project.path.chmod(0o400)
    with open_for_window(project.path) as opened:
        assert "cannot be written" in str(opened.read_only_reason)


def test_a_file_that_is_no_project_or_not_there_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "text.mlwb").write_text("text")
    for name in ("text.mlwb", "gone.mlwb"):
        with pytest.raises(UserError, match=name):
            open_for_window(tmp_path / name)


def test_where_no_backup_can_be_written_work_goes_on_and_that_is_said(project: Project) -> None:
    project.close()
    a_file_in_place_of(backups_folder())
    with open_to_work(project.path) as opened:
        assert "work goes on without it" in str(opened.not_backed_up)
        assert str(backups_folder()) in str(opened.not_backed_up)
        with opened.write():
            pass
    backups_folder().unlink()
    with open_to_work(project.path) as opened:
        assert opened.not_backed_up is None
    assert list(backups_folder().rglob("*.mlwb"))
