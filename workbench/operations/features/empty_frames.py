"""Frames with nothing on them: black, white, grey, or so dim that no class can be told from them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.imaging.frame_quality import LEAST_CONTRAST
from workbench.operations.features.load_images import ImageRef, load_images
from workbench.operations.progress import Reporter

_SIDE = 32  # pixels: noise averages out


def are_empty(refs: Sequence[ImageRef], reporter: Reporter) -> NDArray[np.bool_]:  # (n,)
    """Say of each image whether nothing is on it; not of one that cannot be loaded."""
    loaded = load_images(refs, _SIDE, 1, reporter)
    empty = np.zeros(len(refs), np.bool_)
    # Also of no images at all, of which a shape could not be inferred.
    pixels = loaded.values.astype(np.float32).reshape(len(loaded.values), _SIDE * _SIDE)
    empty[loaded.kept] = pixels.std(1) < LEAST_CONTRAST
    return empty
