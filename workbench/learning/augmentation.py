"""Images as they might have come out another time: a little turned, slanted, sized and moved."""

from math import log, radians

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

_TURN = radians(12)
_SLANT = 0.2
_SIZE = log(1.2)
_SHIFT = 0.15  # of half the side
_MOST = np.array([_TURN, _SLANT, _SIZE, _SIZE, _SHIFT, _SHIFT])


def augmented(images: Tensor, draw: np.random.Generator) -> Tensor:
    """Return copies of images (n, channels, height, width), each varied on its own; what comes in is their border.

    Turned by up to 12 degrees, slanted by up to a fifth, up to a fifth wider or narrower, higher or lower, and moved by
    up to 15 % of half the side, all evenly drawn.
    """
    turn, slant, wide, high, right, down = draw.uniform(-1, 1, (len(images), 6)).T * _MOST[:, None]
    wide, high = np.exp(wide), np.exp(high)
    rows = [
        [wide * np.cos(turn), slant - high * np.sin(turn), right],
        [wide * np.sin(turn), high * np.cos(turn), down],
    ]
    places = torch.from_numpy(np.array(rows, np.float32).transpose(2, 0, 1)).to(images.device)
    grid = functional.affine_grid(places, list(images.shape), align_corners=False)
    seen = functional.grid_sample(images.float(), grid, padding_mode="border", align_corners=False)
    return seen.round().to(images.dtype)
