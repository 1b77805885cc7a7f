"""Where the files that ship with the program lie: icons, translations, the guide."""

from pathlib import Path

# Inside the package where it is installed, else beside it in a checkout.
_HOMES = (Path(__file__).parent / "resources", Path(__file__).parents[1] / "resources")
_RESOURCES = next((home for home in _HOMES if home.is_dir()), _HOMES[-1])


def resource(name: str) -> Path:
    """Return the path of a file or folder that ships with the program, as `icons` or `translations/workbench_en.ts`."""
    return _RESOURCES / name
