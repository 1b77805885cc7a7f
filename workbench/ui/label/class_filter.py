"""Finds classes by a few typed letters."""

import unicodedata
from collections.abc import Sequence

from workbench.operations.labelling.labelling_set import LabellingClassFacts


def matching(classes: Sequence[LabellingClassFacts], typed: str) -> list[int]:
    """Return the indices of the classes whose name contains what was typed, those with a match at a word's start first.

    Upper case and accents are ignored.
    """
    query = _plain(typed)
    names = [_plain(image_class.name) for image_class in classes]
    indices = [index for index, name in enumerate(names) if query in name]
    return sorted(indices, key=lambda index: _rank(names[index], query))


def is_named(classes: Sequence[LabellingClassFacts], typed: str) -> bool:
    """Return whether a class has exactly that name."""
    return any(image_class.name == " ".join(typed.split()) for image_class in classes)


def _rank(name: str, query: str) -> int:
    if name.startswith(query):
        return 0
    return 1 if any(word.startswith(query) for word in name.replace("_", " ").split()) else 2


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", " ".join(text.split())).casefold()
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
