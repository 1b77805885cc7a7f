"""Tables that say which class each image is of: CSV, COCO's JSON, and the observations of a Camtrap DP."""

import json
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from workbench.errors import UserError
from workbench.imaging.decode import Unreadable
from workbench.imaging.reading import read_bytes
from workbench.operations.tables import TableRow, read_table, unescaped
from workbench.operations.tasks.classes import visible
from workbench.words import marked, message, printable

TABLE_SUFFIXES = (".csv", ".tsv", ".tab", ".txt", ".json")

# Names of columns without accents, spaces and signs; those that say most come first.
_FILES = """path filepath imagepath relativepath relpath file filename imagefile imagefilename image imagename img
    imgpath photo picture media mediafile rawname ruta archivo fichero rutaarchivo nombrearchivo nombredearchivo imagen
    foto chemin fichier datei bild imageid id name"""
_CLASSES = """class classname label labels truelabel category categoryname species scientificname taxon taxonname
    target truth clase etiqueta especie categoria nombrecientifico classe etiquette espece klasse art y"""
_INDIVIDUALS = """individual individualid specimen specimenid animalid identity individuo idindividuo ejemplar
    individu"""
# What Camtrap DP says of media in which no animal was identified.
_NO_CLASS = frozenset({"", "unknown", "unclassified"})


@dataclass(frozen=True)
class TableEntry:
    """A row of a table: the file as it is written there, its class, empty where there is none, and its individual."""

    file: str
    class_name: str
    individual: str | None = None


def is_table_file(path: Path) -> bool:
    """Say whether a file has the name of a table."""
    return path.suffix.lower() in TABLE_SUFFIXES and path.is_file()


def read_class_table(path: Path) -> tuple[TableEntry, ...]:
    """Read which class each file is of. Raises UserError where it is no table, or none of files and classes."""
    if path.suffix.lower() == ".json":
        return tuple(_json_entries(path))
    rows = read_table(path)
    header = next(rows, None)
    if header is None:
        raise UserError(message(marked("{path} is empty."), path=printable(path)))
    names = [_plain(cell) for cell in header.cells]
    if "mediaid" in names and ("observationtype" in names or "scientificname" in names):
        return tuple(_observations(path, names, rows))
    return tuple(_plain_entries(path, names, rows))


def _plain(cell: str) -> str:
    """Return the name of a column as it is compared: `File name` and `file_name` are one."""
    letters = unicodedata.normalize("NFKD", cell)
    return re.sub(r"[^0-9a-z]", "", "".join(one for one in letters if not unicodedata.combining(one)).casefold())


def _plain_entries(path: Path, names: Sequence[str], rows: Iterator[TableRow]) -> Iterator[TableEntry]:
    file, image_class = (_column(names, wanted) for wanted in (_FILES, _CLASSES))
    if file is None or image_class is None:
        text = marked(
            "{path} needs a column of files and a column of classes. Name the one {file} and the other {class_name} in "
            "its first row."
        )
        raise UserError(message(text, path=printable(path), file="path", class_name="class"))
    individual = _column(names, _INDIVIDUALS)
    for row in rows:
        if _cell(row, file):
            yield TableEntry(_cell(row, file), _cell(row, image_class), _cell(row, individual) or None)


def _column(names: Sequence[str], wanted: str) -> int | None:
    return next((names.index(name) for name in wanted.split() if name in names), None)


def _cell(row: TableRow, column: int | None) -> str:
    if column is None or column >= len(row.cells):
        return ""
    return visible(unicodedata.normalize("NFC", unescaped(row.cells[column])))


def _observations(path: Path, names: Sequence[str], rows: Iterator[TableRow]) -> Iterator[TableEntry]:
    """Yield what was observed on each medium; what was observed of an event holds for all of its media."""
    media = _Media(path.with_name("media.csv"))
    column = {name: number for number, name in enumerate(names)}
    for row in rows:
        cells = {name: _cell(row, number) for name, number in column.items()}
        kind = cells.get("observationtype", "")
        name = cells.get("scientificname", "") or (kind if kind not in _NO_CLASS else "")
        individual = cells.get("individualid") or None
        if cells["mediaid"]:
            yield TableEntry(media.files.get(cells["mediaid"], cells["mediaid"]), name, individual)
            continue
        start, end = _moment(cells.get("eventstart", "")), _moment(cells.get("eventend", ""))
        if start is not None and end is not None:
            for file in media.between(cells.get("deploymentid", ""), start, end):
                yield TableEntry(file, name, individual)


class _Media:
    """The files of the media of a Camtrap DP: `files` by their ids, and by deployment and time."""

    def __init__(self, path: Path) -> None:
        rows = read_table(path)
        header = next(rows, None)
        names = [] if header is None else [_plain(cell) for cell in header.cells]
        file, number = _column(names, "filepath filename"), _column(names, "mediaid")
        if file is None or number is None:
            text = marked("{path} is no table of media as in a Camtrap DP: it needs the columns mediaID and filePath.")
            raise UserError(message(text, path=printable(path)))
        deployment, moment = _column(names, "deploymentid"), _column(names, "timestamp")
        self.files: dict[str, str] = {}
        self._by_time = defaultdict[str, list[tuple[datetime, str]]](list)
        for row in rows:
            self.files[_cell(row, number)] = _cell(row, file)
            taken_at = _moment(_cell(row, moment))
            if taken_at is not None:
                self._by_time[_cell(row, deployment)].append((taken_at, _cell(row, file)))
        for media in self._by_time.values():
            media.sort()

    def between(self, deployment: str, start: datetime, end: datetime) -> list[str]:
        """Return the files of a deployment that were taken from a moment to another."""
        media = self._by_time.get(deployment, [])
        first = bisect_left(media, start, key=lambda medium: medium[0])
        last = bisect_right(media, end, key=lambda medium: medium[0])
        return [file for _, file in media[first:last]]


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _json_entries(path: Path) -> Iterator[TableEntry]:
    content = _json(path)
    if isinstance(content, dict) and "resources" in content:  # The description of a data package.
        yield from read_class_table(path.with_name("observations.csv"))
        return
    try:
        yield from _coco_entries(cast("dict[str, Any]", content))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        text = marked(
            "{path} is not JSON as COCO has it: it needs lists of images, annotations and categories, each with its "
            "numbers."
        )
        raise UserError(message(text, path=printable(path))) from error


def _coco_entries(content: dict[str, Any]) -> Iterator[TableEntry]:
    categories = {entry["id"]: str(entry["name"]) for entry in content["categories"]}
    files = {entry["id"]: str(entry["file_name"]) for entry in content["images"]}
    described = set[Any]()
    for entry in content["annotations"]:
        number = entry["image_id"]
        described.add(number)
        file = files.get(number, f"image {number}")
        yield TableEntry(file, visible(categories.get(entry["category_id"], "")))
    for number, file in files.items():
        if number not in described:
            yield TableEntry(file, "")


def _json(path: Path) -> Any:
    try:
        return json.loads(read_bytes(path))
    except Unreadable as error:
        text = marked("{path} cannot be read: {reason}")
        raise UserError(message(text, path=printable(path), reason=error.text)) from error
    except (ValueError, RecursionError) as error:
        raise UserError(message(marked("{path} is not JSON."), path=printable(path))) from error
