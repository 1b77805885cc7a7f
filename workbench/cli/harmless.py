"""Text that may be printed: without control characters, in the encoding of the terminal."""

import sys
import unicodedata
from typing import TextIO

# Marks of writing direction, which could make a name look like another one.
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def complain(text: str) -> None:
    """Print one sentence on standard error, if there is one."""
    if sys.stderr is None:  # A script may have closed it.
        return
    sys.stderr.write(in_encoding_of(sys.stderr, " ".join(text.split("\n"))) + "\n")


def harmless(text: str) -> str:
    """Return a text whose control characters are written out: a file's name must not move the cursor or hide a line."""
    return "".join(_written_out(letter) if _is_control(letter) else letter for letter in text)


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp") or letter in _DIRECTIONS


def _written_out(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def in_encoding_of(stream: TextIO, text: str) -> str:
    """Return a text without control characters, in which ? stands for what the stream's encoding does not have."""
    encoding = stream.encoding or "utf-8"
    return harmless(text).encode(encoding, errors="replace").decode(encoding)
