"""Every test keeps its cache, backups, logs and settings in its own folder."""

import os
from pathlib import Path

import pytest

# The tensors of tests are small: threads would only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(autouse=True)
def workbench_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("WORKBENCH_DATA", str(folder))
    return folder
