"""Transparent pictures are laid on paper on which they are seen, whatever their file format."""

import numpy as np
import pytest

from tests.imaging.pictures import encoded, of
from workbench.imaging.decode import decode, decode_full


def on_transparent(value: int) -> np.ndarray:
    pixels = np.zeros((20, 20, 4), np.uint8)
    pixels[..., :3] = value
    pixels[5:15, 5:15, 3] = 255
    return pixels


@pytest.mark.parametrize("format", ["PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(("value", "paper"), [(255, 0), (240, 0), (0, 255), (128, 255), (200, 255)])
def test_what_is_drawn_is_seen(value: int, paper: int, format: str) -> None:
    options = {"lossless": True} if format == "WEBP" else {}
    data = encoded(of(on_transparent(value)), format, **options)
    shown = decode_full(data, None)[..., 0]
    assert (shown[10, 10], shown[0, 0]) == (value, paper)
    assert (decode(data, 20, 1)[0] == shown).all()


def test_white_palettes_and_grey_are_seen_too() -> None:
    grey = encoded(of(on_transparent(255)[..., 2:]), "PNG")
    assert decode_full(grey, None)[[0, 10], [0, 10], 0].tolist() == [0, 255]
    palette = of(on_transparent(255)[..., 3] // 255).convert("P")
    palette.putpalette([255, 255, 255] * 2)
    shown = decode_full(encoded(palette, transparency=b"\0\xff"), None)
    assert shown[[0, 10], [0, 10], 0].tolist() == [0, 255]


def test_yellow_is_seen_on_white_and_one_dark_line_on_a_white_sheet_keeps_its_corners_white() -> None:
    yellow = on_transparent(255)
    yellow[..., 2] = 0
    assert decode_full(encoded(of(yellow)), None)[0, 0].tolist() == [255] * 3
    sheet = on_transparent(255)
    sheet[10, 6:10, :3] = 0
    assert decode_full(encoded(of(sheet)), None)[0, 0].tolist() == [255] * 3


def test_what_is_wholly_transparent_is_white() -> None:
    assert (decode_full(encoded(of(np.zeros((4, 4, 4)))), None) == 255).all()
