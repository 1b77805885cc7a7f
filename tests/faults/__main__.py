"""Go through the fault matrix: `python -m tests.faults`, or `make faults`.

A run that was stopped goes on where it was: every trial is a line of the journal. `--share 0.01` makes a hundredth of
the trials of a release, `--hours 2` ends after two hours, with about the same share of every row.
"""

import argparse
import math
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.fixed_tests import outcomes_of_tests
from tests.faults.journal import Journal
from tests.faults.results import results_of, write_results
from tests.faults.row import Outcome, Row
from tests.faults.rows import ROWS
from tests.faults.worker import ROOT, Worker


class Run:
    """Makes the trials that are wanted and not in the journal yet."""

    def __init__(self, rows: Sequence[Row], journal: Journal, asked: argparse.Namespace) -> None:
        self._rows, self._journal, self._asked = rows, journal, asked
        self._until = time.monotonic() + asked.hours * 3600
        self._lock = threading.Lock()
        self._trials = self._wanted()

    def __call__(self) -> None:
        """Make them, several at once."""
        workers = [threading.Thread(target=self._work) for _ in range(self._asked.jobs)]
        for worker in workers:
            worker.start()
        try:
            self._join(workers)
        except KeyboardInterrupt:
            self._until = 0.0  # What is under way is tried to its end.
            self._join(workers)

    def _join(self, workers: Sequence[threading.Thread]) -> None:
        for worker in workers:
            worker.join()

    @property
    def _is_over(self) -> bool:
        return time.monotonic() > self._until

    def _wanted(self) -> Iterator[tuple[Row, int]]:
        """Yield a row and a number of each trial, so that a run that is stopped has the same share of every row."""
        trials = [
            ((number + 0.5) / count, row, number)
            for row in self._rows
            for count in [_count(row, self._asked)]
            for number in range(count)
        ]
        for _, row, number in sorted(trials, key=lambda trial: trial[0]):
            if not self._journal.has(row.name, 0 if row.tests else self._asked.seed, number):
                yield row, number

    def _work(self) -> None:
        with Worker() as worker:
            while not self._is_over:
                with self._lock:
                    trial = next(self._trials, None)
                if trial is None:
                    return
                row, number = trial
                for outcome in outcomes_of_tests(row) if row.tests else [worker.tries(row, self._asked.seed, number)]:
                    self._note(outcome)

    def _note(self, outcome: Outcome) -> None:
        self._journal.note(outcome)
        trial = f"{outcome.row} seed {outcome.seed} number {outcome.number}"
        held = "held" if outcome.held else "DID NOT HOLD"
        line = f"{trial}: {held}, {outcome.seconds:.1f} s, {outcome.what}"
        sys.stdout.write(" ".join(line.split()) + "\n")
        sys.stdout.flush()


def _count(row: Row, asked: argparse.Namespace) -> int:
    if row.tests:
        return 0 if asked.quick else 1
    return row.quick if asked.quick else max(math.ceil(row.release * asked.share), 1)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--only", action="append", default=[], metavar="ROW", help=", ".join(row.name for row in ROWS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="Of the trials of a release.")
    parser.add_argument("--quick", action="store_true", help="As many as in `make test`.")
    parser.add_argument("--hours", type=float, default=math.inf, help="Where it ends at the latest.")
    parser.add_argument("--jobs", type=int, default=2, help="Trials at once.")
    parser.add_argument("--journal", type=Path, default=ROOT / "build" / "faults.jsonl")
    parser.add_argument("--results", type=Path, default=ROOT / "tests" / "faults" / "RESULTS.md")
    return parser.parse_args()


def main() -> int:
    """Return 1 where something did not hold."""
    asked = _asked()
    asked.journal.parent.mkdir(parents=True, exist_ok=True)
    journal = Journal(asked.journal)
    reasons = {row.name: reason for row in ROWS if (reason := row.not_here())}
    rows = [row for row in ROWS if row.name not in reasons and (not asked.only or row.name in asked.only)]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.stdout.write(f"Seed {asked.seed}, journal {asked.journal}\n")
    try:
        Run(rows, journal, asked)()
    finally:
        results = results_of(ROWS, journal.outcomes, reasons, asked.results)
        write_results(asked.results, results)
        sys.stdout.write(f"{asked.results}\n")
    return int(any(result.held < result.tried for result in results))


if __name__ == "__main__":
    sys.exit(main())
