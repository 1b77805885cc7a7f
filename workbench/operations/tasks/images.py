"""The images of a project as lists show them, read fast enough for fifty thousand."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import LargeBinary, Select, String, select, type_coerce
from sqlalchemy.orm import Session

from workbench.facts import Fact, fact
from workbench.facts.file_reason import FileReason
from workbench.operations.garbage_collection import collector_at_rest
from workbench.operations.serialisation import from_json
from workbench.operations.tasks.stored_choices import key_suffixes
from workbench.store.models import Image, ImageStatus
from workbench.store.project import Project

IS_AWAY = fact("image.away")
_CHUNK = 10_000  # SQLite takes 32,766 values in one statement.

_Item = TypeVar("_Item")


class ImageFacts(NamedTuple):
    """An image: its identity, where it was last seen, its class and its size in pixels.

    `sha256` is the picture's key: the content's hash, followed by the page and channels where some were chosen.

    A NamedTuple of plain values, because fifty thousand frozen dataclasses with paths take six times as long to make,
    and Python's garbage collector as long to traverse.
    """

    id: int
    file: str  # `path`, as text
    sha256: bytes
    class_id: int | None
    status: str  # "ready", or "missing" where the file is no longer what was imported
    width: int | None
    height: int | None

    @property
    def path(self) -> Path:
        """Where the image was last seen."""
        return Path(self.file)


def list_images(
    project: Project, *, tasks: Sequence[int] | None = None, classes: Sequence[int] | None = None
) -> tuple[ImageFacts, ...]:
    """Return the images that could be read when they were imported, by class, then id; without a class first.

    `tasks` and `classes` narrow them to those ids; an empty one to nothing.
    """
    query = _facts().where(Image.status != ImageStatus.UNREADABLE, Image.sha256.is_not(None))
    query = query.order_by(Image.class_id, Image.id)
    if tasks is not None:
        query = query.where(Image.task_id.in_(tasks))
    with project.read() as session:
        if classes is None:
            return _read(session, query)
        chunks = in_chunks(sorted(set(classes)))
        return tuple(image for ids in chunks for image in _read(session, query.where(Image.class_id.in_(ids))))


def images_of(project: Project, ids: Sequence[int]) -> tuple[ImageFacts, ...]:
    """Return the images of those ids, in that order; an id that is not there or was never read is left out."""
    with project.read() as session:
        facts = facts_by_id(session, ids)
    return tuple(facts[number] for number in ids if number in facts)


def list_skipped(project: Project, task: int | None = None) -> tuple[FileReason[Fact], ...]:
    """Return the images of a task, or of all, that could not be read or are no longer there, in order of creation."""
    query = select(Image.path, Image.reason).where(Image.status != ImageStatus.READY).order_by(Image.id)
    if task is not None:
        query = query.where(Image.task_id == task)
    with project.read() as session:
        return tuple(
            FileReason(path, from_json(reason) if reason else IS_AWAY) for path, reason in session.execute(query)
        )


def facts_by_id(session: Session, ids: Sequence[int]) -> dict[int, ImageFacts]:
    """Read the images of those ids that are there and were read once."""
    query = _facts().where(Image.sha256.is_not(None))
    chunks = in_chunks(sorted(set(ids)))
    return {image.id: image for chunk in chunks for image in _read(session, query.where(Image.id.in_(chunk)))}


def in_chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """Divide ids into parts that fit in one statement."""
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]


def _facts() -> Select[*tuple[Any, ...]]:
    # Raw bytes and text: the columns' own types would convert each value by a call of its own.
    return select(
        Image.id,
        type_coerce(Image.path, LargeBinary),
        Image.sha256,
        Image.class_id,
        type_coerce(Image.status, String),
        Image.width,
        Image.height,
        Image.task_id,
    )


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> tuple[ImageFacts, ...]:
    suffixes = key_suffixes(session)
    with collector_at_rest():
        return tuple(
            ImageFacts(number, os.fsdecode(path), sha256 + suffixes.get(task, b""), class_id, status, width, height)
            for number, path, sha256, class_id, status, width, height, task in session.execute(query)
        )
