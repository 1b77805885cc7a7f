"""What was tried so far: one line of JSON for each trial, so that a run that was stopped goes on where it was."""

import json
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.faults.row import Outcome


class Journal:
    """The outcomes of all trials, in a file that only grows; of a trial that was tried again the newest counts."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, threading.Lock()
        self._outcomes = {(line.row, line.seed, line.number): line for line in _lines(path)}
        if path.exists() and not path.read_bytes().endswith(b"\n"):
            path.write_bytes(path.read_bytes() + b"\n")

    @property
    def outcomes(self) -> list[Outcome]:
        with self._lock:
            return list(self._outcomes.values())

    def has(self, row: str, seed: int, number: int) -> bool:
        """Whether that was tried."""
        with self._lock:
            return (row, seed, number) in self._outcomes

    def note(self, outcome: Outcome) -> None:
        """Add what was tried."""
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(outcome)) + "\n")
            self._outcomes[outcome.row, outcome.seed, outcome.number] = outcome


def _lines(path: Path) -> Iterator[Outcome]:
    """Yield the outcomes in a file; the last line of a run that was killed may be half one."""
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                yield Outcome(**json.loads(line))
            except (ValueError, TypeError):
                continue
