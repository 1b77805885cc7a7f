"""Rows of one content that an earlier import added twice, because its file had moved: made one again."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from workbench.imaging.scan import folder_name
from workbench.operations.tasks.images import in_chunks
from workbench.store.models import Example, Image, ImageClass, ImageStatus, Label, Task


@dataclass(frozen=True)
class Doubled:
    """An image whose file is gone, and another row of the same content whose file is there."""

    gone: int
    present: int


@dataclass(frozen=True)
class _Place:
    path: Path
    modified_ns: int
    task_id: int
    class_id: int | None
    specimen: str | None


def absorb(session: Session, doubled: Sequence[Doubled]) -> set[int]:
    """Make one row of each two; return the ids of the rows that went.

    The row whose file is gone stays, with what was decided about it, at the place of the other; where only the other is
    labelled or an example, that one stays; where both are, both do. So it is with their classes, and a task that has
    nothing left goes.
    """
    images = {number: session.get_one(Image, number) for pair in doubled for number in (pair.gone, pair.present)}
    tasks = {image.task_id for image in images.values()}
    joined = _joined_classes(session, doubled, images)
    in_use = _in_use(session, list(images))
    went = set[int]()
    places: dict[int, _Place] = {}
    for pair in doubled:
        there = images[pair.present]
        if pair.present not in in_use:
            class_id = None if there.class_id is None else joined.get(there.class_id, there.class_id)
            places[pair.gone] = _Place(there.path, there.modified_ns, there.task_id, class_id, there.specimen)
            went.add(pair.present)
        elif pair.gone not in in_use:
            went.add(pair.gone)
    for number in went:
        session.delete(images[number])
    session.flush()
    for number, place in places.items():
        image = images[number]
        image.path, image.modified_ns, image.task_id = place.path, place.modified_ns, place.task_id
        image.class_id, image.specimen = place.class_id, place.specimen
        image.status, image.reason = ImageStatus.READY, None
    session.flush()
    for other, kept in joined.items():
        _join(session, kept, other)
    forget_empty(session, tasks)
    return went


def forget_empty(session: Session, tasks: Iterable[int]) -> None:
    """Take tasks out that have no images left, with the classes that these had."""
    session.flush()
    for task_id in tasks:
        holds = select(func.count()).select_from(Image).where(Image.task_id == task_id)
        if not session.scalar(holds):
            session.execute(delete(Task).where(Task.id == task_id))


def name_for(session: Session, image_class: ImageClass, task_id: int, name: str) -> str:
    """Return the name of a class that moves to a folder of another name, which it takes.

    It keeps the one that it has where a person gave it, or where another class of the task has the new one.
    """
    taken = select(ImageClass.id).where(ImageClass.task_id == task_id, ImageClass.id != image_class.id)
    if image_class.name != folder_name(image_class.folder):
        name = image_class.name
    free, number = name, 1
    while session.scalar(taken.where(ImageClass.name == free)) is not None:
        number += 1
        free = image_class.name if number == 2 else f"{image_class.name} {number - 1}"
    return free


def _joined_classes(session: Session, doubled: Sequence[Doubled], images: Mapping[int, Image]) -> dict[int, int]:
    """Return which older class stands for which newer one: those whose images are doubled, all or most of them."""
    votes = Counter((images[pair.gone].class_id, images[pair.present].class_id) for pair in doubled)
    joined: dict[int, int] = {}
    for (old, new), count in votes.most_common():
        if old is None or new is None or old == new or new in joined or old in joined.values():
            continue
        if old < new and 2 * count >= _count(session, new) and not _has_files(session, old):
            joined[new] = old
    return joined


def _count(session: Session, class_id: int) -> int:
    return session.scalar(select(func.count()).select_from(Image).where(Image.class_id == class_id)) or 0


def _has_files(session: Session, class_id: int) -> bool:
    return any(path.is_file() for path in session.scalars(select(Image.path).where(Image.class_id == class_id)))


def _in_use(session: Session, numbers: Sequence[int]) -> set[int]:
    """Return which of the images are labelled or examples."""
    in_use = set[int]()
    for chunk in in_chunks(numbers):
        for kind in (Label, Example):
            in_use |= set(session.scalars(select(kind.image_id).where(kind.image_id.in_(chunk))))
    return in_use


def _join(session: Session, kept: int, other: int) -> None:
    image_class, merged = session.get_one(ImageClass, kept), session.get_one(ImageClass, other)
    task_id, folder, name = merged.task_id, merged.folder, merged.name
    session.execute(update(Image).where(Image.class_id == other).values(class_id=kept))
    session.execute(update(Image).where(Image.class_id == kept).values(task_id=task_id))
    session.delete(merged)
    session.flush()
    image_class.name = name_for(session, image_class, task_id, name)
    image_class.task_id, image_class.folder = task_id, folder
    session.flush()
