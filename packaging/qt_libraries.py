"""Check, after a new Qt, that workbench.system_libraries names all that Qt asks of Linux; needs readelf."""

import re
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from workbench.system_libraries import QT, WAYLAND, X11  # noqa: E402 - found only once the folder is on the path

FOLDER = Path(PySide6.__file__).parent
BINDINGS = ["QtCore.abi3.so", "QtGui.abi3.so", "QtWidgets.abi3.so", "libpyside6.*"]
PARTS = {
    "Qt": [*BINDINGS, *(f"Qt/lib/libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "DBus"))],
    "offscreen": ["Qt/plugins/platforms/libqoffscreen.so"],
    "X11": ["Qt/plugins/platforms/libqxcb.so", "Qt/lib/libQt6XcbQpa.so.6", "Qt/plugins/xcbglintegrations/*"],
    "Wayland": [
        "Qt/plugins/platforms/libqwayland.so",
        "Qt/lib/libQt6WaylandClient.so.6",
        "Qt/plugins/wayland-graphics-integration-client/*",
        "Qt/plugins/wayland-shell-integration/*",
    ],
}
NAMED = {"Qt": QT, "offscreen": QT, "X11": QT | X11, "Wayland": QT | WAYLAND}
# Python itself and Qt's own wheel bring these.
BROUGHT = re.compile(r"lib(Qt6|pyside6|shiboken6|icu).*|(libc|libm|libgcc_s|libstdc\+\+|ld-linux.*)\.so\.\d+")


def asked_for(patterns: list[str]) -> set[str]:
    """Read from the files that match `patterns` the libraries they ask the system for."""
    files = [str(file) for pattern in patterns for file in FOLDER.glob(pattern)]
    listing = subprocess.run(["readelf", "-d", *files], capture_output=True, text=True, check=True).stdout  # noqa: S607
    libraries = re.findall(r"\(NEEDED\).*\[(.+)\]", listing)
    return {library for library in libraries if not BROUGHT.fullmatch(library)}


def main() -> int:
    """Name what is asked for and not known, and what is known and no longer asked for; exit 1 for either."""
    asked = {part: asked_for(patterns) for part, patterns in PARTS.items()}
    unknown = {library for part, libraries in asked.items() for library in libraries - NAMED[part].keys()}
    stale = (QT | X11 | WAYLAND).keys() - set().union(*asked.values())
    for what, libraries in {"add": unknown, "take out": stale}.items():
        for library in sorted(libraries):
            sys.stdout.write(f"workbench/system_libraries.py: {what} {library}\n")
    return 1 if unknown or stale else 0


if __name__ == "__main__":
    sys.exit(main())
