"""Pictures of images for the window: small ones kept in the cache, large ones decoded on request."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.folders import cache_folder
from workbench.imaging import thumbnails


def image_thumbnail(path: Path, sha256: bytes, longest: int) -> NDArray[np.uint8]:  # (height, width, 3)
    """Return an image in its own proportions, its longer side at most `longest` pixels; for any thread.

    Raises UserError, with the reason alone, when the file cannot be read or its content is no longer that hash.
    """
    return thumbnails.thumbnail(path, sha256, longest, cache_folder() / "thumbnails")


def small_picture(path: Path, sha256: bytes, longest: int) -> bytes:
    """Return the same as a PNG file, to be kept where the image may be out of reach. Raises as `image_thumbnail`."""
    return thumbnails.as_png(image_thumbnail(path, sha256, longest))


def image_at_full_size(path: Path, sha256: bytes, longest: int) -> NDArray[np.uint8]:  # (height, width, 3)
    """Return an image for a large preview, decoded from its file. Raises as `image_thumbnail`."""
    return thumbnails.full_image(path, sha256, longest)
