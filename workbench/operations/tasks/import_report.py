"""How a folder is to be imported, and what an import did."""

from dataclasses import dataclass, field
from pathlib import Path

from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.grouping import Grouping
from workbench.imaging.page_choice import PageChoice, choice_of
from workbench.imaging.scan import FolderLayout
from workbench.operations.tasks.relocation import Relocation
from workbench.operations.tasks.several_pages import TakenPage
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.split_folder_roles import SplitFolders
from workbench.operations.tasks.table_files import TableCounts
from workbench.operations.tasks.task_facts import TaskFacts
from workbench.store.models import Role
from workbench.words import Message

_FORMER_LAYOUTS = {"domains": "tasks"}


@dataclass(frozen=True)
class ImportRequest:
    """How a person wants a folder imported; a `layout` of None is detected, `labels` is a table of classes.

    `pages` is which page and channels of its files are meant, None as before: those chosen when it was first imported.
    """

    layout: FolderLayout | None = None
    roles: RoleRequest = field(default_factory=RoleRequest)
    grouping: Grouping = field(default_factory=lambda: Grouping.parse("none"))
    labels: Path | None = None
    pages: PageChoice | None = None


@dataclass(frozen=True)
class ImportReport:
    """The result of an import; `tasks` describes the imported tasks as they are now."""

    layout: FolderLayout
    added: int
    known: int
    skipped: tuple[FileReason[Message], ...]
    duplicates: int  # Images added whose content another image of the project has, too.
    tasks: tuple[TaskFacts, ...]
    warnings: tuple[Message, ...]
    shared_roles: tuple[Fact, ...] = ()  # those of the warnings that hold for the project, not for the import
    splits: SplitFolders | None = None
    relocation: Relocation = field(default_factory=Relocation)
    table: TableCounts | None = None
    question: Message | None = None  # whether folders inside are individuals, where that was not given
    sidecars: int = 0  # files that are no images by their names, and tell of images
    frames: tuple[FileReason[Fact], ...] = ()  # imported, but black, white, of one tone or out of focus
    several_pages: tuple[TakenPage, ...] = ()  # files read now that have several pages or channels
    cut_off: Message | None = None  # why the rest is missing, where the folder went meanwhile; the first warning


def layout_of(name: str) -> FolderLayout | None:
    """Return the layout of that name, which may be its former one; None for `auto`, which is detected."""
    return None if name == "auto" else FolderLayout(_FORMER_LAYOUTS.get(name, name))


def roles_of(name: str, validation: float | None = None) -> RoleRequest:
    """Return how roles are given: `auto` divides classes, `folders` takes split folders, others are one role."""
    if name == "folders":
        return RoleRequest(validation=validation, by_folder=True)
    return RoleRequest(None if name == "auto" else Role(name), validation)


def grouping_of(text: str) -> Grouping:
    """Return how images are grouped by specimen: none, subfolder, prefix, or a pattern. Raises UserError."""
    return Grouping.parse(text)


def pages_chosen(page: str | None, channels: str | None) -> PageChoice | None:
    """Return the page and the channels that a person typed, None where nothing was. Raises UserError."""
    return choice_of(page, channels) or None
