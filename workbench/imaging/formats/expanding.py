"""Data expanded as they are asked for, so that not all of them need be in memory at once."""

from collections.abc import Iterator
from typing import Protocol

from workbench.imaging.stopping import stop_if_unwanted

_PIECE = 2**20


def pieces(packed: memoryview) -> Iterator[memoryview]:
    """Yield data in small pieces: what is left of one is copied each time that a part of it is expanded."""
    return (packed[start : start + _PIECE] for start in range(0, len(packed), _PIECE))


class Method(Protocol):
    """How data are expanded, as zlib does it."""

    @property
    def eof(self) -> bool:
        """Whether the packed data have come to their end."""
        ...

    @property
    def unconsumed_tail(self) -> bytes:
        """What was not expanded yet of the last piece."""
        ...

    def decompress(self, data: memoryview | bytes, max_length: int, /) -> bytes:
        """Expand a piece to at most so many bytes."""
        ...


class Expanding:
    """Packed data that come in pieces, of which some bytes after others are asked for; without `method`, as is."""

    def __init__(self, packed: Iterator[memoryview], method: Method | None = None) -> None:
        self._packed = packed
        self._method = method
        self._left: memoryview | bytes = b""

    def read(self, size: int) -> bytes:
        """Return the next bytes. Raises EOFError where the data end before them, zlib.error where they are damaged."""
        parts: list[memoryview | bytes] = []
        stop_if_unwanted()
        while size:
            packed = self._left or next(self._packed, b"")
            if not packed:
                raise EOFError
            part = self._expanded(packed, size)
            size -= len(part)
            parts.append(part)
        return b"".join(parts)

    def _expanded(self, packed: memoryview | bytes, most: int) -> memoryview | bytes:
        if self._method is None:
            self._left = packed[most:]
            return packed[:most]
        if self._method.eof:
            raise EOFError
        part = self._method.decompress(packed, most)
        self._left = self._method.unconsumed_tail
        return part
