"""Images of very many pixels: read in bands, made smaller, with their size as the file has it."""

import gc
import io
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from tests.benchmarks.large_images import KINDS, cost_of
from tests.fact_codes import code_of
from tests.imaging.pictures import colourful, encoded, png_16_bit
from workbench.imaging import shrinking
from workbench.imaging.decode import ImageProperties, decode, decode_full, inspect
from workbench.imaging.formats.png_bands import bands, deep_values, header_of
from workbench.imaging.unreadable import LONGEST_SIDE, Unreadable

DEEP = np.random.default_rng(1).integers(0, 65536, (37, 23, 4), np.uint16)


@pytest.fixture
def nine_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shrinking, "LARGEST_WHOLE", 60 * 90 // 9)
    monkeypatch.setattr(shrinking, "_BAND", 600)


def slope(mode: str) -> Image.Image:
    return colourful(90, 60).convert(mode)


@pytest.mark.usefixtures("nine_for_one")
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
@pytest.mark.parametrize("format", ["PNG", "TIFF"])
def test_a_large_image_keeps_its_size_and_is_shown_as_the_mean_of_its_pixels(mode: str, format: str) -> None:
    image = slope(mode)
    data = encoded(image, format)
    assert inspect(data) == ImageProperties(90, 60, format)
    expected = np.asarray(image.convert("L" if mode == "1" else "RGB").convert("RGB").reduce(3))
    assert abs(decode_full(data, None).astype(int) - expected).max() <= 1
    assert decode_full(data, 10).shape == (7, 10, 3)


@pytest.mark.usefixtures("nine_for_one")
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_of_a_large_deep_image_every_third_pixel_is_taken(channels: int) -> None:
    values = np.random.default_rng(1).integers(0, 65536, (60, 90, channels), np.uint16)
    if channels in (2, 4):
        values[..., -1] = 65535
    data = png_16_bit(values)
    assert inspect(data) == ImageProperties(90, 60, "PNG")
    shown = decode_full(data, None)
    assert shown.shape == (20, 30, 3)
    assert (decode_full(png_16_bit(np.ascontiguousarray(values[::3, ::3])), None) == shown).all()


@pytest.mark.usefixtures("nine_for_one")
@pytest.mark.parametrize("tile", [None, (16, 32)])
@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_of_a_large_tiff_every_third_pixel_is_taken(tile, compression: str | None, dtype: str) -> None:
    values = np.random.default_rng(1).integers(0, 65536, (60, 90), np.uint16).astype(dtype)
    file, smaller = io.BytesIO(), io.BytesIO()
    rows = None if tile else 7
    tifffile.imwrite(file, values, tile=tile, compression=compression, rowsperstrip=rows)
    tifffile.imwrite(smaller, np.ascontiguousarray(values[::3, ::3]))
    assert inspect(file.getvalue()) == ImageProperties(90, 60, "TIFF")
    assert (decode_full(file.getvalue(), None) == decode_full(smaller.getvalue(), None)).all()


@pytest.mark.parametrize("rows", [1, 5, 100])
@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGB", "RGBA"])
def test_bands_together_are_the_image(mode: str, rows: int) -> None:
    image = slope(mode)
    data = encoded(image, "PNG")
    header = header_of(data)
    assert header is not None
    parts = [np.asarray(band) for band in bands(data, header, rows)]
    assert (np.concatenate(parts) == np.asarray(image)).all()


@pytest.mark.parametrize("rows", [1, 5, 100])
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_deep_bands_together_are_the_samples(channels: int, rows: int) -> None:
    data = png_16_bit(DEEP[..., :channels])
    header = header_of(data)
    assert header is not None
    assert (deep_values(data, header, 1, rows) == DEEP[..., :channels]).all()


def test_an_interlaced_deep_image_is_put_together() -> None:
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b"".join(
        b"\0" + row.astype(">u2").tobytes()
        for left, top, across, down in passes
        for row in DEEP[top::down, left::across]
    )
    plain = png_16_bit(DEEP)
    fields = b"IHDR" + plain[16:28] + b"\1"
    packed = zlib.compress(rows)
    content = b"IDAT" + packed
    data = (
        plain[:12] + fields + struct.pack(">I", zlib.crc32(fields))
        + struct.pack(">I", len(packed)) + content + struct.pack(">I", zlib.crc32(content)) + plain[-12:]
    )  # fmt: skip
    header = header_of(data)
    assert header is not None
    assert (deep_values(data, header, 1, 5) == DEEP).all()
    assert (decode_full(data, None) == decode_full(plain, None)).all()


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        inspect(data)
    return code_of(refused.value.text)


def test_what_no_file_of_its_length_can_hold_is_refused_with_both_lengths() -> None:
    white = encoded(Image.new("RGB", (4000, 3000), "white"), "WEBP", lossless=True)
    assert len(white) < 1200
    assert refusal(white) == "image.too_little_data"
    assert inspect(encoded(Image.new("L", (4000, 3000), "white"), "PNG")).width == 4000


def test_what_is_longer_than_any_picture_is_refused() -> None:
    assert refusal(encoded(Image.new("1", (LONGEST_SIDE + 1, 1)), "PNG")) == "image.too_long"
    assert inspect(encoded(Image.new("1", (60_000, 1)), "PNG")) == ImageProperties(60_000, 1, "PNG")


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["PNG, 16 bits, colour", "TIFF, 16 bits, colour, deflated", "PNG, palette"])
def test_forty_megapixels_take_at_most_their_file_and_300_megabytes(kind: str, tmp_path: Path) -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("Only Linux says how much memory a process had at most.")
    KINDS[kind](tmp_path / "large", 6300)
    cost = cost_of(tmp_path / "large")
    assert cost.result == "decoded"
    assert cost.megabytes < cost.file + 300


@pytest.mark.parametrize(
    "data",
    [
        encoded(colourful(), "BMP"),
        encoded(colourful(), "JPEG"),
        encoded(colourful(), "TIFF"),
        encoded(Image.fromarray(np.arange(99, dtype=np.uint16).reshape(9, 11)), "TIFF"),
        png_16_bit(np.zeros((9, 9, 3), np.uint16), ()),
    ],
)
def test_a_file_is_let_go_of_as_soon_as_it_is_decoded(data: bytes) -> None:
    gc.disable()
    try:
        before = sys.getrefcount(data)
        inspect(data)
        decode(data, 8, 3)
        decode_full(data, 9)
        assert sys.getrefcount(data) == before
    finally:
        gc.enable()
