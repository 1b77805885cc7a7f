"""Data augmentation by small random affine distortions: rotation, shear, scale and shift.

In kind those of Koch, Zemel & Salakhutdinov, 2015, "Siamese Neural Networks for One-shot Image Recognition"; the ranges
are this program's.
"""

from math import log, radians

import numpy as np
from torch import Tensor
from torch.nn import functional

from workbench.learning.accelerator.copies import to_device

_TURN = radians(12)
_SLANT = 0.2
_SIZE = log(1.2)
_SHIFT = 0.15  # in units of half the side
_MOST = np.array([_TURN, _SLANT, _SIZE, _SIZE, _SHIFT, _SHIFT])


def augmented(images: Tensor, draw: np.random.Generator) -> Tensor:
    """Return copies of images (n, channels, height, width), each distorted independently.

    They are rotated by up to 12 degrees, sheared by up to 0.2, scaled by a factor of up to 1.2 either way, separately
    in width and height, and shifted by up to 15 % of half the side, all drawn uniformly (scales on a logarithmic axis).
    Pixels from outside repeat the border.
    """
    turn, slant, wide, high, right, down = draw.uniform(-1, 1, (len(images), 6)).T * _MOST[:, None]
    wide, high = np.exp(wide), np.exp(high)
    rows = [
        [wide * np.cos(turn), slant - high * np.sin(turn), right],
        [wide * np.sin(turn), high * np.cos(turn), down],
    ]
    (transforms,) = to_device(np.array(rows, np.float32).transpose(2, 0, 1), device=images.device)
    grid = functional.affine_grid(transforms, list(images.shape), align_corners=False)
    distorted = functional.grid_sample(images.float(), grid, padding_mode="border", align_corners=False)
    return distorted.round().to(images.dtype)
