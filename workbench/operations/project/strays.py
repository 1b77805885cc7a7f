"""Files that the program left beside a project, or among its backups, when it was interrupted."""

import re
from pathlib import Path

from workbench.folders import backups_folder
from workbench.store.backups import unfinished_backups
from workbench.store.file_identity import SUFFIX
from workbench.store.unclaimed_logs import logs_without_file
from workbench.words import Message, marked, message, printable

_RANDOM = r"\.[0-9a-f]{8}"
_EXPORT = re.compile(rf"\..+{_RANDOM}\.part")
_FOLDERS = re.compile(rf"\..+{_RANDOM}\.export")
_NEW = re.compile(rf".+{re.escape(SUFFIX)}{_RANDOM}\.new")
_COMPACT = re.compile(rf"\..+{_RANDOM}\.compact")
_REPAIR = re.compile(rf"\..+{_RANDOM}\.repair")


def strays_of(path: Path) -> list[Message]:
    """List what was left beside the project at `path`, and whose it is; files of other programs are not among it."""
    kinds = (
        (_NEW, marked("{path} is what is left of creating a project, which was interrupted. It can be deleted.")),
        (_EXPORT, marked("{path} is what is left of writing a file, which was interrupted. It can be deleted.")),
        (_FOLDERS, marked("{path} is what is left of an export, which was interrupted. It can be deleted.")),
        (
            _COMPACT,
            marked("{path} is what is left of making a project smaller, which was interrupted. It can be deleted."),
        ),
        (_REPAIR, marked("{path} is what is left of repairing a project, which was interrupted. It can be deleted.")),
    )
    folder = path.absolute().parent
    strays = [
        message(text, path=printable(file))
        for file in sorted(folder.iterdir())
        for kind, text in kinds
        if kind.fullmatch(file.name)
    ]
    text = marked(
        "{path} has changes of a project that was renamed, moved or deleted while it was open. Delete it only where "
        "that project is whole without it."
    )
    strays += [message(text, path=printable(log)) for log in logs_without_file(folder)]
    text = marked("{path} is what is left of a backup of {name}, which was interrupted. It can be deleted.")
    return strays + [
        message(text, path=printable(file), name=printable(path)) for file in unfinished_backups(path, backups_folder())
    ]
