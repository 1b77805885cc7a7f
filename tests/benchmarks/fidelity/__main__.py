"""The command: measure one network or all, or write the page."""

import argparse
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.benchmarks import fidelity
from tests.benchmarks.fidelity.budget import TINY, Sizes
from tests.benchmarks.fidelity.measuring import Figure, Orphaned, measure
from tests.benchmarks.fidelity.plans import PLANS, Planned
from tests.benchmarks.fidelity.queue import figures_in, run_all
from tests.benchmarks.fidelity.splits import base_of
from tests.benchmarks.fidelity.table import table
from workbench.folders import cache_folder

_NAMES = [plan.name for plan in PLANS]


def main() -> int:
    """Do what the command line asks for; 1 where a plan failed."""
    given = _parser().parse_args()
    if given.table is not None:
        sys.stdout.write(table(figures_in(given.table)))
        return 0
    home = cache_folder() / "benchmarks" / ("fidelity_tiny" if given.tiny else "fidelity")
    plans = [plan for plan in PLANS if given.all or plan.name in given.only]
    if given.data is None or not plans:
        sys.stderr.write("Name the folder that holds the archives, and --all or --only PLAN.\n")
        return 2
    if given.parent is not None:
        return _measure_here(given, home, plans[0])
    for plan in plans:  # before two processes would make the same
        base_of(home, given.data, plan.split, made=given.tiny)
    return int(run_all(plans, given.hours, given.figures, partial(_in_a_process, given), at_once=given.at_once) > 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.fidelity",
        description=fidelity.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, nargs="?", help="the folder that holds the archives")
    parser.add_argument("--all", action="store_true", help="every plan that the figures lack, the shortest first")
    parser.add_argument("--only", action="append", default=[], choices=_NAMES, metavar="PLAN", help=", ".join(_NAMES))
    parser.add_argument("--hours", type=float, default=16.0, help="CPU hours for all that is asked for, at most")
    parser.add_argument("--figures", type=Path, default=Path("figures.jsonl"), help="where figures are appended")
    parser.add_argument("--at-once", type=int, default=2, help="networks at a time, one thread each")
    parser.add_argument("--tiny", action="store_true", help="a few episodes, of a folder of made classes")
    parser.add_argument("--table", type=Path, metavar="FIGURES", help="write the page of these figures")
    parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--minutes", type=float, help=argparse.SUPPRESS)
    return parser


def _in_a_process(given: argparse.Namespace, plan: Planned, minutes: float) -> Figure | None:
    """Measure a plan in a process of its own, which saves its work and ends if this one is gone."""
    command = [sys.executable, "-m", "tests.benchmarks.fidelity", str(given.data), "--only", plan.name]
    command += ["--minutes", str(minutes), "--parent", str(os.getpid()), *(["--tiny"] if given.tiny else [])]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    ended = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    return json.loads(ended.stdout.splitlines()[-1]) if ended.returncode == 0 else None


def _measure_here(given: argparse.Namespace, home: Path, plan: Planned) -> int:
    sizes = TINY if given.tiny else Sizes()
    try:
        figure = measure(home, given.data, plan, given.minutes, sizes, made=given.tiny, parent=given.parent)
    except Orphaned:
        return 1
    sys.stdout.write(json.dumps(figure) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
