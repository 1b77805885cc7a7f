"""Which classes a few typed letters mean."""

import unicodedata
from collections.abc import Sequence

from workbench.operations.labelling.labelling_set import LabellingClassFacts


def matching(classes: Sequence[LabellingClassFacts], typed: str) -> list[int]:
    """Return the places of classes whose name holds what was typed: first those that begin with it, or a word of them.

    Capitals and accents make no difference.
    """
    wanted = _plain(typed)
    names = [_plain(image_class.name) for image_class in classes]
    places = [place for place, name in enumerate(names) if wanted in name]
    return sorted(places, key=lambda place: _rank(names[place], wanted))


def is_named(classes: Sequence[LabellingClassFacts], typed: str) -> bool:
    """Return whether a class is called exactly so."""
    return any(image_class.name == " ".join(typed.split()) for image_class in classes)


def _rank(name: str, wanted: str) -> int:
    if name.startswith(wanted):
        return 0
    return 1 if any(word.startswith(wanted) for word in name.replace("_", " ").split()) else 2


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", " ".join(text.split())).casefold()
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
