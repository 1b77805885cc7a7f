"""Whether a file is a project, judged by its first hundred bytes."""

import struct
from pathlib import Path

from workbench.errors import UserError
from workbench.words import Message, marked, message, printable

SUFFIX = ".mlwb"
APPLICATION_ID = 0x4D4C5742  # "MLWB"
SCHEMA = 7

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100


def refuse_no_file(path: Path) -> None:
    """Raise UserError unless there is a file at `path`; a pipe or a device is never opened."""
    if not path.exists():
        raise UserError(message(marked("There is no file {path}. Check its name."), path=printable(path)))
    if not path.is_file():
        raise UserError(message(marked("{path} is not a file. Choose a project file."), path=printable(path)))


def refuse_other_names(path: Path) -> None:
    """Raise UserError unless the name ends as a project's does.

    Files of other names are not even opened: a lock beside one may be another program's.
    """
    if path.suffix.lower() != SUFFIX:
        text = marked("{path} is not a project file name. Choose a name that ends in {suffix}.")
        raise UserError(message(text, path=printable(path), suffix=SUFFIX))


def read_header(path: Path) -> bytes:
    """Return the first hundred bytes, or all of a shorter file; raises UserError when it cannot be read.

    Never call it while this process has the project open: closing any handle of a file drops the locks that
    SQLite holds on it.
    """
    try:
        with path.open("rb") as file:
            return file.read(HEADER_BYTES)
    except OSError as error:
        text = marked("{path} cannot be read ({reason}). Check its permissions.")
        raise UserError(message(text, path=printable(path), reason=error.strerror or str(error))) from error


def header_damage(path: Path, header: bytes) -> Message | None:
    """Return what is wrong with a header that no whole project has; None when it is a database's."""
    if not header:
        return message(marked("{path} is empty."), path=printable(path))
    if not header.startswith(MAGIC) or len(header) < HEADER_BYTES:
        return message(marked("{path} does not have the header of a project file."), path=printable(path))
    return None


def header_refusal(path: Path, header: bytes) -> Message | None:
    """Return why a sound database is not ours to open; None when it is."""
    (schema,) = struct.unpack_from(">i", header, 60)
    (application,) = struct.unpack_from(">i", header, 68)
    return identity_refusal(path, application, schema)


def foreign_refusal(path: Path, names: str) -> Message:
    """Return why a project in which somebody else put tables, views or triggers is not opened."""
    text = marked(
        "{path} contains what this program never makes: {names}. Another program put that there, and it could do harm, "
        "so none of it was run. The file was left as it is. Open a backup of it, or remove these parts."
    )
    return message(text, path=printable(path), names=names)


def identity_refusal(path: Path, application: int, schema: int) -> Message | None:
    """Return why a database with these two numbers is not ours to open; None when it is."""
    if application != APPLICATION_ID:
        text = marked("{path} is the database of another program, not a project. It was left as it is.")
        return message(text, path=printable(path))
    if schema > SCHEMA:
        text = marked(
            "{path} was made by a newer version of the program and was left as it is. Update the program to open it."
        )
        return message(text, path=printable(path))
    return None
