"""Thumbnails, cached in a folder where making them again would take longer than reading them.

A cached copy is a JPEG file named by the key of its picture (the hash of its source's content, and which page of it
was chosen), its size and the version of the decoder.
Everything in the folder can be made again, so a damaged copy, a full disk or a folder that cannot be written is never
an error.
"""

import os
import secrets
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from workbench.imaging.decode import DECODER_VERSION, decode_full
from workbench.imaging.memory_budget import DECODING
from workbench.imaging.reading import read_picture
from workbench.imaging.unreadable import Unreadable

# Measured: 20 kB take a millisecond, a copy a quarter of one; below that nobody would see the difference.
WORTH_A_COPY = 20_000  # bytes of the source
_QUALITY = 90


def thumbnail(path: Path, key: bytes, longest: int, folder: Path) -> NDArray[np.uint8]:  # (height, width, 3)
    """Return an image at most `longest` pixels wide and high, from the copy cached in `folder` or from its file.

    Any number of threads and processes may share a folder. Raises Unreadable, also when the file's content is no
    longer that of the key; while there is a copy, the file is not read.
    """
    name = key.hex()
    copy = folder / name[:2] / f"{name}-{longest}-{DECODER_VERSION}.jpg"
    pixels = _read_copy(copy, longest)
    if pixels is not None:
        return pixels
    with DECODING.turn():
        data, choice = read_picture(path, key)
        pixels = decode_full(data, longest, choice)
    if len(data) >= WORTH_A_COPY:
        _write_copy(copy, pixels)
    return pixels


def full_image(path: Path, key: bytes, longest: int) -> NDArray[np.uint8]:  # (height, width, 3)
    """Return an image for a large view, never wider or higher than `longest`. Raises Unreadable, as `thumbnail`."""
    with DECODING.turn():
        data, choice = read_picture(path, key)
        return decode_full(data, longest, choice)


def as_png(pixels: NDArray[np.uint8]) -> bytes:
    """Return pixels (height, width, 3) as a PNG file."""
    written = BytesIO()
    Image.fromarray(pixels).save(written, "PNG")
    return written.getvalue()


def _read_copy(copy: Path, longest: int) -> NDArray[np.uint8] | None:
    try:
        return decode_full(copy.read_bytes(), longest)
    except (OSError, Unreadable):
        return None


def _write_copy(copy: Path, pixels: NDArray[np.uint8]) -> None:
    written = BytesIO()
    # Colours at full resolution: thin coloured lines are what small drawings are made of.
    Image.fromarray(pixels).save(written, "JPEG", quality=_QUALITY, subsampling=0)
    unfinished = copy.with_name(f".{secrets.token_hex(8)}.part")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(written.getvalue())
        unfinished.replace(copy)
    except OSError:
        with suppress(OSError):
            os.unlink(unfinished)
