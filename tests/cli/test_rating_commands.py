"""Ratings on the command line: imported, learned, tested, and recommended from."""

from pathlib import Path

import pytest

from tests.cli.test_commands import Terminal
from tests.operations.ratings.made_tables import write_made_ratings


@pytest.mark.slow
def test_from_a_table_to_a_recommendation(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    terminal = Terminal(capsys, tmp_path)
    terminal("new")
    assert "import-ratings" in terminal.refusal("train", "--approach", "maml", "--problem", "ratings")
    table, items, users = write_made_ratings(tmp_path)
    lines = table.read_text().splitlines()
    table.write_text("\n".join(lines[:-4]) + "\n")
    report = terminal.json("import-ratings", str(table), "--items", str(items), "--users", str(users))
    assert (report["ratings"], report["people"], report["of_people"]["age"]) == (896, 30, "number")
    short = ("--episodes", "64", "--shot", "5", "--json")
    assert terminal("train", "--approach", "maml", "--problem", "ratings", *short)[0] == 0
    tested = terminal.json("evaluate", "--episodes", "2")
    assert set(tested["baselines"]) == {"item_mean", "biases", "item_neighbours", "ridge"}
    assert set(tested["precision5"]) == {"1", "3", "5", "10", "20"}
    found = terminal.json("recommend", "--user", "person 030", "--top", "2")
    assert len(found["items"]) == 2
    assert {item["item"] for item in found["items"]} <= {line.split(",")[1] for line in lines[-4:]}
    assert "person 030" in terminal("recommend", "--user", "person 030")[1]
    assert "Ada" in terminal.refusal("recommend", "--user", "Ada")
