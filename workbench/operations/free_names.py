"""Names for files and folders that every system takes, none of which any system takes for another."""

import os
import re
import unicodedata
from itertools import count

_DEVICE_OF_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NO_FILE_NAME = '<>:"/\\|?*'
_MOST_BYTES = 200  # Systems take 255, and a number may follow.


class FreeNames:
    """Gives names within one folder, each once, whatever case and Unicode form a disk tells apart."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def take(self, stem: str, suffix: str = "") -> str:
        """Return `stem` and `suffix`, with a number in between where that is taken."""
        if len(os.fsencode(suffix)) > _MOST_BYTES // 4:
            stem, suffix = stem + suffix, ""  # A dot somewhere in a long name begins no suffix.
        stem = _shortened(stem, _MOST_BYTES - len(os.fsencode(suffix)))
        names = (f"{stem}{suffix}" if number == 1 else f"{stem} ({number}){suffix}" for number in count(1))
        name = next(name for name in names if _key(name) not in self._used)
        self._used.add(_key(name))
        return name


def folder_stem(name: str) -> str:
    """Return a name without what some system does not take in the name of a folder."""
    plain = "".join("_" if letter in _NO_FILE_NAME or ord(letter) < 32 else letter for letter in name)
    plain = _shortened(plain.strip(". "), _MOST_BYTES).rstrip(". ") or "class"
    return f"{plain}_" if _DEVICE_OF_WINDOWS.fullmatch(plain) else plain


def _shortened(name: str, most_bytes: int) -> str:
    while len(os.fsencode(name)) > most_bytes:
        name = name[:-1]
    return name


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
