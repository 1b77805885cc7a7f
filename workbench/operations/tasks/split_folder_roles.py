"""What split folders (train, validation, test) become: classes joined by name, or the roles of their classes."""

from dataclasses import dataclass

from workbench.errors import UserError
from workbench.imaging.scan import FolderLayout
from workbench.imaging.split_folders import Split
from workbench.operations.tasks.found_classes import FoundClass, FoundClasses
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Role
from workbench.words import Message, marked, message

_ROLES = {Split.TRAIN: Role.META_TRAIN, Split.VALIDATION: Role.META_VALIDATION, Split.TEST: Role.META_TEST}


@dataclass(frozen=True)
class SplitFolders:
    """The split folders of an import, how many classes were joined from several, and whether they give the roles."""

    names: tuple[str, ...]
    joined: int
    give_roles: bool


def described_splits(found: FoundClasses, request: RoleRequest) -> SplitFolders | None:
    """Say what becomes of the split folders that were found, None where there are none.

    Raises UserError where they are to be the roles, and are no sets of classes that exclude each other.
    """
    if found.layout is not FolderLayout.SPLITS:
        if request.by_folder:
            raise UserError(Message(marked("There are no split folders (train, validation, test) to take as roles.")))
        return None
    several = found.in_several_splits
    are_roles = not several and all(None not in one.splits for one in found.classes.values())
    if request.by_folder and not are_roles:
        raise UserError(_no_roles(several, len(found.classes)))
    # Whoever gives a role or a share wants that.
    chosen = request.role is None and request.validation is None if request.by_folder is None else request.by_folder
    return SplitFolders(found.split_folders, len(several), are_roles and chosen)


def role_of_folders(one: FoundClass) -> Role | None:
    """Return the role that the split folder of a class stands for, None where there is no single one."""
    (split, *others) = one.splits
    return None if split is None or others else _ROLES[split]


def words_of_splits(splits: SplitFolders) -> Message:
    """Say what became of split folders."""
    folders = ", ".join(splits.names)
    if splits.give_roles:
        text = marked(
            "{folders} are split folders, and no class is in two of them: they were taken as the roles of their "
            "classes."
        )
        return message(text, folders=folders)
    if splits.joined:
        text = marked(
            "{folders} are split folders: {count} classes that are in several of them were joined by name, as a class "
            "has one role only."
        )
        return message(text, folders=folders, count=splits.joined)
    text = marked("{folders} are split folders, and no class is in two of them; the roles of classes are as chosen.")
    return message(text, folders=folders)


def _no_roles(several: list[FoundClass], classes: int) -> Message:
    if not several:
        return Message(marked("Not all of the folders are named as split folders (train, validation, test)."))
    text = marked(
        "{count} of {total} classes are in several split folders, for example {name}, so these cannot be the roles: a "
        "class has one role only. Join the classes by name instead."
    )
    return message(text, count=len(several), total=classes, name=several[0].name)
