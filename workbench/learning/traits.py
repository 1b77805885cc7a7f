"""Encoding a table of traits as numbers for a network, by a scheme that is fitted once and stored."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.learning.trait_cells import UNKNOWN, TraitKind, answer_in, categories_in, is_blank, number_in, trait_key

Numbers = NDArray[np.float64]  # (n, width)

_ALL_DISTINCT = 5  # If this many classes all differ in category, the column holds names or remarks.


@dataclass(frozen=True)
class TraitColumn:
    """The encoding of one column of traits.

    A number is standardised, yes and no are 1 and -1, and categories are one-hot (several may be 1); an unknown cell is
    all zeros. If `flagged`, one more number is 1 for unknown and 0 for known.
    """

    name: str
    kind: TraitKind
    flagged: bool
    mean: float = 0.0
    spread: float = 1.0
    categories: tuple[str, ...] = ()  # normalised by `trait_key`

    @property
    def width(self) -> int:
        """Number of numbers that a cell becomes."""
        return (len(self.categories) if self.kind is TraitKind.CATEGORY else 1) + self.flagged

    def numbers(self, cell: str) -> list[float]:
        """Return a cell as `width` numbers; a category that was not in the fitted table is all zeros."""
        known = _value(self.kind, cell)
        flag = [float(known is None)] if self.flagged else []
        if self.kind is TraitKind.CATEGORY:
            categories = known if isinstance(known, tuple) else ()
            return [float(category in categories) for category in self.categories] + flag
        if self.kind is TraitKind.NUMBER:
            return [(known - self.mean) / self.spread if isinstance(known, float) else 0.0, *flag]
        return [0.0 if known is None else 1.0 if known else -1.0, *flag]


@dataclass(frozen=True)
class TraitScheme:
    """The encoding of the traits of a class, fitted on the meta-train classes and stored with the run."""

    columns: tuple[TraitColumn, ...]

    @property
    def width(self) -> int:
        """Number of numbers that describe a class."""
        return sum(column.width for column in self.columns)

    def cells_of(self, names: Sequence[str], row: Sequence[str]) -> tuple[str, ...]:
        """Return a table row's cells in the order of the scheme; cells of missing columns are unknown."""
        cells = dict(zip(map(trait_key, names), row, strict=True))
        return tuple(cells.get(trait_key(column.name), UNKNOWN) for column in self.columns)

    def lacking(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the scheme's columns that are not among `names`."""
        known = set(map(trait_key, names))
        return tuple(column.name for column in self.columns if trait_key(column.name) not in known)

    def knows(self, row: Sequence[str]) -> bool:
        """Whether a row, in the order of the scheme, has any cell that the scheme can read."""
        values = (_value(column.kind, cell) for column, cell in zip(self.columns, row, strict=True))
        return not all(map(is_blank, row)) and any(value is not None for value in values)

    def encode(self, rows: Sequence[Sequence[str] | None]) -> Numbers:
        """Return rows of cells, in the order of the scheme, as numbers (n, width).

        A class without a row, or about which nothing is known, has no traits: all its numbers are NaN.
        """
        numbers = np.full((len(rows), self.width), np.nan)
        for index, row in enumerate(rows):
            if row is not None and self.knows(row):
                pairs = zip(self.columns, row, strict=True)
                numbers[index] = [number for column, cell in pairs for number in column.numbers(cell)]
        return numbers

    def as_json(self) -> dict[str, Any]:
        """Return the scheme as plain values for storage."""
        return {"columns": [asdict(column) for column in self.columns]}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "TraitScheme":
        """Return the scheme stored by `as_json`."""
        return cls(tuple(_column_from(column) for column in stored["columns"]))


def fit_scheme(columns: Sequence[tuple[str, TraitKind]], rows: Sequence[Sequence[str]]) -> TraitScheme:
    """Fit a scheme to the rows of the meta-train classes, each with one cell per column.

    Columns that distinguish no classes are left out: those with a single known value, and those with a different
    category for every class, such as names or remarks. A column is flagged only if one of its cells is unknown, because
    otherwise the meaning of the flag could not be learned; an unknown cell of an unflagged column is just 0.
    """
    fitted = [_fitted(name, kind, [row[index] for row in rows]) for index, (name, kind) in enumerate(columns)]
    return TraitScheme(tuple(column for column in fitted if column is not None))


def _fitted(name: str, kind: TraitKind, cells: Sequence[str]) -> TraitColumn | None:
    values = [_value(kind, cell) for cell in cells]
    known = [value for value in values if value is not None]
    flagged = len(known) < len(values)
    if len(set(known)) < 2:
        return None
    if kind is TraitKind.CATEGORY:
        if len(known) >= _ALL_DISTINCT and len(set(known)) == len(known):
            return None
        categories = {category for value in known if isinstance(value, tuple) for category in value}
        return TraitColumn(name, kind, flagged, categories=tuple(sorted(categories)))
    if kind is TraitKind.NUMBER:
        numbers = np.array(known, np.float64)
        return TraitColumn(name, kind, flagged, float(numbers.mean()), float(numbers.std()))
    return TraitColumn(name, kind, flagged)


def _value(kind: TraitKind, cell: str) -> float | bool | tuple[str, ...] | None:
    """Return the value of a cell, by the kind of its column; None if unknown."""
    if kind is TraitKind.NUMBER:
        return number_in(cell)
    if kind is TraitKind.CATEGORY:
        return categories_in(cell) or None
    return answer_in(cell, unmarked_is_no=kind is TraitKind.MARK)


def _column_from(stored: Mapping[str, Any]) -> TraitColumn:
    values = dict(stored)
    values["kind"], values["categories"] = TraitKind(stored["kind"]), tuple(stored["categories"])
    return TraitColumn(**values)
