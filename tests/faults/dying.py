"""Work in a child process that is killed at one of its steps: a statement of SQL, or of its files."""

import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_OF_FILES = {"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"}
NEVER = 0
Say = Callable[[object], None]


@dataclass(frozen=True)
class Ended:
    """How a child ended: killed or not, and what it said."""

    killed: bool
    said: tuple[str, ...]


def in_a_child(work: Callable[[Say], None]) -> Ended:
    """Do work in a fork of this process, which holds no project open; what it says it said is returned."""
    child, reading = _forked(work)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode(errors="replace").splitlines()
    return Ended(_is_killed(child, said), tuple(said))


def killed_after(work: Callable[[Say], None], lines: int) -> list[str]:
    """Do work in a fork of this process and kill it, from outside, once it has said so many lines; return them all."""
    child, reading = _forked(work)
    said: list[str] = []
    with os.fdopen(reading, "rb") as pipe:
        for line in pipe:
            said.append(line.decode(errors="replace").strip())
            if len(said) == lines:
                os.kill(child, signal.SIGKILL)
    _is_killed(child, said)
    return said


def _forked(work: Callable[[Say], None]) -> tuple[int, int]:
    """Begin work in a fork; return its number, and the end of the pipe from which what it says is read."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work_and_exit(work, writing)
    os.close(writing)
    return child, reading


def _is_killed(child: int, said: Sequence[str]) -> bool:
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    if not killed and status:
        raise RuntimeError(f"the child ended with {status}: {said[-3:]}")
    return killed


def _work_and_exit(work: Callable[[Say], None], writing: int) -> None:
    try:
        work(lambda text: _write(writing, str(text)))
    except BaseException:  # noqa: BLE001 - nothing of a child may go on in its parent's code
        _write(writing, traceback.format_exc())
        os._exit(70)
    os._exit(0)


def _write(writing: int, text: str) -> None:
    os.write(writing, f"{text}\n".encode())


class Steps:
    """Counts the steps of this process inside `folder`, and ends it by SIGKILL at the one that is given."""

    def __init__(self, folder: Path, last: int) -> None:
        self.count = 0
        self._folder, self._last = str(folder), last
        self._plain_connect = sqlite3.connect
        sqlite3.connect = self._connect
        sys.addaudithook(self._heard)

    def _connect(self, *given: Any, **named: Any) -> sqlite3.Connection:
        connection = self._plain_connect(*given, **named)
        connection.set_trace_callback(lambda statement: self._step())
        return connection

    def _heard(self, event: str, given: tuple[object, ...]) -> None:
        if event in _OF_FILES and any(self._folder in str(path) for path in given[:2]):
            self._step()

    def _step(self) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def steps_of(work: Callable[[], object], folder: Path) -> int:
    """Return how many steps some work has inside a folder."""

    def counted(say: Say) -> None:
        steps = Steps(folder, NEVER)
        work()
        say(steps.count)

    return int(in_a_child(counted).said[-1])


def killed_at(step: int, work: Callable[[], object], folder: Path) -> bool:
    """Do work in a child that is killed at a step; False where it was done before."""

    def dying(say: Say) -> None:
        Steps(folder, step)
        work()

    return in_a_child(dying).killed


def spread(number: int, count: int) -> int:
    """Return a step for a trial: as many trials as there are steps take each once, and a few are spread evenly."""
    stride = next(prime for prime in (7919, 7907, 7901) if count % prime)
    return 1 + number * stride % count
