"""Files that the program left beside a project, or among its backups, when it was interrupted."""

import re
from pathlib import Path

from workbench.folders import backups_folder
from workbench.store.backups import unfinished_backups
from workbench.words import Message, marked, message, printable

_RANDOM = r"\.[0-9a-f]{8}"
_EXPORT = re.compile(r"\..+\.[0-9a-z_]{8}\.part")  # A file or, where images are copied, a folder.
_REPAIR = re.compile(rf"\..+{_RANDOM}\.repair")


def strays_of(path: Path) -> list[Message]:
    """List what was left beside the project at `path`, and whose it is; files of other programs are not among it."""
    new_project = re.compile(rf"{re.escape(path.name)}{_RANDOM}\.new")
    kinds = (
        (new_project, marked("{path} is what is left of creating {name}, which was interrupted. It can be deleted.")),
        (_EXPORT, marked("{path} is what is left of writing a file, which was interrupted. It can be deleted.")),
        (_REPAIR, marked("{path} is what is left of repairing a project, which was interrupted. It can be deleted.")),
    )
    folder = path.absolute().parent
    strays = [
        message(text, path=printable(file), name=printable(path))
        for file in sorted(folder.iterdir())
        for kind, text in kinds
        if kind.fullmatch(file.name)
    ]
    text = marked("{path} is what is left of a backup of {name}, which was interrupted. It can be deleted.")
    return strays + [
        message(text, path=printable(file), name=printable(path)) for file in unfinished_backups(path, backups_folder())
    ]
