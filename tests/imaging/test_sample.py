"""The sample is the same for the same seed, complete, and neither trivial nor illegible."""

import csv
import hashlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from workbench.errors import UserError
from workbench.imaging.character_traits import PLACES, TRAIT_COLUMNS, traits_of
from workbench.imaging.decode import decode
from workbench.imaging.handwriting import Stroke
from workbench.imaging.sample import HANDS, make_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder, seed=0)
    return folder


def contents(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.slow
def test_the_same_seed_gives_the_same_bytes_and_another_others(sample: Path, tmp_path: Path) -> None:
    make_sample(tmp_path / "again", seed=0)
    make_sample(tmp_path / "other", seed=1)
    first, again, other = contents(sample), contents(tmp_path / "again"), contents(tmp_path / "other")
    assert first == again
    assert first.keys() == other.keys()
    assert not set(first.values()) & set(other.values())


def test_no_two_drawings_are_equal(sample: Path) -> None:
    drawn = contents(sample)
    assert len(set(drawn.values())) == len(drawn)


def test_the_alphabets_are_complete(sample: Path) -> None:
    alphabets = sorted((sample / "alphabets").iterdir())
    assert len(alphabets) == 12
    for alphabet in alphabets:
        characters = sorted(alphabet.iterdir())
        assert len(characters) == 14
        assert all(len(list(character.glob("*.png"))) == HANDS for character in characters)


def test_images_are_dark_on_white_and_small(sample: Path) -> None:
    with Image.open(sample / "alphabets/alphabet_01/character_01/hand_01.png") as image:
        assert (image.mode, image.size) == ("L", (56, 56))
        pixels = np.asarray(image)
    assert np.median(pixels) == 255
    assert pixels.min() == 0


def test_new_characters_have_examples_images_and_the_truth(sample: Path) -> None:
    examples = sorted((sample / "new/examples").iterdir())
    assert [len(list(folder.iterdir())) for folder in examples] == [5] * 8
    with (sample / "new/truth.csv").open(newline="") as file:
        truth = {row["image"]: row["label"] for row in csv.DictReader(file)}
    assert set(truth) == {path.name for path in (sample / "new/images").iterdir()}
    labels = list(truth.values())
    assert sorted(labels) == sorted([folder.name for folder in examples] * 15)
    assert labels != sorted(labels)


def test_an_expert_notes_what_each_character_is_made_of() -> None:
    straight = Stroke(np.array([[-1.0, -1.0], [1.0, 1.0]]), True)
    bent = Stroke(np.array([[-1.0, 1.0], [1.0, -0.9]]), False)
    noted = dict(zip(TRAIT_COLUMNS, traits_of((straight, bent)), strict=True))
    assert (noted["strokes"], noted["corners"], noted["crossings"], noted["shape"]) == ("2", "yes", "1", "square")
    assert noted["line"] == "5.6"  # About two diagonals of a square whose side is 2.
    passed = [place for place in PLACES if noted[place] == "yes"]
    assert passed == ["top left", "top right", "centre", "bottom left", "bottom right"]
    tall = dict(zip(TRAIT_COLUMNS, traits_of((Stroke(np.array([[0.0, -1.0], [0.3, 1.0]]), False),)), strict=True))
    assert (tall["strokes"], tall["corners"], tall["crossings"], tall["shape"]) == ("1", "no", "0", "tall")


def test_strokes_that_only_touch_do_not_cross() -> None:
    corner = np.array([[0.0, 0.0], [1.0, 0.0]])
    for other in ([[0.0, 0.0], [0.0, 1.0]], [[0.5, 0.0], [0.5, 1.0]], [[0.2, 0.0], [0.9, 0.0]]):
        character = (Stroke(corner, True), Stroke(np.array(other), True))
        assert traits_of(character)[TRAIT_COLUMNS.index("crossings")] == "0"


def test_the_table_of_traits_has_a_row_for_each_character(sample: Path) -> None:
    with (sample / "traits.csv").open(newline="") as file:
        rows = {row["class"]: row for row in csv.DictReader(file)}
    learned = {f"{folder.parent.name}/{folder.name}" for folder in (sample / "alphabets").glob("*/*")}
    assert set(rows) == learned | {folder.name for folder in (sample / "new/examples").iterdir()}
    assert len({tuple(row.values())[1:] for row in rows.values()}) > 0.95 * len(rows)


def pixels_of(sample: Path) -> NDArray[np.float64]:  # (characters, hands, 784)
    folders = sorted((sample / "alphabets").glob("*/*"))
    drawings = [[decode(path.read_bytes(), 28, 1) for path in sorted(folder.iterdir())] for folder in folders]
    return np.array(drawings, np.float64).reshape(len(folders), HANDS, -1)


@pytest.mark.slow
def test_nearest_neighbours_on_pixels_are_right_about_half_the_time(sample: Path) -> None:
    pixels, rng, right = pixels_of(sample), np.random.default_rng(0), []
    for _ in range(600):
        classes, hands = rng.choice(len(pixels), 5, replace=False), rng.permutation(HANDS)[:6]
        support, query = pixels[classes, hands[0]], pixels[classes][:, hands[1:]].reshape(25, -1)
        nearest = ((query[:, None] - support[None]) ** 2).sum(-1).argmin(1)
        right.append((nearest == np.arange(25) // 5).mean())
    assert 0.45 <= np.mean(right) <= 0.60


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "alphabets").mkdir()
    (tmp_path / "alphabets/mine.txt").write_text("mine")
    with pytest.raises(UserError, match="not an empty"):
        make_sample(tmp_path)
    assert contents(tmp_path).keys() == {"alphabets/mine.txt"}


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be written"):
        make_sample(tmp_path / "file" / "sample")
    with pytest.raises(UserError, match="not an empty"):
        make_sample(tmp_path / "file")


def test_any_whole_number_is_a_seed(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Enough

    for seed in (-1, 2**70):
        with pytest.raises(Enough):
            make_sample(tmp_path / "sample", seed, stop)
        assert not (tmp_path / "sample").exists()
