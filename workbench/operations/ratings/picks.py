"""What people picked among the images, wanted or not, kept as ratings of the images: of 5 stars, or of 1.

A pick is no label: nothing is decided by it, and nothing learns classes from it. Images are known by their content, so
that a pick outlives a folder that is imported anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.learning.recommender.rating_set import RatingSet
from workbench.operations.ratings.rating_tables import PICKED, newest_ratings, rating_set_of, ratings_of, stored_ratings
from workbench.store.damage_behind import refuse_changed
from workbench.store.project import Project
from workbench.store.search_models import RatingTable
from workbench.words import Message, marked, message

MOST_LETTERS = 60  # of a name

WantedOrNot = Mapping[bytes, bool]  # by the key of an image's content

_WANTED, _NOT_WANTED = 5.0, 1.0
_ROW = select(RatingTable.id).where(RatingTable.name == PICKED)


@dataclass(frozen=True)
class Picks:
    """The picks of everybody who has any, by name, in the order in which they first picked."""

    of: Mapping[str, WantedOrNot]

    def of_person(self, person: str) -> WantedOrNot:
        """Return the picks of one person, who may have none."""
        return self.of.get(person, {})


@dataclass(frozen=True)
class PickChange:
    """What images are to be to a person: wanted, not wanted, or no pick (None)."""

    person: str
    picks: tuple[tuple[bytes, bool | None], ...]

    def apply(self, project: Project) -> "PickChange":
        """Write it, and return what undoes it. Raises UserError where the picks are damaged."""
        with project.write() as session:
            everybody = {person: dict(picks) for person, picks in _read(session).items()}
            own = everybody.setdefault(self.person, {})
            before = tuple((content, own.get(content)) for content, _ in self.picks)
            for content, wanted in self.picks:
                own.pop(content, None)
                if wanted is not None:
                    own[content] = wanted
            _write(session, everybody)
        return PickChange(self.person, before)


def picks_of(project: Project) -> Picks:
    """Return what everybody picked. Raises UserError where the picks are damaged."""
    with project.read() as session:
        return Picks(_read(session))


def pick_images(project: Project, person: str, contents: Iterable[bytes], wanted: bool | None) -> PickChange:
    """Let images, by the keys of their contents, be wanted by a person, or not wanted, or no pick; return the inverse.

    Raises UserError where the name is empty or too long, or the picks are damaged.
    """
    return PickChange(picker_name(person), tuple((content, wanted) for content in dict.fromkeys(contents))).apply(
        project
    )


def recommends_images(project: Project, name: str) -> bool:
    """Whether what is recommended to somebody of that name are images: they picked some, and rated nothing else."""
    newest = newest_ratings(project)
    data = None if newest is None else ratings_of(project, newest)
    return name in picks_of(project).of and (data is None or name not in data.people)


def picker_name(typed: str) -> str:
    """Return the name of who picks as it is kept. Raises UserError for an empty one, or one that is too long."""
    name = " ".join(typed.split())
    if not name:
        raise UserError(Message(marked("Whose picks are they? Type a name.")))
    if len(name) > MOST_LETTERS:
        raise UserError(message(marked("A name has at most {most} letters."), most=MOST_LETTERS))
    return name


def _read(session: Session) -> dict[str, WantedOrNot]:
    number = session.scalar(_ROW)
    if number is None:
        return {}
    refuse_changed(session, RatingTable.__tablename__, number)
    try:
        data = rating_set_of(session.get_one(RatingTable, number).content)
        contents = [bytes.fromhex(item) for item in data.items]
    except ValueError as error:
        text = marked("What was picked among the images is damaged. Restore the project from a backup.")
        raise UserError(Message(text)) from error
    wanted = data.rating > _NOT_WANTED
    return {
        name: {contents[data.item[row]]: bool(wanted[row]) for row in rows}
        for name, rows in zip(data.people, data.rows_of_people, strict=True)
    }


def _write(session: Session, everybody: Mapping[str, WantedOrNot]) -> None:
    number = session.scalar(_ROW)
    row = None if number is None else session.get_one(RatingTable, number)
    kept = {person: picks for person, picks in everybody.items() if picks}
    if not kept:
        if row is not None:
            session.delete(row)
        return
    columns = stored_ratings(_as_ratings(kept))
    if row is None:
        session.add(RatingTable(name=PICKED, **columns))
    else:
        row.sha256, row.content = columns["sha256"], columns["content"]


def _as_ratings(everybody: Mapping[str, WantedOrNot]) -> RatingSet:
    contents = list(dict.fromkeys(content for picks in everybody.values() for content in picks))
    numbers = {content: number for number, content in enumerate(contents)}
    rows = [
        (person, numbers[content], _WANTED if wanted else _NOT_WANTED)
        for person, picks in enumerate(everybody.values())
        for content, wanted in picks.items()
    ]
    person, item, rating = (np.array(column) for column in zip(*rows, strict=True))
    return RatingSet(tuple(everybody), tuple(content.hex() for content in contents), person, item, rating)
