"""Measure how fast folders are imported, as a share of bare Pillow decoding of the same files on all cores.

`python -m tests.benchmarks.importing [--small N] [--photographs N] [--rounds N]` makes small PNG drawings and JPEG
photographs of its own, imports each kind into a new project in a process of its own, and decodes the same files by
Pillow alone in as many threads as there are cores, alternating; the scan, the hashes and the rows are part of the
import.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import numpy as np
from PIL import Image

ROOT = Path(__file__).parents[2]
_PER_CLASS = 50


def make(folder: Path, kind: str, count: int) -> Path:
    """Make drawings of 105 pixels, or photographs of 12 megapixels' quality at 1,600 pixels, in class folders."""
    draw = np.random.default_rng(0)
    for number in range(count):
        home = folder / f"{kind}_{number // _PER_CLASS:04d}"
        home.mkdir(parents=True, exist_ok=True)
        if kind == "small":
            pixels = np.full((105, 105), 255, np.uint8)
            for _ in range(6):
                x, y = draw.integers(5, 90, 2)
                pixels[y : y + draw.integers(2, 40), x : x + 3] = 0
            Image.fromarray(pixels).convert("1").save(home / f"{number}.png")
        else:
            coarse = Image.fromarray(draw.integers(0, 256, (24, 32, 3), np.uint8))
            picture = np.asarray(coarse.resize((1600, 1200), Image.Resampling.BICUBIC)).astype(np.int16)
            picture += draw.integers(-12, 13, picture.shape, dtype=np.int16)
            Image.fromarray(picture.clip(0, 255).astype(np.uint8)).save(home / f"{number}.jpg", quality=88)
    return folder


def _import(folder: Path, place: Path) -> None:
    from workbench.operations.progress import Silent
    from workbench.operations.project.opening import new_project
    from workbench.operations.tasks.import_images import import_images
    from workbench.operations.tasks.import_report import ImportRequest

    with new_project(place / "made.mlwb") as project:
        began = time.perf_counter()
        report = import_images(project, folder, ImportRequest(), Silent())
        _say(report.added, began)


def _decode(folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())

    def decode(path: Path) -> None:
        with Image.open(path) as image:
            image.load()

    began = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        count = len(list(pool.map(decode, files)))
    _say(count, began)


def _say(count: int, began: float) -> None:
    sys.stdout.write(json.dumps(count / (time.perf_counter() - began)) + "\n")


def _in_a_process(who: str, folder: Path) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.importing", "--measure", who, str(folder)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


def main() -> int:
    """Print files per second of both, and the share."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=8000)
    parser.add_argument("--photographs", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        if asked.measure:
            who, folder = asked.measure
            _import(Path(folder), Path(place)) if who == "import" else _decode(Path(folder))
            return 0
        sys.stdout.write(f"load {os.getloadavg()[0]:.1f}; files per second, median of {asked.rounds}\n")
        for kind, count in (("small", asked.small), ("photographs", asked.photographs)):
            folder = make(Path(place) / kind, kind, count)
            rounds = [(_in_a_process("import", folder), _in_a_process("decode", folder)) for _ in range(asked.rounds)]
            ours, bare = (median(pair[side] for pair in rounds) for side in (0, 1))
            share = median(pair[0] / pair[1] for pair in rounds)
            sys.stdout.write(f"{kind:<12} import {ours:8.0f}   Pillow {bare:8.0f}   share {100 * share:.0f} %\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
