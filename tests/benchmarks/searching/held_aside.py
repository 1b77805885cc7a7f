"""One real search, nothing replayed: of a grocery folder, by a table that knows no groceries, as a person starts it.

Nothing of it reaches the computer's own table. Prints the load of the machine before and after. Threads are set up as
`main.py` does it: those that spin while they wait take, on a busy machine, fifty times as long for small arrays.
Run: OMP_WAIT_POLICY=passive python -m tests.benchmarks.searching.held_aside FOLDER packages [--minutes 5]
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

import msgspec

from tests.benchmarks.searching.real_tasks import project_of
from tests.benchmarks.searching.records import read_records
from workbench.cli.app import run
from workbench.folders import cache_folder
from workbench.kept_memory import keep_freed_memory
from workbench.operations.search import past_tasks


def main() -> int:
    """Make the project, hold the data set and its like aside, and search."""
    given = _parser().parse_args()
    if os.environ.get("OMP_WAIT_POLICY") != "passive":
        raise SystemExit("Set OMP_WAIT_POLICY=passive, as main.py does.")
    keep_freed_memory()
    with tempfile.TemporaryDirectory() as workplace:
        home = Path(workplace)
        project_of(given.data, given.archives, home).close()
        others = [task.as_past for task in read_records() if not (task.looks.colour or task.data == given.data)]
        table = home / "table.jsonl"
        table.write_text("".join(json.dumps(msgspec.to_builtins(row)) + "\n" for row in others), encoding="utf-8")
        past_tasks._SHIPPED = table
        (home / "data").mkdir()
        if given.warm:  # What the shipped network saw in images before is still known.
            (home / "data" / "cache").symlink_to(cache_folder(), target_is_directory=True)
        os.environ["WORKBENCH_DATA"] = str(home / "data")
        sys.stdout.write(f"{len(others)} rows in the table; load {os.getloadavg()[0]:.1f}\n")
        sys.stdout.flush()
        code = run(["search", str(home / f"{given.data}.mlwb"), "--minutes", str(given.minutes), "--device", "cpu"])
        sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archives", type=Path, help="the folder that holds the archives")
    parser.add_argument("data", help="fruit, packages or vegetables")
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--warm", action="store_true", help="with the features that the computer knows")
    return parser


if __name__ == "__main__":
    sys.exit(main())
