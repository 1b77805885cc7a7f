"""Why the operating system cannot read a file or a folder, in words."""

from workbench.facts import Fact, fact

NO_FILE = fact("file.not_regular")


def os_error_reason(error: OSError) -> Fact:
    """Say in words why a file or a folder could not be read."""
    if isinstance(error, PermissionError):
        return fact("file.no_permission")
    if isinstance(error, FileNotFoundError):
        return fact("file.not_found")
    return fact("file.system_error", reason=error.strerror or type(error).__name__)
