"""The folders of the program itself, where they cannot be made."""

from pathlib import Path

import pytest

from workbench.errors import UserError
from workbench.folders import backups_folder, cache_folder, logs_folder, settings_folder


@pytest.mark.parametrize("folder", [backups_folder, cache_folder, logs_folder, settings_folder])
def test_a_file_in_their_place_is_named(folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / "file"))
    with pytest.raises(UserError) as refused:
        folder()
    assert str(tmp_path / "file") in str(refused.value.text.values["folder"])
    assert (tmp_path / "file").read_bytes() == b""


def test_a_user_that_is_none_has_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_DATA", "~nobody of that name/data")
    with pytest.raises(UserError):
        backups_folder()
