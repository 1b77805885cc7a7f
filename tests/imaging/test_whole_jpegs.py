"""JPEGs with a part missing are refused; those that lack only their end marker, or seem damaged, are not."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from tests.fact_codes import code_of
from tests.imaging.pictures import encoded
from workbench.imaging.decode import Unreadable, decode, decode_full, inspect

RNG = np.random.default_rng(5)
PICTURE = Image.fromarray(RNG.integers(0, 256, (15, 20, 3), np.uint8)).resize((400, 300), Image.Resampling.BICUBIC)
GREY = Image.new("RGB", (400, 300), (128, 128, 128))
LAST = 2  # bytes of the end marker

KINDS: dict[str, Callable[[Image.Image], bytes]] = {
    "colour": lambda image: encoded(image, "JPEG", quality=90),
    "colour in full": lambda image: encoded(image, "JPEG", quality=90, subsampling=0),
    "grey": lambda image: encoded(image.convert("L"), "JPEG", quality=90),
    "CMYK": lambda image: encoded(image.convert("CMYK"), "JPEG", quality=90),
    "tight": lambda image: encoded(image, "JPEG", quality=90, optimize=True),
    "restarting": lambda image: encoded(image, "JPEG", quality=90, restart_marker_rows=2),
    "progressive": lambda image: encoded(image, "JPEG", quality=90, progressive=True),
}


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        inspect(data)
    for look in (lambda: decode(data, 28, 1), lambda: decode_full(data, 100), lambda: decode_full(data, None)):
        with pytest.raises(Unreadable):
            look()
    return code_of(refused.value.text)


@pytest.mark.parametrize("picture", [PICTURE, GREY], ids=["picture", "even grey"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_jpeg_without_its_end_marker_looks_as_with_it(kind: str, picture: Image.Image) -> None:
    data = KINDS[kind](picture)
    assert (decode_full(data[:-LAST], None) == decode_full(data, None)).all()
    assert (decode_full(data[:-1], None) == decode_full(data, None)).all()
    assert inspect(data[:-LAST]) == inspect(data)


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "progressive"])
def test_a_jpeg_of_which_a_part_is_missing_is_truncated(kind: str, share: float) -> None:
    data = KINDS[kind](PICTURE)
    end = int(len(data) * share)
    assert refusal(data[:end]) == "image.truncated"
    assert refusal(data[:end] + b"\xff\xd9") == "image.truncated"
    assert refusal(data[:end] + b"\xff\xd9" + data[end:]) == "image.truncated"
    assert refusal(data[:end] + bytes(len(data) - end)) == "image.truncated"
    assert refusal(data[:end] + bytes(len(data) - end - LAST) + b"\xff\xd9") == "image.truncated"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "progressive"])
def test_a_jpeg_with_a_hole_of_zeros_is_truncated(kind: str) -> None:
    data = KINDS[kind](PICTURE)
    middle, hole = len(data) // 2, len(data) // 10
    assert refusal(data[:middle] + bytes(hole) + data[middle + hole :]) == "image.truncated"


@pytest.mark.parametrize("end", [b"\xff\xd9", b""])
def test_half_of_a_progressive_jpeg_is_truncated(end: bytes) -> None:
    data = KINDS["progressive"](PICTURE)
    assert refusal(data[: len(data) // 2] + end) == "image.truncated"


@pytest.mark.parametrize("value", [0, 127, 128, 129, 255])
@pytest.mark.parametrize("kind", KINDS)
def test_an_even_picture_is_not_taken_for_half_a_one(kind: str, value: int) -> None:
    data = KINDS[kind](Image.new("RGB", (401, 307), (value,) * 3))
    assert abs(decode_full(data, None).astype(int) - value).max() <= 2


def test_what_follows_the_end_marker_does_not_matter() -> None:
    data = KINDS["colour"](PICTURE)
    assert (decode_full(data + bytes(1000), None) == decode_full(data, None)).all()
    file = io.BytesIO()
    PICTURE.save(file, "MPO", save_all=True, append_images=[GREY])
    assert inspect(file.getvalue()).format == "JPEG"
