"""What classes are called where there is little room: shortened, the class before its folder, no two alike."""

from collections import Counter
from collections.abc import Callable, Sequence

Fits = Callable[[str], bool]
_LEAST = 4  # letters that are left of a folder at least


def told_apart(names: Sequence[str], fits: Fits) -> list[str]:
    """Return names of classes, `folder / class` or `class`, as far as they fit; no two different ones read the same."""
    pairs = [_pair(name) for name in names]
    folders = {own: [folder for other, folder in pairs if other == own] for own, _ in pairs}
    found = [_short(own, folder, _shared(folders[own]), fits) for own, folder in pairs]
    uses = Counter(found)
    return [
        text if uses[text] == 1 else _cut(f"{place}. {own} ({folder})" if folder else f"{place}. {own}", fits)
        for place, (text, (own, folder)) in enumerate(zip(found, pairs, strict=True), start=1)
    ]


def _pair(name: str) -> tuple[str, str]:
    folder, _, own = name.rpartition(" / ")
    return own, folder


def _shared(texts: Sequence[str]) -> str:
    """Return what all texts begin with."""
    first, last = min(texts), max(texts)
    differs = (place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1])
    return first[: next(differs, len(first))]


def _short(own: str, folder: str, shared: str, fits: Fits) -> str:
    if not folder or fits(f"{own} ({folder})"):
        return _cut(f"{own} ({folder})" if folder else own, fits)
    # What tells the folder from the others, with the whole of its number.
    head = shared.rstrip("0123456789") if shared != folder else ""
    tail = folder[len(head) :]
    for kept in range(len(head) - 1, -1, -1):
        if fits(f"{own} ({head[:kept]}…{tail})"):
            return f"{own} ({head[:kept]}…{tail})"
    tail = tail if len(tail) <= _LEAST else f"{tail[:_LEAST]}…"
    end = f" (…{tail})" if head else f" ({tail})"
    return _cut(own, lambda shown: fits(shown + end)) + end


def _cut(text: str, fits: Fits) -> str:
    """Return a text without as much of its middle as does not fit."""
    if fits(text):
        return text
    for kept in range(len(text) - 1, 0, -1):
        shown = f"{text[: (kept + 1) // 2]}…{text[len(text) - kept // 2 :]}"
        if fits(shown):
            return shown
    return text[:1] + "…"
