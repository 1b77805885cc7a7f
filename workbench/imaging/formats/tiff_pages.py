"""TIFF files: which page is the picture, and its pixels, whatever their type, order and arrangement."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, UnidentifiedImageError

from workbench.facts import Fact, fact
from workbench.imaging.deferred import tifffile
from workbench.imaging.formats.tiff_stack import Stack, composed, page_at, refuse_missing, stack_of
from workbench.imaging.formats.tiff_strips import read_page
from workbench.imaging.memory_budget import DECODING
from workbench.imaging.opened_image import OpenedImage
from workbench.imaging.page_choice import AS_IT_IS, PageChoice
from workbench.imaging.sample_values import Samples, eight_bit, is_uniform
from workbench.imaging.shrinking import shrunk, step_of
from workbench.imaging.unreadable import LARGEST_IMAGE, PILLOW_FAILURES, Unreadable, refuse_too_many_pixels

if TYPE_CHECKING:
    from tifffile import TiffPage

_LARGEST_PAGE = 8 * LARGEST_IMAGE  # bytes of all its samples
_MOST_PAGES = 10_000
_GDAL_NODATA = 42113
_ORIENTATION = 274
_SUB_IFDS = 330
_REDUCED, _MASK = 1, 4  # bits of NewSubfileType
_WHITE_IS_ZERO, _RGB, _PALETTE, _SEPARATED = 0, 2, 3, 5
_READ_AS_THEY_ARE = (0, 1, 2, 3, 4, 5, 32803)  # photometric; colour filters are shown as the grey that they measure
_PREMULTIPLIED, _ALPHA = 1, 2  # ExtraSamples

# What Pillow reads right where samples are of 8 bits or fewer: photometric, samples per pixel.
_RIGHT_IN_PILLOW = {(0, 1), (1, 1), (2, 3), (3, 1), (5, 4), (6, 3), (8, 3)}
_RIGHT_WITH_ALPHA = {(1, 2), (2, 4), (3, 2)}


# Under this name the info of an opened picture has the number of its page in the file.
_PAGE = "page of the file"


def open_tiff(data: bytes, choice: PageChoice = AS_IT_IS) -> OpenedImage:
    """Return the picture of a TIFF: its first page that is not blank, the first where all are; or what was chosen.

    8-bit pixels, or such as Pillow reads right. Raises Unreadable, and what the libraries raise.
    """
    try:
        # The pages refer to their file, and would keep it in memory for long after.
        with BytesIO(data) as content, tifffile.TiffFile(content) as file:
            stack = stack_of(file) if choice else None
            if stack is not None and stack.applies(choice):
                return _chosen(data, file, stack, choice)
            return _first_not_blank(_readable_pictures(data, file))
    except tifffile.TiffFileError as error:
        image = Image.open(BytesIO(data), formats=("TIFF",))
        refuse_too_many_pixels(image.width, image.height, len(data))
        if image.mode in ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "LAB", "YCbCr"):
            return OpenedImage(image, image.width, image.height)
        raise Unreadable(fact("image.damaged")) from error


def tiff_contents(file: BinaryIO, opened: Image.Image | None) -> tuple[int, int, int]:
    """Return how many pages and channels there are to choose from, and of which page, from 1 on, a picture is."""
    try:
        with tifffile.TiffFile(file) as pages:
            stack = stack_of(pages)
            return stack.planes, stack.channels, stack.plane_of(opened.info.get(_PAGE, 0) if opened else 0)
    except (*PILLOW_FAILURES, Unreadable, tifffile.TiffFileError):
        return 1, 1, 1  # The picture itself is sound.


def _chosen(data: bytes, file: "tifffile.TiffFile", stack: Stack, choice: PageChoice) -> OpenedImage:
    refuse_missing(stack, choice)
    channels = choice.channels if stack.channels > 1 else None
    planes = range(stack.planes)
    if isinstance(choice.page, int):
        planes = planes[choice.page - 1 : choice.page] if stack.planes > 1 else planes
    one_by_one = [planes] if choice.page == "max" else [planes[number : number + 1] for number in range(len(planes))]

    def read(number: int, page: "TiffPage") -> NDArray[np.number]:
        return _shown_samples(data, number, page, stack.samples)

    def pictures() -> Iterator[tuple[OpenedImage, bool]]:
        for some in one_by_one:
            if channels is None and len(some) == 1 and stack.pages.shape[1] == 1:
                number = int(stack.pages[some[0], 0])
                opened, blank = _picture(data, number, page_at(file, number))
            else:
                image, blank = composed(file, stack, some, channels, read)
                image.format = "TIFF"
                _turn(image, page_at(file, 0))
                opened = _of_page(image, page_at(file, int(stack.pages[some[0], 0])))
            opened.image.info[_PAGE] = int(stack.pages[some[0], 0])
            yield opened, blank

    return _first_not_blank(pictures())


def _first_not_blank(pictures: Iterable[tuple[OpenedImage, bool]]) -> OpenedImage:
    """Return the first picture of those that are not blank; where all are, the first."""
    first: OpenedImage | None = None
    for opened, blank in pictures:
        if not blank:
            return opened
        first = first or opened
    if first is None:
        raise Unreadable(fact("image.damaged"))
    return first


def _shown_samples(data: bytes, number: int, page: "TiffPage", channels: int) -> NDArray[np.number]:
    """Return the samples of a page (height, width, sample) without its opacity."""
    if not _has_plain_size(page) or 0 in page.shaped:
        raise Unreadable(fact("image.damaged"))
    refuse_too_many_pixels(page.imagewidth, page.imagelength, len(data))
    if channels == 1 and _is_right_in_pillow(page):
        image = _picture(data, number, page)[0].image
        small = shrunk(image).convert("L" if image.mode in ("1", "L", "LA") else "RGB")
        return np.asarray(small).reshape(small.height, small.width, -1)
    _refuse_large(page)
    if page.dtype is None or page.photometric not in (_WHITE_IS_ZERO, 1, _RGB):
        raise Unreadable(_not_read(page))
    try:
        values = read_page(data, page, step_of(page.imagewidth, page.imagelength))
    except NotImplementedError as error:
        raise Unreadable(_not_read(page)) from error
    layers = np.concatenate(list(values), axis=-1) if len(values) > 1 else values[0]
    shown = channels if channels > 1 else 3 if page.photometric == _RGB else 1
    return layers[0][..., :shown]


def _refuse_large(page: "TiffPage") -> None:
    if page.nbytes > _LARGEST_PAGE:
        limit = _LARGEST_PAGE // 2**20
        raise Unreadable(fact("image.page_too_large", megabytes=ceil(page.nbytes / 2**20), limit=limit))


def _of_page(image: Image.Image, page: "TiffPage") -> OpenedImage:
    """Return the picture of a page, which may have been made smaller, or turned."""
    whole = step_of(page.imagewidth, page.imagelength) == 1
    return OpenedImage(image, *(image.size if whole else (page.imagewidth, page.imagelength)))


def _turn(image: Image.Image, page: "TiffPage") -> None:
    orientation = page.tags.valueof(_ORIENTATION)
    image.getexif()[ExifTags.Base.Orientation] = orientation if isinstance(orientation, int) else 1


def _readable_pictures(data: bytes, file: "tifffile.TiffFile") -> Iterator[tuple[OpenedImage, bool]]:
    """Yield the picture of each page, and whether it is blank. Raises what makes the first page unreadable."""
    is_first = True
    for number, page in _pages(file):
        try:
            opened, blank = _picture(data, number, page)
        except (*PILLOW_FAILURES, Unreadable):
            if is_first:
                raise
            return  # What comes after a blank page cannot be read: the page is all there is.
        is_first = False
        opened.image.info[_PAGE] = number
        yield opened, blank


def _pages(file: "tifffile.TiffFile") -> Iterator[tuple[int, "TiffPage"]]:
    """Yield the first page and the pictures after it, up to as many pixels as one image may have."""
    pixels = 0
    for number in range(_MOST_PAGES):
        try:
            page = file.pages[number]
        except IndexError:
            return
        if not isinstance(page, tifffile.TiffPage) or (number and page.subfiletype & (_REDUCED | _MASK)):
            continue
        if not _has_plain_size(page):
            raise Unreadable(fact("image.damaged"))
        pixels += page.imagewidth * page.imagelength
        if number and pixels > LARGEST_IMAGE:
            return
        yield number, page


def _has_plain_size(page: "TiffPage") -> bool:
    """Say whether the header's sizes are single whole numbers; a damaged one may hold lists and fractions instead."""
    sizes: tuple[Any, ...] = (page.imagewidth, page.imagelength, page.imagedepth, page.samplesperpixel)
    segments: tuple[Any, ...] = (page.tilewidth, page.tilelength, page.tiledepth, page.rowsperstrip)
    return all(isinstance(size, int) and size > 0 for size in sizes) and all(
        isinstance(size, int) and size >= 0 for size in segments
    )


def _picture(data: bytes, number: int, page: "TiffPage") -> tuple[OpenedImage, bool]:
    """Return the picture of a page and whether it is blank."""
    refuse_too_many_pixels(page.imagewidth, page.imagelength, len(data))
    if number == 0 and page.subfiletype & _REDUCED and _SUB_IFDS in page.tags:
        # What stands first is a thumbnail; the measurements are elsewhere.
        raise Unreadable(fact("image.foreign_format", format="camera raw (DNG, NEF, ARW)"))
    if _is_right_in_pillow(page):
        with suppress(UnidentifiedImageError):
            image = Image.open(BytesIO(data), formats=("TIFF",))
            image.seek(number)
            DECODING.take(4 * image.width * image.height)
            image.load()  # This may turn it.
            return OpenedImage(image, image.width, image.height), _is_even(image)
    _refuse_large(page)
    if 0 in page.shaped:
        raise Unreadable(fact("image.damaged"))
    if page.dtype is None or page.photometric not in _READ_AS_THEY_ARE:
        raise Unreadable(_not_read(page))
    try:
        values = read_page(data, page, step_of(page.imagewidth, page.imagelength))
    except NotImplementedError as error:
        raise Unreadable(_not_read(page)) from error
    image, blank = _pixels(page, values)
    _turn(image, page)
    image.format = "TIFF"
    return OpenedImage(image, page.imagewidth, page.imagelength), blank


def _is_even(image: Image.Image) -> bool:
    """Say whether an image of 8-bit samples has one colour throughout."""
    return all(low == high for low, high in np.reshape(image.getextrema(), (-1, 2)).tolist())


def _is_right_in_pillow(page: "TiffPage") -> bool:
    bits = page.bitspersample
    if page.dtype is None or page.dtype.kind not in "ub" or bits > 8 or page.nodata != 0:
        return False
    kind = int(page.photometric), page.samplesperpixel
    with_alpha = kind in _RIGHT_WITH_ALPHA and page.extrasamples[:1] in ((_PREMULTIPLIED,), (_ALPHA,))
    return kind in _RIGHT_IN_PILLOW or with_alpha


def _pixels(page: "TiffPage", values: NDArray[np.number]) -> tuple[Image.Image, bool]:
    """Return the picture and whether it is blank, of the samples of a page (plane, depth, height, width, sample)."""
    layers = np.concatenate(list(values), axis=-1) if len(values) > 1 else values[0]
    layer = next((layer for layer in layers if not is_uniform(layer)), layers[0])  # (height, width, sample)
    if page.photometric == _PALETTE and page.colormap is not None:
        layer = np.moveaxis(page.colormap >> 8, 0, -1).astype(np.uint8)[layer[..., 0]]
        return eight_bit(Samples(layer)), is_uniform(layer)
    if page.bitspersample < 8:
        layer = layer * np.uint8(255 // (2**page.bitspersample - 1))
    extra = page.extrasamples[0] if page.extrasamples else None
    shown = layer.shape[2] - len(page.extrasamples)
    if page.photometric == _SEPARATED and layer.shape[2] >= 4:
        full = 1.0 if layer.dtype.kind == "f" else 2.0 ** (8 * layer.dtype.itemsize) - 1
        inks = (np.clip(layer[..., :4] / full, 0, 1) * 255 + 0.5).astype(np.uint8)
        return Image.fromarray(inks, "CMYK").convert("RGB"), is_uniform(inks)
    has_alpha = extra in (_PREMULTIPLIED, _ALPHA) and shown in (1, 3)
    if page.photometric == _RGB and layer.shape[2] >= 3:
        colour = layer[..., :3]
    else:
        channels = range(shown if has_alpha else layer.shape[2])
        first = next((channel for channel in channels if not is_uniform(layer[..., channel])), 0)
        colour = layer[..., first : first + 1]
    declared = page.nodata if _GDAL_NODATA in page.tags else None
    samples = Samples(
        values=np.concatenate([colour, layer[..., shown : shown + 1]], axis=-1) if has_alpha else colour,
        has_alpha=has_alpha,
        is_premultiplied=extra == _PREMULTIPLIED,
        white_is_zero=page.photometric == _WHITE_IS_ZERO,
        no_data=None if declared is None else float(declared),
    )
    return eight_bit(samples), is_uniform(samples.values)


def _not_read(page: "TiffPage") -> Fact:
    return fact(
        "image.tiff_kind",
        photometric=getattr(page.photometric, "name", str(page.photometric)),
        compression=getattr(page.compression, "name", str(page.compression)),
        samples=page.samplesperpixel,
        bits=str(page.bitspersample),  # Several numbers where they differ from channel to channel.
    )
