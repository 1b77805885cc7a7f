"""Stacks: which pages of a TIFF are planes and which are channels, and the picture that a person chose of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from workbench.facts import fact
from workbench.imaging.deferred import tifffile
from workbench.imaging.page_choice import PageChoice
from workbench.imaging.sample_values import Samples, eight_bit, is_uniform
from workbench.imaging.unreadable import (
    PILLOW_FAILURES,
    Unreadable,
    refuse_large_projection,
    refuse_too_many_pixels,
)

if TYPE_CHECKING:
    from tifffile import TiffFile, TiffPage

_MOST_PAGES = 10_000
_REDUCED, _MASK = 1, 4  # bits of NewSubfileType
_WHITE_IS_ZERO, _GREY, _RGB = 0, 1, 2  # photometric
_OPACITY = (1, 2)  # ExtraSamples

_Values = NDArray[np.number]
ReadValues = Callable[[int, "TiffPage"], _Values]  # (height, width, sample)


@dataclass(frozen=True)
class Stack:
    """The numbers of a file's pages by plane and channel, and how many samples of a pixel are channels."""

    pages: NDArray[np.int64]  # (plane, channel)
    samples: int  # 1 where they are grey or the colours of a picture

    @property
    def planes(self) -> int:
        """How many pages there are to choose from."""
        return len(self.pages)

    @property
    def channels(self) -> int:
        """How many channels there are to choose from, 1 where there is no choice."""
        return max(self.pages.shape[1], self.samples)

    def applies(self, choice: PageChoice) -> bool:
        """Say whether the file has what a choice is about."""
        return (choice.page is not None and self.planes > 1) or (choice.channels is not None and self.channels > 1)

    def plane_of(self, number: int) -> int:
        """Return the plane, from 1 on, that a page of the file belongs to."""
        rows = np.flatnonzero((self.pages == number).any(axis=1))
        return int(rows[0]) + 1 if rows.size else number + 1


def stack_of(file: "TiffFile") -> Stack:
    """Look at all pages of a file, but not at their pixels."""
    first = page_at(file, 0)
    samples = _choosable_samples(first)
    pictures = [number for number in range(min(len(file.pages), _MOST_PAGES)) if _is_picture(file, number)]
    by_axes = _by_axes(file, pictures) if len(pictures) > 1 and samples == 1 else None
    return Stack(np.array(pictures, np.int64)[:, None] if by_axes is None else by_axes, samples)


def page_at(file: "TiffFile", number: int) -> "TiffPage":
    """Return a page. Raises IndexError where there is none, Unreadable where it is none."""
    page: Any = file.pages[number]
    if isinstance(page, tifffile.TiffFrame):  # Left at that where the axes were looked at.
        page = page.aspage()
    if not isinstance(page, tifffile.TiffPage):
        raise Unreadable(fact("image.damaged"))
    return page


def refuse_missing(stack: Stack, choice: PageChoice) -> None:
    """Raise Unreadable where a file has fewer pages or channels than were chosen."""
    if isinstance(choice.page, int) and 1 < stack.planes < choice.page:
        raise Unreadable(fact("image.no_such_page", page=choice.page, pages=stack.planes))
    if choice.channels is not None and 1 < stack.channels < max(choice.channels):
        raise Unreadable(fact("image.no_such_channel", channel=max(choice.channels), channels=stack.channels))


def composed(
    file: "TiffFile", stack: Stack, planes: range, channels: tuple[int, int, int] | None, read: ReadValues
) -> tuple[Image.Image, bool]:
    """Return the picture of three channels, or of the first that is not blank, and whether it is blank.

    Of several planes it is the brightest of each pixel. Raises Unreadable where they do not lie over each other.
    """
    page = page_at(file, int(stack.pages[planes[0], 0]))
    refuse_too_many_pixels(page.imagewidth, page.imagelength, file.filehandle.size)
    refuse_large_projection(page.size * len(planes) * stack.pages.shape[1])
    is_negative = page.photometric == _WHITE_IS_ZERO
    layers = _layers(file, stack, planes, is_negative=is_negative, read=read)
    if channels is None:
        shown = [_first_with_content(stack, layers)]
    else:
        column = np.concatenate(list(layers()), axis=-1)
        shown = [column[..., number - 1 : number] for number in channels]
    pictures = [eight_bit(Samples(one, white_is_zero=is_negative, no_data=_no_data(page))) for one in shown]
    # Channels are measured apart from each other, so each has a range of its own.
    picture = pictures[0] if channels is None else Image.merge("RGB", [one.convert("L") for one in pictures])
    return picture, all(map(is_uniform, shown))


def _first_with_content(stack: Stack, layers: Callable[[], Iterator[_Values]]) -> _Values:
    """Return the first channel, or the first picture in colour, that is not blank; the first where all are."""
    first: _Values | None = None
    for layer in layers():
        for one in (
            [layer[..., number : number + 1] for number in range(stack.samples)] if stack.samples > 1 else [layer]
        ):
            if not is_uniform(one):
                return one
            first = one if first is None else first
    if first is None:
        raise Unreadable(fact("image.damaged"))
    return first


def _layers(
    file: "TiffFile", stack: Stack, planes: range, *, is_negative: bool, read: ReadValues
) -> Callable[[], Iterator[_Values]]:
    """Return what yields the values of each channel, or of all samples at once, over the planes."""
    brighter = np.minimum if is_negative else np.maximum

    def layers() -> Iterator[_Values]:
        for column in stack.pages[planes.start : planes.stop].T:
            brightest: _Values | None = None
            for number in map(int, column):
                values = read(number, page_at(file, number))
                if brightest is None:
                    brightest = values
                elif (values.shape, values.dtype) != (brightest.shape, brightest.dtype):
                    raise Unreadable(fact("image.uneven_pages"))
                else:
                    brightest = brighter(brightest, values)
            if brightest is not None:
                yield brightest

    return layers


def _no_data(page: "TiffPage") -> float | None:
    return float(page.nodata) if 42113 in page.tags else None


def _choosable_samples(page: "TiffPage") -> int:
    """Return how many samples of a pixel are channels of their own, 1 where they are one picture's colours."""
    samples: Any = page.samplesperpixel  # A damaged header may hold several numbers instead.
    if not isinstance(samples, int) or page.photometric not in (_WHITE_IS_ZERO, _GREY, _RGB):
        return 1
    samples -= bool(page.extrasamples) and page.extrasamples[-1] in _OPACITY
    return 1 if samples < 2 or (page.photometric == _RGB and samples == 3) else samples


def _is_picture(file: "TiffFile", number: int) -> bool:
    try:
        return number == 0 or not page_at(file, number).subfiletype & (_REDUCED | _MASK)
    except (*PILLOW_FAILURES, Unreadable):
        return False


def _by_axes(file: "TiffFile", pictures: list[int]) -> NDArray[np.int64] | None:
    """Return the pages by plane and channel where the file says which of its axes are channels."""
    if not (file.is_ome or file.is_imagej):
        return None
    try:
        series = file.series[0]
        axes, shape = series.axes[:-2], tuple(series.shape[:-2])
        numbers = [page.index for page in series if page is not None]
    except PILLOW_FAILURES:
        return None  # What a program wrote beside sound pages may be broken.
    if series.axes[-2:] != "YX" or "C" not in axes or prod(shape) != len(numbers) or set(numbers) != set(pictures):
        return None
    return np.moveaxis(np.array(numbers, np.int64).reshape(shape), axes.index("C"), -1).reshape(
        -1, shape[axes.index("C")]
    )
