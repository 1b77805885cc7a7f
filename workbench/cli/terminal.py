"""The terminal: progress on standard error, results on standard output, Ctrl-C as a request to stop."""

import json
import os
import signal
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from workbench.cli.harmless import complain, harmless, in_encoding_of
from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.operations.progress import Cancelled
from workbench.operations.project.opening import Project, open_to_work
from workbench.words import Message, marked, message, printable

_MOST_LINES = 20
# Shutting down sends the second, closing the terminal the third, which Windows does not have.
_TO_STOP = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))


class ProgressBar:
    """A reporter that draws a bar on standard error and stops the work, at its next report, after Ctrl-C."""

    def __init__(self, name: str) -> None:
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
        )
        self._bar = Progress(*columns, console=Console(stderr=True))
        self._row = self._bar.add_task(harmless(name), total=None)
        self._name = name
        self._stop = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self._stop_requested) for number in _TO_STOP}
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, UserError):
            # The error is printed as one sentence, without half a bar or an empty line before it.
            self._bar.live.transient = True
            self._bar.live.stop()
        else:
            self._bar.stop()
        for number, before in self._before.items():
            signal.signal(number, before)

    def report(self, share: float | None, text: Message) -> None:
        """Show the progress. Raises Cancelled after Ctrl-C."""
        total = None if share is None else 1.0
        if (share or 0.0) < self._bar.tasks[0].completed:
            # Another part of the work: the time of the last one says nothing about it.
            self._bar.reset(self._row)
        self._bar.update(self._row, description=harmless(f"{self._name} · {text}"), completed=share or 0.0, total=total)
        if self._stop:
            raise Cancelled

    def say(self, text: str) -> None:
        """Print a line above the bar."""
        self._bar.console.print(harmless(text), markup=False, highlight=False)

    def _stop_requested(self, number: int, frame: FrameType | None) -> None:
        # A second Ctrl-C does not wait for the next report.
        self._stop = True
        signal.signal(number, signal.default_int_handler)


def show(lines: Sequence[str], values: Mapping[str, Any], *, as_json: bool) -> None:
    """Print lines for a person, or with `as_json` one JSON object, unwrapped, as the last line."""
    if sys.stdout is None:  # A script may have closed it.
        raise UserError(Message(marked("There is no standard output to write the result to.")))
    try:
        if as_json:
            text = json.dumps(values, ensure_ascii=True, default=str)
            sys.stdout.write(text + "\n")
        else:
            sys.stdout.writelines(in_encoding_of(sys.stdout, line) + "\n" for line in lines)
        sys.stdout.flush()
    except OSError as error:
        _give_up_on(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        text = marked("The result cannot be written to standard output: {reason}. What was done is saved.")
        raise UserError(message(text, reason=error.strerror or type(error).__name__)) from error


def _give_up_on(stream: TextIO) -> None:
    """Send what is left in a stream nowhere, or Python would try once more to write it at its end, and complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def percentage(share: float, ci95: float | None = None) -> str:
    """Return a share in percent, with its interval where there is one: 71.3 ± 0.8 %."""
    interval = "" if ci95 is None else f" ± {100 * ci95:.1f}"
    return f"{100 * share:.1f}{interval} %"


def megabytes(count: int) -> str:
    """Return a number of bytes for a person: 6.6 MB."""
    return f"{count / 10**6:,.1f} MB"


def date_and_time(when: datetime) -> str:
    """Return a date and time for a list, in the local time zone: 2026-03-01 17:05."""
    return f"{when.astimezone():%Y-%m-%d %H:%M}"


def plural(count: int, singular: str, plural_form: str) -> str:
    """Return a count with its noun: 1 class, 1,200 classes."""
    return f"{count:,} {singular if count == 1 else plural_form}"


def at_most_twenty(lines: Sequence[str]) -> list[str]:
    """Return the first lines, and how many more there are."""
    hidden = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], f"  … and {hidden:,} more (--json lists all)"] if hidden > 0 else list(lines)


def file_lines(files: Sequence[FileReason[Message]], prefix: str = "") -> list[str]:
    """Return a line for each of the first files, with the reason; `prefix` comes before its path."""
    return at_most_twenty([f"  {prefix}{printable(file.path)}: {file.reason}" for file in files])


def sidecar_lines(count: int) -> list[str]:
    """Say how many sidecar files were left alone, where there are any."""
    return [f"{plural(count, 'sidecar file', 'sidecar files')} (JSON, XMP, text …) left alone."] if count else []


def file_values(files: Sequence[FileReason[Message]]) -> list[dict[str, str]]:
    """Return each file and its reason as JSON has them."""
    return [{"path": printable(file.path), "reason": str(file.reason)} for file in files]


@contextmanager
def opened_to_work(path: Path) -> Generator[Project]:
    """Open a project to change it, and say where its backup could not be written. Raises UserError."""
    with open_to_work(path) as project:
        if project.not_backed_up is not None:
            complain(str(project.not_backed_up))
        yield project


@contextmanager
def work(name: str) -> Generator[ProgressBar]:
    """Show a named progress bar while long work runs."""
    with ProgressBar(name) as bar:
        yield bar
