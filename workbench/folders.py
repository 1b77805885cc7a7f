"""The folders of the program itself: cache, backups, logs, settings and what searches found out.

Each is made if it is missing; where it cannot be, whoever writes there says so. Where there is no place for any of
them, that is refused at once.
"""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

import platformdirs

from workbench.errors import UserError
from workbench.words import Message, marked, message, printable

_NAME = "metalearning-workbench"


def cache_folder() -> Path:
    """Return the folder for what can be made again: decoded images, features, thumbnails."""
    return _ensured("cache", platformdirs.user_cache_path(_NAME, appauthor=False))


def backups_folder() -> Path:
    """Return the folder for rotating backups of projects."""
    return _ensured("backups", platformdirs.user_data_path(_NAME, appauthor=False) / "backups")


def logs_folder() -> Path:
    """Return the folder for logs."""
    return _ensured("logs", platformdirs.user_log_path(_NAME, appauthor=False))


def settings_folder() -> Path:
    """Return the folder for the person's settings."""
    return _ensured("settings", platformdirs.user_config_path(_NAME, appauthor=False))


def free_example_folder(name: str) -> Path:
    """Return a folder that is not there yet: in the person's documents, or else where the program keeps its data."""
    chosen = os.environ.get("WORKBENCH_DATA")
    usual = [] if chosen else [platformdirs.user_documents_path()]
    home = next((folder for folder in usual if folder.is_dir() and os.access(folder, os.W_OK)), None)
    if home is None:
        home = backups_folder().parent / "examples"
    names = (name if number == 1 else f"{name} {number}" for number in count(1))
    return next(home / free for free in names if not (home / free).exists())


def searches_folder() -> Path:
    """Return the folder for what searches found out about searching."""
    return _ensured("searches", platformdirs.user_data_path(_NAME, appauthor=False) / "searches")


def _ensured(name: str, usual: Path) -> Path:
    chosen = os.environ.get("WORKBENCH_DATA")
    if chosen:
        folder = _made(Path(chosen)) / name
    else:
        folder = usual
        if not folder.is_absolute():
            # Without a home folder, `~` stays as it is, and would be made wherever the program was started.
            raise UserError(_unusable(folder, "there is no home folder"))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _made(chosen: Path) -> Path:
    try:
        folder = chosen.expanduser()
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(_unusable(chosen, reason)) from error
    return folder


def _unusable(folder: Path, reason: str) -> Message:
    text = marked(
        "The program cannot keep its own files in {folder} ({reason}). Set WORKBENCH_DATA to a folder that can be "
        "written."
    )
    return message(text, folder=printable(folder), reason=reason)
