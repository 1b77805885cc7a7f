"""The made set as files: complete, the same for the same seed, read by the import, and never over something else."""

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from workbench.errors import UserError
from workbench.imaging.drawn_shapes import SIDE, draw_shapes
from workbench.learning.recommender.made_ratings import MadePicture, made_ratings
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.ratings.made_set import MadeSet, write_made_set
from workbench.operations.ratings.rating_files import read_ratings
from workbench.words import Message


class Stopped(Silent):
    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadeSet:
    return write_made_set(tmp_path_factory.mktemp("made") / "set", 0, Silent())


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_seed_gives_the_same_bytes_and_another_others(made: MadeSet, tmp_path: Path) -> None:
    write_made_set(tmp_path / "again", 0, Silent())
    write_made_set(tmp_path / "other", 1, Silent())
    assert contents(tmp_path / "again") == contents(made.folder)
    assert contents(tmp_path / "other")["ratings.csv"] != contents(made.folder)["ratings.csv"]


def test_the_tables_are_the_made_ratings_but_for_those_in_the_truth(made: MadeSet) -> None:
    kept, whole = read_ratings(made.ratings, made.items, made.people), made_ratings()
    truth = read_ratings(made.truth)
    assert (kept.of_items, kept.of_people) == tuple(
        tuple(replace(known, cells=cells_of(known.cells, names, found)) for known in attributes)
        for attributes, names, found in (
            (whole.of_items, whole.items, kept.items),
            (whole.of_people, whole.people, kept.people),
        )
    )
    given = {
        (data.people[person], data.items[item], float(rating))
        for data in (kept, truth)
        for person, item, rating in zip(data.person, data.item, data.rating, strict=True)
    }
    every = zip(whole.person, whole.item, whole.rating, strict=True)
    assert given == {(whole.people[person], whole.items[item], float(rating)) for person, item, rating in every}
    assert (len(kept.rating), len(truth.rating)) == (made.rating_count, 1200) == (4800, 1200)
    assert {len(rows) for rows in kept.rows_of_people} == {24}


def cells_of(cells: tuple[str, ...], names: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cells[names.index(name)] for name in found)


def test_there_is_a_picture_of_every_item_and_no_two_are_alike(made: MadeSet) -> None:
    names = {path.stem for path in made.pictures.glob("*.png")}
    assert names == set(made_ratings().items)
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in made.pictures.iterdir()}) == 30
    with Image.open(next(made.pictures.iterdir())) as image:
        assert (image.mode, image.size) == ("RGB", (SIDE, SIDE))


def test_more_and_larger_shapes_cover_more_paper_and_colours_are_theirs() -> None:
    def inked(**other: object) -> float:
        look = replace(MadePicture("circle", "red", "plain", "middle", 2), **other)
        pixels = np.asarray(draw_shapes(look), np.int64)
        return float((np.abs(pixels - pixels[0, 0]).sum(2) > 40).mean())

    assert inked(size="small") < inked() < inked(size="large")
    assert inked(count=1) < inked() < inked(count=5)
    assert inked(pattern="striped") < inked()
    middle = np.asarray(draw_shapes(MadePicture("square", "blue", "plain", "large", 1)))[SIDE // 2, SIDE // 2]
    assert middle[2] > middle[0] + 50


def test_nothing_is_written_over_and_nothing_stays_of_what_was_stopped(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(UserError, match="mine"):
        write_made_set(tmp_path / "mine", 0, Silent())
    with pytest.raises(Cancelled):
        write_made_set(tmp_path / "new", 0, Stopped())
    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "letter.txt"]
