"""Which system libraries the window needs on Linux, and the one line that installs the missing ones."""

import ctypes
import os
import sys
from collections.abc import Mapping

from workbench.errors import UserError
from workbench.words import marked, message

# Name of the library: Debian's and Ubuntu's package. packaging/qt_libraries.py compares it with what Qt asks for.
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def missing(needed: Mapping[str, str]) -> dict[str, str]:
    """Keep of `needed` (library: package) what cannot be loaded on this machine."""
    return {library: package for library, package in needed.items() if not _loads(library)}


def missing_for_window(environment: Mapping[str, str]) -> dict[str, str]:
    """Find what Qt would miss (library: package) for the display that `environment` names; nothing off Linux."""
    if not sys.platform.startswith("linux"):
        return {}
    for_display = [missing(needed) for needed in _displays(environment)]
    # Qt takes whichever display works, so the one that lacks least decides.
    return missing(QT) | min(for_display, key=len)


def refuse_when_missing(lacking: Mapping[str, str]) -> None:
    """Raise UserError, naming the one line that cures it, unless `lacking` (library: package) is empty."""
    if lacking:
        text = marked("The window needs system libraries that are not installed. Install them with: {command}")
        raise UserError(message(text, command=f"{_as_root()}apt-get install {_packages(lacking)}"))


def print_missing(arguments: list[str]) -> int:
    """Say on standard error what to install (exit 2); with `--packages` only print the packages' names."""
    lacking = missing_for_window(os.environ)
    if arguments == ["--packages"]:
        sys.stdout.write(_packages(lacking) + "\n")
        return 0
    try:
        refuse_when_missing(lacking)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _displays(environment: Mapping[str, str]) -> list[dict[str, str]]:
    chosen = environment.get("QT_QPA_PLATFORM")
    if chosen:
        return [_of_platform(name) for name in chosen.split(";")]
    displays = [(X11, "DISPLAY"), (WAYLAND, "WAYLAND_DISPLAY")]
    return [needed for needed, variable in displays if environment.get(variable)] or [{}]


def _of_platform(name: str) -> dict[str, str]:
    if name.startswith("wayland"):
        return WAYLAND
    return X11 if name.startswith("xcb") else {}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _as_root() -> str:
    return "" if os.geteuid() == 0 else "sudo "


def _packages(lacking: Mapping[str, str]) -> str:
    return " ".join(sorted(set(lacking.values())))


if __name__ == "__main__":
    sys.exit(print_missing(sys.argv[1:]))
