"""The ratings that a project holds: kept as they were read, and found again by what is in them."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import select

from workbench.errors import UserError
from workbench.facts import fact
from workbench.learning.recommender.rating_set import Attribute, Indices, RatingSet
from workbench.operations.ratings.rating_files import read_ratings
from workbench.store.damage_behind import refuse_changed
from workbench.store.project import Project
from workbench.store.search_models import RatingTable
from workbench.words import Message, marked

PICKED = "picks/"  # the name of what was picked among the images; no table that is read from a file has it

_MOST_CHARACTERS = 2**26  # as the project file is checked for


@dataclass(frozen=True)
class RatingsReport:
    """Ratings kept in a project: how many, whose, and what is known of items and people, by name and kind."""

    name: str
    ratings: int
    people: int
    items: int
    lowest: float
    highest: float
    of_items: tuple[tuple[str, str], ...]
    of_people: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Content:
    """A set of ratings as the project keeps it."""

    people: tuple[str, ...]
    items: tuple[str, ...]
    person: list[int]
    item: list[int]
    rating: list[float]
    time: list[float] | None
    of_people: tuple[Attribute, ...]
    of_items: tuple[Attribute, ...]


def import_ratings(
    project: Project, table: Path, *, items: Path | None = None, people: Path | None = None
) -> RatingsReport:
    """Make a table of ratings the project's; runs keep to the ratings that they learned. Raises UserError as reading.

    `items` and `people` are tables of what is known of them.
    """
    data = read_ratings(table, items, people)
    with project.write() as session:
        session.add(RatingTable(name=table.name, **stored_ratings(data)))
    return RatingsReport(
        table.name,
        len(data.rating),
        len(data.people),
        len(data.items),
        data.lowest,
        data.highest,
        *(tuple((each.name, each.kind.value) for each in known) for known in (data.of_items, data.of_people)),
    )


def newest_ratings(project: Project) -> str | None:
    """Return the SHA-256 of the project's ratings, the newest kept, or None; picks among images are none."""
    query = select(RatingTable.sha256).where(RatingTable.name != PICKED).order_by(RatingTable.id.desc())
    with project.read() as session:
        digest = session.scalar(query.limit(1))
    return None if digest is None else digest.hex()


def ratings_of(project: Project, digest: str) -> RatingSet | None:
    """Return the ratings with that SHA-256, or None. Raises UserError where they are damaged."""
    query = select(RatingTable.id).where(RatingTable.sha256 == bytes.fromhex(digest)).order_by(RatingTable.id.desc())
    with project.read() as session:
        number = session.scalar(query.limit(1))
        if number is None:
            return None
        refuse_changed(session, RatingTable.__tablename__, number)
        try:
            return rating_set_of(session.get_one(RatingTable, number).content)
        except ValueError as error:
            raise UserError(fact("ratings.unreadable")) from error


def stored_ratings(data: RatingSet) -> dict[str, Any]:
    """Return ratings as the columns of their row, `sha256` and `content`. Raises UserError for too many."""
    content = _plain(data)
    text = _text(content)
    if len(text) > _MOST_CHARACTERS:
        raise UserError(Message(marked("There are too many ratings to be kept in a project.")))
    return {"sha256": sha256(text.encode()).digest(), "content": content}


def rating_set_of(stored: dict[str, Any]) -> RatingSet:
    """Return the ratings of stored content. Raises ValueError for what was never stored."""
    content = msgspec.convert(stored, _Content)
    person, item = _numbers(content.person), _numbers(content.item)
    rating = np.array(content.rating, np.float64)
    _refuse_impossible(content, rating)
    time = None if content.time is None else np.array(content.time, np.float64)
    return RatingSet(content.people, content.items, person, item, rating, time, content.of_people, content.of_items)


def _numbers(stored: list[int]) -> Indices:
    try:
        return np.array(stored, np.int64)
    except OverflowError as error:
        raise ValueError("a number of nobody") from error


def _plain(data: RatingSet) -> dict[str, Any]:
    content = _Content(
        data.people,
        data.items,
        data.person.tolist(),
        data.item.tolist(),
        data.rating.tolist(),
        None if data.time is None else data.time.tolist(),
        data.of_people,
        data.of_items,
    )
    return msgspec.to_builtins(content)


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _refuse_impossible(content: _Content, rating: "np.typing.NDArray[np.float64]") -> None:
    """Raise ValueError for what was never read from a file."""
    count = len(content.rating)
    numbered = ((content.person, content.people, content.of_people), (content.item, content.items, content.of_items))
    for numbers, names, attributes in numbered:
        if len(numbers) != count or not all(0 <= number < len(names) for number in numbers):
            raise ValueError("a rating of nobody, or of nothing")
        if any(len(attribute.cells) != len(names) for attribute in attributes):
            raise ValueError("an attribute with other rows")
    if not count or not np.isfinite(rating).all() or len(content.time or content.rating) != count:
        raise ValueError("no ratings")
