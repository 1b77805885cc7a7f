"""The rows that labelling writes: the one set of labelling classes, its classes, and images of unlabelled piles."""

import getpass
from pathlib import Path

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workbench.imaging.reading import ReadFile
from workbench.operations.tasks.classes import same_name
from workbench.operations.tasks.stored_choices import choice_for, choices_of_folders
from workbench.store.models import Image, ImageStatus, Label, LabellingClass, LabellingSet, Layout, Task

SET_NAME = "labels"
NO_SET = -1  # No row has this id.
OUTSIDE = 0  # The position of a class that was taken out of the set, but that labels of the past refer to.


def set_id_of(session: Session) -> int:
    """Return the id of the labelling set, NO_SET while a project has none."""
    number = session.scalar(select(LabellingSet.id).where(LabellingSet.name == SET_NAME))
    return NO_SET if number is None else number


def newest_labels(set_id: int) -> Select[int]:
    """Select the id of the newest label of each image: the one that stands."""
    return select(func.max(Label.id)).where(Label.set_id == set_id).group_by(Label.image_id)


def newest_labels_of_all_sets() -> Select[int]:
    """Select the id of the newest label of each image in each set, as `newest_labels` does in one."""
    return select(func.max(Label.id)).group_by(Label.set_id, Label.image_id)


def known_image(session: Session, read: ReadFile) -> int | None:
    """Return the project's image at that path with that content, None where it has none."""
    same = select(Image.id).where(Image.path == read.path, Image.sha256 == read.sha256)
    return session.scalar(same.limit(1))


def image_for(session: Session, read: ReadFile) -> int:
    """Return the project's image at that path with that content, added if the file is new to the project."""
    number = known_image(session, read)
    if number is not None:
        return number
    image = Image(
        task_id=_pile(session, read.path.parent, read.path),
        path=read.path,
        sha256=read.sha256,
        size=read.size,
        modified_ns=read.modified_ns,
        width=read.facts.width if read.facts else None,
        height=read.facts.height if read.facts else None,
        status=ImageStatus.READY,
    )
    session.add(image)
    session.flush()
    return image.id


def _pile(session: Session, folder: Path, path: Path) -> int:
    """Return the pile of that folder; a file whose content changed since goes to a pile of its own."""
    holds = select(Image.task_id).where(Image.path == path)
    free = select(Task.id).where(
        Task.folder == folder, Task.layout == Layout.UNLABELLED, Task.id.not_in(holds.scalar_subquery())
    )
    number = session.scalar(free.limit(1))
    if number is not None:
        return number
    task = Task(
        name=folder.name.encode("utf-8", "replace").decode() or str(folder),
        folder=folder,
        layout=Layout.UNLABELLED,
        reading=choice_for(choices_of_folders(session), folder).stored(),
    )
    session.add(task)
    session.flush()
    return task.id


def set_for_labels(session: Session) -> int:
    """Return the id of the labelling set, made if missing."""
    number = set_id_of(session)
    if number != NO_SET:
        return number
    labelling_set = LabellingSet(name=SET_NAME)
    session.add(labelling_set)
    session.flush()
    return labelling_set.id


def class_for(session: Session, set_id: int, name: str) -> int:
    """Return the class of that name in a set, as people see names, added as its last if missing."""
    classes = list(session.scalars(select(LabellingClass).where(LabellingClass.set_id == set_id)))
    named = next((known for known in classes if known.name == name), None)
    named = named or next((known for known in classes if same_name(known.name, name)), None)
    if named is not None and named.position != OUTSIDE:
        return named.id
    last = session.scalar(select(func.max(LabellingClass.position)).where(LabellingClass.set_id == set_id)) or 0
    if named is None:
        named = LabellingClass(set_id=set_id, name=name)
        session.add(named)
    named.position = last + 1
    session.flush()
    return named.id


def classes_in_order(session: Session, set_id: int) -> list[LabellingClass]:
    """Return the classes of a set in the order of their positions."""
    query = select(LabellingClass).where(LabellingClass.set_id == set_id, LabellingClass.position != OUTSIDE)
    return list(session.scalars(query.order_by(LabellingClass.position, LabellingClass.id)))


def who() -> str:
    """Return the name of the person at this computer, empty where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A system may have no name for who runs this.
        return ""
