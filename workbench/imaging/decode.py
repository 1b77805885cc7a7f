"""The one decoder: the bytes of an image file become 8-bit pixels, the same for display and for the model.

By content, whatever the name says; turned as EXIF asks; transparency laid on paper; samples of more than 8 bits, grey
or colour, scaled from the 0.5 to the 99.5 percentile of the image (what is no value is left out, and black); palettes,
CMYK and LAB converted; of more than 25 megapixels, several taken for one; of animations the first frame, of documents
the first page that is not blank, unless a person chose another (`PageChoice`).
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from workbench.facts import Fact, fact
from workbench.facts.fit import Fit
from workbench.imaging.frame_quality import LONGEST, UNSEEN, FrameQuality, copy_size, frame_quality
from workbench.imaging.memory_budget import DECODING
from workbench.imaging.opened_image import OpenedImage
from workbench.imaging.opening import format_of, load, opened, pages_of, refuse_what_is_refused_smaller
from workbench.imaging.page_choice import AS_IT_IS, PageChoice
from workbench.imaging.paper import on_paper
from workbench.imaging.sample_values import Samples, eight_bit
from workbench.imaging.several_pages import PageCount
from workbench.imaging.shrinking import shrunk, step_of
from workbench.imaging.suppressed_warnings import suppress_warnings
from workbench.imaging.unreadable import PILLOW_FAILURES, Unreadable

# Goes up whenever some file's pixels come out otherwise than before: caches of what was made from them say so.
DECODER_VERSION = 4

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


@dataclass(frozen=True)
class ImageProperties:
    """The properties of an image file: its size as displayed, after rotation, and its format, one of FORMATS.

    `quality` is what a small copy of it shows, `pages` what else there is in the file.
    """

    width: int
    height: int
    format: str
    quality: FrameQuality = field(default=UNSEEN, compare=False)
    pages: PageCount = field(default=PageCount(), compare=False)


def inspect(data: bytes, choice: PageChoice = AS_IT_IS) -> ImageProperties:
    """Return the size and format of an image file, decoding it whole, so that what passes here can be decoded later.

    Raises Unreadable.
    """
    with _opened(data, choice) as file:
        image, width, height = file.image, file.width, file.height
        pages = pages_of(data, image)
        # The smallest that a JPEG decodes to is large enough of most photographs, and has to be tried anyway.
        side = LONGEST if max(width, height) >= 8 * LONGEST else 2 * LONGEST
        image.draft(None, (side, side))
        load(image, data)
        refuse_what_is_refused_smaller(image, data, (width, height))
        # Single pixels, where they cannot be averaged: quick for any number of them, and for every kind.
        averaging = Image.Resampling.BOX if image.mode in ("L", "RGB") else Image.Resampling.NEAREST
        quality = frame_quality(_eight_bit(image.resize(copy_size(*image.size), averaging)))
        if _turn_of(image) in _ONTO_ITS_SIDE:
            width, height = height, width
        return ImageProperties(width, height, format_of(image), quality, pages)


def decode(
    data: bytes, size: int, channels: Literal[1, 3], fit: Fit = "stretch", choice: PageChoice = AS_IT_IS
) -> NDArray[np.uint8]:  # (channels, size, size)
    """Return an image as a model takes it: a square, in grey or in colour.

    It is stretched to the square, or keeps its proportions: padded with the median colour of its own border, or cropped
    to the square in its middle. Raises Unreadable.
    """
    with _opened(data, choice) as file:
        image = _upright(file.image, data, "L" if channels == 1 else "RGB", (size, size), fit)
        pixels = np.asarray(image).reshape(size, size, channels)
        return pixels.transpose(2, 0, 1).copy()


def decode_full(
    data: bytes, longest: int | None, choice: PageChoice = AS_IT_IS
) -> NDArray[np.uint8]:  # (height, width, 3)
    """Return an image for display in its own proportions, shrunk until its longer side is at most `longest`.

    Raises Unreadable.
    """
    with _opened(data, choice) as file:
        most = max(file.width, file.height) / step_of(file.width, file.height)
        share = min(most if longest is None else longest, most) / max(file.width, file.height)
        size = max(1, round(file.width * share)), max(1, round(file.height * share))
        return np.array(_upright(file.image, data, "RGB", size))


@contextmanager
def _opened(data: bytes, choice: PageChoice) -> Generator[OpenedImage]:
    """Open an image for as long as it is needed; all that fails meanwhile is said in words."""
    try:
        with suppress_warnings(), DECODING.turn():
            file = opened(data, choice)
            try:
                yield file
            finally:
                # Images and their metadata refer to each other: pixels and file would lie in memory for long after.
                file.image.close()
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


def _upright(
    image: Image.Image, data: bytes, mode: Literal["L", "RGB"], size: tuple[int, int], fit: Fit = "stretch"
) -> Image.Image:
    """Return the 8-bit pixels at a size (width, height) before turning."""
    # A JPEG more than twice as large as needed is decoded at a half, quarter or eighth: much faster, as good.
    image.draft(None, (2 * size[0], 2 * size[1]))
    load(image, data)
    turn = _turn_of(image)
    image = _FITTED[fit](_converted(_eight_bit(shrunk(image)), mode), size)
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
        values = np.asarray(image)[..., None]
        key = image.info.get("transparency")
        return eight_bit(Samples(values, opaque=values[..., 0] != key if isinstance(key, int) else None))
    if image.has_transparency_data:
        return on_paper(image)
    return _converted(image, "L" if image.mode in ("1", "L") else "RGB")


def _converted(image: Image.Image, mode: Literal["L", "RGB"]) -> Image.Image:
    # Pillow would copy an image that is of that mode already.
    return image if image.mode == mode else image.convert(mode)
