"""Why the operating system does not give a file or a folder, in words, and its name as it can be shown."""

from workbench.words import Message, marked, message

NO_FILE = message(marked("This is not a regular file, but a folder, a pipe, a socket or a device."))


def os_error_reason(error: OSError) -> Message:
    """Say in words why a file or a folder could not be read."""
    if isinstance(error, PermissionError):
        return message(marked("No permission to read it."))
    if isinstance(error, FileNotFoundError):
        return message(marked("It does not exist, or is a broken link."))
    return message(marked("The system cannot read it: {reason}."), reason=error.strerror or type(error).__name__)
