"""The table of what was tried, row by row, as Markdown."""

import os
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

from tests.faults.row import Outcome, Row

_ELSEWHERE = (("a GPU that is really lost", "needs a machine with a GPU; `lost-device` raises its error instead"),)


_HEADINGS = ("row", "fault", "`make test`", "a release", "tried", "held", "seeds", "hours", "when", "what did not run")
_TRIED, _HELD, _SEEDS, _HOURS, _NOT_RUN = map(_HEADINGS.index, ("tried", "held", "seeds", "hours", "what did not run"))


@dataclass(frozen=True)
class RowResult:
    """What became of a row's trials: the cells of its line, and what did not hold."""

    row: Row
    cells: tuple[str, ...]
    failed: tuple[str, ...]

    @property
    def tried(self) -> int:
        return _number(self.cells[_TRIED])

    @property
    def held(self) -> int:
        return _number(self.cells[_HELD])

    @property
    def seeds(self) -> set[int]:
        return {int(seed) for seed in self.cells[_SEEDS].split(", ") if seed.isdigit()}


def results_of(
    rows: Sequence[Row], outcomes: Sequence[Outcome], reasons: Mapping[str, str], earlier: Path | None = None
) -> tuple[RowResult, ...]:
    """Put the outcomes to their rows, and add what a table written earlier says of other seeds of a row.

    Tests are the same whatever the seed, so that theirs are those of the last run that made them.
    """
    kept = _kept(rows, earlier.read_text(encoding="utf-8")) if earlier is not None and earlier.exists() else {}
    results: list[RowResult] = []
    for row in rows:
        own = [one for one in outcomes if one.row == row.name]
        result, before = _result(row, own, reasons.get(row.name, "")), kept.get(row.name)
        if before is not None and not own:
            result = before
        elif before is not None and not row.tests and not result.seeds & before.seeds:
            result = _together(before, result)
        results.append(result)
    return tuple(results)


def _result(row: Row, outcomes: Sequence[Outcome], reason: str) -> RowResult:
    tried, held = len(outcomes), sum(outcome.held for outcome in outcomes)
    seeds = "–" if row.tests else ", ".join(map(str, sorted({outcome.seed for outcome in outcomes}))) or "–"
    hours = sum(outcome.seconds for outcome in outcomes) / 3600
    asked = ("all", "all") if row.tests else (f"{row.quick:,}" if row.trial else "all", f"{row.release:,}")
    note = reason or _note(row, tried)
    when = f"{datetime.now(UTC):%Y-%m-%d}"
    cells = (f"`{row.name}`", row.fault, *asked, f"{tried:,}", f"{held:,}", seeds, f"{hours:.3f}", when, note)
    failed = [one for one in outcomes if not one.held]
    lines = [
        f"- `{one.row}`, seed {one.seed}, number {one.number}, {when}: {' '.join(one.what.split())}" for one in failed
    ]
    return RowResult(row, tuple(_escaped(cell) for cell in cells), tuple(lines))


def _note(row: Row, tried: int) -> str:
    return "" if tried >= max(row.release, 1) else "stopped early: time"


def _together(before: RowResult, now: RowResult) -> RowResult:
    """Return the sum of two results of a row; the day is that of the later one."""
    cells, row = list(now.cells), now.row
    for place in (_TRIED, _HELD):
        cells[place] = f"{_number(before.cells[place]) + _number(now.cells[place]):,}"
    cells[_SEEDS] = ", ".join(map(str, sorted(before.seeds | now.seeds)))
    cells[_HOURS] = f"{float(before.cells[_HOURS]) + float(now.cells[_HOURS]):.3f}"
    cells[_NOT_RUN] = _note(row, _number(cells[_TRIED]))
    return RowResult(row, tuple(cells), (*before.failed, *now.failed))


def _kept(rows: Sequence[Row], table: str) -> dict[str, RowResult]:
    lines = table.splitlines()
    kept: dict[str, RowResult] = {}
    for row in rows:
        for line in lines:
            cells = tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1])
            if len(cells) == len(_HEADINGS) and cells[0] == f"`{row.name}`" and _number(cells[_TRIED]):
                failed = tuple(one for one in lines if one.startswith(f"- `{row.name}`,"))
                kept[row.name] = RowResult(row, cells, failed)
    return kept


def write_results(path: Path, results: Sequence[RowResult]) -> None:
    """Write the table, and below it what did not hold."""
    tried, held = sum(result.tried for result in results), sum(result.held for result in results)
    random_ones = [result for result in results if not result.row.tests]
    made = sum(min(result.tried, result.row.release) for result in random_ones)
    release = sum(result.row.release for result in random_ones)
    lines = [
        "# The fault matrix: what was tried, and what held",
        "",
        f"Written by `make faults`: {tried:,} trials, {held:,} held. {_machine()}",
        f"A release makes {release:,} trials besides those that are tests; this is {made:,} of them.",
        "A trial's random numbers follow from its row, seed and number:",
        "`python -m tests.faults --only ROW --seed SEED` tries them again. Hours are of all processes together. Rows",
        "whose trials are tests have the same set each time. A row of several seeds was tried on several days, and the",
        "program mended in between; `when` is the last one.",
        "",
        f"| {' | '.join(_HEADINGS)} |",
        f"|{'---|' * len(_HEADINGS)}",
        *(f"| {' | '.join(result.cells)} |" for result in results),
        *(f"| – | {fault} | – | – | 0 | 0 | – | – | – | {reason} |" for fault, reason in _ELSEWHERE),
        "",
        *_what_did_not_hold(results),
    ]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _what_did_not_hold(results: Sequence[RowResult]) -> list[str]:
    lines = [line for result in results for line in result.failed]
    return ["## What did not hold", "", *lines] if lines else []


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, no GPU used."


def _number(cell: str) -> int:
    return int(cell.replace(",", ""))


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")
