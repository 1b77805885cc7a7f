"""What the start page says of a project without opening it: counts and a few pictures, kept beside the cache.

A project's file is opened by one program at a time and may have to be migrated, so nothing here reads more of it than
its first bytes. What is said was kept when the project was last open; without that, a card has a name and no more.
Imports nothing that takes long: the first page of the window shows it.
"""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.errors import UserError
from workbench.folders import cache_folder
from workbench.words import Message, marked

_FIRST_BYTES = b"SQLite format 3\x00"
_GONE = Message(marked("Moved, renamed or deleted"))
_NO_PROJECT = Message(marked("Damaged, or no project"))
_DAMAGED = Message(marked("Damaged when it was opened last"))
_UNREADABLE = Message(marked("Cannot be read now"))


@dataclass(frozen=True)
class SmallPicture:
    """A small picture of one image: the key of the image, and a PNG file."""

    key: bytes
    png: bytes


@dataclass(frozen=True)
class ProjectSummary:
    """What was in a project when it was last open: readable images, classes, and decided labels."""

    images: int
    classes: int
    labels: int
    pictures: tuple[SmallPicture, ...]


@dataclass(frozen=True)
class ProjectGlance:
    """What can be said of a project's file: what is wrong with it, if anything, and what was in it."""

    path: Path
    is_there: bool
    trouble: Message | None
    summary: ProjectSummary | None


def glance_at(path: Path) -> ProjectGlance:
    """Look at a project's file, which is neither locked nor changed; for any thread, as a disk may be slow."""
    kept = _read(path)
    summary = _summary_of(kept)
    try:
        is_there = path.is_file()
        trouble = _GONE if not is_there else _trouble_of(path)
    except OSError:
        is_there, trouble = True, _UNREADABLE
    if trouble is None and kept.get("damaged") is True:
        trouble = _DAMAGED
    return ProjectGlance(path, is_there, trouble, summary)


def remember_summary(path: Path, summary: ProjectSummary) -> None:
    """Keep what is in a project that is open; it can be made again, so a full disk is no error."""
    pictures = [[picture.key.hex(), base64.b64encode(picture.png).decode()] for picture in summary.pictures]
    counts = {"images": summary.images, "classes": summary.classes, "labels": summary.labels}
    _write(path, {**counts, "pictures": pictures})


def remember_damage(path: Path) -> None:
    """Remember that a project could not be opened because it is damaged, until it is open again."""
    _write(path, {**_read(path), "damaged": True})


def kept_summary(path: Path) -> ProjectSummary | None:
    """Return what was kept of a project, None where nothing was."""
    return _summary_of(_read(path))


def _trouble_of(path: Path) -> Message | None:
    with path.open("rb") as file:
        return None if file.read(len(_FIRST_BYTES)) == _FIRST_BYTES else _NO_PROJECT


def _file_of(path: Path) -> Path:
    key = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:32]
    return cache_folder() / "projects" / f"{key}.json"


def _read(path: Path) -> Mapping[str, Any]:
    with suppress(OSError, TypeError, ValueError, UserError):
        return dict(json.loads(_file_of(path).read_text(encoding="utf-8")))
    return {}


def _summary_of(kept: Mapping[str, Any]) -> ProjectSummary | None:
    with suppress(KeyError, TypeError, ValueError):
        pictures = tuple(SmallPicture(bytes.fromhex(key), base64.b64decode(png)) for key, png in kept["pictures"])
        return ProjectSummary(int(kept["images"]), int(kept["classes"]), int(kept["labels"]), pictures)
    return None


def _write(path: Path, kept: Mapping[str, Any]) -> None:
    with suppress(OSError, UserError):
        file = _file_of(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f".{secrets.token_hex(8)}.part")
        try:
            unfinished.write_text(json.dumps(kept), encoding="utf-8")
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
