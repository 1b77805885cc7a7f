"""What classes are called where there is little room: shortened, the folder before the class, no two alike."""

from collections import Counter
from collections.abc import Callable, Sequence

Fits = Callable[[str], bool]
_LEAST = 3  # letters that are left of a folder at least


def distinct_names(names: Sequence[str], fits: Fits) -> list[str]:
    """Return names of classes, `folder / class` or `class`, as far as they fit; no two different ones read the same."""
    texts = [_short(name, fits) for name in names]
    uses = Counter(texts)
    return [
        text if uses[text] == 1 else _short(name, fits, f"{number}. ")
        for number, (text, name) in enumerate(zip(texts, names, strict=True), start=1)
    ]


def _short(name: str, fits: Fits, before: str = "") -> str:
    folder, _, own = name.rpartition(" / ")
    after = f" ({_cut(folder, lambda cut: fits(f'{before}{own} ({cut})'), _LEAST)})" if folder else ""
    return before + _cut(own, lambda cut: fits(before + cut + after), 1) + after


def _cut(text: str, fits: Fits, least: int) -> str:
    """Return a text without as much of its middle as does not fit; `least` of its letters stay."""
    cut, kept = text, len(text)
    while kept > least and not fits(cut):
        kept -= 1
        cut = f"{text[: kept // 2]}…{text[len(text) - (kept + 1) // 2 :]}"
    return cut
