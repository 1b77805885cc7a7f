"""Small pictures as file bytes, for the tests of decoding."""

import io
import struct
import zlib

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def encoded(image: Image.Image, format: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def of(pixels: object, dtype: type = np.uint8) -> Image.Image:
    return Image.fromarray(np.array(pixels, dtype))


def colourful(width: int = 24, height: int = 16) -> Image.Image:
    x, y = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    return of(np.stack([x, y, 255 - x], -1))


def png_header(width: int, height: int) -> bytes:
    """Give a PNG that declares a size and holds next to no pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _png_chunk(b"IHDR", header) + _png_chunk(b"IDAT", zlib.compress(bytes(1000)))


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_16_bit(pixels: NDArray[np.uint16], transparent: tuple[int, ...] = ()) -> bytes:  # (height, width, channels)
    """Give a PNG with 16 bits a channel, of grey with opacity, colour, or colour with opacity."""
    height, width, channels = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, 16, {1: 0, 2: 4, 3: 2, 4: 6}[channels], 0, 0, 0)
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)
    key = _png_chunk(b"tRNS", struct.pack(f">{len(transparent)}H", *transparent)) if transparent else b""
    chunks = [_png_chunk(b"IHDR", header), key, _png_chunk(b"IDAT", zlib.compress(rows)), _png_chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def tiff_16_bit_rgb(pixels: NDArray[np.uint16]) -> bytes:  # (height, width, 3)
    """Give an uncompressed little-endian TIFF with 16 bits a channel, which Pillow reads but does not write."""
    height, width, _ = pixels.shape
    data = pixels.astype("<u2").tobytes()
    bits = struct.pack("<3H", 16, 16, 16)
    tags = [
        (256, 3, 1, width),
        (257, 3, 1, height),
        (258, 3, 3, 8 + len(data)),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, 1, 8),
        (277, 3, 1, 3),
        (278, 3, 1, height),
        (279, 4, 1, len(data)),
    ]
    directory = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags) + bytes(4)
    return b"II*\0" + struct.pack("<I", 8 + len(data) + len(bits)) + data + bits + directory


def samples_of_every_format() -> list[bytes]:
    """Give seeds to be damaged: every format, most modes and compressions."""
    picture = colourful()
    exif = Image.Exif()
    exif[0x112] = 6
    modes = [encoded(picture.convert(mode)) for mode in ("1", "L", "LA", "P", "RGB", "RGBA")]
    tiffs = [
        encoded(picture, "TIFF", compression=kind) for kind in (None, "tiff_lzw", "tiff_deflate", "jpeg", "packbits")
    ]
    others = [encoded(picture.convert(mode), "TIFF") for mode in ("LAB", "CMYK", "I", "F")]
    bitmaps = [encoded(picture.convert(mode), "BMP") for mode in ("1", "P", "RGB")]
    jpegs = [encoded(picture, "JPEG", exif=exif), encoded(picture.convert("CMYK"), "JPEG", progressive=True)]
    webps = [encoded(picture, "WEBP", exif=exif), encoded(picture.convert("RGBA"), "WEBP", lossless=True)]
    moving = {"save_all": True, "append_images": [picture.rotate(90)]}
    animated = [encoded(picture, "GIF", **moving), encoded(picture, "WEBP", **moving)]
    fax = encoded(picture.convert("1"), "TIFF", compression="group4")
    deep = np.arange(24 * 16 * 3, dtype=np.uint16).reshape(16, 24, 3) * 40
    deep_tiffs = [tiff_16_bit_rgb(deep), encoded(of(deep[..., 0], np.uint16), "TIFF", compression="tiff_lzw")]
    new = [png_16_bit(deep), *(encoded(picture, format) for format in ("AVIF", "JPEG2000"))]
    return [*modes, *tiffs, *others, *bitmaps, *jpegs, *webps, *animated, fax, *deep_tiffs, *new]
