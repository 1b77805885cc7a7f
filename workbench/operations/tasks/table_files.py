"""The files that a table gives classes to: its rows matched with a folder, and what has no partner counted."""

import os
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from workbench.facts.file_reason import FileReason
from workbench.imaging.full_path import full_path
from workbench.imaging.grouping import Grouping
from workbench.imaging.scan import SUFFIXES, FolderLayout, FoundFile, folder_name, scan
from workbench.operations.tasks.class_tables import TableEntry, read_class_table
from workbench.words import Message, marked, message, printable


@dataclass(frozen=True)
class TableCounts:
    """How the rows of a table and the files of a folder fit; of what does not, the first one is named."""

    table: Path
    rows: int
    without_file: int
    without_class: int
    files_without_row: int
    contradicted: int  # files to which the rows give several classes
    first_without_file: str = ""
    first_without_row: str = ""
    first_contradicted: str = ""


@dataclass(frozen=True)
class LabelledFiles:
    """The files that have a class by a table, what was passed over in the folder, and the counts."""

    files: tuple[FoundFile | FileReason[Message], ...]
    counts: TableCounts


def find_labelled(folder: Path, table: Path, grouping: Grouping, going_on: Callable[[], None]) -> LabelledFiles:
    """Match the rows of a table with the files of a folder.

    Paths in the table are relative to the folder or to the table, or absolute, or of another computer: then it is the
    end of the path that counts, where it is that of one file only. `going_on` is called after every few files, and may
    raise to end it. Raises UserError.
    """
    entries = read_class_table(table)
    scanned = list(scan(folder, FolderLayout.UNLABELLED, grouping, going_on))
    files = [file for file in scanned if isinstance(file, FoundFile) and file.path != full_path(table)]
    passed_over = [file for file in scanned if isinstance(file, FileReason)]
    index, classes = _Index(full_path(folder), [file.path for file in files]), defaultdict[Path, set[TableEntry]](set)
    lost: list[str] = []
    for entry in entries:
        path = index.find(entry.file, full_path(table).parent)
        if path is None:
            lost.append(entry.file)
        else:
            classes[path].add(entry)
    labelled: list[FoundFile | FileReason[Message]] = []
    several, bare = list[Path](), list[Path]()
    for file in files:
        rows = [entry for entry in classes.get(file.path, ()) if entry.class_name]
        if len({entry.class_name for entry in rows}) > 1:
            several.append(file.path)
        elif rows:
            labelled.append(_labelled(file, rows[0]))
        elif file.path not in classes and file.path.suffix.lower() in SUFFIXES:
            bare.append(file.path)
    counts = TableCounts(
        table,
        len(entries),
        len(lost),
        sum(not entry.class_name for entry in entries),
        len(bare),
        len(several),
        *(printable(paths[0]) if paths else "" for paths in (lost, bare, several)),
    )
    return LabelledFiles((*labelled, *passed_over), counts)


def words_of_table(counts: TableCounts) -> tuple[Message, ...]:
    """Say what has no partner."""
    said = (
        (
            counts.without_file,
            marked("{count} rows of the table name a file that is not in the folder, for example {first}."),
            counts.first_without_file,
        ),
        (
            counts.files_without_row,
            marked("{count} images of the folder are not in the table and were left out, for example {first}."),
            counts.first_without_row,
        ),
        (
            counts.contradicted,
            marked("{count} images have several classes in the table and were left out, for example {first}."),
            counts.first_contradicted,
        ),
        (counts.without_class, marked("{count} rows of the table have no class and were left out."), ""),
    )
    return tuple(message(text, count=count, first=first) for count, text, first in said if count)


def _labelled(file: FoundFile, entry: TableEntry) -> FoundFile:
    # A class of a table has no folder of its own: it gets the path that it would have, which tells it from others.
    safe = entry.class_name.replace("/", "_").replace("\0", "_")
    folder = file.task_folder / (safe if safe not in (".", "..") else "_")
    specimen = entry.individual or file.specimen
    return FoundFile(file.path, folder_name(file.task_folder), file.task_folder, entry.class_name, folder, specimen)


class _Index:
    """Finds the files of a folder by what a table says of their paths."""

    def __init__(self, folder: Path, paths: Iterable[Path]) -> None:
        self._folder = folder
        self._paths: dict[str, Path] = {}
        self._by_name = defaultdict[str, list[Path]](list)
        self._by_stem = defaultdict[str, list[Path]](list)
        for path in paths:
            self._paths[_key(path)] = path
            self._by_name[_key(path.name).casefold()].append(path)
            self._by_stem[_key(path.stem).casefold()].append(path)

    def find(self, written: str, beside: Path) -> Path | None:
        """Return the file meant, None where there is none or it could be several."""
        name = written.replace("\\", "/").removeprefix("file://")
        for place in (self._folder, beside):
            path = self._paths.get(_key(Path(name) if name.startswith("/") else place.joinpath(name)))
            if path is not None:
                return path
        parts = PurePosixPath(_key(name).casefold()).parts
        return self._by_end(parts) if parts else None

    def _by_end(self, parts: tuple[str, ...]) -> Path | None:
        """Return the one file whose path within the folder ends as what is written, or is the end of it."""
        candidates = self._by_name.get(parts[-1], [])
        if not candidates and not PurePosixPath(parts[-1]).suffix:
            # A number of an image without the suffix of its file.
            candidates = self._by_stem.get(parts[-1], []) if len(parts) == 1 else []
            return candidates[0] if len(candidates) == 1 else None
        common = {path: _common_end(parts, self._inside(path)) for path in candidates}
        longest = max(common.values(), default=0)
        best = [path for path, length in common.items() if length == longest]
        return best[0] if longest and len(best) == 1 else None

    def _inside(self, path: Path) -> tuple[str, ...]:
        return PurePosixPath(_key(path.relative_to(self._folder)).casefold()).parts


def _common_end(written: tuple[str, ...], inside: tuple[str, ...]) -> int:
    """Return how many parts two paths end with alike, 0 where neither is the end of the other."""
    length = min(len(written), len(inside))
    return length if written[-length:] == inside[-length:] else 0


def _key(path: PurePath | str) -> str:
    return unicodedata.normalize("NFC", printable(os.path.normpath(path)))
