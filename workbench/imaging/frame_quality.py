"""Whether anything is on a frame, and how sharp it is: seen on a small copy while the file is read anyway."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

LONGEST = 128  # pixels of the copy that is looked at
_SIDE = 32  # pixels, to which a frame is shrunk so that noise averages out; also the side of a tile
# Standard deviation of grey levels (0 to 255) in all images of the sample, Omniglot and the Grocery Store Dataset that
# were looked at: 9 at least. Frames with a lid on the lens, or overexposed, have less than 2.
LEAST_CONTRAST = 5.0
_LEAST_IN_TILE = 6.0  # A tile with less contrast shows nothing whose edges could be sharp.


@dataclass(frozen=True)
class FrameQuality:
    """The standard deviation and the mean of a frame's grey levels, and the sharpness of its sharpest part.

    `sharpness` is the decimal logarithm of the variance of the Laplacian over that of the grey levels, in the tile
    where this is largest: a subject may be sharp before a soft background. None where the frame is too small to tell,
    or shows too little.
    """

    contrast: float
    mean: float
    sharpness: float | None


UNSEEN = FrameQuality(255.0, 128.0, None)


def copy_size(width: int, height: int) -> tuple[int, int]:
    """Return the size of the copy that is looked at."""
    share = min(1.0, LONGEST / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))


def frame_quality(copy: Image.Image) -> FrameQuality:
    """Look at a small 8-bit copy of a frame."""
    grey = copy.convert("L")
    small = np.asarray(grey.resize((_SIDE, _SIDE), Image.Resampling.BOX), np.float32)
    return FrameQuality(float(small.std()), float(small.mean()), _sharpness(np.asarray(grey, np.float32)))


def _sharpness(grey: NDArray[np.float32]) -> float | None:  # grey: (height, width)
    if min(grey.shape) < _SIDE + 2:
        return None
    middle = grey[1:-1, 1:-1]
    laplacian = 4 * middle
    for neighbours in (grey[:-2, 1:-1], grey[2:, 1:-1], grey[1:-1, :-2], grey[1:-1, 2:]):
        laplacian -= neighbours
    contrast, edges = _tile_variances(middle), _tile_variances(laplacian)
    # In what has little contrast, noise and the blocks of JPEG have the only edges.
    telling = contrast > max(_LEAST_IN_TILE**2, float(contrast.max()) / 4)
    if not telling.any():
        return None
    return math.log10(max(float((edges[telling] / contrast[telling]).max()), 1e-9))


def _tile_variances(values: NDArray[np.float32]) -> NDArray[np.float32]:  # (height, width) -> (tiles,)
    rows, columns = values.shape[0] // _SIDE, values.shape[1] // _SIDE
    tiles = values[: rows * _SIDE, : columns * _SIDE].reshape(rows, _SIDE, columns, _SIDE).swapaxes(1, 2)
    flat = tiles.reshape(rows * columns, _SIDE * _SIDE)
    # Twice as fast as `var`, which matters for a hundred thousand images.
    return np.einsum("ij,ij->i", flat, flat) / flat.shape[1] - flat.mean(1) ** 2
