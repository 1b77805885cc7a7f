"""A table of traits as numbers that a network reads, by a scheme that is fitted once and kept."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.learning.trait_cells import UNKNOWN, TraitKind, answer_in, categories_in, is_blank, key_of, number_in

Numbers = NDArray[np.float64]

_TELLS_TOO_MUCH = 5  # Where so many classes have each a category of their own, it is a name or a remark.


@dataclass(frozen=True)
class TraitColumn:
    """How one column becomes numbers.

    A number is standardised, yes and no are 1 and -1, categories have a number each, 1 or 0; what is unknown is 0
    everywhere. With `flagged`, one number more says so: 1 for unknown, 0 for known.
    """

    name: str
    kind: TraitKind
    flagged: bool
    mean: float = 0.0
    spread: float = 1.0
    categories: tuple[str, ...] = ()  # as they are compared

    @property
    def width(self) -> int:
        """How many numbers it becomes."""
        return (len(self.categories) if self.kind is TraitKind.CATEGORY else 1) + self.flagged

    def numbers(self, cell: str) -> list[float]:
        """Return the cell as numbers, `width` of them; a category that was never seen is 0 everywhere."""
        known = _value(self.kind, cell)
        flag = [float(known is None)] if self.flagged else []
        if self.kind is TraitKind.CATEGORY:
            found = known if isinstance(known, tuple) else ()
            return [float(each in found) for each in self.categories] + flag
        if self.kind is TraitKind.NUMBER:
            return [(known - self.mean) / self.spread if isinstance(known, float) else 0.0, *flag]
        return [0.0 if known is None else 1.0 if known else -1.0, *flag]


@dataclass(frozen=True)
class TraitScheme:
    """How the traits of a class become numbers, fitted on the classes to learn from; kept with what learned them."""

    columns: tuple[TraitColumn, ...]

    @property
    def width(self) -> int:
        """How many numbers describe a class."""
        return sum(column.width for column in self.columns)

    def cells_of(self, names: Sequence[str], row: Sequence[str]) -> tuple[str, ...]:
        """Return the cells of a table's row in the order of the scheme; a column the table lacks is unknown."""
        found = dict(zip(map(key_of, names), row, strict=True))
        return tuple(found.get(key_of(column.name), UNKNOWN) for column in self.columns)

    def lacking(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the columns that a table of those columns lacks."""
        known = set(map(key_of, names))
        return tuple(column.name for column in self.columns if key_of(column.name) not in known)

    def knows(self, row: Sequence[str]) -> bool:
        """Whether a row of cells in the order of the scheme says anything that it can read."""
        said = (_value(column.kind, cell) for column, cell in zip(self.columns, row, strict=True))
        return not all(map(is_blank, row)) and any(value is not None for value in said)

    def encode(self, rows: Sequence[Sequence[str] | None]) -> Numbers:
        """Return rows of cells in the order of the scheme as numbers (n, width).

        A class without a row, or of which nothing is known, has no traits: all its numbers are NaN.
        """
        numbers = np.full((len(rows), self.width), np.nan)
        for place, row in enumerate(rows):
            if row is not None and self.knows(row):
                pairs = zip(self.columns, row, strict=True)
                numbers[place] = [number for column, cell in pairs for number in column.numbers(cell)]
        return numbers

    def as_json(self) -> dict[str, Any]:
        """Return the scheme as plain values, to be stored."""
        return {"columns": [asdict(column) for column in self.columns]}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "TraitScheme":
        """Return a stored scheme."""
        return cls(tuple(_column_from(each) for each in stored["columns"]))


def fit_scheme(columns: Sequence[tuple[str, TraitKind]], rows: Sequence[Sequence[str]]) -> TraitScheme:
    """Return the scheme for rows of cells, each as long as `columns`, which are the classes to learn from.

    Columns that tell none of them apart are left out: where all that is known is the same, and where each class has a
    category of its own, as a name or a remark is. A column is flagged only where a cell of it is unknown, because what
    to make of an unknown one could not be learned otherwise; its being 0 then stands for the usual.
    """
    fitted = [_fitted(name, kind, [row[place] for row in rows]) for place, (name, kind) in enumerate(columns)]
    return TraitScheme(tuple(column for column in fitted if column is not None))


def _fitted(name: str, kind: TraitKind, cells: Sequence[str]) -> TraitColumn | None:
    values = [_value(kind, cell) for cell in cells]
    known = [value for value in values if value is not None]
    flagged = len(known) < len(values)
    if len(set(known)) < 2:
        return None
    if kind is TraitKind.CATEGORY:
        if len(known) >= _TELLS_TOO_MUCH and len(set(known)) == len(known):
            return None
        found = {each for value in known if isinstance(value, tuple) for each in value}
        return TraitColumn(name, kind, flagged, categories=tuple(sorted(found)))
    if kind is TraitKind.NUMBER:
        numbers = np.array(known, np.float64)
        return TraitColumn(name, kind, flagged, float(numbers.mean()), float(numbers.std()))
    return TraitColumn(name, kind, flagged)


def _value(kind: TraitKind, cell: str) -> float | bool | tuple[str, ...] | None:
    """Return what a cell says as its column's kind has it; None where that is nothing."""
    if kind is TraitKind.NUMBER:
        return number_in(cell)
    if kind is TraitKind.CATEGORY:
        return categories_in(cell) or None
    return answer_in(cell, unmarked_is_no=kind is TraitKind.MARK)


def _column_from(stored: Mapping[str, Any]) -> TraitColumn:
    values = {**stored, "kind": TraitKind(stored["kind"]), "categories": tuple(stored["categories"])}
    return TraitColumn(**values)
