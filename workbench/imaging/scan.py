"""Which images a folder holds and which class each belongs to; only names are read, no file is opened."""

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count as count_from
from pathlib import Path
from typing import Literal

from workbench.errors import UserError
from workbench.facts import fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.full_path import full_path
from workbench.imaging.grouping import Grouping
from workbench.imaging.os_errors import NO_FILE, os_error_reason
from workbench.imaging.split_folders import Split, are_split_folders, split_of
from workbench.words import Message, marked, message, printable

SUFFIXES = frozenset(
    {
        ".png",
        ".apng",
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".mpo",
        ".webp",
        ".tif",
        ".tiff",
        ".btf",
        ".heic",
        ".heif",
        ".hif",
        ".avif",
        ".jp2",
        ".j2k",
        ".jpx",
        ".bmp",
        ".dib",
        ".gif",
        ".dcm",
        ".dicom",
    }
)
# What programs and cameras put beside images; nobody expects it to be one.
SIDECAR_SUFFIXES = frozenset(
    {
        ".json", ".xmp", ".txt", ".csv", ".tsv", ".tab", ".xml", ".yaml", ".yml", ".toml", ".ini", ".md", ".log",
        ".html", ".htm", ".aae", ".thm", ".pp3", ".dop", ".gpx", ".kml", ".geojson", ".xls", ".xlsx", ".ods", ".url",
    }
)  # fmt: skip
_ENTRIES_AT_ONCE = 100  # A file on a disk of the network may take a thousandth of a second.
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


class FolderLayout(StrEnum):
    """How a folder is arranged.

    Its sub-folders are classes; or tasks, each with classes of its own; or split folders (train, validation, test) that
    hold images of the same classes; or they mean nothing; or they are classes, and those inside them individuals.
    """

    CLASSES = "classes"
    TASKS = "tasks"
    SPLITS = "splits"
    UNLABELLED = "unlabelled"
    INDIVIDUALS = "individuals"


_DEPTHS = {FolderLayout.UNLABELLED: 0, FolderLayout.TASKS: 2, FolderLayout.SPLITS: 2}  # 1 for the others


@dataclass(frozen=True)
class FoundFile:
    """A file that may be an image, and where it belongs; `task` and `class_name` can be shown and stored.

    `split` is what the folder above its class is for, where that is a split folder.
    """

    path: Path
    task: str
    task_folder: Path
    class_name: str | None
    class_folder: Path | None
    specimen: str | None
    split: Split | None = None


@dataclass(frozen=True)
class Sidecar(FileReason[Message]):
    """A file beside images that is none by its name, and belongs to one or tells of them."""


@dataclass(frozen=True)
class _File:
    path: Path
    inside: tuple[str, ...]  # The folders between the scanned one and the file.


def detect_layout(folder: Path, going_on: Callable[[], None] = lambda: None) -> FolderLayout:
    """Detect how a folder is arranged by how deep most of its images lie; `classes` for one without images.

    Images are recognised by their suffix here; where no file has one of an image, every file counts. Individuals are
    never detected: only a person knows them from classes. `going_on` is called after every few files, and may raise to
    end it. Raises UserError when the folder is not there or cannot be read.
    """
    images: Counter[int] = Counter()
    others: Counter[int] = Counter()
    above_classes = set[str]()
    for file in _files(_checked(folder), going_on):
        if isinstance(file, _File):
            is_image = file.path.suffix.lower() in SUFFIXES
            counter = images if is_image else others
            counter[min(len(file.inside), 2)] += 1
            if is_image and len(file.inside) > 1:
                above_classes.add(file.inside[0])
    depths = images or others or Counter([1])
    deepest = max(depths, key=lambda depth: (depths[depth], depth))
    if deepest == 2 and are_split_folders(above_classes):
        return FolderLayout.SPLITS
    return (FolderLayout.UNLABELLED, FolderLayout.CLASSES, FolderLayout.TASKS)[deepest]


def scan(
    folder: Path, layout: FolderLayout, grouping: Grouping, going_on: Callable[[], None] = lambda: None
) -> Iterator[FoundFile | FileReason[Message]]:
    """Find the files of a folder one by one, always in the same order, each real folder once.

    Hidden files and those that systems leave in folders are left out. Whether a file is an image shows
    only when it is read. `going_on` is called after every few, and may raise to end it. Raises UserError at once when
    the folder is not there or cannot be read.
    """
    return _placed(_checked(folder), layout, grouping, going_on)


def _placed(
    root: Path, layout: FolderLayout, grouping: Grouping, going_on: Callable[[], None]
) -> Iterator[FoundFile | FileReason[Message]]:
    depth = _DEPTHS.get(layout, 1)
    inside, place = None, None
    for file in _files(root, going_on):
        if isinstance(file, FileReason):
            yield file
        elif file.path.suffix.lower() in SIDECAR_SUFFIXES:
            yield Sidecar(file.path, fact("file.sidecar"))
        elif len(file.inside) < depth:
            yield FileReason(file.path, message(marked("The file is not in a class folder.")))
        else:
            if place is None or file.inside[:depth] != inside:
                inside = file.inside[:depth]
                place = _place_of(root, inside, layout, depth)
            yield _described_file(file, place, layout, grouping, depth)


@dataclass(frozen=True)
class _Place:
    """What the files of one folder have in common; `holder` is the folder of their class, or of all."""

    holder: Path
    task_folder: Path
    task: str
    class_name: str | None
    split: Split | None


def _place_of(root: Path, inside: tuple[str, ...], layout: FolderLayout, depth: int) -> _Place:
    holder = root.joinpath(*inside[:depth])
    task_folder = holder.parent if layout is FolderLayout.TASKS else root
    split = split_of(inside[0]) if layout is FolderLayout.SPLITS else None
    return _Place(holder, task_folder, folder_name(task_folder), folder_name(holder) if depth else None, split)


def _described_file(file: _File, place: _Place, layout: FolderLayout, grouping: Grouping, depth: int) -> FoundFile:
    individual = file.inside[depth] if layout is FolderLayout.INDIVIDUALS and len(file.inside) > depth else None
    return FoundFile(
        path=file.path,
        task=place.task,
        task_folder=place.task_folder,
        class_name=place.class_name,
        class_folder=place.holder if depth else None,
        specimen=printable(individual) if individual else grouping.specimen(file.path.relative_to(place.holder)),
        split=place.split,
    )


def folder_name(folder: Path) -> str:
    """Return the name of a folder as a task or a class has it: composed (NFC), and such that it can be stored."""
    # A folder given as `..` or `/` has no name of its own.
    name = folder.name if folder.name not in ("", "..") else folder.resolve().name
    return unicodedata.normalize("NFC", printable(name)) or printable(folder)


def _checked(folder: Path) -> Path:
    folder = full_path(folder)
    try:
        with os.scandir(folder):
            return folder
    except (FileNotFoundError, NotADirectoryError) as error:
        text = marked("{folder} is not a folder. Choose a folder of images.")
        raise UserError(message(text, folder=printable(folder))) from error
    except (OSError, ValueError) as error:
        text = marked("The folder {folder} cannot be read. Check its permissions, or choose another.")
        raise UserError(message(text, folder=printable(folder))) from error


def _files(root: Path, going_on: Callable[[], None]) -> Iterator[_File | FileReason[Message]]:
    """Walk a folder depth first, without recursion: folders may be nested deeper than Python's stack."""
    on_entry = _every(_ENTRIES_AT_ONCE, going_on)
    visited: set[tuple[int, int]] = set()
    waiting: list[tuple[Path, tuple[str, ...]]] = [(root, ())]
    while waiting:
        folder, inside = waiting.pop()
        try:
            entries = _entries(folder, visited, on_entry)
        except OSError as error:
            yield FileReason(folder, os_error_reason(error))
            continue
        if entries is None:
            text = marked("This folder was already scanned, through a link.")
            yield FileReason(folder, message(text))
            continue
        folders: list[tuple[Path, tuple[str, ...]]] = []
        for entry in entries:
            on_entry()
            kind = _kind(entry)
            if isinstance(kind, Message):
                yield FileReason(folder / entry.name, kind)
            elif kind == "folder":
                folders.append((folder / entry.name, (*inside, entry.name)))
            else:
                yield _File(folder / entry.name, inside)
        waiting += reversed(folders)


def _every(count: int, function: Callable[[], None]) -> Callable[[], None]:
    """Return what calls a function the first time that it is called, and every so many times after it."""
    calls = count_from(0)

    def call() -> None:
        if next(calls) % count == 0:
            function()

    return call


def _entries(
    folder: Path, visited: set[tuple[int, int]], on_entry: Callable[[], None]
) -> list[os.DirEntry[str]] | None:
    """List a folder's visible entries, links last, so that a folder precedes links to it; None if already visited."""
    facts = folder.stat()
    identity = (facts.st_dev, facts.st_ino)
    if identity in visited:
        return None
    visited.add(identity)
    visible: list[os.DirEntry[str]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            on_entry()
            if not _is_hidden(entry.name):
                visible.append(entry)
    return sorted(visible, key=lambda entry: (entry.is_symlink(), entry.name))


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name.lower() in _SYSTEM_FILES


def _kind(entry: os.DirEntry[str]) -> Literal["folder", "file"] | Message:
    """Return "folder", "file" or the reason why it is neither; links are followed, nothing is opened."""
    try:
        facts = entry.stat()
    except OSError as error:
        return os_error_reason(error)
    if stat.S_ISDIR(facts.st_mode):
        return "folder"
    if not stat.S_ISREG(facts.st_mode):
        return NO_FILE
    if facts.st_size == 0:
        return fact("image.empty")
    return "file"
