"""Measure meta-training beside plain loops of the same work, in processes that alternate.

`python -m tests.benchmarks.training_speed [--rounds 5] [--only NAME]` prints episodes per second of one core's time,
for Conv-4 on grey images of 28 pixels: the medians over the rounds, and their ratio. Of the program it measures its own
loop, `learning.train`, as a run goes through it, sampling included.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import numpy as np
import torch

from tests.benchmarks.training_peers import PEERS, TASKS
from workbench import learning
from workbench.kept_memory import keep_freed_memory
from workbench.learning.events import TrainingStep
from workbench.learning.sampling import EpisodeSampler

ROOT = Path(__file__).parents[2]
_WARM_UP, _SECONDS = 3, 4.0
_CLASSES, _IMAGES = 200, 20

# The name of a comparison: the approach, its options, the shape (way, shot, query), episodes in a step.
COMPARED = {
    "prototypical": ("prototypical", {}, (20, 5, 5), 1),
    "maml second order": ("maml", {"inner_steps": "5"}, (5, 1, 15), TASKS),
    "maml first order": ("maml", {"inner_steps": "5", "order": "first"}, (5, 1, 15), TASKS),
    "reptile": ("reptile", {"inner_steps": "5", "train_shot": "10"}, (5, 1, 15), TASKS),
}


def sampler_of(shape: tuple[int, int, int], device: str = "cpu") -> EpisodeSampler:
    """Return a sampler of episodes of noise: way, shot and queries."""
    draw = np.random.default_rng(0)
    images = draw.integers(0, 256, (_CLASSES * _IMAGES, 1, 28, 28), np.uint8)
    class_of = np.repeat(np.arange(_CLASSES), _IMAGES)
    pool = learning.Pool(torch.from_numpy(images).to(device), class_of, np.zeros(_CLASSES, np.int64))
    return EpisodeSampler(pool, learning.EpisodeShape(*shape), seed=0, mix_tasks=True)


def ours(name: str, device: str = "cpu") -> Iterator[TrainingStep]:
    """Yield the steps of the program's own training."""
    keep_freed_memory()
    approach_name, options, shape, episodes = COMPARED[name]
    kind = learning.approach_named(approach_name)
    encoder = learning.build_encoder(learning.encoder_kind("conv4"), 28, 1)
    chosen = learning.parse_options(kind.options_kind, options)
    approach = kind(encoder, learning.EpisodeShape(*shape), chosen)
    drawn = approach.training_shape(learning.EpisodeShape(*shape), chosen)
    sampler = sampler_of((shape[0], drawn.shot, drawn.query), device)
    encoder.calibrate(sampler.pool.images.cpu())
    approach.to(device)
    plan = learning.Plan(10**9, episodes, 1e-3, 10**9, 1)
    events = learning.train(learning.Training(approach, plan), sampler, None)
    return (event for event in events if isinstance(event, TrainingStep))


def peer(name: str, device: str = "cpu") -> Iterator[float]:
    """Yield the losses of the plain loop of the same work."""
    shape = COMPARED[name][2]
    return PEERS[name](sampler_of((5, 9, 1) if name == "reptile" else shape, device))


def _measure(who: str, name: str) -> dict[str, float]:
    torch.set_num_threads(1)
    steps = ours(name) if who == "ours" else peer(name)
    for _ in range(_WARM_UP):
        next(steps)
    began, wall, done = time.process_time(), time.perf_counter(), 0
    while time.process_time() - began < _SECONDS:
        next(steps)
        done += 1
    episodes = done * COMPARED[name][3]
    return {"cpu": episodes / (time.process_time() - began), "wall": episodes / (time.perf_counter() - wall)}


def _in_a_process(who: str, name: str) -> dict[str, float]:
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "tests.benchmarks.training_speed", "--measure", who, "--only", name]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


def main() -> int:
    """Print a line for each comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="append", choices=list(COMPARED))
    parser.add_argument("--measure", choices=["ours", "peer"], help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        sys.stdout.write(json.dumps(_measure(asked.measure, asked.only[0])) + "\n")
        return 0
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}; episodes per second of one core, median of {asked.rounds}\n")
    for name in asked.only or COMPARED:
        rounds = [(_in_a_process("ours", name), _in_a_process("peer", name)) for _ in range(asked.rounds)]
        ours, peer = (median(pair[side]["cpu"] for pair in rounds) for side in (0, 1))
        ratio = median(pair[0]["cpu"] / pair[1]["cpu"] for pair in rounds)
        sys.stdout.write(f"{name:<20} {ours:7.2f}   plain loop {peer:7.2f}   ratio {ratio:.2f}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
