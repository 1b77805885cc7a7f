"""The folders of the program itself: cache, backups, logs and settings.

Each is made if it is missing; where it cannot be, whoever writes there says so.
"""

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

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


def _ensured(name: str, usual: Path) -> Path:
    chosen = os.environ.get("WORKBENCH_DATA")
    folder = Path(chosen).expanduser() / name if chosen else usual
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
