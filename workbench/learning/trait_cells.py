"""Reading the cells of a table of traits: numbers, yes or no, marks, and categories, as experts write them."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

UNKNOWN = "?"  # Stands for a missing cell.

_BLANKS = frozenset({"", UNKNOWN, "na", "n/a", "nan", "-", "–", "—"})
_MARKS = frozenset({"x", "✓", "✔", "•", "+"})
_UNMARKED = frozenset({"", "-", "–", "—"})
_YES = frozenset({"yes", "y", "sí", "si", "s", "true", "t", "verdadero", "1"}) | _MARKS
_NO = frozenset({"no", "n", "false", "f", "falso", "0", "✗", "✘"})
_NUMBER = r"[+-]?(?:\d[\d.,]*|[.,]\d+)(?:e[+-]?\d+)?"
_ABSURD = 1e100  # The square of a larger number may overflow.
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|—)\s*({_NUMBER})", re.IGNORECASE)


class TraitKind(StrEnum):
    """The kind of a column; in a column of marks, such as crosses, an empty cell means no."""

    NUMBER = "number"
    YES_NO = "yes-no"
    MARK = "mark"
    CATEGORY = "category"


def trait_key(text: str) -> str:
    """Return a text normalised for comparison: case, spaces and underscores are ignored, accents are not."""
    return "".join(unicodedata.normalize("NFC", text).casefold().replace("_", " ").split())


def is_blank(text: str) -> bool:
    """Whether a cell states that nothing is known."""
    return text.strip().casefold() in _BLANKS


def kind_of(cells: Sequence[str]) -> TraitKind:
    """Return the kind of a column, inferred from all its cells."""
    known = [cell for cell in cells if not is_blank(cell)]
    words = {cell.strip().casefold() for cell in known}
    if words <= _MARKS and any(cell.strip() in _UNMARKED for cell in cells):
        return TraitKind.MARK
    if words <= _YES | _NO:
        return TraitKind.YES_NO
    if all(number_in(cell) is not None for cell in known):
        return TraitKind.NUMBER
    return TraitKind.CATEGORY


def number_in(text: str) -> float | None:
    """Return the number in a cell, or None.

    The decimal sign is a point or a comma; a range such as 5-7 gives its midpoint.
    """
    matched = _RANGE.fullmatch(text.strip())
    ends = [_number(group) for group in (matched.groups() if matched else (text.strip(),))]
    known = [end for end in ends if end is not None]
    return sum(known) / len(ends) if len(known) == len(ends) else None


def answer_in(text: str, *, unmarked_is_no: bool = False) -> bool | None:
    """Return whether a cell says yes or no, or None if it says neither."""
    word = text.strip().casefold()
    if unmarked_is_no and word in _UNMARKED:
        return False
    return True if word in _YES else False if word in _NO else None


def categories_in(text: str) -> tuple[str, ...]:
    """Return the categories in a cell, separated by `|` or `;` and normalised by `trait_key`; none if blank."""
    return tuple(dict.fromkeys(trait_key(part) for part in re.split(r"[|;]", text) if not is_blank(part)))


def _number(text: str) -> float | None:
    if not re.fullmatch(_NUMBER, text, re.IGNORECASE):
        return None
    # If both occur, the last one is the decimal sign and the other separates thousands.
    decimal, groups = (",", ".") if text.rfind(",") > text.rfind(".") else (".", ",")
    try:
        value = float(text.replace(groups, "").replace(decimal, "."))
    except ValueError:
        return None
    return value if abs(value) < _ABSURD else None
