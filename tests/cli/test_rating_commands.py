"""Ratings on the command line: imported, learned, tested, and recommended from."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Terminal
from tests.made_images import make_pile
from workbench.cli.app import run
from workbench.operations.ratings.picks import pick_images
from workbench.operations.tasks.images import list_images
from workbench.store.project import open_project


@pytest.mark.slow
def test_from_the_made_set_to_a_recommendation(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    terminal, folder = Terminal(capsys, tmp_path), tmp_path / "set"
    assert run(["sample", str(folder), "--ratings", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["pictures"], made["people"], made["ratings"]) == (30, 200, 4800)
    tables = made["tables"]
    terminal("new")
    assert "import-ratings" in terminal.refusal("train", "--approach", "maml", "--problem", "ratings")
    report = terminal.json("import-ratings", tables["ratings"], "--items", tables["items"], "--users", tables["people"])
    assert (report["ratings"], report["people"], report["items"]) == (4800, 200, 30)
    assert (report["of_items"]["count"], report["of_people"]["age"]) == ("number", "number")
    assert terminal("train", "--approach", "maml", "--problem", "ratings", "--episodes", "320", "--json")[0] == 0
    tested = terminal.json("evaluate", "--episodes", "20")
    assert set(tested["baselines"]) == {"item_mean", "biases", "item_neighbours", "ridge"}
    assert set(tested["precision5"]) == {"1", "3", "5", "10", "20"}
    assert tested["mae"]["10"] < tested["baselines"]["item_mean"]["mae"]["10"]
    found = terminal.json("recommend", "--user", "person 007", "--top", "3")["items"]
    left_out = {tuple(row.split(",")[:2]) for row in Path(tables["truth"]).read_text().splitlines()}
    assert len(found) == 3
    assert {("person 007", item["item"]) for item in found} <= left_out
    assert all((folder / "pictures" / f"{item['item']}.png").is_file() for item in found)
    assert "person 007" in terminal("recommend", "--user", "person 007")[1]
    assert "Ada" in terminal.refusal("recommend", "--user", "Ada")


@pytest.mark.slow
@pytest.mark.usefixtures("known_features")
def test_images_are_recommended_to_who_picked_some(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    terminal = Terminal(capsys, tmp_path)
    terminal("new")
    make_pile(tmp_path / "pile")
    terminal("import", str(tmp_path / "pile"))
    with open_project(Path(terminal.project), backups=tmp_path) as project:
        images = list_images(project)
        pick_images(project, "Ana", [images[0].sha256, images[4].sha256], wanted=True)
        pick_images(project, "Ana", [images[1].sha256], wanted=False)
    found = terminal.json("recommend", "--user", "Ana", "--top", "3")
    assert (found["picks"], found["learned_from"], len(found["items"])) == (3, 0, 3)
    assert not {item["item"] for item in found["items"]} & {images[at].file for at in (0, 1, 4)}
    assert "3 picks of Ana alone" in terminal("recommend", "--user", "Ana")[1]


def test_a_sample_is_of_ratings_or_for_a_workshop(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["sample", str(tmp_path / "set"), "--ratings", "--workshop", "2"]) == 2
    assert "Give one of them" in capsys.readouterr().err
    assert not (tmp_path / "set").exists()
