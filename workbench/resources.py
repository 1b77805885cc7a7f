"""Where the files that ship with the program lie: icons, translations."""

from pathlib import Path

_RESOURCES = Path(__file__).parents[1] / "resources"


def resource(name: str) -> Path:
    """Return the path of a file or folder that ships with the program, as `icons` or `translations/workbench_en.ts`."""
    return _RESOURCES / name
