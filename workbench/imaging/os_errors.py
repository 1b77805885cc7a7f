"""Why the operating system does not give a file or a folder, in words, and its name as it can be shown."""

import os
from pathlib import PurePath

from workbench.words import Message, marked, message

NO_FILE = message(marked("This is not a file that holds data, but a folder, a pipe, a socket or a device."))


def os_error_reason(error: OSError) -> Message:
    """Say in words why a file or a folder could not be read."""
    if isinstance(error, PermissionError):
        return message(marked("You have no permission to read it."))
    if isinstance(error, FileNotFoundError):
        return message(marked("It is not there, or is a link that leads nowhere."))
    return message(marked("The system cannot read it: {reason}."), reason=error.strerror or type(error).__name__)


def shown(path: PurePath | str) -> str:
    """Give a path or a name as text that can be printed and stored, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
