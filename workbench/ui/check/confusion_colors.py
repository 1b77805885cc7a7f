"""The colours of confusions: from the panel's colour to the accent's, and to that of good for what is right."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from workbench.ui.look.tokens import Colors, mixed

_LEVELS = 255


def strength(share: float) -> float:
    """Return how far the colour of a share (0 to 1) lies from the panel's colour, 0 to 1."""
    # The square root, because most confusions are few in a hundred and would not be seen otherwise.
    return sqrt(share)


def shares_of(confusion: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return each count (n, n) as a share of its row; a class without queries has none."""
    totals = confusion.sum(1, keepdims=True)
    return confusion / np.maximum(totals, 1)


def matrix_image(shares: NDArray[np.float64], colors: Colors) -> QImage:
    """Return one pixel for each cell (n, n)."""
    size = len(shares)
    levels = np.sqrt(shares * _LEVELS**2, dtype=np.float32).astype(np.uint8)
    pixels = _scale(colors.panel, colors.accent)[levels]
    np.fill_diagonal(pixels, _scale(colors.panel, colors.good)[np.diagonal(levels)])
    return QImage(pixels.data, size, size, 4 * size, QImage.Format.Format_RGB32).copy()


def _scale(one: str, other: str) -> NDArray[np.uint32]:
    """Return the colours from one to the other, as Qt packs them."""
    return np.array([QColor(mixed(one, other, level / _LEVELS)).rgb() for level in range(_LEVELS + 1)], np.uint32)
