"""Names of classes where there is little room: without the beginning that all of them share."""

import re
from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_LEAST_SHARED = 4  # letters that are worth a mark in their place
_LEAST_LEFT = 4  # letters of a name that was cut, with the mark


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return names with a mark in place of what all begin with, up to the end of a word: …02 and …10.

    The sentences have the whole names, and the tooltips as well.
    """
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    words = re.match(r".*[\W_]", "".join(letters[0] for letters in alike), re.DOTALL)
    shared = words.end() if words is not None else 0
    if len(names) < 2 or shared < _LEAST_SHARED or any(not name[shared:] for name in names):
        return tuple(names)
    return tuple(f"…{name[shared:]}" for name in names)


def cut_names(names: Sequence[str], metrics: QFontMetrics, room: int) -> tuple[str, ...]:
    """Return short names cut at their end to so many pixels; at their beginning where two would look the same.

    A name of which too little would be left is empty: the mark and the tooltip tell it.
    """
    short = short_names(names)
    cut = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) for name in short]
    told = [
        metrics.elidedText(name, Qt.TextElideMode.ElideLeft, room) if cut.count(text) > 1 else text
        for name, text in zip(short, cut, strict=True)
    ]
    return tuple(
        text if text == name or len(text) >= _LEAST_LEFT else "" for name, text in zip(short, told, strict=True)
    )
