"""The folders of the program itself: cache, backups, logs and settings."""

import os
from pathlib import Path

import platformdirs

from workbench.errors import UserError
from workbench.words import Message, marked, message, printable

_NAME = "metalearning-workbench"


def cache_folder() -> Path:
    """Return the folder, made if missing, for what can be made again: decoded images, features, thumbnails."""
    return _ensured("cache", platformdirs.user_cache_path(_NAME, appauthor=False))


def backups_folder() -> Path:
    """Return the folder, made if missing, for rotating backups of projects."""
    return _ensured("backups", platformdirs.user_data_path(_NAME, appauthor=False) / "backups")


def logs_folder() -> Path:
    """Return the folder, made if missing, for logs."""
    return _ensured("logs", platformdirs.user_log_path(_NAME, appauthor=False))


def settings_folder() -> Path:
    """Return the folder, made if missing, for the person's settings."""
    return _ensured("settings", platformdirs.user_config_path(_NAME, appauthor=False))


def _ensured(name: str, usual: Path) -> Path:
    chosen = os.environ.get("WORKBENCH_DATA")
    try:
        folder = Path(chosen).expanduser() / name if chosen else usual
        if not chosen and not folder.is_absolute():
            # Without a home folder, `~` stays as it is, and would be made wherever the program was started.
            raise UserError(_unusable(folder, "there is no home folder"))
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(_unusable(Path(chosen or usual), reason)) from error
    return folder


def _unusable(folder: Path, reason: str) -> Message:
    text = marked(
        "The program cannot keep its own files in {folder} ({reason}). Set WORKBENCH_DATA to a folder that can be "
        "written."
    )
    return message(text, folder=printable(folder), reason=reason)
