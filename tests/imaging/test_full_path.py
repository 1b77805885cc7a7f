"""A file has one path, by whatever way a person wrote it."""

from pathlib import Path

import pytest

from workbench.imaging.full_path import full_path


def test_what_goes_back_and_forth_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one" / "two").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "one")
    assert full_path(Path("two/../../one/./two")) == tmp_path / "one" / "two"
    assert full_path(tmp_path / "gone" / ".." / "nowhere") == tmp_path / "nowhere"


def test_links_are_not_followed_and_still_lead_where_they_lead(tmp_path: Path) -> None:
    (tmp_path / "far" / "deep").mkdir(parents=True)
    (tmp_path / "far" / "image.png").touch()
    (tmp_path / "link").symlink_to(tmp_path / "far" / "deep")
    assert full_path(tmp_path / "far" / ".." / "link") == tmp_path / "link"
    # Beside where the link leads, not beside the link.
    behind = tmp_path / "link" / ".." / "image.png"
    assert full_path(behind) == behind
    (tmp_path / "image.png").touch()
    assert full_path(behind) == behind
