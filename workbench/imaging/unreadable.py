"""Why a file gives no image: the limits of size, and what libraries raise on damaged files."""

import math
import struct
import zlib

from PIL import Image, ImageCms

from workbench.errors import UserError
from workbench.facts import Fact, fact

LARGEST_FILE = 2**30
LARGEST_IMAGE = 200_000_000
LONGEST_SIDE = 500_000
# A picture of many pixels has some data for them: a page that is white all over has about one byte for a thousand.
_MANY_PIXELS = 10_000_000
_MOST_PIXELS_A_BYTE = 10_000
_LARGEST_PROJECTION = 16 * LARGEST_IMAGE  # pixels of all pages together

# Pillow's own limit warns up to twice its value and refuses above; ours, in `refuse_too_many_pixels`, refuses in words.
Image.MAX_IMAGE_PIXELS = None

# What Pillow and the libraries beside it were seen, or are documented, to raise on damaged files.
PILLOW_FAILURES = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    RuntimeError,
    SystemError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    ImageCms.PyCMSError,
)


class Unreadable(UserError):
    """A file that gives no image; `.text` is the reason."""


def too_large_file(size: int) -> Fact | None:
    """Say why a file of `size` bytes is not read, None when it is."""
    if size <= LARGEST_FILE:
        return None
    return fact("image.too_large", megabytes=math.ceil(size / 2**20), limit=LARGEST_FILE // 2**20)


def refuse_above_limit(pixels: int) -> None:
    """Raise Unreadable where there are more pixels to decode than one image may have."""
    if pixels > LARGEST_IMAGE:
        megapixels = math.ceil(pixels / 1_000_000)
        raise Unreadable(fact("image.too_many_pixels", megapixels=megapixels, limit=LARGEST_IMAGE // 1_000_000))


def refuse_large_projection(pixels: int) -> None:
    """Raise Unreadable where the pages that are laid over each other have more pixels than are decoded for that."""
    if pixels > _LARGEST_PROJECTION:
        refuse_above_limit(pixels)


def refuse_too_many_pixels(width: int, height: int, file_size: int) -> None:
    """Raise Unreadable for an image whose header declares more pixels than are decoded, or than its file can hold."""
    pixels = width * height
    refuse_above_limit(pixels)
    if max(width, height) > LONGEST_SIDE:
        raise Unreadable(fact("image.too_long", pixels=max(width, height), limit=LONGEST_SIDE))
    if pixels > _MANY_PIXELS and pixels > _MOST_PIXELS_A_BYTE * file_size:
        megapixels = math.ceil(pixels / 1_000_000)
        raise Unreadable(fact("image.too_little_data", megapixels=megapixels, kilobytes=math.ceil(file_size / 1000)))
