"""A folder that can no longer be read while it is imported, as when a disk was unplugged."""

import os
from pathlib import Path

from workbench.facts import Fact
from workbench.imaging.full_path import full_path
from workbench.words import Message, marked, message, printable

_GONE = ("file.not_found", "file.system_error")


class FolderGone(Exception):
    """The folder that is imported is no longer there."""


def raise_if_gone(folder: Path, reason: Message | None) -> None:
    """Raise FolderGone where a file could not be read because nothing in its folder can."""
    if is_of_gone(reason) and not holds_anything(folder):
        raise FolderGone


def words_of_gone(folder: Path, done: int, total: int) -> Message:
    """Say that the folder went, how many of its images were imported, and what to do."""
    text = marked(
        "The folder {folder} can no longer be read: {done} of {total} images were imported. Once it is there again, "
        "import it again to add the rest."
    )
    return message(text, folder=printable(folder), done=done, total=total)


def is_of_gone(reason: Message | None) -> bool:
    """Say whether something could not be read because it is not there, or its disk is not."""
    return isinstance(reason, Fact) and reason.code in _GONE


def holds_anything(folder: Path) -> bool:
    """Say whether there is anything in a folder; where a disk was, an empty one may be left."""
    try:
        with os.scandir(full_path(folder)) as entries:
            return next(entries, None) is not None
    except OSError:
        return False
