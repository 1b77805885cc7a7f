"""Whether the data of a JPEG hold all of its picture: libjpeg paints what is missing grey and says nothing."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from workbench.imaging.huffman_walk import Component, HuffmanCode, lookup_table, walks_to_the_end

END = b"\xff\xd9"
_SEQUENTIAL, _PROGRESSIVE = (0xC0, 0xC1), 0xC2
_FRAMES = (*_SEQUENTIAL, _PROGRESSIVE)
_TABLES, _SCAN, _INTERVAL, _END = 0xC4, 0xDA, 0xDD, 0xD9
_ALONE = (0x01, 0xD8)  # markers without a segment
# In the data of a scan, FF 00 stands for FF, and FF D0 to FF D7 divide it.
_MARKER = re.compile(rb"\xff\xff*([^\x00\xff\xd0-\xd7])")
# So long a stretch of zeros is what a disk or a download leaves where data are missing, or a very even picture.
_ZEROS = bytes(24)
_MANY_ZEROS = bytes(256)


@dataclass(frozen=True)
class Scan:
    """One pass over the picture: which components it holds, and its data as stored."""

    components: tuple[Component, ...]
    dc_tables: tuple[HuffmanCode | None, ...]
    ac_tables: tuple[HuffmanCode | None, ...]
    interval: int
    first: int  # coefficients, from 0 to 63
    last: int
    low_bit: int
    data: bytes


@dataclass
class JpegStream:
    """What the markers of a JPEG say, up to its end marker or where the data stop."""

    kind: int = 0
    width: int = 0
    height: int = 0
    components: dict[int, Component] = field(default_factory=dict[int, Component])
    scans: list[Scan] = field(default_factory=list[Scan])
    has_end: bool = False


def read_stream(data: bytes) -> JpegStream:
    """Read the markers of a JPEG. Raises what Python raises for broken ones."""
    stream = JpegStream()
    tables: dict[int, HuffmanCode] = {}
    interval, position = 0, 2
    while (following := _MARKER.search(data, position)) is not None:
        marker, position = following.group(1)[0], following.end()
        if marker == _END:
            stream.has_end = True
            break
        if marker in _ALONE or position + 2 > len(data):
            continue
        (length,) = struct.unpack_from(">H", data, position)
        body = data[position + 2 : position + length]
        position += length
        if marker in _FRAMES:
            _read_frame(stream, marker, body)
        elif marker == _TABLES:
            tables |= dict(_tables(body))
        elif marker == _INTERVAL:
            (interval,) = struct.unpack_from(">H", body)
        elif marker == _SCAN:
            after = _MARKER.search(data, position)
            end = after.start() if after else len(data)
            stream.scans.append(_scan(stream, body, tables, interval, data[position:end]))
            position = end
    return stream


def require_whole(image: Image.Image, data: bytes) -> None:
    """Raise EOFError when the data of a decoded JPEG do not hold all of it. Slow only where there is doubt."""
    if not ("progressive" in image.info or _ZEROS in data or _ends_in_grey(image, 8 * image.width)):
        return
    stream = read_stream(data)
    doubtful = (
        stream.kind == _PROGRESSIVE
        or any(_ZEROS in scan.data for scan in stream.scans)
        or _ends_in_grey(image, stream.width)
    )
    if doubtful and not is_whole(stream):
        raise EOFError


def _ends_in_grey(image: Image.Image, full_width: int) -> bool:
    """Say whether the last block is of the grey that libjpeg puts where data are missing.

    The image may have been decoded at a fraction of its full width, and so its blocks.
    """
    block = max(1, 8 * image.width // max(1, full_width))
    corner = image.crop(
        ((image.width - 1) // block * block, (image.height - 1) // block * block, image.width, image.height)
    )
    # One pixel for a block is its mean, and need not lie within what all of its pixels lie within at full size: with
    # more slack, whatever is refused at any size is refused at the smallest, at which files are looked at first.
    slack = 8 if block == 1 else 2
    return all(abs(value - 128) <= slack for value in np.ravel(corner.getextrema()).tolist())


def is_whole(stream: JpegStream) -> bool:
    """Say whether the data hold the whole picture, by walking through them; slow (half a second a megabyte)."""
    if stream.kind == _PROGRESSIVE:
        return _has_all_passes(stream) and not any(scan.first > 0 and _MANY_ZEROS in scan.data for scan in stream.scans)
    if stream.kind not in _SEQUENTIAL:
        return True  # Lossless and arithmetic coding are not known here.
    seen = {component.name for scan in stream.scans for component in scan.components}
    return seen == set(stream.components) and all(_holds_all(stream, scan) for scan in stream.scans)


def _has_all_passes(stream: JpegStream) -> bool:
    """Say whether every coefficient of every component has come down to its last bit."""
    done = {
        (component.name, coefficient)
        for scan in stream.scans
        if scan.low_bit == 0
        for component in scan.components
        for coefficient in range(scan.first, scan.last + 1)
    }
    return len(done) == 64 * len(stream.components)


def _holds_all(stream: JpegStream, scan: Scan) -> bool:
    across, down = _units(stream, scan)
    blocks = [
        (dc, ac)
        for component, dc, ac in zip(scan.components, scan.dc_tables, scan.ac_tables, strict=True)
        for _ in range(component.across * component.down if len(scan.components) > 1 else 1)
    ]
    tables = [(lookup_table(dc), lookup_table(ac)) for dc, ac in blocks if dc is not None and ac is not None]
    parts = re.split(rb"\xff+[\xd0-\xd7]", scan.data)
    units = across * down
    step = scan.interval or units
    if len(tables) < len(blocks) or len(parts) != -(-units // step):
        return False
    return all(
        walks_to_the_end(part.replace(b"\xff\x00", b"\xff"), tables, min(step, units - number * step))
        for number, part in enumerate(parts)
    )


def _units(stream: JpegStream, scan: Scan) -> tuple[int, int]:
    """Return how many units of blocks a scan has across and down."""
    most_across = max(component.across for component in stream.components.values())
    most_down = max(component.down for component in stream.components.values())
    if len(scan.components) != 1:
        return -(-stream.width // (8 * most_across)), -(-stream.height // (8 * most_down))
    (only,) = scan.components
    width, height = -(-stream.width * only.across // most_across), -(-stream.height * only.down // most_down)
    return -(-width // 8), -(-height // 8)


def _read_frame(stream: JpegStream, marker: int, body: bytes) -> None:
    stream.kind = marker
    _, stream.height, stream.width, count = struct.unpack_from(">BHHB", body)
    for name, sampling, _ in struct.iter_unpack(">BBB", body[6 : 6 + 3 * count]):
        stream.components[name] = Component(name, sampling >> 4, sampling & 15)


def _tables(body: bytes) -> Iterator[tuple[int, HuffmanCode]]:
    """Yield each Huffman table of a segment under its class (16 for AC) and number."""
    while body:
        counts = body[1:17]
        end = 17 + sum(counts)
        yield body[0], HuffmanCode(counts, body[17:end])
        body = body[end:]


def _scan(stream: JpegStream, body: bytes, tables: dict[int, HuffmanCode], interval: int, data: bytes) -> Scan:
    pairs = list(struct.iter_unpack(">BB", body[1 : 1 + 2 * body[0]]))
    first, last, bits = struct.unpack_from(">BBB", body, 1 + 2 * body[0])
    return Scan(
        components=tuple(stream.components[name] for name, _ in pairs),
        dc_tables=tuple(tables.get(number >> 4) for _, number in pairs),
        ac_tables=tuple(tables.get(16 | number & 15) for _, number in pairs),
        interval=interval,
        first=first,
        last=last,
        low_bit=bits & 15,
        data=data,
    )
