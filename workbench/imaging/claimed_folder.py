"""A new folder to write a sample into: all of it, or nothing."""

import shutil
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from workbench.errors import UserError
from workbench.words import marked, message, printable


@contextmanager
def claimed_folder(folder: Path, parts: Sequence[str]) -> Generator[None]:
    """Create a folder, or take an empty one, for files and folders called `parts`; if the block fails, remove them.

    Raises UserError when the folder holds something, or it or a part cannot be written.
    """
    try:
        with _restored(folder, parts):
            yield
    except OSError as error:
        text = marked("The sample cannot be written to {folder}: {reason}. Choose another place or free some space.")
        reason = error.strerror or str(error)
        raise UserError(message(text, folder=printable(folder), reason=reason)) from error


@contextmanager
def _restored(folder: Path, parts: Sequence[str]) -> Generator[None]:
    was_there = folder.exists()
    if was_there and (not folder.is_dir() or any(folder.iterdir())):
        text = marked("{folder} is not an empty folder. Choose an empty or new folder.")
        raise UserError(message(text, folder=printable(folder)))
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as undo:
        undo.callback(_emptied, folder, parts, was_there)
        yield
        undo.pop_all()


def _emptied(folder: Path, parts: Sequence[str], stays: bool) -> None:
    for part in parts:
        if (folder / part).is_dir():
            shutil.rmtree(folder / part, ignore_errors=True)
        else:
            (folder / part).unlink(missing_ok=True)
    if not stays:
        folder.rmdir()
