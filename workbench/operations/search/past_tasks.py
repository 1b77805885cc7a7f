"""What searches before this one found, task by task: a table that ships, and the one of this computer.

It holds facts: numbers about the images, never images or names. Its own rows are in the person's data folder, one JSON
object a line; they can be shown and deleted.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from workbench.errors import UserError
from workbench.folders import searches_folder
from workbench.operations.search.looks import Looks
from workbench.operations.search.setting import Setting
from workbench.resources import resource
from workbench.words import marked, message, printable

_SHIPPED = resource("past_searches.jsonl")
_OWN = "searches.jsonl"
_MOST = 1000  # rows of one's own: the newest


@dataclass(frozen=True)
class PastTrial:
    """A setting that was tried, and its validations: training seconds by then, and accuracy."""

    setting: Setting
    rungs: tuple[tuple[float, float], ...]

    @property
    def most(self) -> float:
        """The best accuracy that it reached at all."""
        return max((accuracy for _, accuracy in self.rungs), default=0.0)

    def within(self, seconds: float) -> float | None:
        """Return the best accuracy that it had reached in so much training, None where it had none."""
        return max((accuracy for passed, accuracy in self.rungs if passed <= seconds), default=None)


@dataclass(frozen=True)
class PastTask:
    """A task that was searched: what its images look like, its episodes, the best simple head, and what was tried.

    `search` tells it from all others, so that one that goes on later takes its own place; "" where nobody goes on.
    """

    looks: Looks
    way: int
    shot: int
    head: float
    tried: tuple[PastTrial, ...]
    search: str = ""

    @property
    def best(self) -> PastTrial | None:
        """The training that became the most accurate, None where nothing was trained."""
        return max(self.tried, key=lambda trial: trial.most, default=None)


def shipped_tasks() -> tuple[PastTask, ...]:
    """Return the rows that come with the program: tests/benchmarks/portfolio.py made them."""
    return _rows_in(Path(_SHIPPED))


def own_tasks() -> tuple[PastTask, ...]:
    """Return the rows of searches on this computer, oldest first; lines that are none are left out."""
    return _rows_in(own_table())


def own_table() -> Path:
    """Return the file of the searches on this computer, which need not exist."""
    return searches_folder() / _OWN


def remember(task: PastTask) -> None:
    """Add a row of one's own, in the place of what the same search knew before. Raises UserError."""
    others = [row for row in own_tasks() if not task.search or row.search != task.search]
    _write((*others, task)[-_MOST:])


def forget_all() -> None:
    """Delete all rows of one's own. Raises UserError where they cannot be."""
    _write(())


def _write(rows: Sequence[PastTask]) -> None:
    file = own_table()
    fresh = file.with_suffix(".new")
    try:
        fresh.write_text("".join(json.dumps(msgspec.to_builtins(row)) + "\n" for row in rows), encoding="utf-8")
        fresh.replace(file)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        text = marked("What the search found out about searching could not be kept in {file} ({reason}).")
        raise UserError(message(text, file=printable(file), reason=error.strerror or str(error))) from error


def _rows_in(file: Path) -> tuple[PastTask, ...]:
    rows: list[PastTask] = []
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # Nothing was searched yet.
        return ()
    for line in lines:
        # Of a newer version, or cut off by a kill.
        with suppress(ValueError):
            rows.append(msgspec.convert(json.loads(line), PastTask))
    return tuple(rows)
