"""What the shipped network's features are centred on: half the examples, half the images to label.

The images alone would do harm where most of them are of one class: the mean would be that of the class. A few images
count less: the mean of one is the image itself.
"""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_MOST_IMAGES = 2000
_ENOUGH = 20  # images to label that count as much as the examples

_Item = TypeVar("_Item")


def some_of(items: Sequence[_Item], most: int = _MOST_IMAGES) -> Sequence[_Item]:
    """Return at most so many of the images, evenly spaced; their mean is close to that of all."""
    return items[:: max(1, -(-len(items) // most))]


def evenly(examples: NDArray[np.float32], pile: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return features (n, dimension) of examples (m, dimension) and pile, repeated until both weigh the same.

    A pile of a few images weighs less. One of the two has to have features.
    """
    if not len(examples) or not len(pile):
        return pile if len(pile) else examples
    longest = max(len(examples), len(pile))
    of_pile = max(1, round(longest * min(1.0, len(pile) / _ENOUGH)))
    return np.concatenate([examples[np.arange(longest) % len(examples)], pile[np.arange(of_pile) % len(pile)]])
