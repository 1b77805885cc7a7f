"""What the shipped network's features are centred on: half the examples, half the images to label.

The images alone would do harm where most of them are of one class: the mean would be that of the class.
"""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_MOST_IMAGES = 2000

_Item = TypeVar("_Item")


def some_of(items: Sequence[_Item], most: int = _MOST_IMAGES) -> Sequence[_Item]:
    """Return at most so many of the images, evenly spaced; their mean is close to that of all."""
    return items[:: max(1, -(-len(items) // most))]


def evenly(groups: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Return features (n, dimension) of all groups, repeated until every group has as many, so that all weigh the same.

    There has to be a group, and at least one of them with features.
    """
    longest = max(len(values) for values in groups)
    return np.concatenate([values[np.arange(longest) % len(values)] for values in groups if len(values)])
