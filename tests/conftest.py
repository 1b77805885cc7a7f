"""Every test keeps its cache, backups, logs and settings in its own folder."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def workbench_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("WORKBENCH_DATA", str(folder))
    return folder
