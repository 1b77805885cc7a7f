"""A process that tries what it is asked for, line by line, so that a fault that ends it ends nothing else.

`python -m tests.faults.worker` reads lines of a row's name, a seed and a number, and answers each with the outcome as
JSON. What trials print goes to the standard error.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.faults.last_words import last_words
from tests.faults.row import Outcome, Row

ROOT = Path(__file__).parents[2]


class Worker:
    """The process, seen from the runner; it is started anew where a trial ended it or took too long."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()
        self._said = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115 - closed with the worker

    def __enter__(self) -> Self:
        self._running()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        self._said.close()

    def tries(self, row: Row, seed: int, number: int) -> Outcome:
        """Have one trial made; what ends the process or takes too long did not hold."""
        process = self._running()
        assert process.stdin is not None
        began = time.monotonic()
        process.stdin.write(f"{row.name} {seed} {number}\n")
        process.stdin.flush()
        try:
            answer = self._answers.get(timeout=row.limit)
        except queue.Empty:
            what = f"It took more than {row.limit:.0f} seconds."
        else:
            if answer:
                return Outcome(**json.loads(answer))
            what = f"The process ended with {process.wait()}: {self._last_words()}"
        self._end()
        return Outcome(row.name, seed, number, False, round(time.monotonic() - began, 3), what)

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            environment = os.environ | {"OMP_NUM_THREADS": "1", "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, "-m", "tests.faults.worker"]
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=self._said, text=True, start_new_session=True,
            )  # fmt: skip
            self._answers = queue.Queue()
            threading.Thread(target=_hand_on, args=(self._process, self._answers), daemon=True).start()
        return self._process

    def _last_words(self) -> str:
        self._said.seek(0)
        return last_words(self._said.read())

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _hand_on(process: subprocess.Popen[str], answers: queue.Queue[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        answers.put(line)
    answers.put("")


def main() -> None:
    """Answer until nobody asks any more."""
    from tests.faults.rows import ROWS

    rows = {row.name: row for row in ROWS}
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        name, seed, number = line.split()
        answers.write(json.dumps(asdict(rows[name].run(int(seed), int(number)))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
