"""Reading ratings from files: tables with a header, and MovieLens' own layouts.

Harper & Konstan, 2015, "The MovieLens Datasets: History and Context": `u.data` with `u.item` and `u.user` (100K),
`ratings.dat` with `movies.dat` and `users.dat` (1M, 10M), `ratings.csv` with `movies.csv` (later ones).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path

import numpy as np

from workbench.errors import UserError
from workbench.learning.recommender.rating_set import Attribute, RatingSet
from workbench.learning.trait_cells import trait_key
from workbench.operations.ratings.movielens import ITEM_LAYOUTS, PERSON_LAYOUTS, NamedCells
from workbench.operations.tables import TableRow, read_table
from workbench.words import Value, marked, message

_MOST_RATINGS = 2_000_000
_MOST_BYTES = 200_000_000
_NAMES = {
    "user": ("user", "userid", "person"),
    "item": ("item", "itemid", "movie", "movieid"),
    "rating": ("rating",),
    "time": ("time", "timestamp"),
}
_NEEDED = ("user", "item", "rating")


@dataclass(frozen=True)
class _Place:
    """A line of a file, for what is said of it."""

    path: Path
    line: int

    def wrong(self, text: str, **values: Value) -> UserError:
        return UserError(message(text, path=str(self.path), line=self.line, **values))


def read_ratings(table: Path, items: Path | None = None, people: Path | None = None) -> RatingSet:
    """Read ratings, and what is known of items and of people where there are tables of it.

    Raises UserError, with the line, where it is no such table, or somebody rated an item twice.
    """
    given = _Given()
    for place, cells in _ratings(table):
        given.add(place, cells)
    if not given.ratings:
        raise UserError(message(marked("{path} contains no ratings."), path=str(table)))
    of_items = _described(items, ITEM_LAYOUTS) if items else {}
    # An item that nobody rated may still be recommended.
    for name in of_items:
        given.items.setdefault(name, len(given.items))
    of_people = _described(people, PERSON_LAYOUTS) if people else {}
    columns = np.array(given.rows, np.int64).reshape(-1, 2)
    return RatingSet(
        tuple(given.people),
        tuple(given.items),
        columns[:, 0],
        columns[:, 1],
        np.array(given.ratings),
        np.array(given.times) if len(given.times) == len(given.ratings) else None,
        _attributes(of_people, tuple(given.people)),
        _attributes(of_items, tuple(given.items)),
    )


class _Given:
    """The ratings read so far; people and items are numbered as they come."""

    def __init__(self) -> None:
        self.people: dict[str, int] = {}
        self.items: dict[str, int] = {}
        self.rows: list[tuple[int, int]] = []
        self.ratings: list[float] = []
        self.times: list[float] = []
        self._lines: dict[tuple[int, int], int] = {}

    def add(self, place: _Place, cells: Mapping[str, str]) -> None:
        """Add a rating. Raises UserError where it is none."""
        for name in ("user", "item"):
            if not cells[name]:
                raise place.wrong(marked("{path}, line {line}: the {column} is missing."), column=name)
        row = (
            self.people.setdefault(cells["user"], len(self.people)),
            self.items.setdefault(cells["item"], len(self.items)),
        )
        before = self._lines.setdefault(row, place.line)
        if before != place.line:
            text = marked("{path}, line {line}: {user} rated {item} already, in line {before}. Keep one of them.")
            raise place.wrong(text, user=cells["user"], item=cells["item"], before=before)
        if len(self.rows) == _MOST_RATINGS:
            raise place.wrong(marked("{path}, line {line}: there are more than {most} ratings."), most=_MOST_RATINGS)
        self.rows.append(row)
        self.ratings.append(_number(place, cells["rating"]))
        if cells.get("time"):
            self.times.append(_seconds(place, cells["time"]))


def _ratings(path: Path) -> Iterator[tuple[_Place, dict[str, str]]]:
    """Yield the cells of each rating by the names of `_NAMES`."""
    rows = _rows(path)
    first = next(rows, None)
    if first is None:
        raise UserError(message(marked("{path} is empty."), path=str(path)))
    columns = _columns(first, path)
    if columns is None:
        columns = {name: index for index, name in enumerate(_NAMES) if index < len(first.cells)}
        yield _Place(path, first.line), _named(first, columns, path)
    for row in rows:
        yield _Place(path, row.line), _named(row, columns, path)


def _columns(first: TableRow, path: Path) -> dict[str, int] | None:
    """Return where in a row what is, from the header, or None where the first row is a rating already."""
    names = [_plain(cell) for cell in first.cells]
    found = {name: names.index(known) for name, all_names in _NAMES.items() for known in all_names if known in names}
    if all(name in found for name in _NEEDED):
        return found
    if len(first.cells) in (3, 4) and re.fullmatch(r"\d+([.,]\d+)?", first.cells[2].strip()):
        return None
    text = marked(
        "{path}, line {line}: the first line must name the columns user, item and rating, and may name time. "
        "MovieLens' files are read as they are."
    )
    raise _Place(path, first.line).wrong(text)


def _named(row: TableRow, columns: Mapping[str, int], path: Path) -> dict[str, str]:
    needed = 1 + max(columns.values())
    if len(row.cells) < needed:
        text = marked("{path}, line {line}: it has {cells} cells, and {needed} are needed.")
        raise _Place(path, row.line).wrong(text, cells=len(row.cells), needed=needed)
    return {name: row.cells[index].strip() for name, index in columns.items()}


def _described(path: Path, layouts: Mapping[tuple[str, int], NamedCells]) -> dict[str, dict[str, str]]:
    """Return what a table says of each item, or person, by the name of the column; the first column names them."""
    rows = _rows(path)
    first = next(rows, None)
    if first is None:
        raise UserError(message(marked("{path} is empty."), path=str(path)))
    named = layouts.get((_separator(path), len(first.cells)))
    described: dict[str, dict[str, str]] = {}
    lines: dict[str, int] = {}
    for row in [first, *rows] if named else rows:
        place, name = _Place(path, row.line), row.cells[0].strip()
        if len(row.cells) < len(first.cells):
            text = marked("{path}, line {line}: it has {cells} cells, and {needed} are needed.")
            raise place.wrong(text, cells=len(row.cells), needed=len(first.cells))
        if name in lines:
            text = marked("{path}, line {line}: {name} already has a line, {before}. Keep one of them.")
            raise place.wrong(text, name=name, before=lines[name])
        lines[name] = row.line
        described[name] = named(row.cells) if named else dict(zip(_headers(first), row.cells[1:], strict=False))
    return described


def _headers(first: TableRow) -> list[str]:
    return [_plain(cell) for cell in first.cells[1:]]


def _attributes(described: Mapping[str, Mapping[str, str]], names: Sequence[str]) -> tuple[Attribute, ...]:
    columns = dict.fromkeys(column for cells in described.values() for column in cells if column)
    return tuple(
        Attribute.read(column, [described.get(name, {}).get(column, "").strip() for name in names])
        for column in columns
    )


def _rows(path: Path) -> Iterator[TableRow]:
    """Yield the rows of a file, whatever stands between its cells."""
    separator = _separator(path)
    if not separator:
        yield from read_table(path, fallback="cp1252", most_bytes=_MOST_BYTES)
        return
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip():
            yield TableRow(number, number, tuple(line.split(separator)))


def _separator(path: Path) -> str:
    """Return what stands between cells in MovieLens' files, or nothing where it is what stands there in any table."""
    try:
        with path.open("rb") as file:
            first = file.readline(10_000).decode("latin-1")
    except OSError:
        return ""  # Reading it as a table says why.
    if "::" in first:
        return "::"
    return "|" if first.count("|") > max(map(first.count, ",;\t")) else ""


def _text(path: Path) -> str:
    if path.stat().st_size > _MOST_BYTES:
        text = marked("{path} is too large for a table. The limit is {size} MB.")
        raise UserError(message(text, path=str(path), size=_MOST_BYTES // 10**6))
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")  # as MovieLens' files are


def _plain(header: str) -> str:
    """Return the name of a column without what RecBole's files say of its type, `user_id:token`."""
    return trait_key(header.partition(":")[0])


def _number(place: _Place, cell: str) -> float:
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise place.wrong(marked("{path}, line {line}: the rating must be a number, not “{cell}”."), cell=cell)
    return value


def _seconds(place: _Place, cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError as error:
        text = marked("{path}, line {line}: the time must be a date or seconds since 1970, not “{cell}”.")
        raise place.wrong(text, cell=cell) from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
