"""Measure meta-training on a GPU beside plain loops of the same work, and what the GPU could do: `make bench-gpu`.

`python -m tests.benchmarks.gpu [--seconds 8] [--small]` prints episodes per second of wall time, the program's and the
plain loop's taking turns three times, and the share of the product of two large matrices that their convolutions reach.
Without a GPU it says so and ends; `--small` tries it at a small size wherever it is.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from statistics import median

import torch

from tests.benchmarks.training_speed import COMPARED, ours, peer
from workbench import learning

_ROUNDS = 3
_WIDE = 8192  # rows and columns of the matrices of the peak


def _wait(device: str) -> None:
    learning.moment(device)


def _peak(device: str, side: int) -> float:
    """Return the floating-point operations per second of a product of two square matrices."""
    left = right = torch.ones(side, side, device=device)
    _ = left @ right
    _wait(device)
    began = time.perf_counter()
    for _ in range(5):
        _ = left @ right
    _wait(device)
    return 5 * 2 * side**3 / (time.perf_counter() - began)


def _episodes_a_second(steps: Iterator[object], episodes: int, device: str, seconds: float) -> float:
    for _ in range(2):
        next(steps)
    _wait(device)
    began, done = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        next(steps)
        done += episodes
    _wait(device)
    return done / (time.perf_counter() - began)


def _operations(name: str) -> float:
    """Return the operations of the convolutions of an episode, forwards and backwards, as a lower bound."""
    approach, _, (way, shot, query), _ = COMPARED[name]
    images = 50 if approach == "reptile" else way * (shot + query) if approach == "prototypical" else way * (
        2 * 5 * shot + query)  # fmt: skip
    one = 2 * 9 * 64 * (28 * 28 + 64 * (14 * 14 + 7 * 7 + 3 * 3))
    return 3.0 * one * images


def measure(device: str, seconds: float, side: int) -> Iterator[str]:
    """Yield the lines of the table."""
    peak = _peak(device, side)
    yield f"a product of matrices: {peak / 1e12:.1f} TFLOP/s in single precision"
    for name, (*_, episodes) in COMPARED.items():
        rounds = [
            tuple(_episodes_a_second(make(name, device), episodes, device, seconds) for make in (ours, peer))
            for _ in range(_ROUNDS)
        ]
        mine, theirs = (median(pair[side] for pair in rounds) for side in (0, 1))
        share = mine * _operations(name) / peak
        yield f"{name:<20} {mine:8.1f}   plain loop {theirs:8.1f}   ratio {mine / theirs:.2f}   {share:.1%} of the peak"


def main() -> int:
    """Print the table, a line at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--small", action="store_true", help="Wherever it is, only to see that it runs.")
    asked = parser.parse_args()
    if not torch.cuda.is_available() and not asked.small:
        sys.stdout.write("There is no GPU here, so nothing was measured. --small tries it on the processor.\n")
        return 0
    device = "cuda" if torch.cuda.is_available() else "cpu"
    what = torch.cuda.get_device_name() if device == "cuda" else "the processor, only to see that it runs"
    sys.stdout.write(f"{what}, torch {torch.__version__}\n")
    for line in measure(device, 0.05 if asked.small else asked.seconds, 256 if asked.small else _WIDE):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
