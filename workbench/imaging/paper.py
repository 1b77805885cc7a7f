"""The paper that transparent images are laid on: white, or black where nothing would be seen on white."""

import numpy as np
from PIL import Image

# How much darker than white a pixel must be to be seen on it, and how many of those that show must be.
_LEAST_CONTRAST = 32
_LEAST_SHARE = 0.001


def on_paper(image: Image.Image) -> Image.Image:
    """Lay an image with transparency on paper."""
    image = image.convert("RGBA")
    paper = Image.new("RGBA", image.size, "white" if _is_seen_on_white(image) else "black")
    paper.alpha_composite(image)
    return paper.convert("RGB")


def _is_seen_on_white(image: Image.Image) -> bool:
    pixels = np.asarray(image)
    opacity = pixels[..., 3]
    if opacity.min() == 255:
        return True
    showing = int(np.count_nonzero(opacity))
    on_white = (255 - pixels[..., :3].min(2)).astype(np.uint16) * opacity // 255
    if showing == 0 or np.count_nonzero(on_white >= _LEAST_CONTRAST) > _LEAST_SHARE * showing:
        return True
    on_black = pixels[..., :3].max(2).astype(np.uint16) * opacity // 255
    return bool(on_white.max() >= on_black.max())
