"""The classes that a folder holds, before anything of them is in a project, so that roles can be planned."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from workbench.facts.file_reason import FileReason
from workbench.imaging.scan import FolderLayout, FoundFile
from workbench.imaging.split_folders import Split
from workbench.operations.progress import Reporter
from workbench.words import Message, marked, message, printable

_MOST_PAIRS = 3  # named one by one

ClassKey = tuple[Path, str]  # (task folder, what tells the names of its classes apart)


def name_key(name: str) -> str:
    """Return what two names have in common that differ only by case or by Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


@dataclass
class FoundClass:
    """A class: its name, its folders, which are several where split folders were joined, and what those are for."""

    name: str
    folders: dict[Path, Split | None] = field(default_factory=dict[Path, Split | None])

    @property
    def splits(self) -> set[Split | None]:
        """What its folders are for."""
        return set(self.folders.values())


@dataclass
class FoundClasses:
    """How many files a folder holds, and its classes, in the order in which they were found."""

    layout: FolderLayout
    files: int = 0
    task_folders: dict[Path, list[ClassKey]] = field(default_factory=dict[Path, list[ClassKey]])
    classes: dict[ClassKey, FoundClass] = field(default_factory=dict[ClassKey, FoundClass])
    look_alikes: tuple[tuple[str, ...], ...] = ()  # Names of files or folders beside each other, as they are written.

    def key_of(self, file: FoundFile) -> ClassKey | None:
        """Return which of the classes a file belongs to, None for one without a class."""
        if file.class_name is None:
            return None
        # Folders of one class in several split folders may differ by capitals; elsewhere these are two classes.
        joined = self.layout is FolderLayout.SPLITS
        return file.task_folder, name_key(file.class_name) if joined else file.class_name

    def add(self, file: FoundFile) -> None:
        """Add a file and the class that it belongs to."""
        self.files += 1
        keys = self.task_folders.setdefault(file.task_folder, [])
        key = self.key_of(file)
        if key is None or file.class_folder is None:
            return
        if key not in self.classes:
            self.classes[key] = FoundClass(file.class_name or "")
            keys.append(key)
        self.classes[key].folders[file.class_folder] = file.split

    def of_task(self, task_folder: Path) -> list[tuple[ClassKey, FoundClass]]:
        """Return the classes of a task."""
        return [(key, self.classes[key]) for key in self.task_folders[task_folder]]

    @property
    def split_folders(self) -> tuple[str, ...]:
        """The names of the split folders, none in another layout."""
        if self.layout is not FolderLayout.SPLITS:
            return ()
        splits = {folder.parent.name: split for one in self.classes.values() for folder, split in one.folders.items()}
        order = [*Split, None]
        return tuple(printable(name) for name in sorted(splits, key=lambda name: order.index(splits[name])))

    @property
    def in_several_splits(self) -> list[FoundClass]:
        """The classes that more than one split folder holds."""
        return [one for one in self.classes.values() if len({folder.parent for folder in one.folders}) > 1]


def find_classes(
    files: Iterable[FoundFile | FileReason[Message]], layout: FolderLayout, reporter: Reporter
) -> FoundClasses:
    """Go through the files of a folder once, to plan progress and roles. Raises Cancelled."""
    found, names = FoundClasses(layout), _Names()
    for file in files:
        if not isinstance(file, FoundFile):
            continue
        found.add(file)
        names.add(file.path)
        if found.files % 1000 == 0:
            reporter.report(None, message(marked("Scanning: {count} files"), count=found.files))
    for folder in {folder: None for one in found.classes.values() for folder in one.folders}:
        names.add(folder)
    found.look_alikes = tuple(tuple(sorted(same)) for same in names.look_alikes())
    return found


class _Names:
    """The names beside each other that differ only by case or Unicode form; most folders have none."""

    def __init__(self) -> None:
        self._folder = Path()
        self._first: dict[str, str] = {}
        self._alike: dict[tuple[Path, str], set[str]] = {}

    def add(self, path: Path) -> None:
        """Add a name; those of one folder come one after another."""
        if path.parent != self._folder:
            self._folder, self._first = path.parent, {}
        name = printable(path.name)
        key = name_key(name)
        first = self._first.setdefault(key, name)
        if first != name:
            self._alike.setdefault((path.parent, key), {first}).add(name)

    def look_alikes(self) -> list[set[str]]:
        """Return the names that look alike, together."""
        return list(self._alike.values())


def warn_of_look_alikes(found: FoundClasses) -> tuple[Message, ...]:
    """Say which names differ only by case or Unicode form: some systems take them for one."""
    merged = [one.name for one in found.classes.values() if len(one.folders) > 1]
    text = marked("Several folders are named {name}, in different Unicode forms; they were merged into one class.")
    said = [message(text, name=name) for name in merged if found.layout is not FolderLayout.SPLITS]
    if found.look_alikes:
        text = marked(
            "{count} names differ from another only by capitals or Unicode form, for example {first} and {second}: "
            "other systems take them for one name."
        )
        count = sum(len(names) - 1 for names in found.look_alikes)
        first, second, *_ = found.look_alikes[0]
        said.append(message(text, count=count, first=first, second=second))
    if apart := _nearly_one_class(found):
        text = marked(
            "{first} and {second} were imported as two classes, though their names differ only by capitals. If they "
            "are one class, give their folders one name and import them again."
        )
        said += [message(text, first=first, second=second) for first, second in apart[:_MOST_PAIRS]]
    return tuple(said)


def _nearly_one_class(found: FoundClasses) -> list[tuple[str, str]]:
    """Return the names of classes of one folder that differ only by capitals, each beside the first that it is like."""
    first_of: dict[ClassKey, str] = {}
    pairs: list[tuple[str, str]] = []
    for (task_folder, _), one in found.classes.items():
        first = first_of.setdefault((task_folder, name_key(one.name)), one.name)
        if first != one.name:
            pairs.append((first, one.name))
    return pairs
