"""What the cells of a table of traits say: numbers, yes or no, marks, and categories, as experts write them."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

UNKNOWN = "?"  # What stands for a cell that is not there.

_BLANKS = frozenset({"", UNKNOWN, "na", "n/a", "nan", "-", "–", "—"})
_MARKS = frozenset({"x", "✓", "✔", "•", "+"})
_UNMARKED = frozenset({"", "-", "–", "—"})
_YES = frozenset({"yes", "y", "sí", "si", "s", "true", "t", "verdadero", "1"}) | _MARKS
_NO = frozenset({"no", "n", "false", "f", "falso", "0", "✗", "✘"})
_NUMBER = r"[+-]?(?:\d[\d.,]*|[.,]\d+)(?:e[+-]?\d+)?"
_ABSURD = 1e100  # The square of a number like that is none any more.
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|—)\s*({_NUMBER})", re.IGNORECASE)


class TraitKind(StrEnum):
    """What a column holds; in a column of marks, as of crosses, a cell without one says no."""

    NUMBER = "number"
    YES_NO = "yes-no"
    MARK = "mark"
    CATEGORY = "category"


def key_of(text: str) -> str:
    """Return a text as it is compared: whatever its case and its spaces, underscores among them; accents count."""
    return "".join(unicodedata.normalize("NFC", text).casefold().replace("_", " ").split())


def is_blank(text: str) -> bool:
    """Whether a cell says that nothing is known."""
    return text.strip().casefold() in _BLANKS


def kind_of(cells: Sequence[str]) -> TraitKind:
    """Return what a column holds, judged by all its cells."""
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
    """Return the number in a cell, with a decimal point or comma, or the middle of a range such as 5-7; else None."""
    found = _RANGE.fullmatch(text.strip())
    ends = [_number(each) for each in (found.groups() if found else (text.strip(),))]
    known = [end for end in ends if end is not None]
    return sum(known) / len(ends) if len(known) == len(ends) else None


def answer_in(text: str, *, unmarked_is_no: bool = False) -> bool | None:
    """Return whether a cell says yes, or None where it says neither."""
    word = text.strip().casefold()
    if unmarked_is_no and word in _UNMARKED:
        return False
    return True if word in _YES else False if word in _NO else None


def categories_in(text: str) -> tuple[str, ...]:
    """Return the categories in a cell, as they are compared, none where it is blank; `|` or `;` stands between."""
    return tuple(dict.fromkeys(key_of(part) for part in re.split(r"[|;]", text) if not is_blank(part)))


def _number(text: str) -> float | None:
    if not re.fullmatch(_NUMBER, text, re.IGNORECASE):
        return None
    # Where both occur, the last one is the decimal sign and the other one groups thousands.
    decimal, groups = (",", ".") if text.rfind(",") > text.rfind(".") else (".", ",")
    try:
        value = float(text.replace(groups, "").replace(decimal, "."))
    except ValueError:
        return None
    return value if abs(value) < _ABSURD else None
