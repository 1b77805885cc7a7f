"""Measure an older state of the program and the one of today in one run, in processes of their own that take turns.

`python -m tests.benchmarks.before_and_after --before COMMIT DATA [--rounds 3] [--only TEXT] [--packages FOLDER]` prints
a table in Markdown: what a unit of each piece of work costs in CPU time, medians of the rounds, and the median of the
rounds' ratios. COMMIT is cloned into a temporary folder; the work itself is `before_and_after_work.py`, the same for
both. DATA is the folder of archives; `--packages` has what the older program needs and today's environment lacks, as
`pip install --target FOLDER` puts it there. What the older program cannot do is said in its place.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from tests.benchmarks.archives import unpacked
from tests.benchmarks.before_and_after_work import PILES, TRAINED
from tests.benchmarks.importing import make

ROOT = Path(__file__).parents[2]
WORK = ROOT / "tests" / "benchmarks" / "before_and_after_work.py"
_CLASSES, _EACH, _EXAMPLES = 3, 7, 3  # of what is labelled

TITLES = {
    "prototypical": "Prototypical Networks, 20-way 5-shot 5-query",
    "maml second order": "MAML, second order, 5-way 1-shot, 5 steps, 4 tasks",
    "maml first order": "MAML, first order",
    "reptile": "Reptile, 5 steps of 10 images, 4 tasks",
} | {
    name: f"{name}, 5-way 1-shot 15-query"
    for name in ("matching", "siamese", "lstm", "mann", "metanet", "transfer", "zero-shot")
}


@dataclass(frozen=True)
class Row:
    """A piece of work: what it is called, the unit of what it costs, and its arguments, {tree} being the program's.

    `beside` is measured in each round, too, and the row says which share of the work it would be. `data` names a folder
    of caches that all processes of a side share, {side}, or that both share; without it each has its own.
    """

    title: str
    unit: str
    work: tuple[str, ...]
    beside: tuple[str, ...] = ()
    data: str = ""
    threads: int = 1


@dataclass(frozen=True)
class Side:
    """A program: its folder, and what PYTHONPATH names."""

    name: str
    tree: Path
    path: str


def rows_of(place: Path) -> list[Row]:
    """Return the rows, their material lying in `place`."""
    cores, small, photographs = os.cpu_count() or 1, str(place / "small"), str(place / "photographs")
    piles, labelled, few = str(place / "piles"), str(place / "labelled"), str(place / "few")
    return [
        *(Row(TITLES[name], "ms an episode", ("train", name)) for name in TRAINED),
        Row("150 episodes of a test, 20-way 5-shot", "s", ("evaluate",)),
        Row("import of small PNG", "ms a file", ("import_files", small), ("decode", small), threads=cores),
        Row("import of photographs", "ms a file", ("import_files", photographs), ("decode", photographs),
            threads=cores),
        Row("embedding, 224 pixels, two looks", "ms a photograph", ("embed", photographs), threads=cores),
        Row("proposing again, 5,000 × 1280, 10 classes", "ms", ("propose", piles, "p5", "10"), data="piles"),
        Row("proposing again, 5,000 × 1280, 500 classes", "ms", ("propose", piles, "p5", "500"), data="piles"),
        Row("proposing again, 50,000 × 1280, 10 classes", "ms", ("propose", piles, "p50", "10"), data="piles"),
        Row("proposing again, 100,000 × 1280, 10 classes", "ms", ("propose", piles, "p100", "10"), data="piles"),
        Row("`main.py --help`", "s", ("command", "{tree}", "--help")),
        Row("`label`, 21 photographs, features known", "s", ("label", "{tree}", labelled), data="label {side}"),
        Row("saving 2,000 measurements with a run", "ms", ("save_measurements", few)),
        Row("a finished run, frozen features", "MB", ("size", few, "efficientnet-lite0")),
        Row("a finished run, ResNet-12", "MB", ("size", few, "resnet12")),
    ]  # fmt: skip


def measured(row: tuple[str, ...], side: Side, place: Path, *, data: str, threads: int) -> float | str:
    """Return what a piece of work costs by a program, or why there is no figure."""
    with tempfile.TemporaryDirectory(dir=place) as home:
        environment = os.environ | {
            "PYTHONPATH": side.path,
            "PYTHONPYCACHEPREFIX": str(place / "bytecode"),
            "WORKBENCH_DATA": str(place / data.format(side=side.name)) if data else f"{home}/data",
            "OMP_NUM_THREADS": str(threads),
            "QT_QPA_PLATFORM": "offscreen",
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-P", str(WORK), *(part.format(tree=side.tree) for part in row)]
        ran = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        return (ran.stderr.strip().splitlines() or ["it ended without a word"])[-1]
    return float(json.loads(ran.stdout.splitlines()[-1]))


def line(row: Row, sides: tuple[Side, Side], place: Path, rounds: int) -> str:
    """Measure a row and return its line of the table."""
    found: dict[str, list[float | str]] = {}
    for _ in range(rounds):
        for side in sides:
            figure = measured(row.work, side, place, data=row.data, threads=row.threads)
            found.setdefault(side.name, []).append(figure)
        if row.beside:
            bare = measured(row.beside, sides[1], place, data="", threads=row.threads)
            found.setdefault("beside", []).append(bare)
    figures = {name: [value for value in values if isinstance(value, float)] for name, values in found.items()}
    shown = [
        f"{median(figures[side.name]):.3g}" if figures[side.name] else f"not run: {found[side.name][0]}"
        for side in sides
    ]
    pairs = [
        before / after
        for before, after in zip(*(found[side.name] for side in sides), strict=True)
        if isinstance(before, float) and isinstance(after, float)
    ]
    ratio = f"{median(pairs):.2f}" if pairs else "–"
    if row.beside and pairs:
        bare = median(figures["beside"])
        shown = [f"{cell} ({100 * bare / float(cell):.0f} % of the pace of bare Pillow)" for cell in shown]
    return f"| {row.title} | {row.unit} | {' | '.join(shown)} | {ratio} |"


def make_material(place: Path, data: Path, sides: tuple[Side, Side], wanted: list[Row]) -> None:
    """Make the images and the project that the wanted rows work on."""
    named = {part for row in wanted for part in row.work}
    for name, kind, count in (("small", "small", 2000), ("photographs", "photographs", 96), ("few", "small", 1000)):
        if str(place / name) in named:
            make(place / name, kind, count)
    if str(place / "labelled") in named:
        groceries = sorted((unpacked(data / "grocery81_128px.zip", "grocery81") / "Fruit").iterdir())[:_CLASSES]
        for folder in groceries:
            for number, file in enumerate(sorted(folder.iterdir())[: _EACH + _EXAMPLES]):
                home = place / "labelled" / ("images" if number < _EACH else f"examples/{folder.name}")
                home.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, home / f"{folder.name} {file.name}")
    if str(place / "piles") in named:
        (place / "piles").mkdir()
        largest = max(list(PILES).index(name) for name in named & PILES.keys())
        work = ("make_piles", str(place / "piles"), *list(PILES)[: largest + 1])
        trouble = measured(work, sides[1], place, data="piles", threads=os.cpu_count() or 1)
        if isinstance(trouble, str):
            raise RuntimeError(trouble)


def measure(asked: argparse.Namespace, place: Path) -> Iterator[str]:
    """Yield the lines of the table."""
    clone, commit = place / "before", asked.before
    git = shutil.which("git") or "git"
    subprocess.run([git, "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(clone)], check=True)
    subprocess.run([git, "checkout", "--quiet", commit], cwd=clone, check=True)
    packages = f"{os.pathsep}{asked.packages.resolve()}" if asked.packages else ""
    sides = Side("before", clone, f"{clone}{packages}"), Side("now", ROOT, str(ROOT))
    wanted = [row for row in rows_of(place) if not asked.only or any(text in row.title for text in asked.only)]
    make_material(place, asked.data, sides, wanted)
    yield "| what | unit | before | now | times |\n|---|---|---|---|---|"
    for row in wanted:
        yield line(row, sides, place, asked.rounds)


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def main() -> int:
    """Print the table, a line at a time, and how busy the machine was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--before", required=True, metavar="COMMIT")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", metavar="TEXT", help="rows whose name has it; may be repeated")
    parser.add_argument("--packages", type=Path)
    asked = parser.parse_args()
    began = time.monotonic()
    sys.stdout.write(f"{datetime.now(UTC):%Y-%m-%d}, {_load()}, {asked.rounds} rounds, before: {asked.before}\n")
    with tempfile.TemporaryDirectory() as place:
        for text in measure(asked, Path(place)):
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
    sys.stdout.write(f"{_load()}, {(time.monotonic() - began) / 60:.0f} minutes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
