"""The starts of the playground: what a learner and its twin had learned after so many tasks, as shipped."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.resources import resource
from workbench.words import marked, message, printable

SHIPPED_STARTS = resource("playground")
_LIST = "starts.json"
_SIDES = ("learner", "twin")


@dataclass(frozen=True)
class StartPair:
    """The weights of a learner and of its twin after both had learned from so many tasks, as safetensors bytes."""

    problem: str
    tasks: int
    learner: bytes
    twin: bytes


def read_starts(problem: str, folder: Path = SHIPPED_STARTS) -> tuple[StartPair, ...]:
    """Return the starts of a problem, those of the fewest tasks first.

    Raises UserError where a file is missing or is not the one that was written.
    """
    home = folder / problem
    return tuple(
        StartPair(problem, tasks, *(_checked(_file(home, side, tasks), digests[side]) for side in _SIDES))
        for tasks, digests in _listed(home)
    )


def write_starts(pairs: Sequence[StartPair], folder: Path = SHIPPED_STARTS) -> None:
    """Write the starts of a problem, and a list of them with the digest of each file."""
    listed: list[dict[str, int | str]] = []
    for pair in pairs:
        home = folder / pair.problem
        home.mkdir(parents=True, exist_ok=True)
        entry: dict[str, int | str] = {"tasks": pair.tasks}
        for side, weights in zip(_SIDES, (pair.learner, pair.twin), strict=True):
            _file(home, side, pair.tasks).write_bytes(weights)
            entry[side] = _digest(weights)
        listed.append(entry)
        (home / _LIST).write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")


def _listed(home: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        entries = json.loads((home / _LIST).read_text(encoding="utf-8"))
        return [(int(entry["tasks"]), {side: str(entry[side]) for side in _SIDES}) for entry in entries]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise _unreadable(home / _LIST) from error


def _checked(file: Path, digest: str) -> bytes:
    try:
        weights = file.read_bytes()
    except OSError as error:
        raise _unreadable(file) from error
    if _digest(weights) != digest:
        raise _unreadable(file)
    return weights


def _file(home: Path, side: str, tasks: int) -> Path:
    return home / f"{side}-{tasks}.safetensors"


def _digest(weights: bytes) -> str:
    return hashlib.sha256(weights).hexdigest()


def _unreadable(file: Path) -> UserError:
    text = marked(
        "The trained networks that ship with the program cannot be used: {file} is missing or damaged. Train them "
        "here, or install the program again."
    )
    return UserError(message(text, file=printable(file)))
