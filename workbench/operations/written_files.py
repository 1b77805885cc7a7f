"""Files written for the person: whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from workbench.errors import UserError
from workbench.words import marked, message


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under another name and then give it its own. Raises UserError when that cannot be done."""
    unfinished = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with open(unfinished, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        text = marked("{path} cannot be written: {reason}. Choose another place.")
        raise UserError(message(text, path=str(path), reason=error.strerror or type(error).__name__)) from error


def refuse_existing(path: Path) -> None:
    """Raise UserError when something is at `path` already, so that nothing of the person's is written over."""
    if path.exists() or path.is_symlink():
        raise UserError(message(marked("{path} exists already. Give another name, or move it away."), path=str(path)))
