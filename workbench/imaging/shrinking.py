"""Images of very many pixels made smaller before anything else is done to them, in bands of rows.

Nobody sees or learns from so many pixels, and each of them would take up to twenty bytes on its way.
"""

from math import ceil, sqrt

import numpy as np
from PIL import Image

LARGEST_WHOLE = 25_000_000  # pixels
_BAND = 1_000_000  # pixels


def step_of(width: int, height: int) -> int:
    """Return how many pixels, across and down, become one: 1 for all but very large images."""
    return max(1, ceil(sqrt(width * height / LARGEST_WHOLE)))


def rows_in_band(width: int, step: int) -> int:
    """Return how many rows are worked on at once, a multiple of `step`."""
    return max(1, _BAND // max(1, width * step)) * step


def shrunk(image: Image.Image) -> Image.Image:
    """Return a loaded image itself, or with one pixel for several: their mean, or one of them where bits are deep."""
    step = step_of(image.width, image.height)
    if step == 1:
        return image
    if image.mode[0] in "IF":
        return every_pixel_of(image, step)
    rows = rows_in_band(image.width, step)
    smaller: Image.Image | None = None
    for top in range(0, image.height, rows):
        band = image.crop((0, top, image.width, min(image.height, top + rows)))
        part = averaged(band, step)
        if smaller is None:
            smaller = Image.new(part.mode, (part.width, ceil(image.height / step)))
        smaller.paste(part, (0, top // step))
    return image if smaller is None else smaller


def averaged(band: Image.Image, step: int) -> Image.Image:
    """Return rows of 8-bit samples in grey, colour, or colour with opacity, with the mean of each square."""
    if band.has_transparency_data:
        return band.convert("RGBA").reduce(step)
    return band.convert("L" if band.mode in ("1", "L") else "RGB").reduce(step)


def every_pixel_of(image: Image.Image, step: int) -> Image.Image:
    """Return each pixel of every `step` rows and columns: a mean of what is no value would be a wrong value."""
    smaller = Image.fromarray(np.ascontiguousarray(np.asarray(image)[::step, ::step]), None)
    smaller.info = image.info
    return smaller
