"""PNG with 16 bits a channel in colour or with transparency, of which Pillow alone keeps the upper eight bits."""

import struct
import zlib
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from workbench.imaging.sample_values import Samples, eight_bit
from workbench.imaging.unreadable import refuse_too_many_pixels

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _GREY_ALPHA, _RGB_ALPHA = 2, 4, 6


def is_deep_png(data: bytes) -> bool:
    """Say whether a file is a PNG with 16 bits a channel in colour or with transparency."""
    return _header(data) in ((16, _RGB), (16, _GREY_ALPHA), (16, _RGB_ALPHA))


def open_deep_png(data: bytes) -> Image.Image:
    """Return its pixels in 8 bits."""
    kind = _header(data)[1]
    if kind == _GREY_ALPHA:
        # Two samples of two bytes are as long as four of one.
        image = _opened(_as_four_bytes(data))
        image.load()
        values = np.asarray(image).view(">u2").astype(np.uint16)
    else:
        high, low = _opened(data), _opened(data)
        mode = "RGB" if kind == _RGB else "RGBA"
        # Read as if the low byte came last, the "upper" bits are the lower.
        low.tile = [part._replace(args=f"{mode};16L") for part in low.tile]
        high.load()
        low.load()
        values = np.asarray(high).astype(np.uint16) << 8 | np.asarray(low)
        image = high
    colour_key = image.info.get("transparency")
    opaque: NDArray[np.bool_] | None = None
    if kind == _RGB and isinstance(colour_key, tuple):
        opaque = (values != np.array(colour_key, np.uint16)).any(2)
    shown = eight_bit(Samples(values, has_alpha=kind != _RGB, opaque=opaque))
    shown.getexif().update(image.getexif())
    shown.format = "PNG"
    return shown


def _header(data: bytes) -> tuple[int, int]:
    return (data[24], data[25]) if data.startswith(_SIGNATURE) and len(data) > 25 else (0, 0)


def _opened(data: bytes) -> PngImagePlugin.PngImageFile:
    image = PngImagePlugin.PngImageFile(BytesIO(data))
    refuse_too_many_pixels(image.width, image.height)
    return image


def _as_four_bytes(data: bytes) -> bytes:
    header = b"IHDR" + data[16:24] + bytes((8, _RGB_ALPHA)) + data[26:29]
    return data[:12] + header + struct.pack(">I", zlib.crc32(header)) + data[33:]
