"""Where the program keeps what it keeps for itself: cache, backups, logs and settings."""

import os
from pathlib import Path

import platformdirs

_NAME = "metalearning-workbench"


def cache_folder() -> Path:
    """Return the folder, made if missing, for what can be made again: decoded images, features, thumbnails."""
    return _made("cache", platformdirs.user_cache_path(_NAME, appauthor=False))


def backups_folder() -> Path:
    """Return the folder, made if missing, for rotating backups of projects."""
    return _made("backups", platformdirs.user_data_path(_NAME, appauthor=False) / "backups")


def logs_folder() -> Path:
    """Return the folder, made if missing, for logs."""
    return _made("logs", platformdirs.user_log_path(_NAME, appauthor=False))


def settings_folder() -> Path:
    """Return the folder, made if missing, for the person's settings."""
    return _made("settings", platformdirs.user_config_path(_NAME, appauthor=False))


def _made(name: str, usual: Path) -> Path:
    chosen = os.environ.get("WORKBENCH_DATA")
    folder = Path(chosen).expanduser() / name if chosen else usual
    folder.mkdir(parents=True, exist_ok=True)
    return folder
