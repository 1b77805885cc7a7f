"""How many pages and channels a file has; the frames of an animation, which are its pages."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from workbench.facts import fact
from workbench.imaging.memory_budget import DECODING
from workbench.imaging.page_choice import ChosenPage
from workbench.imaging.unreadable import Unreadable, refuse_large_projection

ANIMATIONS = ("GIF", "PNG", "WEBP", "AVIF")
_BYTES_A_PIXEL = 4 + 4 * 3  # of a frame as Pillow keeps it, and of what is compared


@dataclass(frozen=True)
class PageCount:
    """How many pages and channels there are to choose from, and which page was taken, from 1 on."""

    pages: int = 1
    channels: int = 1
    page: int = 1

    @property
    def is_choice(self) -> bool:
        """Whether there is something to choose."""
        return self.pages > 1 or self.channels > 1


def frames_of(image: Image.Image) -> int:
    """Count the frames of an animation; 1 for other pictures, also those that carry further ones beside them."""
    return max(1, getattr(image, "n_frames", 1)) if image.format in ANIMATIONS else 1


def chosen_frame(image: Image.Image, page: ChosenPage) -> Image.Image:
    """Return a frame of an animation, or the brightest of all, pixel by pixel; another picture as it is.

    Raises Unreadable.
    """
    frames = frames_of(image)
    if frames == 1:
        return image
    if page != "max":
        if page > frames:
            raise Unreadable(fact("image.no_such_page", page=page, pages=frames))
        image.seek(page - 1)
        return image
    refuse_large_projection(image.width * image.height * frames)
    DECODING.take(_BYTES_A_PIXEL * image.width * image.height)
    brightest = np.asarray(image.convert("RGB"))
    for number in range(1, frames):
        image.seek(number)
        brightest = np.maximum(brightest, np.asarray(image.convert("RGB")))
    projection = Image.fromarray(brightest)
    projection.format = image.format
    return projection
