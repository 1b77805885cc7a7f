"""Segments in processes of their own: the same runs, whatever becomes of a process."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, wait
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import torch

from tests.fact_codes import refused
from tests.operations.runs.test_segments import ANSWERED, begun
from workbench.folders import cache_folder
from workbench.learning.events import RunNote
from workbench.operations.engines.choose_engine import engine_of
from workbench.operations.engines.material_files import read_material, write_material
from workbench.operations.engines.processes import Processes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.run_settings import settings_as_json
from workbench.operations.runs.segment import Segment, SegmentRequest, train_segment

LONG = replace(ANSWERED, episodes=3000, validate_every=3000)


def left_in_cache() -> list[Path]:
    return [path for path in (cache_folder() / "materials").iterdir() if path.is_dir()]


def computing(process: psutil.Process) -> bool:
    """Whether a process has mapped the images, and so trains."""
    try:
        return any("train.images.npy" in part.path for part in process.memory_maps())
    except psutil.Error:
        return False


def the_one_at_work(engine: Processes, busy: Future[Segment]) -> psutil.Process:
    while True:
        assert not wait([busy], 0.02).done, "it was done before it was seen at work"
        for process in psutil.Process().children(recursive=True):
            if computing(process):
                return process


@pytest.fixture
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.mark.slow
@pytest.mark.usefixtures("one_thread")
def test_two_processes_train_the_very_runs_that_one_would(imported: Project) -> None:
    settings, material = begun(imported, ANSWERED)
    requests = [SegmentRequest(replace(settings, seed=seed), None, 12) for seed in range(4)]
    with engine_of("local", 2, None, "cpu") as engine:
        assert engine.capacity == 2
        shared = engine.share(material)
        segments = [future.result() for future in [engine.submit(shared, request) for request in requests]]
    for segment, request in zip(segments, requests, strict=True):
        assert segment.finished
        assert segment.saved == train_segment(material, request, "cpu", Silent()).saved
    assert left_in_cache() == []
    assert not any("spawn_main" in " ".join(child.cmdline()) for child in psutil.Process().children(recursive=True))


@pytest.mark.slow
@pytest.mark.usefixtures("one_thread")
def test_a_process_that_is_killed_costs_only_its_segment_which_is_done_again(imported: Project) -> None:
    settings, material = begun(imported, LONG)
    request = SegmentRequest(settings, None, 3000, seconds=3.0)
    with Processes(1, "cpu") as engine:
        shared = engine.share(material)
        future = engine.submit(shared, request)
        the_one_at_work(engine, future).kill()
        segment = future.result()
        other = engine.submit(shared, SegmentRequest(settings, None, 12, seconds=0.0)).result()
    first = segment.events[0]
    assert isinstance(first, RunNote)
    assert first.text.code == "run.process_lost"
    assert segment.episode > 0
    assert not any(isinstance(event, RunNote) and event.text.code == "run.process_lost" for event in other.events)


@pytest.mark.slow
def test_a_segment_whose_process_always_ends_is_given_up_in_words(imported: Project) -> None:
    settings, material = begun(imported, LONG)
    with Processes(1, "cpu") as engine:
        future = engine.submit(engine.share(material), SegmentRequest(settings, None, 3000))
        for _ in range(3):
            killed = the_one_at_work(engine, future)
            killed.kill()
            psutil.wait_procs([killed], timeout=30)
        with refused("run.processes_lost"):
            future.result()


@pytest.mark.slow
def test_leaving_the_engine_ends_what_is_under_way(imported: Project) -> None:
    settings, material = begun(imported, LONG)
    with Processes(2, "cpu") as engine:
        future = engine.submit(engine.share(material), SegmentRequest(settings, None, 3000))
        process = the_one_at_work(engine, future)
    assert not process.is_running()
    assert future.done()
    assert left_in_cache() == []


DRIVER = """
import os, sys
from pathlib import Path
from workbench.operations.engines.processes import Processes
from workbench.operations.engines.material_files import read_material
from workbench.operations.runs.run_settings import settings_from_json
from workbench.operations.runs.run_settings import settings_as_json
from workbench.operations.runs.segment import SegmentRequest
import json
material, settings = read_material(Path(sys.argv[1])), settings_from_json(json.loads(sys.argv[2]))
with Processes(1, "cpu") as engine:
    future = engine.submit(engine.share(material), SegmentRequest(settings, None, 10**6))
    print("begun", flush=True)
    future.result()
"""


@pytest.mark.slow
def test_processes_end_when_the_one_that_started_them_is_killed(imported: Project, tmp_path: Path) -> None:
    settings, material = begun(imported, replace(LONG, episodes=10**6, validate_every=10**6))
    write_material(material, tmp_path / "material")
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", DRIVER, str(tmp_path / "material"), json.dumps(settings_as_json(settings))]
    with subprocess.Popen(
        command, cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, stdout=subprocess.PIPE
    ) as driver:
        assert driver.stdout is not None
        assert driver.stdout.readline() == b"begun\n"
        children: list[psutil.Process] = []
        while not any(map(computing, children)):
            children = psutil.Process(driver.pid).children(recursive=True)
        driver.send_signal(signal.SIGKILL)
        driver.wait()
    _, alive = psutil.wait_procs(children, timeout=20)
    assert alive == []
    assert len(left_in_cache()) == 1
    with Processes(1, "cpu"):  # removes what the killed one left
        assert len(left_in_cache()) == 1
    assert left_in_cache() == []


def test_material_comes_back_from_files_as_it_was(imported: Project, tmp_path: Path) -> None:
    settings, material = begun(imported, ANSWERED)
    write_material(material, tmp_path / "material")
    read = read_material(tmp_path / "material")
    assert (read.digest, read.notes, read.bytes) == (material.digest, material.notes, material.bytes)
    request = SegmentRequest(settings, None, 12)
    ours, theirs = (train_segment(part, request, "cpu", Silent()) for part in (material, read))
    assert (ours.saved, ours.events) == (theirs.saved, theirs.events)


def test_an_engine_that_is_not_known_is_refused() -> None:
    with pytest.raises(Exception, match="nowhere"):
        engine_of("nowhere", 1, None, "cpu")  # pyright: ignore[reportArgumentType]
    with pytest.raises(Exception, match="localhost:1"):
        engine_of("local", 1, "localhost:1", "cpu")
