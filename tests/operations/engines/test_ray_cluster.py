"""Segments on a Ray cluster: started here, or one that is there already; refused in words where it is not usable."""

import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import wait
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import psutil
import pytest

from tests.operations.engines.test_processes import LONG, one_thread
from tests.operations.runs.test_segments import ANSWERED, begun
from workbench.errors import UserError
from workbench.operations.engines.ray_cluster import RayCluster, _computed
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.segment import SegmentRequest, train_segment

__all__ = ["one_thread"]

needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="the extra `cluster` is not installed")
# Ray itself uses what it calls deprecated.
pytestmark = [pytest.mark.filterwarnings("default")]


@pytest.fixture
def engine() -> Iterator[RayCluster]:
    with RayCluster(2, None, "cpu") as started:
        yield started


@needs_ray
@pytest.mark.slow
@pytest.mark.usefixtures("one_thread")
def test_a_cluster_trains_the_very_runs_that_one_process_would(engine: RayCluster, imported: Project) -> None:
    settings, material = begun(imported, ANSWERED)
    requests = [SegmentRequest(replace(settings, seed=seed), None, 12) for seed in range(3)]
    assert engine.capacity == 2
    shared = engine.share(material)
    segments = [future.result() for future in [engine.submit(shared, request) for request in requests]]
    for segment, request in zip(segments, requests, strict=True):
        here = train_segment(material, request, "cpu", Silent())
        assert (segment.saved, segment.events) == (here.saved, here.events)


@needs_ray
@pytest.mark.slow
def test_a_segment_whose_worker_is_killed_is_done_again(engine: RayCluster, imported: Project) -> None:
    settings, material = begun(imported, LONG)
    future = engine.submit(engine.share(material), SegmentRequest(settings, None, 3000, seconds=3.0))
    at_work: list[psutil.Process] = []
    while not at_work:
        assert not wait([future], 0.05).done
        at_work = [process for process in psutil.Process().children(recursive=True) if _trains(process)]
    at_work[0].kill()
    assert future.result().episode > 0


def _trains(process: psutil.Process) -> bool:
    try:
        return "_computed" in " ".join(process.cmdline())
    except psutil.Error:
        return False


@needs_ray
@pytest.mark.slow
def test_what_cannot_be_trained_is_refused_as_it_would_be_here(engine: RayCluster, imported: Project) -> None:
    settings, material = begun(imported, ANSWERED)
    wrong = train_segment(material, SegmentRequest(settings, None, 6), "cpu", Silent()).saved
    other = replace(settings, approach="maml", options={})
    with pytest.raises(UserError):
        engine.submit(engine.share(material), SegmentRequest(other, wrong, 12)).result()


def test_a_worker_with_another_version_refuses_in_words(imported: Project) -> None:
    settings, material = begun(imported, ANSWERED)
    answer = _computed(material, SegmentRequest(settings, None, 12), "cpu", {"torch": "0.4"})
    assert isinstance(answer, UserError)
    assert {"torch", "0.4"} <= set(answer.text.values.values())


def test_without_ray_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UserError, match=r"pip install metalearning-workbench\[cluster\]"), RayCluster(1, None, "cpu"):
        pass


@pytest.mark.parametrize("address", ["nonsense", "host:port", ":5", "127.0.0.1:99999"])
@needs_ray
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(UserError, match=address), RayCluster(1, address, "cpu"):
        pass


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@needs_ray
def test_where_no_cluster_answers_it_says_so() -> None:
    address = f"127.0.0.1:{_free_port()}"
    with pytest.raises(UserError, match=address), RayCluster(1, address, "cpu"):
        pass


# A process of its own, as there is one cluster for each.
DRIVER = """
import sys
from pathlib import Path
from workbench.operations.engines.ray_cluster import RayCluster
with RayCluster(0, sys.argv[1], "cpu") as engine:
    print(engine.capacity)
"""


@needs_ray
@pytest.mark.slow
def test_a_cluster_that_is_there_is_used_and_left_running(tmp_path: Path) -> None:
    port, root = _free_port(), Path(__file__).parents[3]
    environment = os.environ | {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONPATH": str(root)}
    environment |= {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
    start = [
        sys.executable, "-m", "ray.scripts.scripts", "start", "--head", "--block", "--include-dashboard=false",
        "--disable-usage-stats", "--num-cpus=3", f"--port={port}",
    ]  # fmt: skip
    with subprocess.Popen(start, env=environment, start_new_session=True, stdout=subprocess.PIPE, text=True) as head:
        assert head.stdout is not None
        for line in head.stdout:
            if "Ray runtime started" in line:
                break
        try:
            asked = [sys.executable, "-c", DRIVER, f"127.0.0.1:{port}"]
            for _ in range(2):
                ran = subprocess.run(asked, env=environment, cwd=root, capture_output=True, text=True, check=False)
                assert (ran.stdout.strip(), ran.returncode) == ("3", 0), ran.stderr
            assert head.poll() is None
        finally:
            os.killpg(head.pid, signal.SIGTERM)
