"""An image file whose header is read."""

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True)
class OpenedImage:
    """An image and the size that its file declares, which is that of `image` but for very large ones."""

    image: Image.Image
    width: int
    height: int
