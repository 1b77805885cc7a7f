"""The classes of imported folders: their names, and their roles."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from workbench.errors import UserError
from workbench.operations.tasks.images import in_chunks
from workbench.store.models import ImageClass, Role, Task
from workbench.store.project import Project
from workbench.words import Message, marked, message

_UNSEEN = "\0\u00ad\u200b\u2060\ufeff"


def class_names(project: Project, class_ids: Collection[int]) -> dict[int, str]:
    """Return the name of each class that is still there, `task / name` where two of them share a name."""
    query = select(ImageClass.id, ImageClass.name, Task.name).join(Task, Task.id == ImageClass.task_id)
    requested = set(class_ids)
    with project.read() as session:
        rows = [(number, name, task) for number, name, task in session.execute(query) if number in requested]
    uses = Counter(name for _, name, _ in rows)
    return {number: name if uses[name] == 1 else f"{task} / {name}" for number, name, task in rows}


def clean_name(name: str) -> str:
    """Return a name as it is stored: composed (NFC), on one line, without space around it.

    Raises UserError when nothing is left.
    """
    # Lone halves of letters, which a text field can hold, cannot be stored.
    storable = name.encode("utf-8", "replace").decode()
    cleaned = visible(unicodedata.normalize("NFC", storable))
    if not cleaned:
        raise UserError(Message(marked("A class needs a name.")))
    return cleaned


def visible(name: str) -> str:
    """Return a name on one line, without space around it or characters that nobody sees, such as a byte order mark."""
    return " ".join("".join(letter for letter in name if letter not in _UNSEEN).split())


def same_name(first: str, second: str) -> bool:
    """Say whether two names look the same; those from tables may not be composed, or have spaces around them."""
    return visible(unicodedata.normalize("NFC", first)) == visible(unicodedata.normalize("NFC", second))


def alike_names(first: str, second: str) -> bool:
    """Say whether two names differ, if at all, only in capitals or in how their letters are coded."""
    return _key(first) == _key(second)


def _key(name: str) -> str:
    return visible(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()))


def name_taken(name: str) -> UserError:
    """Return the error for a name that another class has."""
    return UserError(message(marked("There is already a class {name}. Choose another name."), name=name))


def class_is_gone() -> UserError:
    """Return the error for a class that is no longer in the project."""
    return UserError(Message(marked("This class is no longer in the project.")))


@dataclass(frozen=True)
class RenameClass:
    """A new name for an imported class."""

    class_id: int
    name: str

    def apply(self, project: Project) -> "RenameClass":
        """Rename the class, as `rename_class` does."""
        return rename_class(project, self.class_id, self.name)


def rename_class(project: Project, class_id: int, name: str) -> RenameClass:
    """Rename a class and return the change that gives it back the name it had.

    Raises UserError when the name is empty or another class of its task has it; names that differ in capitals only are
    two names.
    """
    cleaned = clean_name(name)
    with project.write() as session:
        image_class = session.get(ImageClass, class_id)
        if image_class is None:
            raise class_is_gone()
        task_id = image_class.task_id
        others = select(ImageClass.name).where(ImageClass.task_id == task_id, ImageClass.id != class_id)
        if any(same_name(other_name, cleaned) for other_name in session.scalars(others)):
            raise name_taken(cleaned)
        before, image_class.name = image_class.name, cleaned
    return RenameClass(class_id, before)


@dataclass(frozen=True)
class SetRoles:
    """New roles for imported classes."""

    roles: tuple[tuple[int, Role], ...]  # (class id, role)

    def apply(self, project: Project) -> "SetRoles":
        """Give each class its role; the inverse names only classes that are there."""
        ids_of: dict[Role, list[int]] = defaultdict(list)
        for class_id, role in self.roles:
            ids_of[role].append(class_id)
        before: list[tuple[int, Role]] = []
        with project.write() as session:
            for role, ids in ids_of.items():
                for chunk in in_chunks(ids):
                    those = ImageClass.id.in_(chunk)
                    rows = session.execute(select(ImageClass.id, ImageClass.role).where(those))
                    before += [(class_id, role_before) for class_id, role_before in rows]
                    session.execute(update(ImageClass).where(those).values(role=role))
        return SetRoles(tuple(before))


def set_roles(project: Project, class_ids: Sequence[int], role: str) -> SetRoles:
    """Give the classes of those ids a role and return the change that gives them back the roles they had.

    Runs already made keep the classes they began with. Ids that are not there are ignored.
    """
    return SetRoles(tuple((class_id, Role(role)) for class_id in class_ids)).apply(project)
