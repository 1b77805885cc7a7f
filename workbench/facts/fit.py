"""How an image becomes the square that an encoder takes."""

from typing import Literal, get_args

Fit = Literal["stretch", "pad", "crop"]
FITS: tuple[Fit, ...] = get_args(Fit)
