"""Samples deeper than 8 bits, of any type, as 8-bit pixels: scaled by percentile, what is no value left out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from workbench.imaging.paper import on_paper

# What programs write where there is no measurement, or greater than any.
_FILL_VALUES = (-999.0, -9_999.0, -99_999.0, -999_999.0, -32_767.0, -32_768.0, 9_999.0, 99_999.0, 999_999.0)
_LEAST_FILL_VALUE = 1e9

_Mask = NDArray[np.bool_]
_Numbers = NDArray[np.number]


@dataclass(frozen=True)
class Samples:
    """The samples of an image as its file has them: one or three of colour, perhaps followed by one of opacity."""

    values: _Numbers  # (height, width, 1 to 4)
    has_alpha: bool = False
    is_premultiplied: bool = False
    white_is_zero: bool = False
    no_data: float | None = None
    opaque: _Mask | None = None  # (height, width); where one colour stands for "transparent"


def eight_bit(samples: Samples) -> Image.Image:
    """Return an image in grey or colour, all its channels scaled alike, transparency laid on paper."""
    values = samples.values
    if values.dtype.kind == "c":
        values = np.abs(values)
    colour, alpha = (values[..., :-1], values[..., -1]) if samples.has_alpha else (values, None)
    shares = None if alpha is None else _shares(alpha, colour)
    if shares is not None and samples.is_premultiplied:
        colour = colour / np.where(shares > 0, shares, 1)[..., None]
    missing = _missing(colour, samples.no_data)
    hidden = ~samples.opaque if samples.opaque is not None else None if shares is None else shares <= 0
    outside = missing
    if hidden is not None:
        outside = np.broadcast_to(hidden[..., None], colour.shape)
        outside = outside if missing is None else missing | outside
    pixels = _scaled(colour, outside)
    if samples.white_is_zero:
        pixels = 255 - pixels
    if missing is not None:
        pixels[missing] = 0
    image = Image.fromarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels)
    if hidden is None:
        return image
    opacity = ~hidden * np.uint8(255) if shares is None else (np.clip(shares, 0, 1) * 255 + 0.5).astype(np.uint8)
    image.putalpha(Image.fromarray(opacity))
    return on_paper(image)


def is_uniform(values: _Numbers) -> bool:
    """Say whether all pixels (height, width, or with channels) are the same; what is no number does not count."""
    if values.size == 0:
        return True
    rows, columns = (max(1, length // 64) for length in values.shape[:2])
    # A few pixels tell most pictures from blank ones.
    return all(_is_same(part) for part in (values[::rows, ::columns], values))


def _is_same(values: _Numbers) -> bool:
    if values.dtype.kind in "fc":
        values = np.where(np.isfinite(values), values, 0)
    return bool((values == values[0, 0]).all())


def _shares(alpha: _Numbers, colour: _Numbers) -> NDArray[np.float32]:
    """Return how opaque each pixel is, from 0 to 1; opacity uses as many bits as the colours beside it."""
    greatest = float(np.nan_to_num(alpha).max())
    if alpha.dtype.kind == "f":
        full = 1.0 if greatest <= 1 else greatest
    else:
        most = 2 ** (8 * alpha.dtype.itemsize - (alpha.dtype.kind == "i")) - 1
        used = max(greatest, float(colour.max()))
        full = next((2**bits - 1 for bits in (8, 10, 12, 14, 16) if used < 2**bits <= most), most)
    return np.nan_to_num(alpha / np.float32(full)).astype(np.float32)


def _missing(colour: _Numbers, no_data: float | None) -> _Mask | None:
    """Say which samples are no values: not finite, declared as no data, or one far value that only fills gaps.

    None where none can be.
    """
    if no_data is None and colour.dtype.kind not in "fi":
        return None
    missing = ~np.isfinite(colour) if colour.dtype.kind == "f" else np.zeros(colour.shape, np.bool_)
    if no_data is not None:
        missing |= colour == no_data
    if colour.dtype.kind in "fi":
        for _ in range(2):  # Some files fill their border with one value and their gaps with another.
            fill = _fill_value(colour[~missing])
            if fill is None:
                break
            missing |= colour == fill
    return missing


def _fill_value(values: _Numbers) -> float | None:
    """Return the value that stands where there is none, None where every value is one.

    It is the least or the greatest: a usual one, or repeated, farther from all others than these are from each other.
    """
    if values.size == 0:
        return None
    for value in (float(values.min()), float(values.max())):
        usual = value in _FILL_VALUES or abs(value) >= _LEAST_FILL_VALUE
        if not (value < 0 or usual):
            continue
        others = values[values != value]
        if not 0 < others.size <= values.size - (1 if usual else 2):
            continue
        low, high = float(others.min()), float(others.max())
        if 0 < high - low < max(low - value, value - high) or (usual and value < 0 <= low < high):
            return value
    return None


def _scaled(colour: _Numbers, outside: _Mask | None) -> NDArray[np.uint8]:
    if colour.dtype == np.uint8:
        return colour.astype(np.uint8)
    low, high = _range(colour, outside)
    if not low < high:
        return np.zeros(colour.shape, np.uint8)
    # Of 16 bits there are few values, each scaled once.
    table = _between(np.arange(65536), low, high) if colour.dtype == np.uint16 else None
    pixels = np.empty(colour.shape, np.uint8)
    rows = max(1, 4_000_000 // max(1, colour[0].size))  # Two hundred million pixels at once would fill the memory.
    for top in range(0, len(colour), rows):
        part = colour[top : top + rows]
        pixels[top : top + rows] = (
            _between(part, low, high) if table is None else table[part.astype(np.uint16, copy=False)]
        )
    return pixels


def _between(values: _Numbers, low: float, high: float) -> NDArray[np.uint8]:
    numbers = np.nan_to_num(values.astype(np.float64), nan=low, posinf=high, neginf=low)
    return (np.clip((numbers - low) / (high - low), 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)


def _range(colour: _Numbers, outside: _Mask | None) -> tuple[float, float]:
    """Return the 0.5 and 99.5 percentile of the values inside; where these are one, the least and the greatest."""
    # Four million pixels tell the percentiles as well as two hundred million, in a fraction of the time.
    step = max(1, colour.size // 4_000_000)
    values = colour.reshape(-1)[::step]
    if outside is not None:
        values = values[~outside.reshape(-1)[::step]]
    if values.size == 0:
        return 0.0, 0.0
    low, high = map(float, np.percentile(values.astype(np.float64), (0.5, 99.5)))
    if low < high:
        return low, high
    # A few strokes on an even ground: they are the picture.
    inside = colour if outside is None else colour[~outside]
    return float(inside.min()), float(inside.max())
