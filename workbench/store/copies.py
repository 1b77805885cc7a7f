"""A copy of a project under a name of its own."""

import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.errors import UserError
from workbench.store.connections import at_rest, connect, leaving_no_index
from workbench.store.disk_space import full_disk
from workbench.store.durable import publish_file
from workbench.store.failures import in_words
from workbench.store.file_identity import refuse_other_names
from workbench.words import marked, message, printable


def copy_project(path: Path, output: Path) -> None:
    """Copy a project that nobody writes to `output`, with everything saved in it, whole or not at all.

    Raises UserError when there is something at `output` or the disk does not take it.
    """
    refuse_other_names(output)
    output = output.absolute()
    unfinished = output.with_name(f"{output.name}.{secrets.token_hex(4)}.new")
    try:
        unfinished.touch(mode=0o600, exist_ok=False)
        try:
            _copy(path, unfinished)
            publish_file(unfinished, output)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        if full := full_disk(output, error, path.stat().st_size):
            raise full from error
        text = marked("{path} could not be created ({reason}). Check its folder and the free space on the disk.")
        reason = error.strerror or str(error)
        raise UserError(message(text, path=printable(output), reason=reason)) from error


def _copy(path: Path, target: Path) -> None:
    with (
        in_words(target, needed=path.stat().st_size),
        leaving_no_index(path),
        closing(connect(at_rest(path))) as source,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        source.backup(copy)
