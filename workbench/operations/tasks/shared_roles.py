"""Classes of different roles that may be one class: they share content, a name or a folder."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from workbench.facts import Fact, fact
from workbench.imaging.split_folders import split_of
from workbench.operations.tasks.found_classes import name_key
from workbench.store.interrupting import interruptible
from workbench.store.models import Image, ImageClass, Role, Task
from workbench.store.project import Project


@dataclass(frozen=True)
class _Row:
    task_id: int
    task_folder: Path
    name: str
    role: Role
    folder: Path


def warn_of_shared_roles(project: Project, going_on: Callable[[], None] = lambda: None) -> tuple[Fact, ...]:
    """Warn when classes of different roles share content, a name or a folder: a test would see what was trained on.

    `going_on` is called again and again, and may raise to end it.
    """
    with project.read() as session, interruptible(session, going_on):
        shared = _shared_contents(session)
        query = select(ImageClass.task_id, Task.folder, ImageClass.name, ImageClass.role, ImageClass.folder)
        rows = [_Row(*row) for row in session.execute(query.join(Task).order_by(ImageClass.id))]
    said = [fact("images.in_several_roles", count=shared)] if shared else []
    names = _names_in_several_roles(rows)
    if names:
        said.append(fact("classes.same_name_in_several_roles", count=len(names), name=names[0]))
    folders = _folders_in_several_roles(rows)
    if folders:
        said.append(fact("classes.same_folder_in_several_roles", count=len(folders), folder=folders[0]))
    return tuple(said)


def _shared_contents(session: Session) -> int:
    image, other_image = aliased(Image), aliased(Image)
    first, second = aliased(ImageClass), aliased(ImageClass)
    query = (
        select(func.count(func.distinct(image.sha256)))
        .join(other_image, image.sha256 == other_image.sha256)
        .join(first, image.class_id == first.id)
        .join(second, other_image.class_id == second.id)
        .where(image.id < other_image.id, first.role != second.role)
    )
    return session.scalar(query) or 0


def _names_in_several_roles(rows: Sequence[_Row]) -> list[str]:
    """Return the names that classes of different roles share, whatever their case or Unicode form."""
    trained = {row.task_id for row in rows if row.role is Role.META_TRAIN}
    by_name = defaultdict[str, list[_Row]](list)
    for row in rows:
        by_name[name_key(row.name)].append(row)
    return [same[0].name for same in by_name.values() if _may_be_one_class(same, trained)]


def _may_be_one_class(same: Sequence[_Row], trained: set[int]) -> bool:
    """Say whether two of the classes of one name have different roles, and may be one.

    They may not where they come from folders beside each other whose roles were drawn, as those of alphabets do: what
    is called `character01` in two of them are two characters.
    """
    if len({row.role for row in same}) == 1:
        return False
    return any(
        first.role is not second.role and not _are_of_one_collection(first, second, trained)
        for number, first in enumerate(same)
        for second in same[:number]
    )


def _are_of_one_collection(first: _Row, second: _Row, trained: set[int]) -> bool:
    if first.task_id == second.task_id or first.task_folder.parent != second.task_folder.parent:
        return False
    is_split = split_of(first.task_folder.name) or split_of(second.task_folder.name)
    return not is_split and {first.task_id, second.task_id} <= trained


def _folders_in_several_roles(rows: Iterable[_Row]) -> list[str]:
    """Return the folders that classes of different roles share, or that one has inside the other's."""
    # The classes of a table have the folder of their task.
    own = [row for row in rows if row.folder != row.task_folder]
    roles = defaultdict[Path, set[Role]](set)
    for row in own:
        roles[row.folder].add(row.role)
    return [str(row.folder) for row in own if _other_roles(row, roles)]


def _other_roles(row: _Row, roles: dict[Path, set[Role]]) -> bool:
    above = [row.folder, *row.folder.parents]
    return any(roles.get(folder, set()) - {row.role} for folder in above)
