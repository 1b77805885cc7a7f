"""Files written for the person: whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from workbench.errors import UserError
from workbench.store.disk_space import full_disk
from workbench.words import marked, message


def refuse_unwritable(path: Path) -> None:
    """Raise UserError, before long work, when no file could be written at `path`."""
    trial = _unfinished(path)
    try:
        trial.touch(exist_ok=False)
        trial.unlink()
    except OSError as error:
        raise _cannot_write(path, error) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under another name, then rename it. Raises UserError when that cannot be done."""
    unfinished = _unfinished(path)
    try:
        with open(unfinished, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise (full_disk(path, error, len(content)) or _cannot_write(path, error)) from error


def refuse_existing(path: Path) -> None:
    """Raise UserError when something is at `path` already, so that nothing of the person's is written over."""
    if path.exists() or path.is_symlink():
        raise UserError(message(marked("{path} already exists. Choose another name, or move it away."), path=str(path)))


def _unfinished(path: Path) -> Path:
    return path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")


def _cannot_write(path: Path, error: OSError) -> UserError:
    text = marked("{path} cannot be written: {reason}. Choose another place.")
    return UserError(message(text, path=str(path), reason=error.strerror or type(error).__name__))
