"""Frames with nothing on them: black, white, grey, or so dim that no class can be told from them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.operations.features.load_images import ImageRef, load_images
from workbench.operations.progress import Reporter

_SIDE = 32  # pixels: noise averages out
# Standard deviation of grey levels (0 to 255) in all images of the sample, Omniglot and the Grocery Store Dataset that
# were looked at: 16 at least. Frames with a lid on the lens, or overexposed, have less than 2.
_LEAST_CONTRAST = 5.0


def are_empty(refs: Sequence[ImageRef], reporter: Reporter) -> NDArray[np.bool_]:  # (n,)
    """Say of each image whether nothing is on it; not of one that cannot be loaded."""
    loaded = load_images(refs, _SIDE, 1, reporter)
    empty = np.zeros(len(refs), np.bool_)
    empty[loaded.kept] = loaded.values.reshape(len(loaded.values), -1).astype(np.float32).std(1) < _LEAST_CONTRAST
    return empty
