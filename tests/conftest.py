"""Every test keeps its cache, backups, logs and settings in its own folder."""

import ctypes
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from tests.leaks import held, leaked_since
from tests.project_templates import ProjectTemplates, share_features

# The tensors of tests are small: threads would only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")


def pytest_collection_finish() -> None:
    """Leave what was imported out of every later search for garbage, which took an eighth of the tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that have the longest time limit: as the last, one process would wait for the other."""

    def limit(item: pytest.Item) -> float:
        mark = item.get_closest_marker("timeout")
        return mark.args[0] if mark is not None else 0.0

    longest: dict[Path, float] = {}
    for item in items:
        longest[item.path] = max(longest.get(item.path, 0.0), limit(item))
    items.sort(key=lambda item: -longest[item.path])


@pytest.fixture(autouse=True, scope="module")
def gives_memory_back() -> Iterator[None]:
    """Hand back what is free: the C library keeps as much as its threads ever had, over a gigabyte in the end."""
    yield
    if sys.platform == "linux":
        with suppress(AttributeError):  # Not every C library has it.
            ctypes.CDLL(None).malloc_trim(0)


@pytest.fixture(autouse=True)
def leaves_nothing_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fail the test that leaves a window, a thread or an open file, such as a project's database, behind."""
    folder = tmp_path_factory.getbasetemp()
    before = held(folder)
    yield
    leaked = leaked_since(before, folder)
    assert not leaked, f"This test left behind {', '.join(leaked)}."


@pytest.fixture(autouse=True)
def workbench_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data folder of this test, which comes to exist when something is kept there."""
    folder = tmp_path_factory.getbasetemp() / "data" / uuid4().hex
    monkeypatch.setenv("WORKBENCH_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory, all_features: Path) -> ProjectTemplates:
    return ProjectTemplates(tmp_path_factory.mktemp("templates"), all_features)


@pytest.fixture(scope="session")
def all_features(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all tests, also those of the other processes, share what the shipped network saw in."""
    mine = tmp_path_factory.getbasetemp()
    folder = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "features"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def known_features(workbench_data: Path, all_features: Path) -> None:
    """Let the shipped network look at each image once a session: a look takes a sixth of a second."""
    share_features(workbench_data, all_features)
