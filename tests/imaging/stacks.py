"""Files with several pages and channels, made by hand: which value stands where shows what was taken."""

import io

import numpy as np
import tifffile

SIDE = 8


def plain(*pages: int, dtype: str = "uint8") -> bytes:
    """Return a TIFF whose n-th page has one dark row, and the value `pages[n]` below it."""
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        for value in pages:
            page = np.full((SIDE, SIDE), value, dtype)
            page[0] = 0
            writer.write(page, photometric="minisblack", metadata=None)
    return file.getvalue()


def by_axes(values: np.ndarray, axes: str, kind: str) -> bytes:
    """Return a stack as ImageJ or OME writes it; `values` are of the planes and channels, each the value of a page."""
    pages = np.repeat(np.repeat(values[..., None, None], SIDE, -2), SIDE, -1).astype(np.uint8)
    pages[..., 0, :] = 0
    file = io.BytesIO()
    is_ome = kind == "ome"
    tifffile.imwrite(file, pages, photometric="minisblack", metadata={"axes": axes}, ome=is_ome, imagej=not is_ome)
    return file.getvalue()


def interleaved(*channels: int, dtype: str = "uint8") -> bytes:
    """Return a TIFF of one page whose pixels have that many grey samples."""
    page = np.zeros((SIDE, SIDE, len(channels)), dtype)
    page[1:] = channels
    file = io.BytesIO()
    tifffile.imwrite(file, page, photometric="minisblack", planarconfig="contig", metadata=None)
    return file.getvalue()
