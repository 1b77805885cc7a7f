"""PNG files in bands of rows: those with 16 bits a channel, of which Pillow alone keeps eight, and very large ones."""

from math import ceil

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from workbench.imaging.formats.png_bands import (
    GREY,
    GREY_ALPHA,
    RGB,
    RGB_ALPHA,
    PngHeader,
    bands,
    chunks,
    deep_values,
    exif_of,
    header_of,
    is_animated,
)
from workbench.imaging.opened_image import OpenedImage
from workbench.imaging.sample_values import Samples, eight_bit
from workbench.imaging.shrinking import averaged, rows_in_band, step_of
from workbench.imaging.unreadable import refuse_too_many_pixels


def open_in_bands(data: bytes) -> OpenedImage | None:
    """Return the pixels of a PNG with 16 bits a channel, or with very many pixels, in 8 bits; None for other files."""
    header = header_of(data)
    if header is None:
        return None
    step = step_of(header.width, header.height)
    is_deep = header.bits == 16 and (header.kind in (RGB, GREY_ALPHA, RGB_ALPHA) or step > 1)
    if not is_deep and (step == 1 or header.interlaced or header.bits == 16 or is_animated(data)):
        return None
    refuse_too_many_pixels(header.width, header.height, len(data))
    image = _deep(data, header, step) if is_deep else _averaged(data, header, step)
    image.getexif().update(exif_of(data))
    image.format = "PNG"
    return OpenedImage(image, header.width, header.height)


def _averaged(data: bytes, header: PngHeader, step: int) -> Image.Image:
    smaller: Image.Image | None = None
    rows = rows_in_band(header.width, step)
    for number, band in enumerate(bands(data, header, rows)):
        part = averaged(band, step)
        if smaller is None:
            smaller = Image.new(part.mode, (part.width, ceil(header.height / step)))
        smaller.paste(part, (0, number * rows // step))
    if smaller is None:
        raise EOFError
    return smaller


def _deep(data: bytes, header: PngHeader, step: int) -> Image.Image:
    values = deep_values(data, header, step, rows_in_band(header.width, step))
    key = next((bytes(content) for kind, content, _ in chunks(data) if kind == b"tRNS"), b"")
    opaque: NDArray[np.bool_] | None = None
    if len(key) == 2 * values.shape[2] and header.kind in (GREY, RGB):
        opaque = (values != np.frombuffer(key, ">u2").astype(np.uint16)).any(2)
    return eight_bit(Samples(values, has_alpha=header.kind in (GREY_ALPHA, RGB_ALPHA), opaque=opaque))
