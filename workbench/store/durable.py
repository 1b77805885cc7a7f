"""Writing new files whole or not at all, even across a power cut."""

import os
import secrets
from pathlib import Path

from workbench.errors import UserError
from workbench.store.disk_space import full_disk
from workbench.words import marked, message, printable


def publish(content: bytes, path: Path) -> None:
    """Write a new file at `path`, whole or not at all, never in the place of another.

    Raises UserError when there is one already or the disk does not take it.
    """
    # A name that nobody has: what it names is ours to delete.
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    made = False
    try:
        with open(unfinished, "xb") as file:
            made = True
            file.write(content)
        publish_file(unfinished, path)
    except OSError as error:
        raise (full_disk(path, error, len(content)) or _not_created(path, error)) from error
    finally:
        if made:
            unfinished.unlink(missing_ok=True)


def publish_file(unfinished: Path, path: Path) -> None:
    """Give a finished file, in the same folder or one inside it, the name `path`, never in the place of another.

    Raises UserError when there is one already or the disk does not take it.
    """
    try:
        sync(unfinished)
        _rename_to_free_name(unfinished, path)
        sync(path.parent)
    except FileExistsError as error:
        text = marked("{path} already exists and was left as it is. Choose another name.")
        raise UserError(message(text, path=printable(path))) from error
    except OSError as error:
        raise (full_disk(path, error, unfinished.stat().st_size) or _not_created(path, error)) from error


def sync(path: Path) -> None:
    """Flush a file, or a folder's list of files, to the disk; raises OSError when it cannot."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _rename_to_free_name(unfinished: Path, path: Path) -> None:
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:
        # No hard links on this disk, so the name is claimed first, which fails where it is taken.
        path.touch(exist_ok=False)
        unfinished.replace(path)


def _not_created(path: Path, error: OSError) -> UserError:
    text = marked("{path} could not be created ({reason}). Check its folder and the free space on the disk.")
    return UserError(message(text, path=printable(path), reason=error.strerror or str(error)))
