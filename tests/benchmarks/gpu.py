"""Measure learning on a GPU beside loops as other libraries' users write them, and the device's peak: `make bench-gpu`.

`python -m tests.benchmarks.gpu [--device cuda] [--small]` prints, for each row, episodes (or photographs) per second of
wall time: the program's, the program's with steps replayed as a CUDA graph, a loop in learn2learn's style, one in
easyfsl's, and the peak: the row's convolutions alone, at the same shapes. Each is measured in a process of its own, in
turns, as often as fits into seven and a half minutes. `--small` tries it all once in this process, at a small size.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import median

import torch

from tests.benchmarks import gpu_embedding, gpu_rows
from workbench import learning

ROOT = Path(__file__).parents[2]
OURS, REPLAYED, LEARN2LEARN, EASYFSL, PEAK = SIDES = ("ours", "replayed", "learn2learn-style", "easyfsl-style", "peak")
EMBEDDING = "Embedding"
ROWS = (*gpu_rows.ROWS, EMBEDDING)
_WARM_UP, _COMPARED = 4, 2  # steps; losses of further steps part by rounding
_SECONDS, _LIMIT = 1.5, 450.0
_WIDE, _SMALL_WIDE = 8192, 256  # rows and columns of the matrices


@dataclass(frozen=True)
class Measured:
    """What one side of a row reached: episodes or photographs per second, and its first losses."""

    rate: float
    losses: list[float]


def steps_of(row: str, side: str, device: str, *, small: bool) -> Iterator[float]:
    """Return a side's losses, step after step."""
    if row == EMBEDDING:
        size = 64 if small else 224
        ways = {
            LEARN2LEARN: gpu_embedding.resident,
            EASYFSL: gpu_embedding.one_by_one,
            PEAK: gpu_embedding.network_alone,
        }
        return ways.get(side, gpu_embedding.streamed)(device, size)
    loops: dict[str, Callable[[gpu_rows.Row, str], Iterator[float]]] = {
        OURS: gpu_rows.ours,
        REPLAYED: gpu_rows.ours_replayed,
        LEARN2LEARN: gpu_rows.learn2learn_style,
        EASYFSL: gpu_rows.easyfsl_style,
        PEAK: gpu_rows.convolutions,
    }
    return loops[side](_row(row, small=small), device)


def _row(name: str, *, small: bool) -> gpu_rows.Row:
    row = gpu_rows.ROWS[name]
    return replace(row, shape=(5, row.shape[1], 2), episodes=min(2, row.episodes)) if small else row


def measure(row: str, side: str, device: str, *, small: bool) -> Measured:
    """Measure one side of a row, in this process."""
    a_step = gpu_embedding.BATCH if row == EMBEDDING else _row(row, small=small).episodes
    steps = steps_of(row, side, device, small=small)
    losses = [next(steps) for _ in range(_COMPARED if small else _WARM_UP)][:_COMPARED]
    began, done = learning.moment(device), 0
    while done == 0 or time.perf_counter() - began < (0.0 if small else _SECONDS):
        next(steps)
        done += a_step
        if side == PEAK:
            learning.moment(device)
    return Measured(done / (learning.moment(device) - began), losses)


def _in_a_process(row: str, side: str, device: str) -> Measured:
    command = [sys.executable, "-m", "tests.benchmarks.gpu", "--device", device, "--measure", row, side]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Measured(**json.loads(ran.stdout.splitlines()[-1]))


def table(device: str, *, small: bool) -> dict[str, dict[str, Measured]]:
    """Measure every side of every row, in turns, and return the medians."""
    sides = [side for side in SIDES if side != REPLAYED or device == "cuda"]
    began, rounds = time.monotonic(), list[dict[tuple[str, str], Measured]]()
    while not rounds or (not small and (time.monotonic() - began) * (1 + 1 / len(rounds)) < _LIMIT):
        rounds.append({
            (row, side): measure(row, side, device, small=True) if small else _in_a_process(row, side, device)
            for row in ROWS for side in sides if (row, side) != (EMBEDDING, REPLAYED)
        })  # fmt: skip
    return {
        row: {
            side: Measured(median(each[row, side].rate for each in rounds), rounds[0][row, side].losses)
            for side in sides
            if (row, side) in rounds[0]
        }
        for row in ROWS
    }


def lines_of(measured: dict[str, dict[str, Measured]]) -> Iterator[str]:
    """Yield the table: rates, the program's ratio to each peer, and its share of the peak."""
    yield f"{'a second':<24}" + "".join(f"{side:>19}" for side in SIDES) + "   ratios   of the peak"
    for row, sides in measured.items():
        best = max(sides[side].rate for side in (OURS, REPLAYED) if side in sides)
        rates = "".join(f"{sides[side].rate:19.1f}" if side in sides else f"{'-':>19}" for side in SIDES)
        ratios = " ".join(f"{best / sides[peer].rate:.2f}" for peer in (LEARN2LEARN, EASYFSL))
        yield f"{row:<24}{rates}   {ratios}   {best / sides[PEAK].rate:.1%}"


def matrices(device: str, side: int) -> float:
    """Return the floating-point operations per second of a product of two square matrices."""
    left = right = torch.ones(side, side, device=device)
    _ = left @ right
    began = learning.moment(device)
    for _ in range(5):
        _ = left @ right
    return 5 * 2 * side**3 / (learning.moment(device) - began)


def main() -> int:
    """Print the table; 2 where there is no GPU to measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.gpu", description=__doc__)
    parser.add_argument("--device", choices=["cuda", "cpu"], default="cuda")
    parser.add_argument("--small", action="store_true", help="Once and at a small size, only to see that it runs.")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.device == "cuda" and not torch.cuda.is_available():
        sys.stderr.write("This needs a GPU of NVIDIA that torch can use, and there is none here.\n")
        return 2
    if asked.measure:
        row, side = asked.measure
        sys.stdout.write(json.dumps(asdict(measure(row, side, asked.device, small=asked.small))) + "\n")
        return 0
    what = torch.cuda.get_device_name() if asked.device == "cuda" else "the processor, only to see that it runs"
    peak = matrices(asked.device, _SMALL_WIDE if asked.small else _WIDE)
    sys.stdout.write(f"{what}, torch {torch.__version__}; a product of matrices {peak / 1e12:.1f} TFLOP/s\n")
    for line in lines_of(table(asked.device, small=asked.small)):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
