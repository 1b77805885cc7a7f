"""The fast depth of the rows of the fault matrix, and the parts of its runner."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.journal import Journal
from tests.faults.results import results_of, write_results
from tests.faults.row import NotHeld, Outcome, Place, Row, hold
from tests.faults.rows import ROWS
from tests.faults.worker import Worker

TRIED = [row for row in ROWS if row.quick]
_SECONDS = 10.0  # for which each row is tried, at most at its fast depth; `make faults` has hours


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


@pytest.mark.slow
@pytest.mark.parametrize("row", TRIED, ids=lambda row: row.name)
def test_nothing_is_lost_or_left_behind(worker: Worker, row: Row) -> None:
    if row.not_here():
        pytest.skip(row.not_here())
    outcomes: list[Outcome] = []
    until = time.monotonic() + _SECONDS
    while len(outcomes) < row.quick and (not outcomes or time.monotonic() < until):
        outcomes.append(worker.tries(row, 14, len(outcomes)))
    assert [outcome.what for outcome in outcomes if not outcome.held] == []


def test_rows_have_names_of_their_own_and_tests_that_are_there() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    assert all(row.tests or (row.trial and row.release) for row in ROWS)
    assert all((Path(__file__).parents[2] / file).exists() for row in ROWS for file in row.tests)


def broken(place: Place) -> str:
    hold(that=place.chance.random() > 2, otherwise="the sky fell")
    return ""


def test_what_does_not_hold_says_so_and_the_same_seed_draws_the_same() -> None:
    drawn: list[float] = []

    def draws(place: Place) -> str:
        drawn.append(place.chance.random())
        return "drew"

    assert Row("broken", "", trial=broken).run(1, 0).what == "the sky fell"
    row = Row("draws", "", trial=draws)
    assert [row.run(seed, 5).what for seed in (1, 1, 2)] == ["drew"] * 3
    assert drawn[0] == drawn[1] != drawn[2]
    with pytest.raises(NotHeld):
        hold(that=False, otherwise="no")


def test_a_journal_goes_on_after_a_line_that_is_only_half_there(tmp_path: Path) -> None:
    path = tmp_path / "faults.jsonl"
    Journal(path).note(Outcome("power-cut", 1, 7, True, 0.5, "3 of 20 commits"))
    with path.open("a") as file:
        file.write('{"row": "power-cu')
    again = Journal(path)
    assert again.has("power-cut", 1, 7)
    assert not again.has("power-cut", 2, 7)
    again.note(Outcome("power-cut", 1, 8, False, 0.5, "lost"))
    assert [outcome.number for outcome in Journal(path).outcomes] == [7, 8]


def test_the_table_counts_what_was_tried_and_says_what_was_not(tmp_path: Path) -> None:
    rows = (Row("a", "a fault", 1, 4, broken), Row("b", "another", 1, 1, broken))
    outcomes = [Outcome("a", 9, number, number > 0, 1.0, "the sky\nfell") for number in range(2)]
    write_results(tmp_path / "r.md", results_of(rows, outcomes, {"b": "no such disk"}))
    table = (tmp_path / "r.md").read_text()
    assert re.search(r"\| `a` \| a fault \| 1 \| 4 \| 2 \| 1 \| 9 \| 0.001 \| [\d-]+ \| stopped early: time \|", table)
    assert re.search(r"\| `b` \| another \| 1 \| 1 \| 0 \| 0 \| – \| 0.000 \| [\d-]+ \| no such disk \|", table)
    assert re.search(r"- `a`, seed 9, number 0, [\d-]+: the sky fell", table)


def test_a_row_keeps_what_was_found_earlier_of_other_seeds(tmp_path: Path) -> None:
    rows, table = (Row("a", "a | fault", 1, 6, broken), Row("b", "another", 1, 1, broken)), tmp_path / "r.md"
    first = [Outcome("a", 9, number, number > 0, 1.0, "the sky fell") for number in range(4)]
    write_results(table, results_of(rows, first, {}, table))
    line = next(line for line in table.read_text().splitlines() if line.startswith("| `a`"))
    assert line.endswith("stopped early: time |")
    write_results(table, results_of(rows, [Outcome("b", 3, 0, True, 1.0, "fine")], {}, table))
    assert line in table.read_text()
    assert "5 trials, 4 held" in table.read_text()
    more = [Outcome("a", 3, number, number > 0, 1.0, "and again") for number in range(2)]
    write_results(table, results_of(rows, more, {}, table))
    assert re.search(r"\| 6 \| 6 \| 4 \| 3, 9 \| 0.002 \| [\d-]+ \|  \|", table.read_text())
    assert table.read_text().count("- `a`, seed") == 2
    again = [Outcome("a", 3, number, True, 1.0, "fine") for number in range(6)]
    write_results(table, results_of(rows, again, {}, table))
    assert re.search(r"\| 6 \| 6 \| 6 \| 3 \|", table.read_text())
    assert "## What did not hold" not in table.read_text()
