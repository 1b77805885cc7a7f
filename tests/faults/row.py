"""A row of the fault matrix: what is done to a project, how often, and what must hold afterwards."""

import os
import random
import shutil
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class NotHeld(Exception):
    """What must not hurt a project has hurt it; the text says how."""


@dataclass(frozen=True)
class Place:
    """A trial's own folder, with the random numbers of its seed."""

    folder: Path
    chance: random.Random
    number: int


@dataclass(frozen=True)
class Outcome:
    """What became of one trial: whether everything held, and what was done or went wrong."""

    row: str
    seed: int
    number: int
    held: bool
    seconds: float
    what: str


@dataclass(frozen=True)
class Row:
    """A fault; `trial` commits it once, says what it did, and raises NotHeld where something did not hold.

    Where `tests` are named instead, each test of those files is a trial; they are part of `make test` already.
    """

    name: str
    fault: str
    quick: int = 0  # trials in `make test`
    release: int = 0  # and in `make faults`
    trial: Callable[[Place], str] | None = None
    tests: tuple[str, ...] = ()
    limit: float = 180.0  # seconds for a trial
    not_here: Callable[[], str] = str  # Why it cannot be tried on this machine.

    def run(self, seed: int, number: int) -> Outcome:
        """Commit the fault with random numbers that follow from the seed and the number of the trial."""
        folder, began = Path(tempfile.mkdtemp(prefix="fault-")), time.monotonic()
        os.environ["WORKBENCH_DATA"] = str(folder / "data")
        (folder / "work").mkdir()
        try:
            held, what = self._held(Place(folder / "work", random.Random(f"{self.name}:{seed}:{number}"), number))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return Outcome(self.name, seed, number, held, round(time.monotonic() - began, 3), what)

    def _held(self, place: Place) -> tuple[bool, str]:
        if self.trial is None:
            raise TypeError(f"{self.name} consists of tests")
        try:
            return True, self.trial(place)
        except NotHeld as error:
            return False, str(error)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in a trial is its result
            where = traceback.extract_tb(error.__traceback__)[-1]
            return False, f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"[:600]


def hold(*, that: bool, otherwise: str) -> None:
    """Raise NotHeld where something does not hold."""
    if not that:
        raise NotHeld(otherwise)
