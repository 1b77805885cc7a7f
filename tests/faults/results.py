"""The table of what was tried, row by row, as Markdown."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

from tests.faults.row import Outcome, Row

_ELSEWHERE = (("a GPU that is really lost", "needs a machine with a GPU; `lost-device` raises its error instead"),)


@dataclass(frozen=True)
class RowResult:
    """What became of a row's trials."""

    row: Row
    outcomes: tuple[Outcome, ...]
    reason: str  # Why it did not run.

    @property
    def held(self) -> int:
        return sum(outcome.held for outcome in self.outcomes)

    def cells(self) -> tuple[str, ...]:
        tried, asked = len(self.outcomes), "all" if self.row.tests else f"{self.row.release:,}"
        seeds = ", ".join(map(str, sorted({outcome.seed for outcome in self.outcomes}))) or "–"
        hours = sum(outcome.seconds for outcome in self.outcomes) / 3600
        note = self.reason or ("" if tried >= max(self.row.release, 1) else "stopped early: time")
        return (
            f"`{self.row.name}`", self.row.fault, f"{self.row.quick:,}" if self.row.trial else "all", asked,
            f"{tried:,}", f"{self.held:,}", "–" if self.row.tests else seeds, f"{hours:.3f}", note,
        )  # fmt: skip


_HEADINGS = ("row", "fault", "`make test`", "a release", "tried", "held", "seeds", "hours", "what did not run")


def results_of(rows: Sequence[Row], outcomes: Sequence[Outcome], reasons: Mapping[str, str]) -> tuple[RowResult, ...]:
    """Put the outcomes to their rows."""
    return tuple(
        RowResult(row, tuple(one for one in outcomes if one.row == row.name), reasons.get(row.name, "")) for row in rows
    )


def write_results(path: Path, results: Sequence[RowResult]) -> None:
    """Write the table, and below it what did not hold."""
    tried, held = sum(len(result.outcomes) for result in results), sum(result.held for result in results)
    random_ones = sum(len(result.outcomes) for result in results if not result.row.tests)
    release = sum(result.row.release for result in results)
    lines = [
        "# The fault matrix: what was tried, and what held",
        "",
        f"Written by `make faults` on {datetime.now(UTC):%Y-%m-%d}: {tried:,} trials, {held:,} held. {_machine()}",
        f"A release makes {release:,} trials besides those that are tests; this is {random_ones:,} of them.",
        "A trial's random numbers follow from its row, seed and number:",
        "`python -m tests.faults --only ROW --seed SEED` tries them again. Hours are of all processes together. Rows",
        "whose trials are tests have the same set each time.",
        "",
        f"| {' | '.join(_HEADINGS)} |",
        f"|{'---|' * len(_HEADINGS)}",
        *(f"| {' | '.join(_escaped(cell) for cell in result.cells())} |" for result in results),
        *(f"| – | {fault} | – | – | 0 | 0 | – | – | {reason} |" for fault, reason in _ELSEWHERE),
        "",
        *_what_did_not_hold(results),
    ]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _what_did_not_hold(results: Sequence[RowResult]) -> list[str]:
    failed = [outcome for result in results for outcome in result.outcomes if not outcome.held]
    if not failed:
        return []
    lines = [f"- `{one.row}`, seed {one.seed}, number {one.number}: {' '.join(one.what.split())}" for one in failed]
    return ["## What did not hold", "", *lines]


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, no GPU used."


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")
