"""The one decoder: the bytes of an image file become 8-bit pixels, the same for display and for the model.

PNG, JPEG, WebP, TIFF, BMP and GIF by content, whatever the name says; turned as EXIF asks; transparency laid
on white; 16-bit and 32-bit grey and floating-point pixels scaled from the 0.5 to the 99.5 percentile of the
image (not-a-number and infinity count as 0); palettes, CMYK and LAB converted; of animations the first frame,
of documents the first page.
"""

import math
import struct
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.facts.fit import Fit
from workbench.imaging.suppressed_warnings import suppress_warnings

LARGEST_FILE = 2**30
LARGEST_IMAGE = 200_000_000

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")

# Pillow's own limit warns up to twice its value and refuses above; ours, in `_opened`, refuses in words.
Image.MAX_IMAGE_PIXELS = None

# What Pillow was seen, or is documented, to raise on damaged files.
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

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ONTO_ITS_SIDE = {_TURNS[orientation] for orientation in (5, 6, 7, 8)}


class Unreadable(UserError):
    """A file that gives no image; `.text` is the reason."""


@dataclass(frozen=True)
class ImageProperties:
    """The properties of an image file: its size as displayed, after rotation, and its format, one of FORMATS."""

    width: int
    height: int
    format: str


def inspect(data: bytes) -> ImageProperties:
    """Return the size and format of an image file, decoding it whole, so that what passes here can be decoded later.

    Raises Unreadable.
    """
    with _failures_in_words(data):
        image = _opened(data)
        width, height = image.size
        image.draft(None, (1, 1))
        image.load()
        _eight_bit(image.resize((1, 1), Image.Resampling.NEAREST))
        if _turn_of(image) in _ONTO_ITS_SIDE:
            width, height = height, width
        return ImageProperties(width, height, _format_of(image))


def decode(
    data: bytes, size: int, channels: Literal[1, 3], fit: Fit = "stretch"
) -> NDArray[np.uint8]:  # (channels, size, size)
    """Return an image as a model takes it: a square, in grey or in colour.

    It is stretched to the square, or keeps its proportions: padded with the median colour of its own border, or cropped
    to the square in its middle. Raises Unreadable.
    """
    with _failures_in_words(data):
        image = _upright(_opened(data), "L" if channels == 1 else "RGB", (size, size), fit)
        pixels = np.asarray(image).reshape(size, size, channels)
        return pixels.transpose(2, 0, 1).copy()


def decode_full(data: bytes, longest: int | None) -> NDArray[np.uint8]:  # (height, width, 3)
    """Return an image for display in its own proportions, shrunk until its longer side is at most `longest`.

    Raises Unreadable.
    """
    with _failures_in_words(data):
        image = _opened(data)
        share = 1.0 if longest is None else min(1.0, longest / max(image.size))
        size = max(1, round(image.width * share)), max(1, round(image.height * share))
        return np.array(_upright(image, "RGB", size))


def too_large_file(size: int) -> Fact | None:
    """Say why a file of `size` bytes is not read, None when it is."""
    if size <= LARGEST_FILE:
        return None
    return fact("image.too_large", megabytes=math.ceil(size / 2**20), limit=LARGEST_FILE // 2**20)


@contextmanager
def _failures_in_words(data: bytes) -> Generator[None]:
    try:
        with suppress_warnings():
            yield
    except PILLOW_FAILURES as error:
        raise Unreadable(_reason(error, data)) from error


def _reason(error: BaseException, data: bytes) -> Fact:
    if not data:
        return fact("image.empty")
    if isinstance(error, MemoryError):
        return fact("image.no_memory")
    if isinstance(error, UnidentifiedImageError):
        return fact("image.unknown_format")
    if isinstance(error, EOFError) or "truncated" in str(error).lower():
        return fact("image.truncated")
    return fact("image.damaged")


def _opened(data: bytes) -> Image.Image:
    refused = too_large_file(len(data))
    if refused:
        raise Unreadable(refused)
    image = Image.open(BytesIO(data), formats=FORMATS)
    if image.width * image.height > LARGEST_IMAGE:
        megapixels = math.ceil(image.width * image.height / 1_000_000)
        raise Unreadable(fact("image.too_many_pixels", megapixels=megapixels, limit=LARGEST_IMAGE // 1_000_000))
    return image


def _format_of(image: Image.Image) -> str:
    # Pillow tells JPEG files that carry further pictures apart; to a person they are JPEG.
    return image.format if image.format in FORMATS else "JPEG"


def _upright(image: Image.Image, mode: Literal["L", "RGB"], size: tuple[int, int], fit: Fit = "stretch") -> Image.Image:
    """Return the 8-bit pixels at a size (width, height) before turning."""
    # A JPEG more than twice as large as needed is decoded at a half, quarter or eighth: much faster, as good.
    image.draft(None, (2 * size[0], 2 * size[1]))
    image.load()
    turn = _turn_of(image)
    image = _FITTED[fit](_eight_bit(image).convert(mode), size)
    return image if turn is None else image.transpose(turn)


def _stretched(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.resize(size, Image.Resampling.BICUBIC)


def _padded(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    scale = min(size[0] / image.width, size[1] / image.height)
    whole = _stretched(image, (max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    pixels = np.asarray(whole).reshape(whole.height, whole.width, -1)
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    colour = tuple(map(int, np.median(border, axis=0)))
    square = Image.new(image.mode, size, colour)
    square.paste(whole, ((size[0] - whole.width) // 2, (size[1] - whole.height) // 2))
    return square


def _cropped(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return ImageOps.fit(image, size, Image.Resampling.BICUBIC)


_FITTED: dict[Fit, Callable[[Image.Image, tuple[int, int]], Image.Image]] = {
    "stretch": _stretched,
    "pad": _padded,
    "crop": _cropped,
}


def _turn_of(image: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except PILLOW_FAILURES:
        return None  # Metadata may be broken around sound pixels.


def _eight_bit(image: Image.Image) -> Image.Image:
    if image.mode[0] in "IF":
        return Image.fromarray(_scaled(np.asarray(image)))
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        return paper.convert("RGB")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _scaled(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    values = np.nan_to_num(pixels.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    # Four million pixels tell the percentiles as well as two hundred million, in a fraction of the time.
    low, high = np.percentile(values.ravel()[:: max(1, values.size // 4_000_000)], (0.5, 99.5))
    if not low < high:
        # A few strokes on an even ground: they are the picture.
        low, high = values.min(), values.max()
    if not low < high:
        return np.zeros(values.shape, np.uint8)
    return (np.clip((values - low) / (high - low), 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)
