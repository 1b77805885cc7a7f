"""Why a file gives no image: the limits of size, and what libraries raise on damaged files."""

import math
import struct
import zlib

from PIL import Image, ImageCms

from workbench.errors import UserError
from workbench.facts import Fact, fact

LARGEST_FILE = 2**30
LARGEST_IMAGE = 200_000_000

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


def refuse_too_many_pixels(width: int, height: int) -> None:
    """Raise Unreadable for an image whose header declares more pixels than are decoded."""
    if width * height > LARGEST_IMAGE:
        megapixels = math.ceil(width * height / 1_000_000)
        raise Unreadable(fact("image.too_many_pixels", megapixels=megapixels, limit=LARGEST_IMAGE // 1_000_000))
