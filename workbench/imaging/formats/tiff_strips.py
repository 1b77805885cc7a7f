"""The strips and tiles of a TIFF page, expanded within bounds and put together."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from workbench.imaging.formats.expanding import Expanding, pieces
from workbench.imaging.memory_budget import DECODING

if TYPE_CHECKING:
    from tifffile import TiffPage

_NONE, _LZW, _PACKBITS = 1, 5, 32773
_DEFLATE = (8, 32946)
_EXPANDED_BY_PILLOW = (_LZW, _PACKBITS, 50000, 34925)  # the last two: Zstandard and LZMA
_DIFFERENCES, _FLOATING_DIFFERENCES = 2, 3
_PREDICTORS = (1, _DIFFERENCES, _FLOATING_DIFFERENCES)
_LOWEST_BIT_FIRST = 2
_BLOCK = 2**24  # bytes that are expanded at once
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def read_page(data: bytes, page: "TiffPage", step: int) -> NDArray[Any]:  # (plane, depth, height, width, sample)
    """Return the samples of every `step` rows and columns of a page.

    Raises NotImplementedError for kinds of pixels and compressions that are not read, EOFError where the file ends
    before its pixels.
    """
    compression = int(page.compression)
    if compression not in (_NONE, *_DEFLATE, *_EXPANDED_BY_PILLOW) or page.predictor not in _PREDICTORS:
        raise NotImplementedError
    segments = list(zip(page.dataoffsets, page.databytecounts, strict=False))
    if len(segments) < prod(page.chunked):
        raise EOFError
    planes, deep, height, width, samples = page.shaped
    shaped = planes, deep, -(-height // step), -(-width // step), samples
    # What is expanded at once: a strip, though some files have only one.
    sample = np.dtype(page.dtype).itemsize
    strip = prod(_segment_shape(page, 0)) * sample if compression in _EXPANDED_BY_PILLOW else _BLOCK
    DECODING.take(prod(shaped) * sample * 3 + 3 * strip)
    pixels = np.zeros(shaped, page.dtype)
    for index, (offset, length) in enumerate(segments[: prod(page.chunked)]):
        if length == 0:
            continue  # A sparse file leaves out what is empty.
        shape = _segment_shape(page, index)
        # Some writers give a wrong length for what is not compressed.
        size = _row_bytes(page, shape) * shape[0] * shape[1] if compression == _NONE else length
        if offset + size > len(data):
            raise EOFError
        plane, depth, top, left = _place(page, index)
        for first, segment in _blocks(memoryview(data)[offset : offset + size], page, shape):
            _put(pixels[plane], segment, (depth, top + first, left), (height, width), step)
    return pixels


def _put(
    pixels: NDArray[Any], block: NDArray[Any], place: tuple[int, int, int], size: tuple[int, int], step: int
) -> None:
    """Put every `step` rows and columns of a block (depth, row, column, sample) where they belong in their plane."""
    depth, top, left = place
    block = block[: len(pixels) - depth, : size[0] - top, : size[1] - left][
        :, -top % step :: step, -left % step :: step
    ]
    _, rows, columns, _ = block.shape
    down, across = -(-top // step), -(-left // step)
    pixels[depth : depth + len(block), down : down + rows, across : across + columns] = block


def _blocks(
    packed: memoryview, page: "TiffPage", shape: tuple[int, int, int, int]
) -> Iterator[tuple[int, NDArray[Any]]]:
    """Yield the samples of a strip or tile in blocks of rows, each with the number of its first row."""
    compression, row = int(page.compression), _row_bytes(page, shape)
    if page.fillorder == _LOWEST_BIT_FIRST:
        packed = memoryview(bytes(packed).translate(_REVERSED))
    if shape[0] > 1 or compression in _EXPANDED_BY_PILLOW:
        raw = _expanded(bytes(packed), compression, row, row * shape[0] * shape[1])
        yield 0, _samples(raw, page, shape)
        return
    rows = max(1, _BLOCK // max(1, row))
    expanding = Expanding(iter([packed])) if compression == _NONE else Expanding(pieces(packed), zlib.decompressobj())
    for first in range(0, shape[1], rows):
        count = min(rows, shape[1] - first)
        yield first, _samples(expanding.read(count * row), page, (1, count, *shape[2:]))


def _segment_shape(page: "TiffPage", index: int) -> tuple[int, int, int, int]:
    """Return the size of a strip or tile as it is stored: depth, height, width, samples."""
    samples = page.samplesperpixel if page.planarconfig == 1 else 1
    if page.is_tiled:
        return page.tiledepth, page.tilelength, page.tilewidth, samples
    rows, strips = _strips(page)
    return 1, min(rows, page.imagelength - index % strips * rows), page.imagewidth, samples


def _strips(page: "TiffPage") -> tuple[int, int]:
    """Return how many rows a strip has, but for the last, and how many strips there are."""
    rows = max(1, min(page.rowsperstrip, page.imagelength))
    return rows, -(-page.imagelength // rows)


def _place(page: "TiffPage", index: int) -> tuple[int, int, int, int]:
    """Return where a strip or tile begins: its plane, depth, top and left."""
    if not page.is_tiled:
        rows, strips = _strips(page)
        return index // (strips * page.imagedepth), index // strips % page.imagedepth, index % strips * rows, 0
    across, down = -(-page.imagewidth // page.tilewidth), -(-page.imagelength // page.tilelength)
    deep = -(-page.imagedepth // page.tiledepth)
    return (
        index // (across * down * deep),
        index // (across * down) % deep * page.tiledepth,
        index // across % down * page.tilelength,
        index % across * page.tilewidth,
    )


def _row_bytes(page: "TiffPage", shape: tuple[int, int, int, int]) -> int:
    return (shape[2] * shape[3] * page.bitspersample + 7) // 8


def _expanded(raw: bytes, compression: int, row: int, size: int) -> bytes:
    """Return the bytes of a segment, never more than its shape takes."""
    if compression in _DEFLATE:
        raw = zlib.decompressobj().decompress(raw, size)
    elif compression != _NONE:
        raw = _expanded_by_pillow(raw, compression, row, size // row)
    if len(raw) < size:
        raise EOFError
    return raw[:size]


def _expanded_by_pillow(raw: bytes, compression: int, width: int, height: int) -> bytes:
    """Let libtiff expand a strip as if its bytes were grey pixels: it knows the compression, not the kind of sample."""
    tags = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 8),
        (259, 3, compression),
        (262, 3, 1),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, height),
        (279, 4, len(raw)),
    ]
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    directory = struct.pack("<H", len(tags)) + entries + bytes(4)
    raw += bytes(len(raw) % 2)
    file = b"II*\0" + struct.pack("<I", 8 + len(raw)) + raw + directory
    return Image.open(BytesIO(file), formats=("TIFF",)).tobytes()


def _samples(raw: bytes, page: "TiffPage", shape: tuple[int, int, int, int]) -> NDArray[Any]:
    dtype = np.dtype(page.dtype).newbyteorder(page.parent.byteorder)
    depth, rows, width, samples = shape
    if page.predictor == _FLOATING_DIFFERENCES:
        # Bytes are stored highest first, all the highest of a row, then all the next, as differences.
        planes = np.frombuffer(raw, np.uint8).reshape(depth * rows, dtype.itemsize * width, samples)
        summed = np.cumsum(planes, axis=1, dtype=np.uint8).reshape(depth * rows, dtype.itemsize, width * samples)
        return np.ascontiguousarray(summed.transpose(0, 2, 1)).view(dtype.newbyteorder(">")).reshape(shape)
    if page.bitspersample != dtype.itemsize * 8:
        values = _unpacked(raw, page.bitspersample, depth * rows, width * samples).astype(dtype.newbyteorder("="))
    else:
        values = np.frombuffer(raw, dtype).astype(dtype.newbyteorder("="))
    values = values.reshape(shape)
    if page.predictor == _DIFFERENCES:
        # Differences are of whole numbers, whatever the bits stand for.
        whole = values.view(np.dtype(f"u{dtype.itemsize}"))
        values = np.cumsum(whole, axis=2, dtype=whole.dtype).view(values.dtype)
    return values


def _unpacked(raw: bytes, bits: int, rows: int, width: int) -> NDArray[np.uint32]:
    """Return whole numbers of any count of bits up to 32, which lie one after another in a row."""
    if bits > 32:
        raise NotImplementedError
    packed = np.frombuffer(raw, np.uint8).reshape(rows, -1)
    values = np.zeros((rows, width), np.uint32)
    for row in range(rows):
        places = np.unpackbits(packed[row])[: width * bits].reshape(width, bits)
        for bit in range(bits):
            values[row] = values[row] << 1 | places[:, bit]
    return values
