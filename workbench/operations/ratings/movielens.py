"""What the columns of MovieLens' files without a header are: of films, and of people.

Harper & Konstan, 2015, "The MovieLens Datasets: History and Context", and the README of each of them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

NamedCells = Callable[[Sequence[str]], dict[str, str]]  # from a row to its cells by name

_GENRES = (
    "unknown", "action", "adventure", "animation", "children", "comedy", "crime", "documentary", "drama", "fantasy",
    "film-noir", "horror", "musical", "mystery", "romance", "sci-fi", "thriller", "war", "western",
)  # fmt: skip
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_IN_BRACKETS = re.compile(r"\((\d{4})\)\s*$")
_FLAGS_FROM = 5


def _film_100k(cells: Sequence[str]) -> dict[str, str]:
    flags = zip(_GENRES, cells[_FLAGS_FROM:], strict=True)
    year = _YEAR.search(cells[2])
    return {
        "title": cells[1],
        "year": year[0] if year else "",
        "genres": "|".join(genre for genre, flag in flags if flag.strip() == "1"),
    }


def _film(cells: Sequence[str]) -> dict[str, str]:
    year = _IN_BRACKETS.search(cells[1])
    return {"title": cells[1], "year": year[1] if year else "", "genres": cells[2].strip()}


def _person_100k(cells: Sequence[str]) -> dict[str, str]:
    return dict(zip(("age", "gender", "occupation", "zip"), cells[1:], strict=True))


def _person(cells: Sequence[str]) -> dict[str, str]:
    return dict(zip(("gender", "age", "occupation", "zip"), cells[1:], strict=True))


# By what stands between cells, and how many there are.
ITEM_LAYOUTS: Mapping[tuple[str, int], NamedCells] = MappingProxyType(
    {("|", _FLAGS_FROM + len(_GENRES)): _film_100k, ("::", 3): _film}
)
PERSON_LAYOUTS: Mapping[tuple[str, int], NamedCells] = MappingProxyType({("|", 5): _person_100k, ("::", 5): _person})
