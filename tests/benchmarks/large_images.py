"""How much memory and time images of very many pixels take, each decoded in a process of its own.

`python -m tests.benchmarks.large_images [MEGAPIXELS] [KIND...]` prints a line for each kind of file.
"""

import multiprocessing
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from workbench.imaging.decode import decode, decode_full
from workbench.imaging.reading import read_bytes, read_file

_BAND = 500  # rows
_PNG_KINDS = {(8, 1): 0, (8, 3): 2, (8, 4): 6, (16, 1): 0, (16, 2): 4, (16, 3): 2, (16, 4): 6}


@dataclass(frozen=True)
class Cost:
    """What it took to read a file, for import and for the model, and how far memory rose above the program's own."""

    file: int  # MB
    megabytes: int
    seconds: float
    result: str


def noise(rows: int, width: int, channels: int, dtype: Any) -> NDArray[Any]:
    """Return a band of a picture that can be compressed by half: a slope with some noise on it."""
    slope = np.linspace(0, 200, width)[None, :, None]
    noisy = slope + np.random.default_rng(rows).integers(0, 50, (rows, width, channels))
    return (noisy * (257 if np.dtype(dtype).itemsize > 1 else 1)).astype(dtype)


def write_png(path: Path, side: int, channels: int, bits: int) -> None:
    """Write a PNG in bands of rows, each row the difference from the one on its left."""
    dtype = ">u2" if bits == 16 else "u1"
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        _write_chunk(file, b"IHDR", struct.pack(">IIBBBBB", side, side, bits, _PNG_KINDS[bits, channels], 0, 0, 0))
        packer = zlib.compressobj(1)
        band = noise(_BAND, side, channels, dtype).view(np.uint8).reshape(_BAND, -1)
        rows = np.concatenate([np.zeros((_BAND, 1), np.uint8), band], axis=1)
        for top in range(0, side, _BAND):
            _write_chunk(file, b"IDAT", packer.compress(rows[: side - top].tobytes()))
        _write_chunk(file, b"IDAT", packer.flush())
        _write_chunk(file, b"IEND", b"")


def write_tiff(path: Path, side: int, channels: int, dtype: str, compression: str | None = None) -> None:
    """Write a TIFF in strips."""
    band = noise(_BAND, side, channels, dtype).squeeze()
    whole = np.concatenate([band[: side - top] for top in range(0, side, _BAND)])
    photometric = "rgb" if channels == 3 else "minisblack"
    tifffile.imwrite(path, whole, photometric=photometric, rowsperstrip=_BAND, compression=compression)


def write_by_pillow(path: Path, side: int, mode: str, format: str, **options: Any) -> None:
    """Write an image as Pillow does."""
    tile = Image.fromarray(noise(_BAND, _BAND, 3, "u1")).convert(mode)
    image = Image.new(mode, (side, side))
    if tile.palette:
        image.putpalette(tile.palette)
    for left in range(0, side, _BAND):
        for top in range(0, side, _BAND):
            image.paste(tile, (left, top))
    image.save(path, format, **options)


KINDS: dict[str, Callable[[Path, int], None]] = {
    "PNG, 16 bits, colour": partial(write_png, channels=3, bits=16),
    "PNG, 16 bits, colour and opacity": partial(write_png, channels=4, bits=16),
    "PNG, 16 bits, grey": partial(write_png, channels=1, bits=16),
    "PNG, 8 bits, colour": partial(write_png, channels=3, bits=8),
    "PNG, 8 bits, colour and opacity": partial(write_png, channels=4, bits=8),
    "PNG, palette": partial(write_by_pillow, mode="P", format="PNG", compress_level=1),
    "TIFF, 16 bits, grey": partial(write_tiff, channels=1, dtype="uint16"),
    "TIFF, 16 bits, colour, deflated": partial(write_tiff, channels=3, dtype="uint16", compression="zlib"),
    "TIFF, float, grey": partial(write_tiff, channels=1, dtype="float32"),
    "TIFF, double, grey, deflated": partial(write_tiff, channels=1, dtype="float64", compression="zlib"),
    "TIFF, 8 bits, colour": partial(write_tiff, channels=3, dtype="uint8"),
    "JPEG": partial(write_by_pillow, mode="RGB", format="JPEG"),
    "JPEG, progressive": partial(write_by_pillow, mode="RGB", format="JPEG", progressive=True),
    "BMP": partial(write_by_pillow, mode="RGB", format="BMP"),
}


def cost_of(path: Path) -> Cost:
    """Read a file as the import does, and decode it for a model and for display, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as child:
        return child.apply(_read, (path,))


def _read(path: Path) -> Cost:
    tiny = path.with_name("tiny.png")
    Image.new("RGB", (9, 9)).save(tiny)
    read_file(tiny)
    before, started = _peak(), time.perf_counter()
    read = read_file(path)
    result = str(read.reason or "decoded")
    if read.reason is None:
        decode(read_bytes(path), 84, 3)
        decode_full(read_bytes(path), 512)
    seconds = time.perf_counter() - started
    return Cost(path.stat().st_size // 2**20, _peak() - before, round(seconds, 1), result)


def _peak() -> int:
    """Return the most memory of this program; what Linux counts as used by a process began in its parent."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def _write_chunk(file: BinaryIO, kind: bytes, content: bytes) -> None:
    file.write(struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)))


if __name__ == "__main__":
    megapixels, chosen = int((*sys.argv[1:], "100")[0]), sys.argv[2:] or list(KINDS)
    with tempfile.TemporaryDirectory() as home:
        for kind in chosen:
            made = Path(home, "large")
            KINDS[kind](made, int((megapixels * 1_000_000) ** 0.5))
            cost = cost_of(made)
            sys.stdout.write(
                f"{kind:34} {cost.file:6} MB file  +{cost.megabytes:5} MB  {cost.seconds:5} s  {cost.result}\n"
            )
            sys.stdout.flush()
