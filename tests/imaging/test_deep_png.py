"""What 16-bit PNGs in colour or with transparency look like once decoded; the values are worked out by hand."""

import numpy as np
import pytest

from tests.imaging.pictures import png_16_bit
from workbench.imaging.decode import ImageProperties, decode, decode_full, inspect

FEW = np.arange(400).reshape(20, 20).astype(np.uint16) * 10  # twelve bits of sixteen
RISING = np.clip((np.arange(400).reshape(20, 20) - 1.995) / 395.01, 0, 1) * 255


def shown(data: bytes) -> np.ndarray:
    pixels = decode_full(data, None)
    assert (decode(data, len(pixels), 3).transpose(1, 2, 0) == pixels).all()
    return pixels


def with_opacity(colour: np.ndarray, opacity: np.ndarray) -> np.ndarray:
    return np.concatenate([colour, opacity[..., None]], -1).astype(np.uint16)


def test_twelve_bits_in_sixteen_are_scaled_in_colour_as_in_grey() -> None:
    data = png_16_bit(np.stack([FEW, FEW[::-1], FEW[:, ::-1]], -1))
    assert inspect(data) == ImageProperties(20, 20, "PNG")
    pixels = shown(data)
    for channel, expected in enumerate((RISING, RISING[::-1], RISING[:, ::-1])):
        assert abs(pixels[..., channel] - expected).max() <= 2


@pytest.mark.parametrize("channels", [1, 3])
def test_opacity_of_twelve_bits_is_laid_on_white_too(channels: int) -> None:
    opacity = np.where(np.arange(20) < 10, 4095, 0) * np.ones((20, 1))
    pixels = shown(png_16_bit(with_opacity(np.stack([FEW] * channels, -1), opacity)))
    assert (pixels[:, 10:] == 255).all()
    assert abs(pixels[:, :10, 0] - RISING[:, :10]).max() <= 8


def test_the_low_bits_count() -> None:
    close = np.stack([30000 + FEW // 10 // 40] * 3, -1)  # ten values, one after another
    assert len(np.unique(shown(png_16_bit(close)))) == 10


def test_the_one_transparent_colour_is_laid_on_white() -> None:
    values = np.stack([FEW] * 3, -1)
    pixels = shown(png_16_bit(values, transparent=(10, 10, 10)))
    assert pixels[0, 1].tolist() == [255] * 3
    assert pixels[0, 0].tolist() == [0] * 3
    grey = shown(png_16_bit(values[..., :1], transparent=(10,)))
    assert grey[0, 1].tolist() == [255] * 3
    assert grey[0, 0].tolist() == [0] * 3
