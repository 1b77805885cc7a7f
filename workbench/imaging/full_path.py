"""The one path of a file or a folder, however a person wrote it."""

import os
from pathlib import Path


def full_path(path: Path) -> Path:
    """Return the absolute path without `.` and `..`; links are not followed.

    After a link to a folder, `..` means another folder than the one before it in the path: such a path stays as it is.
    """
    whole = path.absolute()
    if ".." not in whole.parts:
        return whole
    plain = Path(os.path.normpath(whole))
    try:
        return plain if plain.samefile(whole) else whole
    except (OSError, ValueError):
        # Of Path, `exists` raises where it may not look.
        return whole if os.path.exists(whole) else plain
