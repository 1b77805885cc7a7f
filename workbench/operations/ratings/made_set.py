"""The made set of ratings as files: thirty pictures that the program draws, and what two hundred people gave them."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from workbench.imaging.claimed_folder import claimed_folder
from workbench.imaging.drawn_shapes import draw_shapes
from workbench.learning.recommender.made_ratings import MadePicture, made_pictures, made_ratings
from workbench.learning.recommender.rating_set import Attribute, Indices, RatingSet
from workbench.operations.progress import Reporter
from workbench.words import marked, message

NOT_RATED = 6  # pictures of each person, so that there is something to recommend
_LEFT_OUT = 3  # sets the draw of these apart from those of the set
_COLUMNS = ("user", "item", "rating")

_Row = tuple[str, str, str]


@dataclass(frozen=True)
class MadeSet:
    """The files of a made set, and how much is in them; `truth` has the ratings that are kept back."""

    folder: Path
    pictures: Path
    ratings: Path
    items: Path
    people: Path
    truth: Path
    picture_count: int
    person_count: int
    rating_count: int


def write_made_set(folder: Path, seed: int, reporter: Reporter) -> MadeSet:
    """Write the made set into a folder that is empty or not there yet; the same seed gives the same bytes.

    `import-ratings` reads the tables. Everybody has left six pictures unrated; what they would give these is in
    truth.csv. Raises UserError when the folder holds something or cannot be written, and Cancelled; nothing is left
    then.
    """
    data, pictures = made_ratings(seed), made_pictures(seed)
    kept, left_out = _rows(data, seed)
    tables = {
        "ratings.csv": _table(_COLUMNS, kept),
        "items.csv": _described("item", data.items, data.of_items),
        "people.csv": _described("user", data.people, data.of_people),
        "truth.csv": _table(_COLUMNS, left_out),
    }
    home = folder / "pictures"
    with claimed_folder(folder, (home.name, *tables)):
        home.mkdir()
        for done, picture in enumerate(pictures, 1):
            (home / f"{picture.name}.png").write_bytes(picture_png(picture))
            text = marked("Drawing image {done} of {total}")
            reporter.report(done / len(pictures), message(text, done=done, total=len(pictures)))
        for name, content in tables.items():
            (folder / name).write_bytes(content)
    ratings, items, people, truth = (folder / name for name in tables)
    return MadeSet(folder, home, ratings, items, people, truth, len(pictures), len(data.people), len(kept))


def picture_png(picture: MadePicture) -> bytes:
    """Return a picture of the set as a PNG file has it."""
    file = io.BytesIO()
    draw_shapes(picture).save(file, "PNG")
    return file.getvalue()


def _rows(data: RatingSet, seed: int) -> tuple[list[_Row], list[_Row]]:
    """Return the rows of those ratings that people have given, and of those that they have not given yet."""
    kept: list[_Row] = []
    left_out: list[_Row] = []
    for person, rows in enumerate(data.rows_of_people):
        first: Indices = np.random.default_rng([seed, _LEFT_OUT, person]).permutation(rows)[:NOT_RATED]
        for row in rows:
            cells = data.people[person], data.items[int(data.item[row])], f"{data.rating[row]:g}"
            (left_out if row in first else kept).append(cells)
    return kept, left_out


def _described(first: str, names: Sequence[str], attributes: Sequence[Attribute]) -> bytes:
    cells = zip(names, *(known.cells for known in attributes), strict=True)
    return _table((first, *(known.name for known in attributes)), cells)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
