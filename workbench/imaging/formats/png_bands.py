"""PNG files read a band of rows at a time, each band handed to Pillow as a small PNG of its own."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from workbench.imaging.formats.expanding import Expanding, pieces

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
_SAMPLES = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGB_ALPHA: 4}
# Adam7: where each pass begins, across and down, and how far apart its pixels are.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


@dataclass(frozen=True)
class PngHeader:
    """What stands at the beginning of a PNG."""

    width: int
    height: int
    bits: int
    kind: int
    interlaced: bool

    @property
    def pixel(self) -> int:
        """Return how many bytes a pixel of 8 or 16 bits a sample has."""
        return _SAMPLES[self.kind] * self.bits // 8


def header_of(data: bytes) -> PngHeader | None:
    """Return the header of a PNG whose samples are of 8 or 16 bits, None for other files."""
    if not data.startswith(SIGNATURE) or data[12:16] != b"IHDR" or len(data) < 33:
        return None
    width, height, bits, kind, _, _, interlaced = struct.unpack(">IIBBBBB", data[16:29])
    if bits not in (8, 16) or kind not in _SAMPLES or not width or not height or interlaced > 1:
        return None
    return PngHeader(width, height, bits, kind, bool(interlaced))


def is_animated(data: bytes) -> bool:
    """Say whether a PNG has several frames. Raises EOFError where the file ends before its pixels."""
    before = takewhile(lambda kind: kind != b"IDAT", (kind for kind, _, _ in chunks(data)))
    return b"acTL" in before


def bands(data: bytes, header: PngHeader, rows: int) -> Iterator[Image.Image]:
    """Yield the image in bands of so many 8-bit rows. Raises EOFError and zlib.error where it is cut or damaged."""
    beside = b"".join(_chunk(kind, content) for kind, content, _ in chunks(data) if kind in (b"PLTE", b"tRNS"))
    lines = Expanding(_packed(data), zlib.decompressobj())
    last = b""
    for top in range(0, header.height, rows):
        count = min(rows, header.height - top)
        raw = lines.read(count * (1 + header.width * header.pixel))
        image = _opened(header, header.kind, raw, last, beside)
        band = image.crop((0, image.height - count, image.width, image.height))
        band.info = image.info
        last = band.crop((0, count - 1, band.width, count)).tobytes()
        yield band


def deep_values(data: bytes, header: PngHeader, step: int, rows: int) -> NDArray[np.uint16]:
    """Return each sample of every `step` rows and columns of a PNG with 16 bits a sample (height, width, samples).

    Raises EOFError and zlib.error where it is cut or damaged.
    """
    lines = Expanding(_packed(data), zlib.decompressobj())
    if not header.interlaced:
        shape = -(-header.height // step), -(-header.width // step), _SAMPLES[header.kind]
        kept = np.empty(shape, np.uint16)
        for number, part in enumerate(_deep_bands(lines, header, header.width, header.height, rows)):
            # Bands are a multiple of `step` high.
            top = number * rows // step
            kept[top : top + rows // step] = part[::step, ::step]
        return kept
    whole = np.zeros((header.height, header.width, _SAMPLES[header.kind]), np.uint16)
    for left, top, across, down in _PASSES:
        part = whole[top::down, left::across]
        if part.size:
            height, width, _ = part.shape
            part[...] = np.concatenate(list(_deep_bands(lines, header, width, height, rows)))
    return np.ascontiguousarray(whole[::step, ::step])


def exif_of(data: bytes) -> Image.Exif:
    """Return what a PNG says of how it was taken, wherever in the file it says so."""
    exif = Image.Exif()
    for kind, content, _ in chunks(data):
        if kind == b"eXIf":
            exif.load(b"Exif\0\0" + bytes(content))
    return exif


def _deep_bands(
    lines: Expanding, header: PngHeader, width: int, height: int, rows: int
) -> Iterator[NDArray[np.uint16]]:
    last = b""
    for top in range(0, height, rows):
        count = min(rows, height - top)
        raw = lines.read(count * (1 + width * header.pixel))
        part = PngHeader(width, height, header.bits, header.kind, interlaced=False)
        values = _deep_samples(part, raw, last)[-count:]
        last = values[-1].astype(">u2").tobytes()
        yield values


def _deep_samples(header: PngHeader, raw: bytes, last: bytes) -> NDArray[np.uint16]:
    if header.kind in (GREY, GREY_ALPHA):
        # Samples of two bytes, one or two of them, are as long as two or four of one.
        kind = {GREY: GREY_ALPHA, GREY_ALPHA: RGB_ALPHA}[header.kind]
        single = PngHeader(header.width, header.height, 8, kind, interlaced=False)
        pixels = np.asarray(_opened(single, kind, raw, last, b""))
        return pixels.view(">u2").astype(np.uint16)
    high = _opened(header, header.kind, raw, last, b"")
    # Read as if the low byte came last, the "upper" bits are the lower.
    low = _opened(header, header.kind, raw, last, b"", low_bytes=True)
    return np.asarray(high).astype(np.uint16) * np.uint16(256) + np.asarray(low).astype(np.uint16)


def _opened(
    header: PngHeader, kind: int, raw: bytes, last: bytes, beside: bytes, *, low_bytes: bool = False
) -> Image.Image:
    """Return filtered rows as an image, below the row that they follow, where there is one."""
    if last:
        raw = b"\0" + last + raw
    height = len(raw) // (1 + header.width * header.pixel)
    fields = struct.pack(">IIBBBBB", header.width, height, header.bits, kind, 0, 0, 0)
    pixels = _chunk(b"IDAT", zlib.compress(raw, 0))
    file = SIGNATURE + _chunk(b"IHDR", fields) + beside + pixels + _chunk(b"IEND", b"")
    image = PngImagePlugin.PngImageFile(BytesIO(file))
    if low_bytes:
        image.tile = [part._replace(args=f"{'RGB' if kind == RGB else 'RGBA'};16L") for part in image.tile]
    image.load()
    return image


def chunks(data: bytes) -> Iterator[tuple[bytes, memoryview, int]]:
    """Yield the kind, content and checksum of each chunk. Raises EOFError where the file ends within one."""
    whole = memoryview(data)
    position = 8
    while position + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, position)
        kind = data[position + 4 : position + 8]
        content = whole[position + 8 : position + 8 + length]
        if position + 12 + length > len(data):
            raise EOFError
        yield kind, content, int.from_bytes(data[position + 8 + length : position + 12 + length])
        if kind == b"IEND":
            return
        position += 12 + length


def _packed(data: bytes) -> Iterator[memoryview]:
    """Yield the data of the pixels in small pieces. Raises ValueError where they are not those that were written."""
    for kind, content, checksum in chunks(data):
        if kind == b"IDAT":
            if zlib.crc32(content, zlib.crc32(kind)) != checksum:
                raise ValueError("the checksum of a chunk is wrong")
            yield from pieces(content)


def _chunk(kind: bytes, content: bytes | memoryview) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(content, zlib.crc32(kind)))
    return b"".join((struct.pack(">I", len(content)), kind, content, checksum))
