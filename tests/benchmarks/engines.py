"""Eight short trainings by two processes of one thread, by a Ray cluster of two, and by one process of two threads.

The three take turns; what starting an engine takes is told apart from what the trainings do. Needs the extra `cluster`.
Run: OMP_WAIT_POLICY=passive python -m tests.benchmarks.engines --rounds 5, as the program itself has its threads wait
"""

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

import psutil
import torch

from tests.benchmarks.made_project import make_project
from workbench.operations.engines.choose_engine import EngineName, engine_of
from workbench.operations.engines.engine import Engine
from workbench.operations.progress import Silent
from workbench.operations.project.opening import open_to_work
from workbench.operations.runs.portable_material import PortableMaterial
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.segment import SegmentRequest
from workbench.operations.runs.training_data import run_settings
from workbench.operations.runs.training_request import TrainingRequest

REQUEST = TrainingRequest(
    "prototypical", image_size=28, channels=1, query=5, episodes=60, validation_episodes=20, fit="stretch"
)
RUNS, WORKERS = 8, 2
ENGINES: dict[str, tuple[EngineName, int]] = {
    "one process, two threads": ("local", 1),
    "two processes": ("local", 2),
    "Ray": ("ray", 2),
}


def main() -> None:
    """Measure in turns, and write one JSON object a line, at the end the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    torch.set_num_threads(WORKERS)
    with tempfile.TemporaryDirectory() as place:
        os.environ["WORKBENCH_DATA"] = str(Path(place) / "data")
        with open_to_work(make_project(Path(place) / "made", 1010)) as project:
            settings = run_settings(project, REQUEST)
            material = PortableMaterial.load(project, settings, "cpu", Silent())
    settings = material.completed(settings)
    measured: dict[str, list[tuple[float, float]]] = {name: [] for name in ENGINES}
    for _ in range(rounds):
        for name, (kind, workers) in ENGINES.items():
            began = time.perf_counter()
            with engine_of(kind, workers, None, "cpu") as engine:
                _train(engine, material, settings, RUNS, warm_up=True)
                started = time.perf_counter() - began
                psutil.cpu_percent()
                before = _cpu_seconds()
                seconds = _train(engine, material, settings, RUNS)
                cpu = _cpu_seconds() - before
            measured[name].append((started, seconds))
            _say(
                {"engine": name, "start": started, "seconds": seconds, "cpu": cpu, "busy_percent": psutil.cpu_percent()}
            )
    alone = [seconds for _, seconds in measured["one process, two threads"]]
    for name, pairs in measured.items():
        ratios = [one / seconds for one, (_, seconds) in zip(alone, pairs, strict=True)]
        _say({
            "engine": name, "start": median(start for start, _ in pairs),
            "seconds": median(seconds for _, seconds in pairs), "times": median(ratios),
            "least": min(ratios), "most": max(ratios),
        })  # fmt: skip


def _cpu_seconds() -> float:
    """Return the CPU time of this process and of all that it started."""
    here = psutil.Process()
    times = [process.cpu_times() for process in (here, *here.children(recursive=True))]
    return sum(spent.user + spent.system for spent in times)


def _train(
    engine: Engine, material: PortableMaterial, settings: RunSettings, runs: int, *, warm_up: bool = False
) -> float:
    """Return the seconds that so many trainings take; to warm up, one step of each."""
    shared, began = engine.share(material), time.perf_counter()
    seconds = 0.0 if warm_up else float("inf")
    requests = [SegmentRequest(replace(settings, seed=seed), None, settings.episodes, seconds) for seed in range(runs)]
    for future in [engine.submit(shared, request) for request in requests]:
        future.result()
    return time.perf_counter() - began


def _say(facts: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
