"""Ratings that people gave to items, and what is known of both, as arrays."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from workbench.learning.trait_cells import categories_in, is_blank, number_in

Indices = NDArray[np.int64]
RatingValues = NDArray[np.float64]
AttributeNumbers = NDArray[np.float32]

_MOST_CATEGORIES = 64
_SELDOM = 0.005  # A category of fewer rows than this share tells nothing of others.
_FEW_TEXTS = 20
_NEARLY_ALL = 0.95  # of the cells are numbers where an attribute is one; the others are unknown
_WORD = re.compile(r"\w[\w'’-]*")


class AttributeKind(StrEnum):
    """What the cells of an attribute hold: a number, categories separated by `|`, or text of several words."""

    NUMBER = "number"
    CATEGORY = "category"
    WORDS = "words"


@dataclass(frozen=True)
class Attribute:
    """What is known of each item, or of each person, under one name; an empty cell is unknown."""

    name: str
    kind: AttributeKind
    cells: tuple[str, ...]

    @classmethod
    def read(cls, name: str, cells: Sequence[str]) -> "Attribute":
        """Return an attribute of the kind that its cells seem to be of."""
        return cls(name, _kind_of(cells), tuple(cells))

    def numbers(self) -> AttributeNumbers:
        """Return the cells as numbers (n, width): standardised, or a share for each category that is not seldom.

        Categories and words of a cell share 1 between them. Where cells are unknown, one more number says which. The
        width is 0 where all are alike.
        """
        if self.kind is AttributeKind.NUMBER:
            return _standardised([number_in(cell) for cell in self.cells])
        return _shares([self._parts(cell) for cell in self.cells])

    def _parts(self, cell: str) -> tuple[str, ...]:
        if self.kind is AttributeKind.CATEGORY:
            return categories_in(cell)
        return tuple(dict.fromkeys(_WORD.findall(cell.casefold())))


@dataclass(frozen=True, eq=False)
class RatingSet:
    """Who gave which item how much, at most once each; people and items are their names, and numbered in that order."""

    people: tuple[str, ...]
    items: tuple[str, ...]
    person: Indices  # (ratings,)
    item: Indices  # (ratings,)
    rating: RatingValues  # (ratings,)
    time: RatingValues | None = None  # (ratings,), seconds
    of_people: tuple[Attribute, ...] = ()
    of_items: tuple[Attribute, ...] = ()

    @cached_property
    def lowest(self) -> float:
        """The lowest rating that anybody gave."""
        return float(self.rating.min())

    @cached_property
    def highest(self) -> float:
        """The highest rating that anybody gave."""
        return float(self.rating.max())

    @cached_property
    def rows_of_people(self) -> tuple[Indices, ...]:
        """For each person, which of the ratings are theirs, in the order of the table."""
        order = np.argsort(self.person, kind="stable")
        ends = np.cumsum(np.bincount(self.person, minlength=len(self.people)))
        return tuple(np.split(order, ends[:-1]))


def numbers_of(attributes: Sequence[Attribute], rows: int) -> tuple[AttributeNumbers, tuple[int, ...]]:
    """Return attributes of so many rows as numbers (rows, width), and the width of each that has any."""
    blocks = [block for attribute in attributes if (block := attribute.numbers()).shape[1]]
    return np.concatenate([np.zeros((rows, 0), np.float32), *blocks], 1), tuple(block.shape[1] for block in blocks)


def _kind_of(cells: Sequence[str]) -> AttributeKind:
    known = [cell for cell in cells if not is_blank(cell)]
    texts = set(known)
    numeric = sum(number_in(cell) is not None for cell in known)
    if len(texts) > 2 and numeric >= _NEARLY_ALL * len(known):
        return AttributeKind.NUMBER
    spaced = sum(" " in cell.strip() for cell in known)
    return AttributeKind.WORDS if len(texts) > _FEW_TEXTS and 3 * spaced > len(known) else AttributeKind.CATEGORY


def _standardised(values: Sequence[float | None]) -> AttributeNumbers:
    known = np.array([value for value in values if value is not None], np.float64)
    if not len(known) or not known.std():
        return np.zeros((len(values), 0), np.float32)
    mean, spread = known.mean(), known.std()
    numbers = np.array([[0.0 if value is None else (value - mean) / spread] for value in values])
    return _flagged(numbers, np.array([value is None for value in values]))


def _shares(cells: Sequence[tuple[str, ...]]) -> AttributeNumbers:
    counts = Counter(part for parts in cells for part in parts)
    least = max(2.0, _SELDOM * len(cells))
    told = [part for part, count in counts.items() if least <= count < len(cells)]
    kept = sorted(told, key=lambda part: (-counts[part], part))[:_MOST_CATEGORIES]
    columns = {part: column for column, part in enumerate(kept)}
    numbers = np.zeros((len(cells), len(kept)))
    for row, parts in enumerate(cells):
        found = [columns[part] for part in parts if part in columns]
        numbers[row, found] = 1 / max(1, len(found))
    return _flagged(numbers, np.array([not parts for parts in cells])) if kept else numbers.astype(np.float32)


def _flagged(numbers: RatingValues, unknown: NDArray[np.bool_]) -> AttributeNumbers:
    columns = [numbers, unknown[:, None]] if unknown.any() else [numbers]
    return np.concatenate(columns, 1).astype(np.float32)
