"""Which images of a pile lie close together, kept on disk for each encoder: to compare all with all takes long.

Everything in it can be made again, so damage is never an error: a file that cannot be read, or not be written, counts
as absent.
"""

import os
import uuid
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.folders import cache_folder

_MOST = 8  # graphs; a file takes about 120 bytes an image
_FORM = "1"  # of the files
_CONTENT = 32  # bytes
_DAMAGE = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True)
class StoredGraph:
    """The neighbours of n images by their contents, and what their vectors and directions rest on."""

    contents: NDArray[np.uint8]  # (n, 32) each once
    rows: NDArray[np.int32]  # (n, k)
    cosines: NDArray[np.float32]  # (n, k)
    mean: NDArray[np.float32]  # (d,)
    axes: NDArray[np.float32]  # (d, c)
    calibration: NDArray[np.float32]  # (b,)

    def is_whole(self) -> bool:
        """Say whether it is of one piece."""
        size = len(self.contents)
        return (
            self.contents.shape == (size, _CONTENT)
            and (self.contents.dtype, self.rows.dtype) == (np.uint8, np.int32)
            and all(part.dtype == np.float32 for part in (self.cosines, self.mean, self.axes, self.calibration))
            and (self.rows.ndim, self.mean.ndim, self.axes.ndim, self.calibration.ndim) == (2, 1, 2, 1)
            and self.rows.shape == self.cosines.shape
            and (len(self.rows), len(self.axes)) == (size, len(self.mean))
            and bool(((self.rows >= 0) & (self.rows < size)).all())
        )


def contents_of(hashes: Sequence[bytes]) -> NDArray[np.uint8]:  # (n, 32)
    """Return what images are told apart by: the hash of the content, of equal ones that of the second another."""
    times: dict[bytes, int] = {}
    told_apart: list[bytes] = []
    for content in hashes:
        times[content] = times.get(content, 0) + 1
        # A content of which a page was chosen has a longer key.
        again = times[content] > 1 or len(content) != _CONTENT
        told_apart.append(sha256(content + str(times[content]).encode()).digest() if again else content)
    return np.frombuffer(b"".join(told_apart), np.uint8).reshape(-1, _CONTENT)


def read_graph(encoder: str, contents: NDArray[np.uint8]) -> StoredGraph | None:
    """Return the stored graph of an encoder that shares the most images with the contents, if any shares some."""
    wanted = set(map(bytes, contents))
    best, most = None, 0
    for path in _folder().glob(f"{_prefix(encoder)}*.npz"):
        with suppress(*_DAMAGE), path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            shared = len(wanted.intersection(map(bytes, file["contents"])))
            if shared > most:
                best, most = path, shared
    if best is None:
        return None
    with suppress(*_DAMAGE), best.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
        graph = StoredGraph(**{name: file[name] for name in StoredGraph.__dataclass_fields__})
        if graph.is_whole():
            os.utime(best)
            return graph
    return None


def write_graph(encoder: str, graph: StoredGraph) -> None:
    """Store a graph; those used longest ago make room."""
    name = f"{_prefix(encoder)}{sha256(graph.contents.tobytes()).hexdigest()[:16]}.npz"
    unfinished = _folder() / f"{uuid.uuid4().hex}.unfinished"
    with suppress(OSError):
        try:
            _folder().mkdir(exist_ok=True)
            with unfinished.open("wb") as file:
                np.savez(file, **{part: getattr(graph, part) for part in StoredGraph.__dataclass_fields__})
            unfinished.replace(_folder() / name)
        finally:
            unfinished.unlink(missing_ok=True)
        by_use = sorted(_folder().glob("*.npz"), key=lambda path: path.stat().st_mtime_ns)
        for path in by_use[:-_MOST]:
            path.unlink(missing_ok=True)


def _prefix(encoder: str) -> str:
    return f"{sha256(f'{_FORM} {encoder}'.encode()).hexdigest()[:32]}-"


def _folder() -> Path:
    return cache_folder() / "graphs"
