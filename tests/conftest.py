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
from workbench.operations.garbage_collection import collect_by_hand, collect_by_itself, collect_what_is_due

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


_COLLECTED_BY_HAND = pytest.StashKey[bool]()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let no thread but this one look for garbage from the first test with widgets on, until one without begins.

    Whichever thread looks deletes what it finds. Widgets of a test that is over, and their timers, would be deleted by
    one that decodes images for the next test, and what is left of a timer that another thread deletes goes off.
    """
    has_widgets, stash = "qapp" in getattr(item, "fixturenames", ()), item.session.stash
    if has_widgets is stash.get(_COLLECTED_BY_HAND, False):
        return
    stash[_COLLECTED_BY_HAND] = has_widgets
    if has_widgets:
        collect_by_hand()
    else:
        gc.collect()
        collect_by_itself()


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    """Look for garbage where that is due, after a test has let go of everything."""
    if not gc.isenabled():
        collect_what_is_due()


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
